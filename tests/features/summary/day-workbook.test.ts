import readExcelFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { writeWorkbook } from '../../../src/adapters/workbooks/write-workbook.ts'
import type { Checkin } from '../../../src/features/checkin/checkin-store.ts'
import { summarise } from '../../../src/features/summary/totals.ts'
import { dayWorkbook } from '../../../src/features/summary/workbook/day-workbook.ts'
import { columnName } from '../../../src/features/summary/workbook/workbook.ts'
import { phrases } from '../calendar/locale-phrases.ts'
import { away, ill } from './class-days.ts'

const names = ["=cmd|'/c calc'!A1", '+84 An', '-Bình', '@Châu', '<script>', '"a","b"']
const classes = [
  {
    id: 'a',
    schoolId: 's',
    code: 'A1',
    name: 'Lớp "A&1"',
    age: '5' as const,
    children: names.map((rosterName) => ({ id: rosterName, rosterName })),
  },
  { id: 'b', schoolId: 's', code: 'B1', name: '=1+1', age: '4-5' as const, children: [{ id: 'x', rosterName: 'Nam' }] },
]
const report = {
  present: 4,
  total: 6,
  absent: [
    away({ name: names[0]!, reason: 'sick', symptoms: ['fever', 'cough'], temperatureC: 38.5 }),
    away({ name: names[1]!, excused: false }),
  ],
  illPresent: [ill({ name: names[2]!, symptoms: ['cough'] })],
  leftEarly: [names[3]!],
  unnamedAbsent: 0,
  ambiguous: [],
  unknownNames: [],
  error: null,
}
const checkin = { report, reportedAt: new Date('2026-11-23T08:05:00+07:00') } as unknown as Checkin
const day = '2026-11-23'
const summary = summarise([
  { className: classes[0]!.name, ageGroup: '5', enrolled: 6, report, state: 'confirmed' },
  { className: '=1+1', ageGroup: '4-5', enrolled: 1, report: null, state: 'not_reported' },
])
const sheets = dayWorkbook({ day, summary, classes, checkins: new Map([['a', checkin]]) }, { phrases, language: 'vi' })

test('figures come back as numbers, days as dates, names as the text they are', async () => {
  const read = await readExcelFile(Buffer.from(await writeWorkbook(sheets)))
  const [perClass, perChild, perSymptom] = read.map(({ data }) => data)
  const at = new Date('2026-11-23T00:00:00Z')
  expect(read.map(({ sheet }) => sheet)).toEqual(['Lớp', 'Trẻ', 'Triệu chứng'])
  expect(perClass!.slice(1)).toEqual([
    [at, 'Lớp "A&1"', '5 tuổi', 6, 6, 4, 2, 1, 0, 0, 1, 0, 1, 1, 1, 1, 4 / 6, 'Đã xác nhận', '08:05'],
    [at, '=1+1', '4–5 tuổi', 1, ...Array(13).fill(null), 'Chưa báo', null],
    [null, 'Cộng', null, 7, 6, 4, 2, 1, 0, 0, 1, 0, 1, 1, 1, 1, 4 / 6, null, null],
  ])
  expect(perChild!.slice(1, 7)).toEqual([
    [at, 'Lớp "A&1"', names[0], 'Vắng', 'Vì ốm', 'Chưa rõ', 'sốt, ho', 38.5, null],
    [at, 'Lớp "A&1"', names[1], 'Vắng', 'Chưa rõ', 'Không phép', null, null, null],
    [at, 'Lớp "A&1"', names[2], 'Có mặt', null, null, 'ho', null, null],
    [at, 'Lớp "A&1"', names[3], 'Có mặt', null, null, null, null, 'x'],
    [at, 'Lớp "A&1"', names[4], 'Có mặt', null, null, null, null, null],
    [at, 'Lớp "A&1"', names[5], 'Có mặt', null, null, null, null, null],
  ])
  expect(perChild!.slice(8).map((row) => row.slice(2, 4))).toEqual([
    ['Số trẻ: Có mặt', 4],
    ['Số trẻ: Vắng', 2],
    ['Số trẻ: Chưa rõ', 0],
    ['Số trẻ: Chưa báo', 1],
  ])
  expect(perSymptom).toEqual([
    ['Ngày', 'Triệu chứng', 'Lớp "A&1"', 'Cộng'],
    [at, 'sốt', 1, 1],
    [at, 'ho', 2, 2],
  ])
})

test('only sums and shares are formulas, whatever a name begins with', () => {
  const formulas = sheets.flatMap(({ rows }) => rows.flat().flatMap((cell) => (cell?.kind === 'formula' ? [cell.formula] : [])))
  expect(new Set(formulas.map((formula) => formula.replaceAll(/[A-Z]+\d+/g, '·')))).toEqual(
    new Set(['SUM(·:·)', 'IF(·=0,"",·/·)', ...['Có mặt', 'Vắng', 'Chưa rõ', 'Chưa báo'].map((word) => `COUNTIF(·:·,"${word}")`)]),
  )
})

test('columns are named as Excel names them', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
})
