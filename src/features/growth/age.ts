import type { SchoolDay } from '../../core/clock.ts'

/** Whole months lived on a day. */
export function monthsOld(birthDate: SchoolDay, day: SchoolDay): number {
  const months =
    (Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))) * 12 + Number(day.slice(5, 7)) - Number(birthDate.slice(5, 7))
  return day.slice(8) < birthDate.slice(8) ? months - 1 : months
}
