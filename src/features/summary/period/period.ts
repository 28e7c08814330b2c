import { addDays, type SchoolDay, weekdayOf } from '../../../core/clock.ts'
import { type Closure, isSchoolDay } from '../../calendar/school-day.ts'

/** A week from Monday to Sunday, or a month. */
export interface Period {
  readonly kind: 'week' | 'month'
  readonly from: SchoolDay
  /** Included. */
  readonly to: SchoolDay
}

export function weekOf(day: SchoolDay): Period {
  const from = addDays(day, -((weekdayOf(day) + 6) % 7))
  return { kind: 'week', from, to: addDays(from, 6) }
}

/** @param month `YYYY-MM` */
export function monthOf(month: string): Period {
  const from = `${month}-01`
  const next = addDays(from, 31).slice(0, 7)
  return { kind: 'month', from, to: addDays(`${next}-01`, -1) }
}

/** The school days of a period that have come, today included. */
export function schoolDaysIn({ from, to }: Period, today: SchoolDay, closures: readonly Closure[]): SchoolDay[] {
  const days: SchoolDay[] = []
  for (let day = from; day <= to && day <= today; day = addDays(day, 1))
    if (isSchoolDay(day, closures).kind === 'school_day') days.push(day)
  return days
}
