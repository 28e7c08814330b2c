import { expect, test } from 'vitest'
import { monthOf } from '../../../src/features/summary/period/period.ts'
import { wardFigures } from '../../../src/features/summary/ward/ward-figures.ts'
import { wardMessage, wardPicture, wardWorkbook } from '../../../src/features/summary/ward/ward-report.ts'
import { phrases } from '../calendar/locale-phrases.ts'
import { away } from './class-days.ts'

const place = 'long-bien' as const
const times = { reminderTime: '07:00', summaryTime: '09:15' }
const schools = ['Hoa Mai', 'Hoa Sen', 'Hoa Cúc'].map((name) => ({ id: name, name: `Trường Mầm non ${name}`, place, ...times }))
const wards: Record<string, string | null> = { 'Hoa Mai': 'Gia Thụy', 'Hoa Sen': 'gia thụy', 'Hoa Cúc': null }
const child = 'Nguyễn Bảo An'
const report = (present: number) => ({
  present,
  total: 30,
  absent: [away({ name: child, reason: 'sick', symptoms: ['fever'] })],
  ...rest,
})
const rest = { illPresent: [], leftEarly: [], unnamedAbsent: 0, ambiguous: [], unknownNames: [], error: null }
const at = new Date('2026-11-20T08:00:00+07:00')

/** Each school has one class of thirty; it reported on one day. */
const deps = {
  settings: { all: async (schoolId: string) => ({ ward: wards[schoolId] }) as never },
  people: {
    classes: async (schoolId: string) => [
      {
        id: schoolId,
        schoolId,
        code: 'A1',
        name: 'A1',
        age: '5' as const,
        children: Array.from({ length: 30 }, (_, index) => ({ id: `${index}`, rosterName: `${index}` })),
      },
    ],
  },
  calendar: { closures: async () => [] },
  arrangements: { on: async () => [] },
  checkins: {
    ofDay: async (schoolId: string, day: string) =>
      day === '2026-11-20'
        ? [
            {
              id: schoolId,
              schoolId,
              classId: schoolId,
              day,
              version: 1,
              report: report(schoolId === 'Hoa Sen' ? 27 : 29),
              reportedBy: 'p',
              reportedAt: at,
              confirmedAt: at,
              lineId: null,
            },
          ]
        : [],
  },
}
const voice = { phrases, language: 'vi' } as const
const figures = await wardFigures(deps, { ward: 'GIA THỤY', period: monthOf('2026-11'), today: '2026-11-23', schools })

test('only schools that agreed are counted', () => {
  expect(figures.schools.map(({ school }) => school.id)).toEqual(['Hoa Mai', 'Hoa Sen'])
  expect(figures.totals).toMatchObject({ present: 56, enrolled: 60 })
  const text = wardMessage(figures, voice)
  expect(text).toMatch(/^Phường Gia Thụy, tháng 11\/2026: có mặt 93,3 % \(56\/60 lượt trẻ\), 2 trường\./)
  expect(text).toContain('Trường Mầm non Hoa Sen: 90,0 % (27/30), 16 ngày học, đủ báo cáo 1 ngày')
  expect(text).toContain('▼ 5 tuổi: 93,3 % (từ 95 %)')
  expect(text).toContain('II.4.2.1.a')
  expect(text).not.toContain('Hoa Cúc')
})

test('the ward reads counts, and no child’s name in any form of the report', () => {
  const all = JSON.stringify([wardMessage(figures, voice), wardWorkbook(figures, voice), wardPicture(figures, voice)])
  expect(all).not.toContain(child)
  expect(wardWorkbook(figures, voice).map(({ name }) => name)).toEqual(['Trường', 'Chỉ tiêu', 'Triệu chứng'])
  expect(wardPicture(figures, voice).classes.map(({ label, figure }) => [label, figure])).toEqual([
    ['Hoa Mai', '96,7 %'],
    ['Hoa Sen', '90,0 %'],
  ])
})

test('a ward that no school named has no figures', async () => {
  const none = await wardFigures(deps, { ward: 'Bồ Đề', period: monthOf('2026-11'), today: '2026-11-23', schools })
  expect(none.schools).toEqual([])
  expect(wardMessage(none, voice)).toContain('Chưa có số liệu')
})
