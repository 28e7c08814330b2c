import { expect, test } from 'vitest'
import { pack } from '../../../src/features/knowledge/pack.ts'
import { attendanceTargetSource, attendanceTargets } from '../../../src/features/summary/attendance-target.ts'
import { monthOf, schoolDaysIn, weekOf } from '../../../src/features/summary/period/period.ts'
import { sumOfDays } from '../../../src/features/summary/period/period-figures.ts'
import { periodMessage } from '../../../src/features/summary/period/period-message.ts'
import { periodPicture } from '../../../src/features/summary/period/period-picture.ts'
import { periodWorkbook } from '../../../src/features/summary/period/period-workbook.ts'
import { readFigureAsk } from '../../../src/features/summary/period/read-ask.ts'
import { summarise } from '../../../src/features/summary/totals.ts'
import { phrases } from '../calendar/locale-phrases.ts'
import { away, morning, reported, silent } from './class-days.ts'

const classes = ['A1', 'Hoa Mai'].map((code) => ({
  id: code,
  schoolId: 's',
  code,
  name: `Lớp ${code}`,
  age: '5' as const,
  children: [],
}))
const today = '2026-11-25'

test.each([
  ['báo cáo tuần', 'week 2026-11-23'],
  ['Báo cáo tuần này ạ', 'week 2026-11-23'],
  ['bao cao tuan truoc', 'week 2026-11-16'],
  ['báo cáo tháng', 'month 2026-11-01'],
  ['báo cáo tháng 11', 'month 2026-11-01'],
  ['báo cáo tháng 12', 'month 2025-12-01'],
  ['thống kê tháng 9/2025', 'month 2025-09-01'],
  ['tổng hợp tháng trước', 'month 2026-10-01'],
  ['A1 tuần này', 'week 2026-11-23 A1'],
  ['lớp hoa mai tháng 11?', 'month 2026-11-01 Hoa Mai'],
  ['xem sĩ số A1 hôm qua', 'day 2026-11-24 A1'],
  ['tuần này', undefined],
  ['A9 tuần này', undefined],
  ['báo cáo tháng 13', undefined],
  ['tuần này A1 đi dã ngoại', undefined],
  ['tháng 11 có mấy ngày nghỉ', undefined],
  ['A1 28/30, vắng 2', undefined],
  ['An nghỉ hết tuần này', undefined],
])('“%s” asks for: %s', (text, expected) => {
  const ask = readFigureAsk(text, { classes, today })
  const from = ask && ('from' in ask.period ? ask.period.from : ask.period.day)
  expect(ask && [ask.period.kind, from, ask.one?.code].filter(Boolean).join(' ')).toBe(expected)
})

test('a week is Monday to Sunday, a month ends on its last day, and only school days that have come count', () => {
  expect(weekOf('2026-11-29')).toEqual({ kind: 'week', from: '2026-11-23', to: '2026-11-29' })
  expect(monthOf('2026-02').to).toBe('2026-02-28')
  expect(monthOf('2026-12').to).toBe('2026-12-31')
  const shut = [{ day: '2026-11-24', open: false, reason: 'Nghỉ bão' }]
  expect(schoolDaysIn(weekOf(today), today, shut)).toEqual(['2026-11-23', '2026-11-25'])
})

const days = [
  { day: '2026-11-23', summary: summarise(morning) },
  { day: '2026-11-24', summary: summarise([reported('A1', '5', '30/30'), silent('C1', '3-4', 25)]) },
]
const figures = sumOfDays(weekOf('2026-11-23'), days)
const voice = { phrases, language: 'vi', school: 'Trường Mầm non Hoa Mai', place: 'long-bien' } as const

test('a week is the sum of what its days told', () => {
  expect(figures.totals.present).toBe(72 + 30)
  expect(figures.totals.enrolled).toBe(77 + 30)
  expect(figures.completeDays).toBe(0)
  expect(figures.classes.find(({ className }) => className === 'A1')).toMatchObject({
    days: 2,
    reportedDays: 2,
    figures: { present: 58, enrolled: 60 },
  })
  expect(periodMessage(figures, voice)).toContain('▼ 5 tuổi: 96,7 %'.replace('▼', '✓'))
  expect(periodMessage(figures, voice)).toMatch(/^Có mặt 95,3 % trong tuần 23\/11–29\/11\/2026: 102\/107 lượt trẻ\./)
  expect(periodMessage(figures, voice)).toContain('C1: – (0/0, 2 ngày chưa báo)')
  expect(periodMessage(sumOfDays(weekOf(today), []), voice)).toContain('Chưa có số liệu')
})

test('the sheets and the picture of a week tell the same figures', () => {
  const [perClass, perDay, targets] = periodWorkbook(figures, voice)
  for (const sheet of [perClass!, perDay!]) {
    const at = sheet === perClass ? 4 : 2
    expect(
      sheet.rows
        .at(-1)!
        .slice(at, at + 2)
        .map((cell) => cell?.kind === 'formula' && cell.value),
    ).toEqual([107, 102])
  }
  expect(targets!.rows.at(-1)![0]).toMatchObject({ text: expect.stringContaining('II.4.2.1.a') })
  expect(periodWorkbook(figures, { ...voice, place: 'hai-phong' })).toHaveLength(2)
  const picture = periodPicture(figures, { bars: [{ label: 'A1', figures: figures.totals }], voice })
  expect(picture.headline).toBe('Có mặt 95,3 %')
  expect(picture.days.map(({ figure }) => figure)).toEqual(['93,5', '100,0'])
})

test('a month of more days than fit is drawn by weeks', () => {
  const many = Array.from({ length: 20 }, (_, index) => ({
    day: `2026-11-${String(index + 2).padStart(2, '0')}`,
    summary: summarise([reported('A1', '5', '29/30', { absent: [away()] })]),
  }))
  const picture = periodPicture(sumOfDays(monthOf('2026-11'), many), { bars: [], voice })
  expect(picture.days.map(({ weekday, date }) => weekday + date)).toEqual(['02/11–08/11', '09/11–15/11', '16/11–21/11'])
})

test('the targets are those of the entry that is named as their source', () => {
  const entry = pack.find(({ id }) => id === attendanceTargetSource.entry)!
  expect(entry).toMatchObject({ section: attendanceTargetSource.section, place: attendanceTargetSource.place })
  const shares = entry.figures.flatMap(({ value, unit }) => (unit === '%' ? [Number(value)] : []))
  expect(new Set(Object.values(attendanceTargets))).toEqual(new Set(shares))
})
