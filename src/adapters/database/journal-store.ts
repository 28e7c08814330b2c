import { z } from 'zod'
import { type ChannelName, type ChatAddress, channelNames, type InboundMessage } from '../../core/message.ts'
import type { Journal, JournalMarks } from '../../features/inbound/journal.ts'
import type { Db } from './client.ts'
import { Prisma, type PrismaClient } from './generated/client.ts'

export const ChannelNameSchema = z.enum(channelNames)
const contentRetentionDays = 30

/** The journal over the `inbound` table. */
export function createJournal(prisma: PrismaClient): Journal & { emptyOld(now: Date): Promise<number> } {
  return {
    async append(messages, now) {
      const rows = messages.map(storable).map((message) => ({
        ...addressColumns(message.from),
        eventId: message.eventId,
        message: message as object,
        receivedAt: now,
      }))
      const added = await prisma.inbound.createManyAndReturn({
        data: rows,
        skipDuplicates: true,
        select: { channel: true, account: true, chat: true },
      })
      return added.map((row) => ({ ...row, channel: ChannelNameSchema.parse(row.channel) }))
    },
    async next(chat) {
      const row = await prisma.inbound.findFirst({ where: { state: 'waiting', ...addressColumns(chat) }, orderBy: { id: 'asc' } })
      return row === null ? undefined : { id: String(row.id), message: reviveMessage(row.message), attempts: row.attempts }
    },
    async countAttempt(id) {
      await prisma.inbound.update({ where: { id: BigInt(id) }, data: { attempts: { increment: 1 } } })
    },
    async waitingChats() {
      const rows = await prisma.inbound.findMany({
        where: { state: 'waiting' },
        distinct: ['channel', 'account', 'chat'],
        select: { channel: true, account: true, chat: true },
        take: 500,
      })
      return rows.map((row) => ({ ...row, channel: ChannelNameSchema.parse(row.channel) }))
    },
    async emptyOld(now) {
      const before = new Date(now.getTime() - contentRetentionDays * 86_400_000)
      const { count } = await prisma.inbound.updateMany({
        where: { state: { not: 'waiting' }, handledAt: { lt: before }, message: { not: Prisma.DbNull } },
        data: { message: Prisma.DbNull },
      })
      return count
    },
  }
}

/** The marks of the journal, in the transaction of the handling. */
export function createJournalMarks(db: Db): JournalMarks {
  const mark = async (id: string, state: 'handled' | 'failed', now: Date): Promise<boolean> => {
    const { count } = await db.inbound.updateMany({
      where: { id: BigInt(id), state: 'waiting' },
      data: { state, handledAt: now },
    })
    return count === 1
  }
  return {
    markHandled: (id, now) => mark(id, 'handled', now),
    markFailed: async (id, now) => {
      await mark(id, 'failed', now)
    },
  }
}

export function addressColumns({ channel, account, chat }: ChatAddress): { channel: ChannelName; account: string; chat: string } {
  return { channel, account, chat }
}

/**
 * The message as JSON that PostgreSQL takes: without NUL characters and halves of surrogate pairs, which it refuses. One such message
 * would otherwise be delivered, and refused, for ever, and hold up whatever comes behind it.
 */
function storable(message: InboundMessage): Omit<InboundMessage, 'sentAt'> {
  return JSON.parse(
    JSON.stringify(message, (_key, value) => (typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value)),
  )
}

// Written by `append` above and by nothing else: only the date needs reviving.
function reviveMessage(stored: unknown): InboundMessage {
  const message = stored as InboundMessage & { sentAt: string | Date }
  return { ...message, sentAt: new Date(message.sentAt) }
}
