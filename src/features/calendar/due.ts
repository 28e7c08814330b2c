import { instantOf, type SchoolDay, schoolTimeOf } from '../../core/clock.ts'
import type { Audience, CalendarEvent } from './event.ts'
import { type Closure, previousSchoolDay } from './school-day.ts'

/** A school's hours, `HH:MM` on the school's clock. */
export interface CalendarSettings {
  /** The school's id, for the keys. */
  readonly school: string
  readonly reminderTime: string
  /** When the office is asked for days on a month's first school day. */
  readonly askTime: string
  /** End of the school day: until then a reminder of an event without an hour is of use on the day itself. */
  readonly usefulUntil: string
  /** Nothing is due in the quiet hours; what falls into them becomes due at their end. */
  readonly quietFrom: string
  readonly quietTo: string
}

export const defaultCalendarHours = {
  reminderTime: '07:00',
  askTime: '07:30',
  usefulUntil: '17:00',
  quietFrom: '21:00',
  quietTo: '06:30',
} as const

export interface DueReminder {
  readonly eventId: string
  /** The event's day, not the day of the reminder. */
  readonly day: SchoolDay
  readonly audience: readonly Audience[]
  readonly dueAt: Date
  readonly usefulUntil: Date
  /** One per event and day: an event that is moved is reminded of again. */
  readonly key: string
}

export interface DueQuestion {
  readonly now: Date
  readonly events: readonly CalendarEvent[]
  readonly closures: readonly Closure[]
  readonly settings: CalendarSettings
}

/**
 * When people are reminded of an event: at the school's reminder time of the school day before its day; of an event on a day
 * off, on the last school day before it. Null for an event without a day, and when there is no school day before it.
 */
export function reminderInstant(
  event: CalendarEvent,
  closures: readonly Closure[],
  reminderTime: string = defaultCalendarHours.reminderTime,
): Date | null {
  if (event.when.kind !== 'dated') return null
  const day = previousSchoolDay(event.when.day, closures)
  return day === null ? null : instantOf(day, reminderTime)
}

/** Whether nobody is to be written to: the hours may span midnight. */
export function isQuiet(now: Date, { quietFrom, quietTo }: Pick<CalendarSettings, 'quietFrom' | 'quietTo'>): boolean {
  const time = schoolTimeOf(now)
  return quietFrom <= quietTo ? quietFrom <= time && time < quietTo : quietFrom <= time || time < quietTo
}

/** Reminders of all dated events, whether due or not, earliest first. */
export function plannedReminders({ events, closures, settings }: Omit<DueQuestion, 'now'>): DueReminder[] {
  const planned = events.flatMap((event): DueReminder[] => {
    const dueAt = reminderInstant(event, closures, settings.reminderTime)
    if (dueAt === null || event.when.kind !== 'dated') return []
    const { day, time } = event.when
    const usefulUntil = instantOf(day, time ?? settings.usefulUntil)
    return [
      {
        eventId: event.id,
        day,
        audience: event.audience,
        dueAt,
        usefulUntil,
        key: `reminder/${settings.school}/${event.id}/${day}`,
      },
    ]
  })
  return planned.sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime() || (one.key < other.key ? -1 : 1))
}

/**
 * Reminders that are due and still of use: from their instant until the event begins, or until the end of school on its day
 * when it has no hour. Asked again it answers the same: the caller sends each key once. There is no "since the last tick",
 * so an event that is entered after its reminder's hour, or an outage, only makes the reminder late and never loses it.
 */
export function dueReminders({ now, ...question }: DueQuestion): DueReminder[] {
  if (isQuiet(now, question.settings)) return []
  return plannedReminders(question).filter(({ dueAt, usefulUntil }) => dueAt <= now && now < usefulUntil)
}

/**
 * Reminders whose use ended after `since` and not after `now`. The caller takes off the keys it did send; the rest was
 * dropped in an outage, and the office is told.
 */
export function expiredReminders({ now, since, ...question }: DueQuestion & { readonly since: Date }): DueReminder[] {
  return plannedReminders(question).filter(({ usefulUntil }) => since < usefulUntil && usefulUntil <= now)
}
