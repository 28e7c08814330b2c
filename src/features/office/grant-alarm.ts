import type { Phrases } from '../../core/phrases.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { School } from '../people/person.ts'

/** The Official Account's permission to send in its name. */
export interface Grant {
  readonly refreshedAt: Date
  /** It is lost: only an admin of the account can give it anew. */
  readonly consentNeeded: boolean
}

export interface GrantStore {
  grants(): Promise<readonly Grant[]>
}

type Deps = { grants: GrantStore; people: PeopleStore; outbox: Outbox; phrases: Phrases }

const dayMs = 86_400_000
/** Zalo: a refresh token that is not used for three months is worth nothing any more. */
const lifeDays = 90
const alarmDays = 80
/** Told again after so many days as long as nothing was done. */
const againDays = 3

/** Alarms the office before the account's permission ends, and when it is lost. @returns how many messages were written */
export async function tellEndingGrants(
  { grants, people, outbox, phrases }: Deps,
  { id: schoolId }: School,
  now: Date,
): Promise<number> {
  let told = 0
  for (const { refreshedAt, consentNeeded } of await grants.grants()) {
    const days = Math.floor((now.getTime() - refreshedAt.getTime()) / dayMs)
    if (!consentNeeded && days < alarmDays) continue
    const turn = consentNeeded ? 'lost' : `ending-${Math.floor((days - alarmDays) / againDays)}`
    // What is lost cannot be told over the account itself.
    const office = await people.recipients(
      { schoolId, role: 'office' },
      { evenIfStopped: true, ...(consentNeeded ? { notOn: 'zalo' as const } : {}) },
    )
    for (const { address, language, personId } of office) {
      const text = consentNeeded
        ? phrases.text(language, 'delivery.grant_lost')
        : phrases.text(language, 'delivery.grant_ending', { days: Math.max(0, lifeDays - days) })
      const key = `grant/${schoolId}/${refreshedAt.toISOString()}/${turn}/${personId}`
      await outbox.add({ to: address, key, kind: 'alert', schoolId, text }, now)
      told += 1
    }
  }
  return told
}
