import { type HoursOf, heldBy } from '../hours/hours.ts'
import type { HoursStore } from '../hours/hours-store.ts'
import type { CalendarStore } from './calendar-store.ts'
import { isSchoolDay } from './school-day.ts'

/** The hours at which a school writes on its own accord, with its days off. */
export async function schoolHours(
  { calendar, hours }: { calendar: Pick<CalendarStore, 'closures'>; hours: Pick<HoursStore, 'of'> },
  schoolId: string,
): Promise<HoursOf> {
  const closures = await calendar.closures(schoolId)
  return { hours: await hours.of(schoolId), isSchoolDay: (day) => isSchoolDay(day, closures).kind === 'school_day' }
}

/** Whether the staff may be written to now about the work of the day (`duty`), or the office about everything else (`ordinary`). */
export function mayTellStaff(hours: HoursOf, purpose: 'duty' | 'ordinary', now: Date): boolean {
  return heldBy(now, purpose, { role: 'office', channel: 'telegram' }, hours) === undefined
}
