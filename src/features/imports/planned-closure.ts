import { addDays, type SchoolDay } from '../../core/clock.ts'
import type { Closure } from '../calendar/school-day.ts'
import type { ClosureDraft } from './row.ts'

/** The days of a line about days off, one by one. */
export function closureDays({ day, lastDay = day }: ClosureDraft): SchoolDay[] {
  const days = [day]
  while (days.at(-1)! < lastDay) days.push(addDays(days.at(-1)!, 1))
  return days
}

/** Whether the school has said the same of a day already, something else, or nothing. */
export function isAsSaid(draft: ClosureDraft, day: SchoolDay, closures: readonly Closure[]): 'same' | 'other' | 'nothing' {
  const own = closures.find((one) => one.day === day && JSON.stringify(one.only) === JSON.stringify(draft.only))
  if (own === undefined) return 'nothing'
  return own.open === draft.open && own.reason === draft.reason ? 'same' : 'other'
}
