import { readSession } from '../../features/inbound/session.ts'
import type { Offers } from '../../features/outbox/offers.ts'
import type { Db } from './client.ts'
import type { Prisma } from './generated/client.ts'
import { addressColumns } from './journal-store.ts'

/** After that nobody answers what was asked before by typing its number. */
const freshMs = 30 * 60_000
/** Longer lists nobody types from: counting begins anew. */
const longest = 20
/** Choices that stay open for hours, with the numbers they were shown under. */
const lasting = /^(?:pk:give|so):/

/** The choices of a chat, kept in its session. */
export function createOffers(db: Db): Offers {
  return {
    async add(address, choices, now) {
      const where = { channel_account_chat: addressColumns(address) }
      const row = await db.identity.findUnique({ where, select: { session: true, lastInteractedAt: true } })
      if (row === null) return 1
      const session = readSession(row.session)
      const offered = session.choices
      const isOpen = now.getTime() - row.lastInteractedAt.getTime() < freshMs || offered.some(({ value }) => lasting.test(value))
      const kept = isOpen && offered.length + choices.length <= longest ? offered : []
      const next = JSON.parse(JSON.stringify({ ...session, choices: [...kept, ...choices] })) as Prisma.InputJsonObject
      await db.identity.update({ where, data: { session: next } })
      return kept.length + 1
    },
  }
}
