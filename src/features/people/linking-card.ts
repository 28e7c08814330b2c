import type { Ids } from '../../core/ids.ts'
import { type HashCode, issueInvite } from './invite.ts'
import type { Invite, PeopleStore } from './people-store.ts'

/** What a printed card says: for whom, and the code that links the chat of whoever has it. */
export interface LinkingCard {
  readonly name: string
  readonly classCode: string
  readonly code: string
  readonly expiresAt: Date
}

export interface CardWanted {
  readonly name: string
  readonly classCode: string
  readonly purpose: Invite['purpose']
}

/** A new code for each card: codes are kept as hashes, so what was printed before cannot be printed again. Older ones stay valid until they end. */
export async function issueCards(
  deps: { readonly people: PeopleStore; readonly ids: Ids; readonly hash: HashCode },
  { schoolId, wanted, now }: { readonly schoolId: string; readonly wanted: readonly CardWanted[]; readonly now: Date },
): Promise<LinkingCard[]> {
  const cards: LinkingCard[] = []
  for (const { name, classCode, purpose } of wanted) {
    const { code, expiresAt } = await issueInvite(deps, { schoolId, purpose, now })
    cards.push({ name, classCode, code, expiresAt })
  }
  return cards
}
