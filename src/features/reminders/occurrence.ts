import { addDays, instantOf, type SchoolDay, schoolDayOf } from '../../core/clock.ts'
import type { CalendarEvent } from '../calendar/event.ts'
import { type Closure, previousSchoolDay } from '../calendar/school-day.ts'
import { type Reminder, remindersOf } from './reminder.ts'

/** End of the school day: until then a reminder of an event without an hour is of use on the day itself. School clock. */
const endOfSchool = '17:00'

/** One reminder for one day of its event: moved to another day, an event is reminded of again. */
export interface Occurrence {
  readonly reminder: Reminder
  readonly event: CalendarEvent
  /** The event's day. */
  readonly day: SchoolDay
  /** Before anybody's hours are looked at. */
  readonly dueAt: Date
  /** From here on it is of no use. */
  readonly usefulUntil: Date
}

interface SchoolCalendar {
  readonly schoolId: string
  /** `HH:MM` */
  readonly reminderTime: string
  readonly closures: readonly Closure[]
}

/** What all active reminders come to, earliest first. Events without a day have none. */
export function occurrencesOf(
  events: readonly CalendarEvent[],
  reminders: readonly Reminder[],
  school: SchoolCalendar,
): Occurrence[] {
  const stored = Map.groupBy(reminders, ({ eventId }) => eventId)
  return events
    .flatMap((event) =>
      remindersOf(event, school.schoolId, stored.get(event.id) ?? [])
        .filter(({ state }) => state === 'active')
        .flatMap((reminder) => occurrenceOf(event, reminder, school) ?? []),
    )
    .sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime() || (keyOf(one) < keyOf(other) ? -1 : 1))
}

/**
 * When a reminder is due and how long it is of use. Undefined for an event without a day, when there is no such school day before it, and
 * when it would be due only once it is of no use any more.
 */
export function occurrenceOf(
  event: CalendarEvent,
  reminder: Reminder,
  { closures, reminderTime }: SchoolCalendar,
): Occurrence | undefined {
  if (event.when.kind !== 'dated') return undefined
  const { day, time } = event.when
  const sendDay = dayBefore(day, reminder, closures)
  if (sendDay === null) return undefined
  const dueAt = instantOf(sendDay, reminder.time ?? reminderTime)
  const begins = instantOf(day, time ?? endOfSchool)
  const latest = reminder.latest === null ? begins : instantOf(sendDay, reminder.latest)
  const usefulUntil = latest < begins ? latest : begins
  return dueAt < usefulUntil ? { reminder, event, day, dueAt, usefulUntil } : undefined
}

function dayBefore(
  day: SchoolDay,
  { daysBefore, schoolDays }: Pick<Reminder, 'daysBefore' | 'schoolDays'>,
  closures: readonly Closure[],
): SchoolDay | null {
  if (!schoolDays) return addDays(day, -daysBefore)
  let found: SchoolDay | null = day
  for (let count = 0; count < daysBefore && found !== null; count += 1) found = previousSchoolDay(found, closures)
  return found
}

/** Of all that is sent for an occurrence. */
export function keyOf({ reminder, day }: Pick<Occurrence, 'reminder' | 'day'>): string {
  return `reminder/${reminder.schoolId}/${reminder.id}/${day}`
}

/** The day it goes out when nobody's hours move it. */
export const sendDayOf = ({ dueAt }: Occurrence): SchoolDay => schoolDayOf(dueAt)
