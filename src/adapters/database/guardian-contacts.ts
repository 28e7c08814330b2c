import { z } from 'zod'
import { languages } from '../../core/phrases.ts'
import type { GuardianContact } from '../../features/people/guardian-contact.ts'
import type { Db } from './client.ts'
import { ChannelNameSchema } from './journal-store.ts'

const Language = z.enum(languages)

/**
 * Guardians of these children as they stand now: active, with a chat of their own. Who has been withdrawn or unlinked is not among them.
 * Each child and person once, in the chat used last.
 */
export async function guardianContacts(db: Db, schoolId: string, childIds: readonly string[]): Promise<GuardianContact[]> {
  const rows = await db.guardianship.findMany({
    where: {
      schoolId,
      childId: { in: [...childIds] },
      person: { schoolId, role: 'guardian', active: true, identities: { some: {} } },
    },
    include: {
      person: { include: { identities: { include: { identity: true }, orderBy: { identity: { lastInteractedAt: 'desc' } } } } },
    },
    orderBy: { person: { createdAt: 'asc' } },
  })
  return rows.flatMap(({ childId, personId, person }) => {
    const open = person.identities.find(({ identity }) => identity.leftAt === null)
    const identity = (open ?? person.identities[0])?.identity
    if (identity === undefined) return []
    return [
      {
        childId,
        personId,
        address: { channel: ChannelNameSchema.parse(identity.channel), account: identity.account, chat: identity.chat },
        language: Language.parse(identity.language),
        isStopped: identity.stoppedAt !== null,
        isReachable: identity.leftAt === null,
      },
    ]
  })
}
