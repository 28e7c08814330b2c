import type { Phrases } from '../../core/phrases.ts'
import type { HoursStore } from '../hours/hours-store.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { School } from '../people/person.ts'
import type { CalendarStore } from './calendar-store.ts'
import { eventsAround } from './events-around.ts'
import { monthQuestion } from './month-questions.ts'
import { mayTellStaff, schoolHours } from './school-hours.ts'
import { askDatesPhrase } from './wording.ts'

type Deps = { calendar: CalendarStore; hours: HoursStore; people: PeopleStore; outbox: Outbox; phrases: Phrases }

/** A question that went out: how many of the office got it, and how many lines it has. */
export interface AskedDates {
  readonly month: string
  readonly dueAt: Date
  readonly office: number
  readonly lines: number
}

/**
 * Asks the office for the days of what has none, on a month's first school day and in its hours; in the caller's transaction. The claim of
 * its key keeps another process or a second run from asking again.
 */
export async function askForDates(deps: Deps, school: School, now: Date): Promise<AskedDates | undefined> {
  const { calendar, people, outbox, phrases } = deps
  const closures = await calendar.closures(school.id)
  const { events } = await eventsAround(calendar, school.id, now)
  const question = monthQuestion({ now, events, closures, schoolId: school.id })
  if (question === null) return undefined
  if (!mayTellStaff(await schoolHours(deps, school.id), 'ordinary', now)) return undefined
  // The lines go with the claim: an answer days later still means the numbers that were shown.
  const { key, month, dueAt, lines } = question
  if (!(await calendar.claim({ key, schoolId: school.id, dueAt, now, detail: { lines } }))) return undefined
  const office = await people.recipients({ schoolId: school.id, role: 'office' }, { evenIfStopped: true })
  for (const { address, language, personId } of office) {
    const phrase = askDatesPhrase(question, events, { school: school.name, language })
    const text = phrases.text(language, phrase.key, phrase.params)
    await outbox.add({ to: address, key: `${key}/${personId}`, kind: 'notice', schoolId: school.id, text }, now)
  }
  return { month, dueAt, office: office.length, lines: lines.length }
}
