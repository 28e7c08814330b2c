import type { Ids } from '../../core/ids.ts'
import type { Phrases } from '../../core/phrases.ts'
import { type HashCode, issueInvite } from './invite.ts'
import type { PeopleStore } from './people-store.ts'
import type { Identity } from './person.ts'

type Deps = { people: PeopleStore; ids: Ids; hash: HashCode; phrases: Phrases }

/**
 * Somebody wants to be reached in a second chat as well: codes that make that chat the same people, one for each, so that what does not arrive
 * here can be said there. @returns what they read; undefined when the chat is nobody's yet.
 */
export async function codesForOtherChat(deps: Deps, identity: Identity, now: Date): Promise<string | undefined> {
  const codes: string[] = []
  for (const { id: personId, schoolId } of identity.people)
    codes.push((await issueInvite(deps, { schoolId, purpose: { kind: 'staff', personId }, now })).code)
  if (codes.length === 0) return undefined
  const other = identity.address.channel === 'zalo' ? 'Telegram' : 'Zalo'
  return deps.phrases.text(identity.language, 'people.other_chat', { other, count: codes.length, codes: codes.join('\n') })
}
