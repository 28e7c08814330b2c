import { expect, test } from 'vitest'
import { weekdayOf } from '../../../src/core/clock.ts'
import { holidayOn, holidaysOf, swapDays, tetBreak, undecidedHolidays } from '../../../src/features/calendar/holidays.ts'
import { lunarYears, solarDayOf } from '../../../src/features/calendar/lunar-days.ts'

const daysOff = (year: number, name: string) =>
  holidaysOf(year)
    .filter((holiday) => holiday.name === name)
    .map(({ day }) => day)

test.each([
  [2020, '2020-01-25', '2020-04-02'],
  [2024, '2024-02-10', '2024-04-18'],
  [2025, '2025-01-29', '2025-04-07'],
  [2026, '2026-02-17', '2026-04-26'],
  [2027, '2027-02-06', '2027-04-16'],
  [2030, '2030-02-02', '2030-04-12'], // the Chinese new year of 2030 is a day later
])('the office reads mùng 1 Tết and Giỗ Tổ of %i', (year, tet, hungKings) => {
  expect(solarDayOf({ year, month: 1, day: 1 })).toBe(tet)
  expect(solarDayOf({ year, month: 3, day: 10 })).toBe(hungKings)
  expect(holidayOn(tet)?.name).toBe('tet')
  expect(holidayOn(hungKings)?.name).toBe('hung_kings')
})

test.each([
  [2024, ['2024-02-08', '2024-02-09', '2024-02-10', '2024-02-11', '2024-02-12', '2024-02-13', '2024-02-14']],
  [2025, ['2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31']],
  [2026, ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20']],
  [2027, ['2027-02-04', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09', '2027-02-10']],
])('the Tết break of %i is five days, those on a weekend made up after it', (year, days) => {
  expect(daysOff(year, 'tet')).toEqual(days)
  expect(tetBreak(year)).toHaveLength(5)
})

test('the office sees that the Tết break of 2027 is assumed and that of 2026 was announced', () => {
  expect(holidayOn('2026-02-17')?.certainty).toBe('announced')
  expect(holidayOn('2027-02-06')?.certainty).toBe('assumed')
})

test('a holiday on a weekend is made up on the next working day that is not off already', () => {
  expect(holidayOn('2026-04-27')).toMatchObject({ name: 'hung_kings', kind: 'made_up_holiday' })
  expect(holidayOn('2027-05-03')).toMatchObject({ name: 'labour_day', kind: 'made_up_holiday' })
  expect(holidayOn('2022-01-03')).toMatchObject({ name: 'new_year', kind: 'made_up_holiday' })
  // 2023: Saturday Giỗ Tổ, Sunday 30/4, Monday 1/5: two days are made up after all three.
  expect(holidayOn('2023-05-02')).toMatchObject({ name: 'hung_kings', kind: 'made_up_holiday' })
  expect(holidayOn('2023-05-03')).toMatchObject({ name: 'reunification', kind: 'made_up_holiday' })
  expect(holidayOn('2023-05-04')).toBeUndefined()
})

test.each([
  [2020, ['2020-09-02']],
  [2021, ['2021-09-02', '2021-09-03']],
  [2022, ['2022-09-01', '2022-09-02']],
  [2023, ['2023-09-01', '2023-09-02', '2023-09-04']],
  [2024, ['2024-09-02', '2024-09-03']],
  [2025, ['2025-09-01', '2025-09-02']],
  [2026, ['2026-08-31', '2026-09-01', '2026-09-02']],
])('Quốc khánh of %i has the days that were decided', (year, days) => {
  expect(daysOff(year, 'national_day')).toEqual(days)
})

test('a swapped day lies on a working day and is worked on a Saturday', () => {
  for (const { off, worked } of swapDays) {
    expect(holidayOn(off)?.kind).toBe('swapped_day_off')
    expect([1, 2, 3, 4, 5]).toContain(weekdayOf(off))
    expect(weekdayOf(worked)).toBe(6)
  }
})

test('24/11 stays a school day as long as no law makes it a day off', () => {
  expect(undecidedHolidays.map(({ monthDay }) => monthDay)).toEqual(['11-24'])
  for (const year of [2026, 2027, 2028]) {
    for (const { monthDay } of undecidedHolidays) expect(holidayOn(`${year}-${monthDay}`)).toBeUndefined()
  }
})

test('every covered year has all statutory days, and as many days off on working days', () => {
  for (let year = lunarYears.first; year <= lunarYears.last; year += 1) {
    const holidays = holidaysOf(year)
    const statutory = holidays.filter(({ kind }) => kind === 'holiday')
    expect(statutory, String(year)).toHaveLength(year < 2021 ? 10 : 11)
    const weekdaysOff = holidays.filter(({ day, kind }) => kind !== 'swapped_day_off' && weekdayOf(day) % 6 !== 0)
    expect(weekdaysOff, String(year)).toHaveLength(year < 2021 ? 10 : 11)
  }
})

test('a year outside the lunar table has its fixed holidays only', () => {
  expect([...new Set(holidaysOf(2060).map(({ name }) => name))]).toEqual([
    'new_year',
    'reunification',
    'labour_day',
    'national_day',
  ])
})
