import { addDays, schoolDayOf } from '../../core/clock.ts'
import type { CalendarStore } from './calendar-store.ts'
import type { CalendarEvent } from './event.ts'
import { layTemplate } from './lay-template.ts'
import { dueFromRules } from './rule.ts'
import { schoolYearOf } from './school-year.ts'

/**
 * The events of the school years that matter now: around 1 August two overlap, the summer's last lines and the new year's first days. A year
 * that nobody has looked at yet begins with the built-in schedule, and with what the school's rules lay on it.
 */
export async function eventsAround(
  calendar: CalendarStore,
  schoolId: string,
  now: Date,
): Promise<{ readonly years: readonly string[]; readonly events: readonly CalendarEvent[] }> {
  const today = schoolDayOf(now)
  const years = [...new Set([addDays(today, -31), today, addDays(today, 10)].map(schoolYearOf))]
  const events: CalendarEvent[] = []
  const rules = await calendar.rules(schoolId)
  const closures = rules.length === 0 ? [] : await calendar.closures(schoolId)
  for (const schoolYear of years) {
    const known = await calendar.events(schoolId, schoolYear)
    // A file or a rule may have been there before the schedule.
    const template = known.some(({ templateKey }) => templateKey !== null) ? [] : layTemplate(schoolYear)
    const { lay, move } = dueFromRules(rules, { schoolYear, events: known, closures, today })
    if (template.length + lay.length > 0) await calendar.lay(schoolId, [...template, ...lay])
    for (const { eventId, day } of move) await calendar.setDay(schoolId, eventId, day)
    const isChanged = template.length + lay.length + move.length > 0
    events.push(...(isChanged ? await calendar.events(schoolId, schoolYear) : known))
  }
  return { years, events }
}
