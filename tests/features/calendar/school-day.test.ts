import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../src/core/clock.ts'
import {
  type Closure,
  firstSchoolDayOfMonth,
  isSchoolDay,
  nextSchoolDay,
  previousSchoolDay,
} from '../../../src/features/calendar/school-day.ts'
import { dayOfYear, isRealDay, monthsOfYear, schoolYearOf } from '../../../src/features/calendar/school-year.ts'

const storm: Closure = { day: '2026-09-28', lastDay: '2026-09-29', open: false, reason: 'Nghỉ bão' }
const openSaturday: Closure = { day: '2026-10-03', open: true, reason: 'Học bù' }
const summer: Closure = { day: '2027-06-01', lastDay: '2027-07-31', open: false, reason: 'Nghỉ hè', summerBreak: true }

test.each([
  ['2026-11-20', { kind: 'school_day' }],
  ['2026-11-24', { kind: 'school_day' }],
  ['2026-11-21', { kind: 'day_off', why: 'saturday' }],
  ['2026-11-22', { kind: 'day_off', why: 'sunday' }],
  ['2027-01-01', { kind: 'day_off', why: 'holiday', name: 'new_year' }],
  ['2027-02-06', { kind: 'day_off', why: 'holiday', name: 'tet' }],
  ['2027-02-10', { kind: 'day_off', why: 'made_up_holiday', name: 'tet' }],
  ['2027-02-11', { kind: 'school_day' }],
  ['2026-01-02', { kind: 'day_off', why: 'swapped_day_off', name: 'new_year' }],
  ['2026-01-10', { kind: 'day_off', why: 'saturday' }],
])('anyone can ask whether %s is a school day, and why not', (day, answer) => {
  expect(isSchoolDay(day, [])).toMatchObject(answer)
})

test('the office closes the school for a storm and opens a Saturday for it', () => {
  const closures = [storm, openSaturday]
  expect(isSchoolDay('2026-09-29', closures)).toEqual({ kind: 'day_off', why: 'closure', reason: 'Nghỉ bão' })
  expect(isSchoolDay('2026-09-30', closures)).toEqual({ kind: 'school_day' })
  expect(isSchoolDay('2026-10-03', closures)).toEqual({ kind: 'school_day', openBecause: 'Học bù' })
  expect(nextSchoolDay('2026-09-25', closures)).toBe('2026-09-30')
  expect(nextSchoolDay('2026-10-02', closures)).toBe('2026-10-03')
})

test('the office opens the school on a public holiday, even against its own closure', () => {
  const open: Closure = { day: '2027-02-04', open: true, reason: 'Trông trẻ ngày 28 Tết' }
  const shut: Closure = { day: '2027-02-01', lastDay: '2027-02-12', open: false, reason: 'Nghỉ Tết' }
  expect(isSchoolDay('2027-02-04', [shut, open]).kind).toBe('school_day')
  expect(isSchoolDay('2027-02-03', [shut, open])).toMatchObject({ why: 'closure' })
})

test('a summer break is one only when the school says so', () => {
  expect(isSchoolDay('2027-06-15', []).kind).toBe('school_day')
  expect(isSchoolDay('2027-06-15', [summer])).toEqual({ kind: 'day_off', why: 'summer_break', reason: 'Nghỉ hè' })
  expect(previousSchoolDay('2027-08-02', [summer])).toBe('2027-05-31')
})

test('the school days around New Year and Tết are found', () => {
  expect(nextSchoolDay('2026-12-31', [])).toBe('2027-01-04')
  expect(previousSchoolDay('2027-01-04', [])).toBe('2026-12-31')
  expect(nextSchoolDay('2027-02-03', [])).toBe('2027-02-11')
  expect(previousSchoolDay('2027-02-11', [])).toBe('2027-02-03')
})

test('the first school day of a month is found, or that there is none', () => {
  expect(firstSchoolDayOfMonth('2026-12', [])).toBe('2026-12-01')
  expect(firstSchoolDayOfMonth('2026-08', [])).toBe('2026-08-03')
  expect(firstSchoolDayOfMonth('2026-09', [])).toBe('2026-09-03')
  expect(firstSchoolDayOfMonth('2027-01', [])).toBe('2027-01-04')
  expect(firstSchoolDayOfMonth('2027-05', [])).toBe('2027-05-04')
  expect(firstSchoolDayOfMonth('2027-06', [summer])).toBeNull()
})

test('a closure without end does not hang the search', () => {
  expect(nextSchoolDay('2026-11-20', [{ day: '2020-01-01', lastDay: '2999-12-31', open: false, reason: 'Đóng cửa' }])).toBeNull()
})

test('a school year begins on 1 August', () => {
  expect(schoolYearOf('2026-07-31')).toBe('2025-2026')
  expect(schoolYearOf('2026-08-01')).toBe('2026-2027')
  expect(schoolYearOf('2027-01-01')).toBe('2026-2027')
})

test('August is the beginning, and in the summer months the end of a school year', () => {
  expect(monthsOfYear('2026-2027', [8])).toEqual(['2026-08'])
  expect(monthsOfYear('2026-2027', [6, 7, 8])).toEqual(['2027-06', '2027-07', '2027-08'])
  expect(monthsOfYear('2026-2027', [1, 2])).toEqual(['2027-01', '2027-02'])
  expect(dayOfYear('2026-2027', 2, 29)).toBe('2027-02-28')
  expect(dayOfYear('2027-2028', 2, 29)).toBe('2028-02-29')
  expect(isRealDay('2027-02-29')).toBe(false)
})

test('from any day, next and previous school day are school days with none between', () => {
  const days = fc.integer({ min: 0, max: 15 * 365 }).map((offset) => addDays('2020-01-01', offset))
  fc.assert(
    fc.property(days, (day) => {
      const next = nextSchoolDay(day, [])!
      expect(isSchoolDay(next, []).kind).toBe('school_day')
      for (let between = addDays(day, 1); between < next; between = addDays(between, 1)) {
        expect(isSchoolDay(between, []).kind).toBe('day_off')
      }
      if (isSchoolDay(day, []).kind === 'school_day') expect(previousSchoolDay(next, [])).toBe(day)
    }),
    { numRuns: 300 },
  )
})
