import type { CalendarStore, DoneTask } from '../calendar/calendar-store.ts'
import type { CalendarEvent } from '../calendar/event.ts'
import type { Closure } from '../calendar/school-day.ts'
import type { SchoolHours } from '../hours/hours.ts'
import type { HoursStore } from '../hours/hours-store.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { Recipient, SchoolClass } from '../people/person.ts'
import type { Addressee, AddresseeStore, ClassName } from './addressee.ts'
import type { ReminderStores } from './begin-pass.ts'
import type { ConditionStore, Exempt } from './condition.ts'
import type { Reminder } from './reminder.ts'
import type { ReminderStore, Run } from './reminder-store.ts'

export type RealStores = {
  calendar: CalendarStore
  people: PeopleStore
  reminders: ReminderStore
  addressees: AddresseeStore
  conditions: ConditionStore
  hours: HoursStore
}

/**
 * Stores for a rehearsal of one school: what it has is read once, what is done stays in memory. What was done already in earnest counts as
 * not done, so that a window in the past shows its whole plan.
 */
export function rehearsalStores(
  real: RealStores,
  schoolId: string,
  startsAt: Date,
): ReminderStores & { runs: ReadonlyMap<string, Run> } {
  const runs = new Map<string, Run>()
  const calendar = rehearsedCalendar(real.calendar, schoolId)
  const once = createOnce()
  let seen = startsAt
  return {
    runs,
    calendar,
    people: {
      ...real.people,
      recipients: (audience, options) =>
        once<Recipient[]>(`recipients/${JSON.stringify([audience, options])}`, () => real.people.recipients(audience, options)),
      classes: () => once<SchoolClass[]>('classes', () => real.people.classes(schoolId)),
    },
    hours: {
      of: () => once<SchoolHours>('hours', () => real.hours.of(schoolId)),
      seenAt: async () => seen,
      async setSeen(_school, now) {
        seen = now
      },
    },
    conditions: {
      exempt: (_school, condition, occurrence) =>
        once<Exempt>(`exempt/${condition}/${occurrence.eventId}/${occurrence.day}`, () =>
          real.conditions.exempt(schoolId, condition, occurrence),
        ),
    },
    addressees: {
      ...real.addressees,
      classes: () => once<ClassName[]>('class names', () => real.addressees.classes(schoolId)),
      page: async () => ({ chats: await once<Addressee[]>('chats', () => everyPage(real.addressees, schoolId)) }),
    },
    reminders: {
      ...real.reminders,
      all: () => once<Reminder[]>('reminders', () => real.reminders.all(schoolId)),
      runs: async (_school, ids) => [...runs.values()].filter(({ reminderId }) => ids.includes(reminderId)),
      untold: async () => [],
      async saveRun(_school, run) {
        runs.set(`${run.reminderId}/${run.day}`, run)
      },
      active: async (_school, ids) => new Set(ids),
      claim: rehearsedClaims(),
      ...{ add: refuse, change: refuse, takeBack: refuse, confirm: refuse },
    },
    outbox: { add: ignore, addAll: ignore },
    offers: { add: async () => 1 },
  }
}

/** All chats of a school. */
export async function everyPage(addressees: AddresseeStore, schoolId: string): Promise<Addressee[]> {
  const all: Addressee[] = []
  let after: string | undefined
  do {
    const { chats, next } = await addressees.page(schoolId, after, 1_000)
    all.push(...chats)
    after = next
  } while (after !== undefined)
  return all
}

function rehearsedClaims(): ReminderStore['claim'] {
  const taken = new Set<string>()
  return async (_school, receipts) =>
    receipts.filter(({ reminderId, day, personId }) => {
      const key = `${reminderId}/${day}/${personId}`
      if (taken.has(key)) return false
      taken.add(key)
      return true
    })
}

function rehearsedCalendar(real: CalendarStore, schoolId: string): CalendarStore {
  const once = createOnce()
  const laid = new Map<string, CalendarEvent[]>()
  const claimed = new Map<string, DoneTask>()
  return {
    ...real,
    closures: () => once<Closure[]>('closures', () => real.closures(schoolId)),
    async events(_school, ...years) {
      const events: CalendarEvent[] = []
      for (const year of years) {
        if (!laid.has(year)) laid.set(year, await real.events(schoolId, year))
        events.push(...(laid.get(year) ?? []))
      }
      return events
    },
    async lay(_school, events) {
      for (const [year, own] of Map.groupBy(events, ({ schoolYear }) => schoolYear)) {
        laid.set(year, [...(laid.get(year) ?? (await real.events(schoolId, year))), ...own])
      }
    },
    rules: () => once('rules', () => real.rules(schoolId)),
    async setDay(_school, eventId, day) {
      for (const [year, own] of laid)
        laid.set(
          year,
          own.map((event) => (event.id === eventId ? { ...event, when: { ...event.when, kind: 'dated', day } } : event)),
        )
    },
    done: async (_school, keys) => new Set(keys.filter((key) => claimed.has(key))),
    async claim(task) {
      if (claimed.has(task.key)) return false
      claimed.set(task.key, task)
      return true
    },
    ...{ drop: refuse, addRule: refuse, removeRule: refuse, approve: refuse, putClosures: refuse, clearClosures: refuse },
  }
}

function createOnce() {
  const known = new Map<string, Promise<unknown>>()
  return <V>(key: string, make: () => Promise<V>): Promise<V> => {
    const found = (known.get(key) as Promise<V> | undefined) ?? make() // a key is only ever read as what was stored under it
    known.set(key, found)
    return found
  }
}

async function ignore(): Promise<void> {}

async function refuse(): Promise<never> {
  throw new Error('a rehearsal changes nothing')
}
