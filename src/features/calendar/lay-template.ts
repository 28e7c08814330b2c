import type { SchoolDay } from '../../core/clock.ts'
import { activityTemplate, datedForOneYear } from './activity-template.ts'
import type { CalendarEvent } from './event.ts'
import { dayOfYear, type SchoolYear } from './school-year.ts'

/**
 * The built-in schedule as events of a school year: dated lines on that year's day, kept even when it is no school day
 * (ask `isSchoolDay`; the reminder goes out on the school day before all the same), the others as "some time in these months".
 * The same year always gives the same ids.
 */
export function layTemplate(schoolYear: SchoolYear): CalendarEvent[] {
  return activityTemplate.map(({ key, title, audience, date, months }) => ({
    id: `${schoolYear}:${key}`,
    schoolYear,
    templateKey: key,
    source: 'template',
    approved: false,
    title,
    audience,
    when: date ? { kind: 'dated', day: dayOfYear(schoolYear, date.month, date.day) } : { kind: 'within', months },
    tentative: datedForOneYear(key),
  }))
}

/** The events with the days that the office gave, by event id. A day of the office's own is no longer tentative. */
export function applyDays(events: readonly CalendarEvent[], days: ReadonlyMap<string, SchoolDay>): CalendarEvent[] {
  return events.map((event) => {
    const day = days.get(event.id)
    return day === undefined ? event : { ...event, when: { kind: 'dated', day }, approved: true, tentative: false }
  })
}
