import { addDays, instantOf, schoolDayOf, schoolTimeOf } from '../../core/clock.ts'
import type { Phrases } from '../../core/phrases.ts'
import { chatKey } from '../../core/wake-ups.ts'
import { defaultCalendarHours } from '../calendar/due.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { School } from '../people/person.ts'
import { type Broadcast, type BroadcastStore, broadcastKey } from './broadcast-store.ts'
import { type Reach, reachOf } from './reach.ts'

export type BroadcastDeps = { broadcasts: BroadcastStore; people: PeopleStore; outbox: Outbox; phrases: Phrases }

/** A transaction may not take long: a notice to more people is written in several, one after another. */
const batchSize = 200

/** When the quiet hours that hold now are over. */
export function endOfQuiet(now: Date): Date {
  const { quietTo } = defaultCalendarHours
  const day = schoolDayOf(now)
  return instantOf(schoolTimeOf(now) < quietTo ? day : addDays(day, 1), quietTo)
}

/** Who gets the notice as things stand now, and who does not. */
export async function reachOfBroadcast(
  { broadcasts, people }: Pick<BroadcastDeps, 'broadcasts' | 'people'>,
  { schoolId, roles, classIds, personId }: Pick<Broadcast, 'schoolId' | 'roles' | 'classIds' | 'personId'>,
): Promise<Reach> {
  const classes = await people.classes(schoolId, classIds.length === 0 ? undefined : classIds)
  const contacts = await broadcasts.contacts(schoolId, { roles, classIds })
  return reachOf(contacts, { classes, roles, exceptPersonId: personId })
}

/**
 * Writes the notice for the next people who do not have it, in the caller's transaction. The audience is taken as it stands now, so that
 * whoever left meanwhile gets none. The keys keep a repetition from doubling anything.
 * @returns whether there are more.
 */
export async function writeBatch(deps: BroadcastDeps, broadcast: Broadcast, now: Date): Promise<boolean> {
  const { broadcasts, people, outbox, phrases } = deps
  // Holds the row, so that "dừng báo" comes before this batch or after it.
  if (!(await broadcasts.move(broadcast, ['held', 'sending'], { state: 'sending' }))) return false
  const school = await people.school(broadcast.schoolId)
  const written = new Set((await broadcasts.posted(school.id, broadcast.id)).map(({ address }) => chatKey(address)))
  const { reached } = await reachOfBroadcast(deps, broadcast)
  const left = reached.filter(({ address }) => !written.has(chatKey(address)))
  for (const { personId, address, language } of left.slice(0, batchSize)) {
    const text = phrases.text(language, 'broadcast.message', { school: school.name, text: broadcast.text })
    await outbox.add({ to: address, key: broadcastKey(broadcast.id, personId), kind: 'notice', schoolId: school.id, text }, now)
  }
  const more = left.length > batchSize
  if (!more) await broadcasts.move(broadcast, ['sending'], { state: 'sent', sentAt: now })
  return more
}

/**
 * One step of what a school's notices have due: one whose quiet hours are over, or the rest of a long one.
 * @returns how many steps were done (0 or 1): the caller goes on in a new transaction until there is nothing.
 */
export async function sendDueBroadcast(deps: BroadcastDeps, school: School, now: Date): Promise<number> {
  const [first] = await deps.broadcasts.due(school.id, now)
  if (first === undefined) return 0
  await writeBatch(deps, first, now)
  return 1
}
