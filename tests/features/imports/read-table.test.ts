import { expect, test } from 'vitest'
import { planImport } from '../../../src/features/imports/plan.ts'
import { readTable } from '../../../src/features/imports/read-table.ts'
import type { Cell, TableRow } from '../../../src/features/imports/sent-file.ts'

const classes = [
  { id: 'a1', code: 'A1', name: 'Mẫu giáo lớn A1', age: '5' as const },
  { id: 'd1', code: 'D1', name: 'Nhà trẻ D1', age: 'nursery' as const },
]
const table = (...rows: Cell[][]): TableRow[] => rows.map((cells, index) => ({ line: index + 1, cells }))
const read = (rows: TableRow[], layOn?: string) =>
  readTable(rows, { schoolYear: '2026-2027', classes, ...(layOn === undefined ? {} : { layOn }) })

test('columns are known by their heads wherever they stand, titles above them left alone', () => {
  const { rows, problems } = read(
    table(
      ['TRƯỜNG MẦM NON HOA NẮNG'],
      ['KẾ HOẠCH NĂM HỌC 2026-2027'],
      ['TT', 'Nội dung', 'Thời gian', 'Địa điểm', 'Đối tượng'],
      [1, 'Khai giảng', '5/9 lúc 7h30', 'Sân trường', 'Toàn trường'],
      [2, 'Họp phụ huynh lớp', { day: '2026-09-12' }, null, 'Lớp A1'],
      [3, 'Cân đo', 46_280, null, 'Khối nhà trẻ'],
    ),
  )
  expect(problems).toEqual([])
  expect(rows.map(({ line, what }) => [line, what])).toMatchObject([
    [4, { title: 'Khai giảng', when: { day: '2026-09-05', time: '07:30' }, place: 'Sân trường', audience: ['parents', 'staff'] }],
    [5, { title: 'Họp phụ huynh lớp', when: { day: '2026-09-12' }, classIds: ['a1'] }],
    [6, { title: 'Cân đo', when: { day: '2026-09-15' }, ageGroups: ['nursery'] }],
  ])
})

test('a month in a row of its own holds for the days and lines below it', () => {
  const { rows } = read(
    table(['Ngày', 'Nội dung'], ['Tháng 10'], [15, 'Hội thi'], [null, 'Kiểm tra bếp'], ['Tháng 1'], ['7', 'Sơ kết']),
  )
  expect(rows.map(({ what }) => what)).toMatchObject([
    { title: 'Hội thi', when: { kind: 'dated', day: '2026-10-15' } },
    { title: 'Kiểm tra bếp', when: { kind: 'within', months: [10] } },
    { title: 'Sơ kết', when: { kind: 'dated', day: '2027-01-07' } },
  ])
})

test('a table without heads is understood by what stands in it', () => {
  const { rows } = read(table(['5/9', 'Khai giảng năm học'], ['20/11', 'Ngày Nhà giáo'], ['15/1', 'Sơ kết học kỳ I']))
  expect(rows.map(({ what }) => what.kind === 'event' && what.when)).toMatchObject([
    { day: '2026-09-05' },
    { day: '2026-11-20' },
    { day: '2027-01-15' },
  ])
})

test('each line that is not understood is told with its number and why, and the others are taken', () => {
  const { rows, problems } = read(
    table(
      ['Ngày', 'Nội dung', 'Dành cho', 'Đến ngày'],
      ['5/9', 'Khai giảng'],
      ['30/2', 'Họp'],
      [null, 'Không có ngày'],
      ['6/9', null],
      ['hôm nào đó', 'Không rõ ngày'],
      ['7/9', 'Lớp lạ', 'Lớp Z9'],
      ['8/9', 'Ngược', null, '1/9'],
      ['#VALUE!', 'Công thức hỏng'],
      ['thứ Hai 9/9/2026', 'Sai thứ'],
    ),
  )
  expect(rows).toHaveLength(1)
  expect(problems.map(({ line, why }) => [line, why])).toEqual([
    [3, 'no_such_day'],
    [4, 'no_day'],
    [5, 'no_title'],
    [6, 'which_day'],
    [7, 'no_such_class'],
    [8, 'backwards'],
    [9, 'formula'],
    [10, 'weekday_differs'],
  ])
})

test('days off and make-up days of a plan are the school’s word for those days', () => {
  const { rows } = read(
    table(
      ['Từ ngày', 'Đến ngày', 'Nội dung', 'Lớp'],
      ['1/2', '12/2', 'Nghỉ Tết Nguyên đán'],
      ['16/1', null, 'Học bù'],
      ['3/3', null, 'Nghỉ phun thuốc', 'A1'],
    ),
  )
  expect(rows.map(({ what }) => what)).toEqual([
    { kind: 'closure', day: '2027-02-01', lastDay: '2027-02-12', open: false, reason: 'Nghỉ Tết Nguyên đán' },
    { kind: 'closure', day: '2027-01-16', open: true, reason: 'Học bù' },
    { kind: 'closure', day: '2027-03-03', open: false, reason: 'Nghỉ phun thuốc', only: { classId: 'a1' } },
  ])
})

test('a plan of a year gone by is laid on another, day and month kept', () => {
  const rows = read(
    table(['KẾ HOẠCH NĂM HỌC 2024-2025'], ['Ngày', 'Nội dung'], ['5/9', 'Khai giảng'], ['28/5/2025', 'Bế giảng']),
    '2026-2027',
  ).rows
  expect(rows.map(({ what }) => what)).toMatchObject([
    { when: { day: '2026-09-05' }, moved: true },
    { when: { day: '2027-05-28' }, moved: true },
  ])
})

test('lines far away and lines that stand twice are told, not taken', () => {
  const reading = read(
    table(['Ngày', 'Nội dung'], ['5/9/1900', 'Xưa'], ['5/9/9999', 'Xa'], ['5/9', 'Khai giảng'], ['5/9', 'Khai giảng']),
  )
  const plan = planImport(reading, { events: [], closures: [], window: { from: '2025-08-01', to: '2028-07-31' } })
  expect(plan.rows).toHaveLength(1)
  expect(plan.problems.map(({ line, why }) => [line, why])).toEqual([
    [2, 'too_far'],
    [3, 'too_far'],
    [5, 'twice'],
  ])
})
