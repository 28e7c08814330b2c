import { expect, test } from 'vitest'
import type { Cell } from '../../../src/features/imports/sent-file.ts'
import { readRoster } from '../../../src/features/roster-import/read-roster.ts'

const today = '2026-11-22'
const read = (...rows: Cell[][]) =>
  readRoster(
    rows.map((cells, index) => ({ line: index + 1, cells })),
    { today },
  )
const names = (...rows: Cell[][]) => read(...rows)?.rows.map(({ name, classLabel }) => `${name} · ${classLabel}`)

test('two rows of heads, a birth date on the boys’ or the girls’ side, a title with the class, totals and signatures', () => {
  const reading = read(
    ['TRƯỜNG MẦM NON HOA SEN'],
    ['DANH SÁCH TRẺ LỚP MẪU GIÁO LỚN A1 NĂM HỌC 2026-2027'],
    ['STT', 'Họ và tên', null, 'Ngày, tháng, năm sinh', null, 'Họ tên mẹ', 'SĐT mẹ', 'Địa chỉ'],
    [null, 'Họ đệm', 'Tên', 'Nam', 'Nữ', null, null, null],
    ['1', '2', '3', '4', '5', '6', '7', '8'],
    [1, 'Nguyễn Bảo', 'An', '05/03/2021', null, 'Lê Thị Bình', 912345678, 'Long Biên'],
    [2, 'TRẦN MINH', 'KHUÊ (Bông)', null, 44260, null, '+84 912.345.679', null],
    ['Tổng cộng: 2 trẻ'],
    [null, null, null, 'Long Biên, ngày 5 tháng 9 năm 2026'],
    [null, 'Hiệu trưởng'],
    [null, 'Phạm Thị', 'Hoa'],
  )
  expect(reading?.rows).toEqual([
    {
      line: 6,
      name: 'Nguyễn Bảo An',
      classLabel: 'MẪU GIÁO LỚN A1',
      birthDate: '2021-03-05',
      sex: 'male',
      phone: '0912345678',
      notes: ['mended_phone'],
    },
    {
      line: 7,
      name: 'Trần Minh Khuê',
      nickname: 'Bông',
      classLabel: 'MẪU GIÁO LỚN A1',
      birthDate: '2021-03-05',
      sex: 'female',
      phone: '0912345679',
      notes: [],
    },
  ])
  expect(reading?.doubts).toEqual([])
  expect(reading?.ignored).toEqual(['Họ tên mẹ', 'Địa chỉ'])
})

test('classes as lines of their own, the date in three columns, a cross for the girls', () => {
  const reading = read(
    ['Lớp: Hoa Mai - Sĩ số 2'],
    ['TT', 'Họ tên trẻ', 'Tên ở nhà', 'Ngày sinh', null, null, 'Nữ'],
    [null, null, null, 'Ngày', 'Tháng', 'Năm', null],
    [1, 'Lê Đức Anh', 'Bin', 3, 4, 2022, null],
    [2, 'Lê Thu Hà', null, 31, 2, 2022, 'x'],
    ['Cộng', 2],
    ['Lớp A2'],
    [1, "H'Nhung Niê", null, 1, 2, 2021, 'x'],
  )
  expect(reading?.rows).toMatchObject([
    { name: 'Lê Đức Anh', nickname: 'Bin', classLabel: 'Hoa Mai', birthDate: '2022-04-03' },
    { name: 'Lê Thu Hà', classLabel: 'Hoa Mai', sex: 'female', notes: ['bad_birth_date'] },
    { name: "H'Nhung Niê", classLabel: 'A2', birthDate: '2021-02-01', sex: 'female' },
  ])
})

test('the class in a column that says it once, and on sheets of their own', () => {
  expect(
    names(
      ['Họ và tên', 'Ngày sinh', 'Lớp'],
      ['Lê Anh Tú', '2021-05-06', 'A1'],
      ['Lê Anh Tài', '6.5.21', null],
      ['Vũ Minh Châu', { day: '2022-01-02' }, 'B1'],
    ),
  ).toEqual(['Lê Anh Tú · A1', 'Lê Anh Tài · A1', 'Vũ Minh Châu · B1'])
  const head: Cell[] = ['STT', 'Họ và tên', 'Ngày sinh']
  const sheets = readRoster(
    [
      { sheet: 'Lá 1', line: 1, cells: head },
      { sheet: 'Lá 1', line: 2, cells: [1, 'Lê Anh Tú', '06/05/2021'] },
      { sheet: 'Chồi 2', line: 1, cells: head },
      { sheet: 'Chồi 2', line: 2, cells: [1, 'Lê Anh Tài', '06/05/2022'] },
      { sheet: 'Tổng hợp', line: 1, cells: ['Lớp', 'Sĩ số'] },
      { sheet: 'Tổng hợp', line: 2, cells: ['Lá 1', 1] },
    ],
    { today },
  )
  expect(sheets?.rows.map(({ name, classLabel, sheet }) => [name, classLabel, sheet])).toEqual([
    ['Lê Anh Tú', 'Lá 1', 'Lá 1'],
    ['Lê Anh Tài', 'Chồi 2', 'Chồi 2'],
  ])
})

test('a name that is an order, markup, a number or one word is a doubt with its line; no names at all is said', () => {
  const reading = read(
    ['STT', 'Họ và tên', 'Ngày sinh', 'Lớp'],
    [1, '=cmd|"/c calc"!A0', '1/1/2021', 'A1'],
    [2, '<script>alert(1)</script>', '1/1/2021', 'A1'],
    [3, 'An', '1/1/2021', 'A1'],
    [null, 'Nguyễn Thị Phượng', null, null],
    [4, 'Đỗ Gia Bảo', '1/1/2021', null],
    [5, '@SUM(A1)', '', 'A1'],
  )
  expect(reading?.doubts.map(({ line, why }) => [line, why])).toEqual([
    [2, 'formula'],
    [3, 'odd_name'],
    [4, 'one_word'],
    [5, 'no_number'],
    [7, 'formula'],
  ])
  expect(reading?.rows.map(({ name }) => name)).toEqual(['Đỗ Gia Bảo'])
  expect(read(['Ngày', 'Nội dung'], ['5/9', 'Khai giảng'])).toBeUndefined()
  expect(read()).toBeUndefined()
})

test.each([
  ['05/03/2021', '2021-03-05'],
  ['5-3-21', '2021-03-05'],
  ['2021-03-05', '2021-03-05'],
  ['ngày 5 tháng 3 năm 2021', '2021-03-05'],
  [44260, '2021-03-05'],
  ['44260', '2021-03-05'],
  [{ day: '2021-03-05' }, '2021-03-05'],
  ['03/25/2021', ['bad_birth_date']],
  ['29/02/2023', ['bad_birth_date']],
  [2021, ['year_only']],
  ['05/03/1991', ['odd_age']],
  ['05/03/2027', ['odd_age']],
  ['hôm qua', ['bad_birth_date']],
])('a birth date written %j', (cell, wanted) => {
  const [row] = read(['Họ và tên', 'Ngày sinh', 'Lớp'], ['Lê Anh Tú', cell as Cell, 'A1'])!.rows
  expect(typeof wanted === 'string' ? row?.birthDate : row?.notes).toEqual(wanted)
})
