import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../src/core/clock.ts'
import { writtenDay } from '../../../src/features/imports/written-day.ts'

const read = (text: string, context: { months?: number[]; layOn?: string } = {}) =>
  writtenDay(text, { schoolYear: '2026-2027', ...context })
const dated = (day: string, more: object = {}) => ({ kind: 'when', when: { kind: 'dated', day, ...more } })

test.each<[text: string, expected: object, context?: { months?: number[]; layOn?: string }]>([
  ['5/9', dated('2026-09-05')],
  ['05-09-2026', dated('2026-09-05')],
  ['ngày 5 tháng 9', dated('2026-09-05')],
  ['5.9.2026', dated('2026-09-05')],
  ['05/09/26', dated('2026-09-05')],
  ['2026-09-05', dated('2026-09-05')],
  ['5-9', dated('2026-09-05')],
  ['Thứ Bảy, 5/9/2026', dated('2026-09-05')],
  ['5 tháng 9 năm 2026', dated('2026-09-05')],
  ['12/2', dated('2027-02-12')],
  ['31/7', dated('2027-07-31')],
  ['1/8', dated('2026-08-01')],
  ['29/2/2028', dated('2028-02-29')],
  ['5-7/9', dated('2026-09-05', { lastDay: '2026-09-07' })],
  ['5/9 - 12/9', dated('2026-09-05', { lastDay: '2026-09-12' })],
  ['5/9/26 - 12/9/26', dated('2026-09-05', { lastDay: '2026-09-12' })],
  ['từ 28/12 đến 2/1', dated('2026-12-28', { lastDay: '2027-01-02' })],
  ['từ ngày 5 đến ngày 7 tháng 9', dated('2026-09-05', { lastDay: '2026-09-07' })],
  ['8h ngày 20/11', dated('2026-11-20', { time: '08:00' })],
  ['14:00-16:30 20/11/2026', dated('2026-11-20', { time: '14:00', endTime: '16:30' })],
  ['2h chiều 20/11', dated('2026-11-20', { time: '14:00' })],
  ['15/8 âm lịch', dated('2026-09-25')],
  ['23/12 âm lịch', dated('2027-01-30')],
  ['10/3 (âm lịch)', dated('2027-04-16')],
  ['15', dated('2026-09-15'), { months: [9] }],
  ['ngày 15', dated('2026-09-15'), { months: [9] }],
  ['15-17', dated('2026-09-15', { lastDay: '2026-09-17' }), { months: [9] }],
  ['14/9/2020', dated('2026-09-14'), { layOn: '2026-2027' }],
  ['24/5/2021', dated('2027-05-24'), { layOn: '2026-2027' }],
  ['tháng 9', { kind: 'when', when: { kind: 'within', months: [9] }, schoolYear: '2026-2027' }],
  ['tuần 2 tháng 10/2026', { kind: 'when', when: { kind: 'within', months: [10] } }],
  ['chưa rõ', { kind: 'none' }],
  ['30/2', { kind: 'problem', why: 'no_such_day' }],
  ['5/25/2026', { kind: 'problem', why: 'no_such_day' }],
  ['29/2/2027', { kind: 'problem', why: 'no_such_day' }],
  ['thứ Sáu 5/9', { kind: 'problem', why: 'weekday_differs' }],
  ['12/9 đến 5/9', { kind: 'problem', why: 'backwards' }],
  ['từ 1/9 đến 31/5', { kind: 'problem', why: 'too_long' }],
])('"%s" is read', (text, expected, context) => {
  expect(read(text, context)).toMatchObject(expected)
})

test('every day of a school year is read back from each way of writing it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 364 }), (offset) => {
      const day = addDays('2026-08-01', offset)
      const [year, month, date] = day.split('-').map(Number) as [number, number, number]
      const ways = [
        `${date}/${month}`,
        `${date}-${month}-${year}`,
        `ngày ${date} tháng ${month}`,
        `ngày ${date}/${month}/${year}`,
        day,
      ]
      for (const way of ways) expect(read(way), way).toMatchObject(dated(day))
    }),
  )
})

test('whatever is typed, it never throws, and a day it gives is a real one', () => {
  const words = fc.constantFrom('5/9', '30/2', 'ngày', 'tháng', '9', '-', 'đến', '8h', 'thứ 6', 'âm lịch', '2026', '/', '99', 'x')
  fc.assert(
    fc.property(fc.array(words, { maxLength: 8 }), (list) => {
      const said = read(list.join(' '))
      if (said.kind !== 'when' || said.when.kind !== 'dated') return
      expect(new Date(`${said.when.day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(said.when.day)
    }),
  )
})
