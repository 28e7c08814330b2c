import { expect, test } from 'vitest'
import { readHeading } from '../../../src/features/imports/pasted-headings.ts'
import { looksLikeSchedule, readPasted } from '../../../src/features/imports/read-pasted.ts'

const classes = [{ id: 'a1', code: 'A1', name: 'Mẫu giáo lớn A1', age: '5' as const }]
const read = (text: string, change: { mend?: boolean; layOn?: string } = {}) =>
  readPasted(text, { schoolYear: '2026-2027', classes, mend: true, ...change })

const year = `LỊCH TRÌNH HOẠT ĐỘNG CHUYÊN MÔN NĂM HỌC 2026-2027
THÁNG 8/2026:
- Chuẩn bị khai giảng; rà soát phòng dịch.
THÁNG 9/2026:
- Khai giảng ngày 5/9.
- Họp phụ huynh
  lớp A1 đầu năm
THÁNG 01, 02/2027:
– Nghỉ Tết từ 1/2/2027 đến 12/2/2027
- Sơ kết học kỳ I
THÁNG 4/2027:
• Tham quan
THÁNG 5/2026:
- Tổng kết năm học
- Hoàn thành chương trình ngày 24/5/2027, kết thúc năm học vào ngày 28/5/2027.
THÁNG 6,7,8/2027
- Hoạt động hè./.`

test.each([
  ['THÁNG 9/2020:', [9], 2020],
  ['THÁNG 01, 02/2021:', [1, 2], 2021],
  ['THÁNG 6,7,8/2021:', [6, 7, 8], 2021],
  ['Tháng 6-8/2027', [6, 7, 8], 2027],
  ['thang 9 / 2026', [9], 2026],
  ['THÁNG 9 NĂM 2026', [9], 2026],
  ['THÁNG l0/202O', [10], 2020],
  ['- THÁNG 9/2026', [9], 2026],
  ['THÁNG 3', [3], undefined],
])('the heading "%s" is read', (text, months, at) => {
  expect(readHeading(text, 1)).toMatchObject({ months, ...(at === undefined ? {} : { year: at }) })
})

test.each(['Tháng 13/2026', 'tháng này bận', 'THÁNG 9/2026: họp'])('"%s" is no heading', (text) => {
  expect(readHeading(text, 1)).toBeUndefined()
})

test('a schedule is read heading by heading: some time in the month, on a day, over several days', () => {
  const { rows, problems, schoolYear, odd } = read(year)
  expect(problems).toEqual([])
  expect(schoolYear).toBe('2026-2027')
  expect(odd).toMatchObject([{ heading: { line: 13, months: [5], year: 2026 }, fits: 2027 }])
  expect(rows.map(({ line, what }) => [line, what])).toMatchObject([
    [3, { when: { kind: 'within', months: [8] } }],
    [5, { title: 'Khai giảng ngày 5/9', when: { kind: 'dated', day: '2026-09-05' } }],
    [6, { title: 'Họp phụ huynh lớp A1 đầu năm', when: { months: [9] }, classIds: ['a1'] }],
    [9, { kind: 'closure', day: '2027-02-01', lastDay: '2027-02-12' }],
    [10, { when: { months: [1, 2] } }],
    [12, { when: { months: [4] } }],
    [14, { title: 'Tổng kết năm học', when: { months: [5] }, schoolYear: '2026-2027' }],
    [15, { title: 'Hoàn thành chương trình ngày 24/5/2027', when: { day: '2027-05-24' } }],
    [15, { when: { day: '2027-05-28' } }],
    [17, { title: 'Hoạt động hè', when: { months: [6, 7, 8] }, schoolYear: '2026-2027' }],
  ])
})

test('the office may keep the year as it was typed', () => {
  const kept = read(year, { mend: false }).rows.find(({ line }) => line === 14)
  expect(kept?.what).toMatchObject({ schoolYear: '2025-2026' })
})

test('two schedules of two years in one text are no slip', () => {
  expect(read('THÁNG 9/2026:\n- Một\nTHÁNG 9/2027:\n- Hai').odd).toEqual([])
})

test('a text with no month: what has a day is taken, each other line is told with its number', () => {
  const { rows, problems } = read('- Họp hội đồng\n- Khai giảng 5/9/2026\n\n- Cân đo đợt 1\nghi chú của chị Hoa')
  expect(rows.map(({ line }) => line)).toEqual([2])
  expect(problems).toEqual([
    { line: 1, why: 'no_month', text: 'Họp hội đồng' },
    { line: 4, why: 'no_month', text: 'Cân đo đợt 1 ghi chú của chị Hoa' },
  ])
})

test('typing errors of a text cost only their own lines', () => {
  const { rows, problems } = read(
    'THÁNG 9/2026\n- Họp ngày 31/9\n- [bookmark: x]\n[bookmark: _GoBack]- Khai giảng\nLưu ý chung\n-\n- Thứ Hai 8/9/2026 tập huấn',
  )
  expect(rows.map(({ line }) => line)).toEqual([4])
  expect(problems.map(({ line, why }) => [line, why])).toEqual([
    [2, 'no_such_day'],
    [3, 'not_a_line'],
    [5, 'not_a_line'],
    [6, 'not_a_line'],
    [7, 'weekday_differs'],
  ])
})

test('laid on another year, days move, names of the year follow, and days in a title go', () => {
  const { rows } = read('THÁNG 9/2020:\n- Bắt đầu năm học 2020-2021 từ ngày 14/9/2020\n- Hội thi', { layOn: '2026-2027' })
  expect(rows.map(({ what }) => what)).toMatchObject([
    { title: 'Bắt đầu năm học 2026-2027', when: { day: '2026-09-14' }, moved: true, schoolYear: '2026-2027' },
    { title: 'Hội thi', when: { kind: 'within', months: [9] }, schoolYear: '2026-2027' },
  ])
})

test.each([
  ['THÁNG 9/2026:\n- Khai giảng', true],
  [year, true],
  ['- một việc\n- hai việc\n- ba việc', true],
  ['mai nghỉ do bão', false],
  ['Tháng 9 này bận quá em ạ', false],
  ['báo tất cả: mai nghỉ\n- nhớ nhé', false],
  ['12: Dạ\n- một\n- hai\n- ba', false],
])('%j is a schedule: %s', (text, expected) => {
  expect(looksLikeSchedule(text)).toBe(expected)
})
