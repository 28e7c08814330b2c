import { addDays, schoolDayOf } from '../../core/clock.ts'
import type { CalendarStore } from './calendar-store.ts'
import type { CalendarEvent } from './event.ts'
import { layTemplate } from './lay-template.ts'
import { schoolYearOf } from './school-year.ts'

/**
 * The events of the school years that matter now: around 1 August two overlap, the summer's last lines and the new year's first days. A year
 * that nobody has looked at yet begins with the built-in schedule.
 */
export async function eventsAround(
  calendar: CalendarStore,
  schoolId: string,
  now: Date,
): Promise<{ readonly years: readonly string[]; readonly events: readonly CalendarEvent[] }> {
  const today = schoolDayOf(now)
  const years = [...new Set([addDays(today, -31), today, addDays(today, 10)].map(schoolYearOf))]
  const events: CalendarEvent[] = []
  for (const schoolYear of years) {
    const known = await calendar.events(schoolId, schoolYear)
    if (known.length > 0) events.push(...known)
    else {
      await calendar.lay(schoolId, layTemplate(schoolYear))
      events.push(...(await calendar.events(schoolId, schoolYear)))
    }
  }
  return { years, events }
}
