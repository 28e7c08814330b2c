import { z } from 'zod'
import type { DeliveryReason } from '../../core/delivery-error.ts'
import type { ChatAddress, OutboundMessage } from '../../core/message.ts'
import type { UnsentStore } from '../../features/outbox/deliver.ts'
import { layOut } from '../../features/outbox/lay-out.ts'
import type { ChannelTraits, Outbox } from '../../features/outbox/outbox.ts'
import type { Db } from './client.ts'
import { Prisma, type PrismaClient } from './generated/client.ts'
import { addressColumns, ChannelNameSchema } from './journal-store.ts'

const Choices = z.array(z.object({ label: z.string(), value: z.string() }))
const unsentStates = ['planned', 'sending']

/** The outbox of one transaction. `touched` hears of every chat that got a message, to be woken after the commit. */
export function createOutbox(
  db: Db,
  { traits, touched }: { traits: ChannelTraits; touched: (chat: ChatAddress) => void },
): Outbox {
  return {
    async add(message, now) {
      const { to, kind, schoolId } = message
      const pieces = layOut(message, traits)
      if (pieces.length === 0) return
      await db.outbound.createMany({
        data: pieces.map(({ key, text, choices, edits }) => ({
          ...addressColumns(to),
          key,
          kind,
          schoolId,
          text,
          ...(choices === undefined ? {} : { choices: choices.map((choice) => ({ ...choice })) }),
          edits: edits ?? null,
          nextAttemptAt: now,
          createdAt: now,
        })),
        skipDuplicates: true,
      })
      touched(to)
    },
  }
}

/** What delivery reads and writes of the `outbound` table. */
export function createUnsentStore(prisma: PrismaClient): UnsentStore {
  return {
    async head(chat) {
      const row = await prisma.outbound.findFirst({
        where: { ...addressColumns(chat), state: { in: unsentStates } },
        orderBy: { id: 'asc' },
      })
      if (row === null) return undefined
      const choices = row.choices === null ? undefined : Choices.parse(row.choices)
      const message: OutboundMessage = {
        to: chat,
        text: row.text,
        ...(choices ? { choices } : {}),
        ...(row.edits === null ? {} : { edits: row.edits }),
      }
      return { id: String(row.id), message, attempts: row.attempts, nextAttemptAt: row.nextAttemptAt }
    },
    async markSending(id) {
      await prisma.outbound.update({ where: { id: BigInt(id) }, data: { state: 'sending', attempts: { increment: 1 } } })
    },
    async markSent(id, platformId, now) {
      await prisma.outbound.update({ where: { id: BigInt(id) }, data: { state: 'sent', platformId, sentAt: now, reason: null } })
    },
    async markRetry(id, reason, nextAttemptAt) {
      await prisma.outbound.update({ where: { id: BigInt(id) }, data: { state: 'planned', reason, nextAttemptAt } })
    },
    async markFailed(id, reason, now) {
      await prisma.outbound.update({ where: { id: BigInt(id) }, data: { state: 'failed', reason, sentAt: now } })
    },
    async markLeft(chat, triedAt) {
      const { count } = await prisma.identity.updateMany({
        where: { ...addressColumns(chat), lastInteractedAt: { lte: triedAt } },
        data: { leftAt: triedAt },
      })
      if (count === 0) return
      await prisma.outbound.updateMany({
        where: { ...addressColumns(chat), state: 'planned', createdAt: { lte: triedAt } },
        data: { state: 'failed', reason: 'recipient_left' satisfies DeliveryReason, sentAt: triedAt },
      })
    },
    async dueChats(now, channels) {
      const rows = await prisma.outbound.findMany({
        where: { state: { in: unsentStates }, nextAttemptAt: { lte: now }, channel: { in: [...channels] } },
        distinct: ['channel', 'account', 'chat'],
        select: { channel: true, account: true, chat: true },
        take: 500,
      })
      return rows.map((row) => ({ ...row, channel: ChannelNameSchema.parse(row.channel) }))
    },
  }
}

const textRetentionDays = 90

/** Empties what was written to people once it is old: the row says that and when something went out, no longer what. @returns how many. */
export async function emptySent(prisma: PrismaClient, now: Date): Promise<number> {
  const before = new Date(now.getTime() - textRetentionDays * 86_400_000)
  const { count } = await prisma.outbound.updateMany({
    where: { state: { notIn: unsentStates }, createdAt: { lt: before }, text: { not: '' } },
    data: { text: '', choices: Prisma.DbNull },
  })
  return count
}
