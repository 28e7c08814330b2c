import { getLunarDate } from '@dqcai/vn-lunar'
import { expect, test } from 'vitest'
import { addDays } from '../../../src/core/clock.ts'
import { lunarDayOf, lunarYears, solarDayOf } from '../../../src/features/calendar/lunar-days.ts'
import { isSchoolDay } from '../../../src/features/calendar/school-day.ts'

/** Mùng 1 Tết as Vietnam kept it or will: 1985 and thirty years in a row. Where China differs, its day stands beside. */
const tetDays: Readonly<Record<string, { china: string } | undefined>> = {
  '1985-01-21': { china: '1985-02-20' },
  '2001-01-24': undefined,
  '2002-02-12': undefined,
  '2003-02-01': undefined,
  '2004-01-22': undefined,
  '2005-02-09': undefined,
  '2006-01-29': undefined,
  '2007-02-17': { china: '2007-02-18' },
  '2008-02-07': undefined,
  '2009-01-26': undefined,
  '2010-02-14': undefined,
  '2011-02-03': undefined,
  '2012-01-23': undefined,
  '2013-02-10': undefined,
  '2014-01-31': undefined,
  '2015-02-19': undefined,
  '2016-02-08': undefined,
  '2017-01-28': undefined,
  '2018-02-16': undefined,
  '2019-02-05': undefined,
  '2020-01-25': undefined,
  '2021-02-12': undefined,
  '2022-02-01': undefined,
  '2023-01-22': undefined,
  '2024-02-10': undefined,
  '2025-01-29': undefined,
  '2026-02-17': undefined,
  '2027-02-06': undefined,
  '2028-01-26': undefined,
  '2029-02-13': undefined,
  '2030-02-02': { china: '2030-02-03' },
}

test.each(Object.entries(tetDays))('Tết falls on %s', (day, other) => {
  expect(lunarDayOf(day)).toEqual({ year: Number(day.slice(0, 4)), month: 1, day: 1, leap: false })
  expect(solarDayOf({ year: Number(day.slice(0, 4)), month: 1, day: 1 })).toBe(day)
  if (other !== undefined) expect(lunarDayOf(other.china)).not.toMatchObject({ month: 1, day: 1 })
})

test('the table is the library, day by day, and back again', () => {
  for (let day = `${lunarYears.first}-02-02`; day < `${lunarYears.last + 1}-01-23`; day = addDays(day, 1)) {
    const [year, month, date] = day.split('-').map(Number)
    const library = getLunarDate(date!, month!, year!)
    const own = lunarDayOf(day)!
    if (own.day !== library.day || own.month !== library.month || own.leap !== library.leap || own.year !== library.year)
      expect(own, day).toEqual(library)
    if (solarDayOf(own) !== day) expect(solarDayOf(own)).toBe(day)
  }
})

test('a leap month has the same days twice, and a feast is held in the first', () => {
  // 2025 has a second sixth month, 2028 a second fifth, 2033 a second eleventh month.
  expect(solarDayOf({ year: 2025, month: 6, day: 15 })).toBe('2025-07-09')
  expect(solarDayOf({ year: 2025, month: 6, day: 15, leap: true })).toBe('2025-08-08')
  expect(lunarDayOf('2025-08-08')).toEqual({ year: 2025, month: 6, day: 15, leap: true })
  expect(solarDayOf({ year: 2026, month: 6, day: 15, leap: true })).toBeUndefined()
  expect(solarDayOf({ year: 2028, month: 8, day: 15 })).toBe('2028-10-03')
  expect(lunarDayOf('2033-12-22')).toEqual({ year: 2033, month: 11, day: 1, leap: true })
})

test('the last month has 29 or 30 days: giao thừa is the eve of Tết, and a day that is none is told', () => {
  expect(lunarDayOf('2026-02-16')).toEqual({ year: 2025, month: 12, day: 29, leap: false })
  expect(solarDayOf({ year: 2025, month: 12, day: 30 })).toBeUndefined()
  expect(lunarDayOf('2024-02-09')).toMatchObject({ year: 2023, month: 12, day: 30 })
  expect(solarDayOf({ year: 2026, month: 12, day: 23 })).toBe('2027-01-30')
  expect(lunarDayOf('2027-01-01')).toMatchObject({ year: 2026, month: 11, day: 24 })
  expect(lunarDayOf('1950-01-01')).toBeUndefined()
  expect(solarDayOf({ year: 2051, month: 1, day: 1 })).toBeUndefined()
})

test('the days around Tết 2027: school before it, off on the feast and on what is made up, school again after', () => {
  const kinds = Array.from({ length: 13 }, (_, index) => addDays('2027-02-01', index)).map((day) => {
    const answer = isSchoolDay(day, [])
    return answer.kind === 'school_day' ? 'school' : answer.why
  })
  expect(kinds).toEqual([
    ...['school', 'school', 'school', 'holiday', 'holiday', 'holiday', 'holiday', 'holiday'],
    ...['made_up_holiday', 'made_up_holiday', 'school', 'school', 'saturday'],
  ])
})

test('a school year of Tết in January and one of Tết in late February', () => {
  expect(isSchoolDay('2028-01-24', [])).toMatchObject({ why: 'holiday', name: 'tet' })
  expect(isSchoolDay('2034-02-20', [])).toMatchObject({ why: 'holiday', name: 'tet' })
  expect(isSchoolDay('2027-12-31', [])).toEqual({ kind: 'school_day' })
  expect(isSchoolDay('2028-02-29', [])).toEqual({ kind: 'school_day' })
})
