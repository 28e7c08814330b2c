import { addDays, instantOf, type SchoolDay, schoolDayOf } from '../../core/clock.ts'
import { type Closure, isSchoolDay, nextSchoolDay } from '../calendar/school-day.ts'

/** One stretch of a school day on which somebody is in the office, school clock. */
export interface OfficeSpan {
  readonly from: string
  readonly to: string
}

const form = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/

/** Reads `07:30-11:30`; undefined when it is no such span, or ends before it begins. */
export function readOfficeSpan(written: string): OfficeSpan | undefined {
  const [from, to] = written.split('-')
  return form.test(written) && from! < to! ? { from: from!, to: to! } : undefined
}

/** When a school's office is in: its hours, and the days on which the school differs from the calendar. */
export interface OfficeTime {
  readonly spans: readonly OfficeSpan[]
  readonly closures: readonly Closure[]
}

interface Shift {
  readonly from: Date
  readonly to: Date
}

function shiftsOn(day: SchoolDay, { spans, closures }: OfficeTime): Shift[] {
  if (isSchoolDay(day, closures).kind !== 'school_day') return []
  return spans
    .map(({ from, to }) => ({ from: instantOf(day, from), to: instantOf(day, to) }))
    .sort((one, other) => one.from.getTime() - other.from.getTime())
}

export function isOfficeOpen(now: Date, time: OfficeTime): boolean {
  return shiftsOn(schoolDayOf(now), time).some(({ from, to }) => from <= now && now < to)
}

/** Whether nobody is in now, but was this morning and will be later today. */
export function isLunchBreak(now: Date, time: OfficeTime): boolean {
  const shifts = shiftsOn(schoolDayOf(now), time)
  return !isOfficeOpen(now, time) && shifts.some(({ to }) => to <= now) && shifts.some(({ from }) => from > now)
}

/** When somebody is in the office again: later today, or on the next school day; null when no day within 200 is one. */
export function nextOpening(now: Date, time: OfficeTime): Date | null {
  const today = schoolDayOf(now)
  const later = shiftsOn(today, time).find(({ from }) => from > now)
  if (later !== undefined) return later.from
  const day = nextSchoolDay(today, time.closures)
  return day === null ? null : (shiftsOn(day, time)[0]?.from ?? null)
}

/** Minutes of office time between two instants: nobody waits in vain over lunch or a weekend. Counts at most the first week. */
export function officeMinutes(from: Date, to: Date, time: OfficeTime): number {
  let minutes = 0
  for (let day = schoolDayOf(from), left = 7; day <= schoolDayOf(to) && left > 0; day = addDays(day, 1), left -= 1) {
    for (const shift of shiftsOn(day, time)) {
      const overlap = Math.min(shift.to.getTime(), to.getTime()) - Math.max(shift.from.getTime(), from.getTime())
      minutes += Math.max(0, overlap) / 60_000
    }
  }
  return minutes
}
