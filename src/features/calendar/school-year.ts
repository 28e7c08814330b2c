import { instantOf, type SchoolDay, schoolDayOf } from '../../core/clock.ts'

/** `2026-2027`. */
export type SchoolYear = string

/** The school year of a day. It begins on 1 August, where the activity schedule of 2020-2021 begins; August belongs to the new year. */
export function schoolYearOf(day: SchoolDay): SchoolYear {
  const year = Number(day.slice(0, 4))
  const start = Number(day.slice(5, 7)) >= 8 ? year : year - 1
  return `${start}-${start + 1}`
}

/**
 * Months of a school year (1 to 12) as `YYYY-MM`, in order. August is the one it begins with, except beside a month of the second
 * calendar year: the schedule's "6, 7, 8" means the summer that ends the year.
 */
export function monthsOfYear(schoolYear: SchoolYear, months: readonly number[]): string[] {
  const start = Number(schoolYear.slice(0, 4))
  const endsInSummer = months.some((month) => month < 8)
  return months
    .map((month) => `${month > 8 || (month === 8 && !endsInSummer) ? start : start + 1}-${String(month).padStart(2, '0')}`)
    .sort()
}

/** A day and month within a school year; 29 February becomes 28 where there is none. */
export function dayOfYear(schoolYear: SchoolYear, month: number, day: number): SchoolDay {
  const yearMonth = monthsOfYear(schoolYear, [month])[0]!
  const asked = `${yearMonth}-${String(day).padStart(2, '0')}`
  return isRealDay(asked) ? asked : `${yearMonth}-28`
}

/** Whether the calendar has this day: `2027-02-29` is none. */
export function isRealDay(day: string): boolean {
  const instant = instantOf(day, '12:00')
  return !Number.isNaN(instant.getTime()) && schoolDayOf(instant) === day
}
