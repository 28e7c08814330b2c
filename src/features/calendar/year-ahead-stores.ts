import type { Outbox, Outgoing } from '../outbox/outbox.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { Recipient, Role } from '../people/person.ts'
import type { CalendarStore, DoneTask } from './calendar-store.ts'
import type { CalendarEvent } from './event.ts'
import type { Closure } from './school-day.ts'

type Claim = Pick<DoneTask, 'key' | 'dueAt' | 'detail'>

/**
 * Stores for a rehearsal: what the school has is read once, what the calendar does stays in memory and is taken from there. What was
 * done already in earnest counts as not done, so that a window in the past shows its whole plan.
 */
export function rehearsalStores(real: { calendar: CalendarStore; people: PeopleStore }, schoolId: string) {
  const roles = new Map<string, Role>()
  /** Persons, by what stands before them in their messages' keys. */
  const messages = new Map<string, string[]>()
  const claimed = new Map<string, Claim>()
  const fresh: Claim[] = []
  const years = new Map<string, Promise<CalendarEvent[]>>()
  const recipients = new Map<string, Promise<Recipient[]>>()
  let closures: Promise<Closure[]> | undefined

  const calendar: CalendarStore = {
    ...real.calendar,
    closures: () => {
      closures ??= real.calendar.closures(schoolId)
      return closures
    },
    async events(_school, ...wanted) {
      const events: CalendarEvent[] = []
      for (const year of wanted) events.push(...(await once(years, year, () => real.calendar.events(schoolId, year))))
      return events
    },
    async lay(_school, events) {
      for (const year of new Set(events.map(({ schoolYear }) => schoolYear)))
        years.set(year, Promise.resolve(events.filter(({ schoolYear }) => schoolYear === year)))
    },
    done: async (_school, keys) => new Set(keys.filter((key) => claimed.has(key))),
    async claim(task) {
      if (claimed.has(task.key)) return false
      claimed.set(task.key, task)
      fresh.push(task)
      return true
    },
    setDay: refuse,
    drop: refuse,
    putClosures: refuse,
    clearClosures: refuse,
  }
  const people: PeopleStore = {
    ...real.people,
    recipients: (audience, options) =>
      once(recipients, JSON.stringify([audience, options]), async () => {
        const found = await real.people.recipients(audience, options)
        for (const { personId } of found) roles.set(personId, audience.role)
        return found
      }),
  }
  const sent: Outbox & { take(keyPrefix: string): string[] } = {
    async add({ key }: Outgoing) {
      const cut = key.lastIndexOf('/') + 1
      const own = messages.get(key.slice(0, cut)) ?? []
      own.push(key.slice(cut))
      messages.set(key.slice(0, cut), own)
    },
    take(keyPrefix) {
      const own = messages.get(keyPrefix) ?? []
      messages.delete(keyPrefix)
      return own
    },
  }
  return {
    calendar,
    people,
    claims: { take: () => fresh.splice(0) },
    sent,
    roleOf: (personId: string): Role => roles.get(personId) ?? 'guardian',
  }
}

function once<V>(known: Map<string, Promise<V>>, key: string, make: () => Promise<V>): Promise<V> {
  const found = known.get(key) ?? make()
  known.set(key, found)
  return found
}

async function refuse(): Promise<never> {
  throw new Error('a rehearsal changes nothing')
}
