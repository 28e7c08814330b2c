import type { Phrases } from '../../core/phrases.ts'
import { chatKey } from '../../core/wake-ups.ts'
import type { CalendarStore } from '../calendar/calendar-store.ts'
import { schoolHours } from '../calendar/school-hours.ts'
import { type HoursOf, type Moment, momentFor } from '../hours/hours.ts'
import type { HoursStore } from '../hours/hours-store.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { School } from '../people/person.ts'
import { type Broadcast, type BroadcastStore, broadcastKey } from './broadcast-store.ts'
import { type Reach, type Reached, reachOf } from './reach.ts'

export type BroadcastDeps = {
  broadcasts: BroadcastStore
  people: PeopleStore
  calendar: CalendarStore
  hours: HoursStore
  outbox: Outbox
  phrases: Phrases
}

/** A transaction may not take long: a notice to more people is written in several, one after another. */
const batchSize = 500

/** When this reader may read the notice. */
export function momentOfNotice(
  { role, address, quiet }: Pick<Reached, 'role' | 'address' | 'quiet'>,
  { hours, urgent, now }: { hours: HoursOf; urgent: boolean; now: Date },
): Moment {
  const reader = { role, channel: address.channel, ...(quiet === undefined ? {} : { quiet }) }
  return momentFor(now, urgent ? 'urgent' : 'ordinary', reader, hours)
}

/** Who gets the notice as things stand now, and who does not. */
export async function reachOfBroadcast(
  { broadcasts, people }: Pick<BroadcastDeps, 'broadcasts' | 'people'>,
  { schoolId, roles, classIds, personId, urgentReason }: Omit<Broadcast, 'id' | 'text' | 'state' | 'createdAt' | 'heldUntil'>,
  now: Date,
): Promise<Reach> {
  const classes = await people.classes(schoolId, classIds.length === 0 ? undefined : classIds)
  const contacts = await broadcasts.contacts(schoolId, { roles, classIds })
  return reachOf(contacts, { classes, roles, exceptPersonId: personId, urgent: urgentReason !== null, now })
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
  const { reached } = await reachOfBroadcast(deps, broadcast, now)
  const hours = await schoolHours(deps, school.id)
  const urgent = broadcast.urgentReason !== null
  const left = reached
    .filter(({ address }) => !written.has(chatKey(address)))
    .map((one) => ({ ...one, at: momentOfNotice(one, { hours, urgent, now }).at }))
  const ready = left.filter(({ at }) => at <= now)
  const messages = ready.slice(0, batchSize).map(({ personId, address, language }) => {
    const words = { school: school.name, text: broadcast.text, urgent: urgent ? 'yes' : 'no' }
    const text = phrases.text(language, 'broadcast.message', words)
    return { to: address, key: broadcastKey(broadcast.id, personId), kind: 'broadcast' as const, schoolId: school.id, text }
  })
  await outbox.addAll(messages, now)
  if (ready.length > batchSize) return true
  // Whoever is at rest now gets it when that is over: the rest of the notice waits for the first of them.
  const [first] = left
    .map(({ at }) => at)
    .filter((at) => at > now)
    .sort((one, other) => one.getTime() - other.getTime())
  if (first === undefined) await broadcasts.move(broadcast, ['sending'], { state: 'sent', sentAt: now })
  else await broadcasts.move(broadcast, ['sending'], { state: 'held', heldUntil: first })
  return false
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
