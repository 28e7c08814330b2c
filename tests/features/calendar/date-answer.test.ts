import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDateAnswer } from '../../../src/features/calendar/date-answer.ts'
import type { MonthLine } from '../../../src/features/calendar/month-questions.ts'

const december: readonly MonthLine[] = [1, 2, 3, 4].map((number) => ({ number, eventId: `event-${number}`, months: ['2026-12'] }))
const newYear: readonly MonthLine[] = [{ number: 1, eventId: 'review', months: ['2027-01', '2027-02'] }]
const tuesday = '2026-12-01'

const days = (text: string, lines = december, today = tuesday) => {
  const answer = parseDateAnswer(text, lines, { today })
  return answer.kind === 'dates' ? Object.fromEntries(answer.items.map(({ line, day }) => [line, day])) : answer.why
}

test.each([
  ['3: 15/12', { 3: '2026-12-15' }],
  ['3 ngày 15/12', { 3: '2026-12-15' }],
  ['3 15/12', { 3: '2026-12-15' }],
  ['3:15/12', { 3: '2026-12-15' }],
  ['3. 15/12', { 3: '2026-12-15' }],
  ['3-15/12', { 3: '2026-12-15' }],
  ['3) 15-12-2026', { 3: '2026-12-15' }],
  ['3 - 15.12.26', { 3: '2026-12-15' }],
  ['số 3 ngày mùng 8/12 ạ', { 3: '2026-12-08' }],
  ['Việc thứ 3: 15/12', { 3: '2026-12-15' }],
  ['15/12 cho số 3 nhé', { 3: '2026-12-15' }],
  ['1, 2: 8/12; 4 ngay 9 thang 12', { 1: '2026-12-08', 2: '2026-12-08', 4: '2026-12-09' }],
  ['1 và 3 ngày 9 tháng 12 năm 2026', { 1: '2026-12-09', 3: '2026-12-09' }],
  ['1-3: 15/12', { 1: '2026-12-15', 2: '2026-12-15', 3: '2026-12-15' }],
  ['1: 8/12\n2: 9/12\n3: 10/12', { 1: '2026-12-08', 2: '2026-12-09', 3: '2026-12-10' }],
  ['1 8/12 2 9/12', { 1: '2026-12-08', 2: '2026-12-09' }],
  ['3: ngày 15', { 3: '2026-12-15' }],
  ['3: 15/12 lúc 8h30, 4: 16/12 14 giờ', { 3: '2026-12-15', 4: '2026-12-16' }],
  ['3: 15/12 cho lớp A1, A2', { 3: '2026-12-15' }],
  ['3 mai', { 3: '2026-12-02' }],
  ['3: ngày kia', { 3: '2026-12-03' }],
  ['3: hôm nay', { 3: '2026-12-01' }],
  ['3: thứ 5 tuần này', { 3: '2026-12-03' }],
  ['3: thu nam tuan sau', { 3: '2026-12-10' }],
  ['3: T6 tuần tới', { 3: '2026-12-11' }],
  ['3: thứ hai', { 3: '2026-12-07' }],
  ['3: chủ nhật này', { 3: '2026-12-06' }],
  ['3: thứ Sáu ngày 18/12', { 3: '2026-12-18' }],
  ['3: 18/12 (thứ 6)', { 3: '2026-12-18' }],
  ['3: 15/12 tại trường Hoa Mai', { 3: '2026-12-15' }],
  ['dạ 3 thì mai ạ', { 3: '2026-12-02' }],
  ['3 chiều mai', { 3: '2026-12-02' }],
  ['1. Báo cáo, thống kê học kỳ I: 15/12', { 1: '2026-12-15' }],
  ['3) họp phụ huynh 15/12\n4) khám sức khỏe lần 2: 16/12', { 3: '2026-12-15', 4: '2026-12-16' }],
  ['đổi 3 sang 20/12', { 3: '2026-12-20' }],
  ['3 là thứ 2 - 14/12', { 3: '2026-12-14' }],
  ['mục 3 → 15/12, còn 4 thì 16/12', { 3: '2026-12-15', 4: '2026-12-16' }],
  ['3: tomorrow', { 3: '2026-12-02' }],
  ['3: 15 Dec, 4: Friday next week', { 3: '2026-12-15', 4: '2026-12-11' }],
])('the office answers %j', (text, expected) => {
  expect(days(text)).toEqual(expected)
})

test.each([
  ['cảm ơn em', 'no_date'],
  ['', 'no_date'],
  ['3: chưa rõ', 'no_date'],
  ['3: tuần 2 tháng 12', 'no_date'],
  ['3: cuối tháng 12', 'no_date'],
  ['15/12', 'which_line'],
  ['8/12, 9/12', 'which_line'],
  ['9: 15/12', 'no_such_line'],
  ['3: 31/11', 'no_such_day'],
  ['3: 12/15', 'no_such_day'],
  ['3: 8/12, 3: 9/12', 'line_twice'],
  ['3: 15-16/12', 'several_days'],
  ['3: từ 15/12 đến 17/12', 'several_days'],
  ['15-16/12', 'several_days'],
  ['3: 30/11', 'in_the_past'],
  ['3: 15/12/2025', 'in_the_past'],
  ['3: 15/12/2029', 'too_far'],
  ['3: thứ Năm 18/12', 'weekday_differs'],
])('the office is asked again after %j: %s', (text, why) => {
  expect(days(text)).toBe(why)
})

test.each([
  '3 bé mai nghỉ',
  'A1 28/30, vắng 2: An sốt 38.5, Bình ho có phép',
  'vắng 2 không phép',
  'mai huỷ 2 suất ăn',
  'lớp A3 mai đi tiêm nhé',
  'hôm nay có 4 cháu về sớm',
  'cô Lan nghỉ thứ 6 tuần này',
  'hôm nay vắng 3',
  '28/30 vắng 2',
  'trả lời 12 là 5/9 khai giảng nhé chị',
  'Trả lời câu hỏi: sữa học đường bắt đầu ngày 5/9',
])('what the office types about other things is left alone: %j', (text) => {
  for (const lines of [december, newYear]) {
    const answer = parseDateAnswer(text, lines, { today: tuesday })
    expect(answer).toEqual({ kind: 'not_understood', why: 'no_date', line: undefined })
  }
})

test('one mistake keeps the whole answer out', () => {
  expect(days('1: 8/12, 2: 31/11')).toBe('no_such_day')
})

test.each([
  ['5/2', '2027-02-05'],
  ['dạ ngày 12 tháng 1 ạ', '2027-01-12'],
  ['1: 12/1', '2027-01-12'],
  ['ngày 20', '2027-01-20'],
  ['ngày 3', '2027-02-03'], // 3 January is over
  ['mai ạ', '2027-01-05'],
  ['15/1', '2027-01-15'],
])('with one line asked about, %j needs no number, and its year is that of the line', (text, day) => {
  expect(days(text, newYear, '2027-01-04')).toEqual({ 1: day })
})

test('in December the office already dates a line of January, in the coming year', () => {
  expect(days('15/1', newYear, '2026-12-20')).toEqual({ 1: '2027-01-15' })
})

test('29 February is taken in a leap year only', () => {
  const lines = (month: string) => [{ number: 1, eventId: 'e', months: [month] }]
  expect(days('29/2', lines('2027-02'), '2027-02-01')).toBe('no_such_day')
  expect(days('29/2', lines('2028-02'), '2028-02-01')).toEqual({ 1: '2028-02-29' })
})

test('a day that is no school day is taken, and the reason told', () => {
  const answer = parseDateAnswer('1: 5/12; 2: 1/1', december, { today: tuesday })
  expect(answer).toMatchObject({
    items: [
      { line: 1, day: '2026-12-05', dayOff: { why: 'saturday' } },
      { line: 2, day: '2027-01-01', dayOff: { why: 'holiday', name: 'new_year' }, outsideMonths: true },
    ],
  })
})

test('the school’s own closures count for that too', () => {
  const closures = [{ day: '2026-12-15', open: false, reason: 'Nghỉ bão' }]
  const answer = parseDateAnswer('3: 15/12', december, { today: tuesday, closures })
  expect(answer).toMatchObject({ items: [{ dayOff: { why: 'closure', reason: 'Nghỉ bão' } }] })
})

test.each([
  ['bỏ 4', [4], {}],
  ['bỏ qua 2, 4', [2, 4], {}],
  ['4 không tổ chức', [4], {}],
  ['2: không có ạ', [2], {}],
  ['2 thì bỏ nhé, 3: 15/12', [2], { 3: '2026-12-15' }],
  ['3: 15/12, bỏ 4', [4], { 3: '2026-12-15' }],
  ['skip 4\n3: 15/12', [4], { 3: '2026-12-15' }],
])('the office gives lines up: %j', (text, skipped, expected) => {
  const answer = parseDateAnswer(text, december, { today: tuesday })
  expect(answer).toMatchObject({ kind: 'dates', skipped })
  expect(days(text)).toEqual(expected)
})

test('a line may not be dated and given up at once, nor one given up that was not asked about', () => {
  expect(days('3: 15/12, bỏ 3')).toBe('line_twice')
  expect(days('bỏ 9')).toBe('no_such_line')
})

test('any day of the coming months, written in any form, is read back as that day', () => {
  const forms = [
    (d: number, m: number) => `${d}/${m}`,
    (d: number, m: number) => `${String(d).padStart(2, '0')}-${String(m).padStart(2, '0')}`,
    (d: number, m: number) => `ngày ${d} tháng ${m}`,
    (d: number, m: number, y: number) => `${d}.${m}.${y}`,
    (d: number, m: number, y: number) => `${d} / ${m} / ${y}`,
  ]
  const offsets = fc.integer({ min: 0, max: 120 })
  fc.assert(
    fc.property(offsets, fc.constantFrom(...forms), fc.integer({ min: 1, max: 4 }), (offset, form, line) => {
      const day = new Date(Date.parse(tuesday) + offset * 86_400_000).toISOString().slice(0, 10)
      const [year, month, date] = day.split('-').map(Number)
      expect(days(`${line}: ${form(date!, month!, year!)}`)).toEqual({ [line]: day })
    }),
  )
})

test('no text makes it fail, however odd or long', () => {
  const piece = fc.constantFrom(
    '3',
    ':',
    '15/12',
    'thứ',
    ' ',
    '\n',
    'ngày',
    '-',
    '/',
    'tháng',
    'bỏ',
    '99',
    'mai',
    'tuần sau',
    ',',
    '🙂',
    'May',
    '0',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
  )
  fc.assert(
    fc.property(texts, (text) => {
      expect(['dates', 'not_understood']).toContain(parseDateAnswer(text, december, { today: tuesday }).kind)
    }),
    { numRuns: 500 },
  )
  expect(days('15/12 '.repeat(3300))).toBe('which_line')
})
