import { z } from 'zod'
import { outgoingKinds } from '../../features/outbox/message-kind.ts'
import type { ChannelTraits } from '../../features/outbox/outbox.ts'
import { type Gap, type GapMessage, type GapStore, gapChoices } from '../../features/restore/gap-store.ts'
import type { Db } from './client.ts'
import type { Prisma } from './generated/client.ts'
import { ChannelNameSchema } from './journal-store.ts'

const Kind = z.enum(outgoingKinds)
const Choice = z.enum(gapChoices).nullable()
const why = 'restored'
const ofGap = { heldWhy: why, state: { in: ['held', 'uncertain'] } } satisfies Prisma.OutboundWhereInput

/** Gaps after a restore over the database; their messages are the rows of the outbox that are held for them. */
export function createGapStore(db: Db, traits: ChannelTraits): GapStore {
  const change = async (
    { schoolId, restoredAt }: Gap,
    data: Prisma.RestoreGapUpdateManyMutationInput,
    where = {},
  ): Promise<number> => (await db.restoreGap.updateMany({ where: { schoolId, restoredAt, ...where }, data })).count
  return {
    async open(schoolId) {
      const row = await db.restoreGap.findFirst({
        where: { schoolId, doneAt: null, OR: [{ choice: null }, { choice: { in: [...gapChoices] } }] },
        orderBy: { restoredAt: 'desc' },
      })
      if (row === null) return undefined
      const { takenAt, restoredAt, unheard, askedAt, choice } = row
      return { schoolId, takenAt, restoredAt, unheard, askedAt, choice: Choice.parse(choice) }
    },
    async messages(schoolId) {
      return (await db.outbound.findMany({ where: { schoolId, ...ofGap }, orderBy: { id: 'asc' } })).map(toMessage)
    },
    async markAsked(gap, now) {
      await change(gap, { askedAt: now })
    },
    decide: async (gap, { choice, personId, now }) =>
      (await change(gap, { choice, decidedBy: personId, decidedAt: now }, { choice: null, doneAt: null })) === 1,
    async send(schoolId, now) {
      const all = Object.keys(traits)
      const listed = all.filter((name) => traits[ChannelNameSchema.parse(name)].listsSent)
      const uncertain = { schoolId, heldWhy: why, state: 'uncertain' }
      await db.outbound.updateMany({
        where: { ...uncertain, channel: { in: listed }, edits: null },
        data: { settleAt: now, heldWhy: null },
      })
      // The office knows that these may come twice; the platform does not say.
      const planned = { state: 'planned', nextAttemptAt: now, heldUntil: null, heldWhy: null }
      await db.outbound.updateMany({ where: uncertain, data: planned })
      await db.outbound.updateMany({ where: { schoolId, heldWhy: why, state: 'held' }, data: planned })
    },
    async drop(schoolId, ids) {
      const some = ids === undefined ? {} : { id: { in: ids.map(BigInt) } }
      await db.outbound.updateMany({ where: { schoolId, heldWhy: why, state: 'held', ...some }, data: { state: 'cancelled' } })
      if (ids === undefined) await db.outbound.updateMany({ where: { schoolId, ...ofGap }, data: { heldWhy: null } })
    },
    async markDone(gap, now) {
      await change(gap, { doneAt: now })
    },
  }
}

function toMessage(row: Prisma.OutboundGetPayload<object>): GapMessage {
  const { id, channel, account, chat, kind, state, text, choices, photoOf, edits } = row
  return {
    id: String(id),
    to: { channel: ChannelNameSchema.parse(channel), account, chat },
    kind: Kind.parse(kind),
    from: state === 'held' ? 'due' : 'maybe',
    text,
    isPlain: choices === null && photoOf === null && edits === null,
  }
}
