import { addDays, schoolDayOf } from '../../core/clock.ts'
import type { CalendarStore } from '../calendar/calendar-store.ts'
import type { CalendarEvent } from '../calendar/event.ts'
import { eventsAround } from '../calendar/events-around.ts'
import type { Closure } from '../calendar/school-day.ts'
import { schoolHours } from '../calendar/school-hours.ts'
import { schoolYearOf } from '../calendar/school-year.ts'
import type { HoursOf } from '../hours/hours.ts'
import type { HoursStore } from '../hours/hours-store.ts'
import type { Offers } from '../outbox/offers.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { School } from '../people/person.ts'
import type { AddresseeStore } from './addressee.ts'
import { type ConditionStore, type Exempt, nobodyExempt } from './condition.ts'
import { type Occurrence, occurrencesOf } from './occurrence.ts'
import type { Pass } from './pass.ts'
import type { ReminderStore, Run } from './reminder-store.ts'

/** So many days ahead a reminder may go out. */
export const mostDaysBefore = 60

export interface LookStores {
  readonly calendar: CalendarStore
  readonly people: PeopleStore
  readonly reminders: ReminderStore
  readonly conditions: ConditionStore
  readonly hours: HoursStore
}

export interface ReminderStores extends LookStores {
  readonly outbox: Outbox
  readonly addressees: AddresseeStore
  readonly offers: Offers
}

/** What a school's reminders come to, as its calendar stands. */
export interface Look {
  readonly closures: readonly Closure[]
  readonly hours: HoursOf
  readonly events: readonly CalendarEvent[]
  readonly occurrences: readonly Occurrence[]
}

/** Reads a school's events and reminders around now. */
export async function lookAround({ calendar, reminders, hours }: LookStores, school: School, now: Date): Promise<Look> {
  const closures = await calendar.closures(school.id)
  const near = await eventsAround(calendar, school.id, now)
  const today = schoolDayOf(now)
  const known = new Set(near.years)
  const later = [addDays(today, mostDaysBefore)].map(schoolYearOf).filter((year) => !known.has(year))
  const events = later.length === 0 ? near.events : [...near.events, ...(await calendar.events(school.id, ...later))]
  const stored = await reminders.all(school.id)
  return {
    closures,
    events,
    hours: await schoolHours({ calendar, hours }, school.id),
    occurrences: occurrencesOf(events, stored, { schoolId: school.id, reminderTime: school.reminderTime, closures }),
  }
}

/**
 * Finds what is due, and marks what has lost its use since the last look; both in the caller's transaction. When nothing is due the look is
 * over with this.
 */
export async function beginPass(
  stores: ReminderStores,
  school: School,
  { now, voice }: { now: Date; voice: Pick<Pass['voice'], 'phrases' | 'wordings'> },
): Promise<Pass | undefined> {
  const { closures, hours, occurrences } = await lookAround(stores, school, now)
  const seen = await stores.hours.seenAt(school.id)
  // A clock that was set back has seen nothing of what is to come again.
  const seenAt = seen === undefined || seen > now ? now : seen
  const recent = occurrences.filter(({ dueAt, usefulUntil }) => dueAt <= now && usefulUntil > seenAt)
  const runs = new Map(
    (
      await stores.reminders.runs(
        school.id,
        recent.map(({ reminder }) => reminder.id),
      )
    ).map((run) => [runKey(run), run]),
  )
  const runOf = ({ reminder, day }: Occurrence) => runs.get(runKey({ reminderId: reminder.id, day }))
  for (const occurrence of recent.filter(({ usefulUntil }) => usefulUntil <= now)) {
    const run = runOf(occurrence)
    if (run?.done === true || run?.dropped === true) continue
    await stores.reminders.saveRun(school.id, { ...freshRun(occurrence), dropped: true }, now)
  }
  const due: { occurrence: Occurrence; run?: Run; exempt: Exempt }[] = []
  for (const occurrence of recent.filter(({ usefulUntil }) => usefulUntil > now)) {
    const run = runOf(occurrence)
    if (run !== undefined && (run.done || run.dropped || (run.nextAt !== null && run.nextAt > now))) continue
    const { condition, eventId } = occurrence.reminder
    const exempt =
      condition === null ? nobodyExempt : await stores.conditions.exempt(school.id, condition, { eventId, day: occurrence.day })
    due.push({ occurrence, exempt, ...(run === undefined ? {} : { run }) })
  }
  if (due.length === 0) {
    await stores.hours.setSeen(school.id, now)
    return undefined
  }
  const classes = await stores.addressees.classes(school.id)
  return { now, seenAt, hours, due, known: new Map(), voice: { ...voice, school, classes, closures, known: new Map() } }
}

export const freshRun = ({ reminder, day, dueAt }: Occurrence): Run => ({
  ...{ reminderId: reminder.id, day, dueAt },
  nextAt: null,
  done: false,
  dropped: false,
})

const runKey = ({ reminderId, day }: Pick<Run, 'reminderId' | 'day'>) => `${reminderId}/${day}`
