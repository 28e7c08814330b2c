/** The one source of time. Tests, the demo and simulations set it; nothing else asks the machine what time it is. */
export interface Clock {
  now(): Date
}

/** A calendar day on the school's clock, `YYYY-MM-DD`. Never mixed with an instant, which is a `Date`. */
export type SchoolDay = string & { readonly __schoolDay?: never }

/** The school's clock. Vietnam has had no daylight saving since 1975, so the offset is fixed. */
export const schoolTimeZone = 'Asia/Ho_Chi_Minh'
const offsetMs = 7 * 3_600_000

/** The day an instant falls on, on the school's clock. */
export function schoolDayOf(instant: Date): SchoolDay {
  return new Date(instant.getTime() + offsetMs).toISOString().slice(0, 10)
}

/** Hours and minutes of an instant on the school's clock, `HH:MM`. */
export function schoolTimeOf(instant: Date): string {
  return new Date(instant.getTime() + offsetMs).toISOString().slice(11, 16)
}

/** The instant at which the school's clock shows this day and time. @param time `HH:MM` */
export function instantOf(day: SchoolDay, time: string): Date {
  return new Date(`${day}T${time}:00+07:00`)
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: SchoolDay, count: number): SchoolDay {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(day: SchoolDay): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

/** As people write it: `22/11/2026`. */
export function writtenDay(day: SchoolDay): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
}
