import { z } from 'zod'
import { type DeliveryReason, deliveryReasons } from '../../core/delivery-error.ts'
import type { Attachment, ChatAddress, OutboundMessage } from '../../core/message.ts'
import type { WakeUps } from '../../core/wake-ups.ts'
import { kindRules, kindsOf, type Lane, outgoingKinds } from '../../features/outbox/message-kind.ts'
import { arrivedStates } from '../../features/outbox/message-state.ts'
import type { ChannelTraits } from '../../features/outbox/outbox.ts'
import type { Unsent, UnsentStore } from '../../features/outbox/unsent.ts'
import type { Window } from '../../features/outbox/ways.ts'
import type { Prisma, PrismaClient } from './generated/client.ts'
import { addressColumns, ChannelNameSchema } from './journal-store.ts'
import { moveToCheaper, type OtherWay, takeOtherWay } from './other-way.ts'
import { inLine, toChoices } from './outbound-row.ts'
import { holdOverNight } from './retry-hours.ts'
import { fileOf } from './stored-file.ts'

const Kind = z.enum(outgoingKinds)
const PhotoType = z.enum(['image/jpeg', 'image/png'])
const State = z.enum(['planned', 'sending', 'uncertain'])

/** Whoever wrote it looked at the hour then. */
const freshMs = 60_000

const possible: readonly Window[] = ['free', 'paid']

/** What delivery reads and writes of the `outbound` table. */
export function createUnsentStore(
  prisma: PrismaClient,
  { traits, wakeUps }: { traits: ChannelTraits; wakeUps: Pick<WakeUps, 'outbound' | 'bulk'> },
): UnsentStore {
  /** Runs work that may write for other chats, and wakes them once it is committed. */
  const withOtherWay = async <R>(work: (way: OtherWay) => Promise<R>): Promise<R> => {
    const chats: ChatAddress[] = []
    let hasBulk = false
    const touched = (chat: ChatAddress, lane: Lane) => {
      if (lane === 'now') chats.push(chat)
      else hasBulk = true
    }
    const result = await work({ traits, touched })
    for (const chat of chats) await wakeUps.outbound(chat)
    if (hasBulk) wakeUps.bulk()
    return result
  }
  const change = async (id: string, data: Prisma.OutboundUpdateInput): Promise<void> => {
    await prisma.outbound.update({ where: { id: BigInt(id) }, data })
  }
  /** A receipt can have settled it meanwhile: then there is nothing left to do. */
  const changeOpen = async (id: string, data: Prisma.OutboundUpdateManyMutationInput): Promise<void> => {
    await prisma.outbound.updateMany({ where: { id: BigInt(id), state: { in: ['sending', 'uncertain'] } }, data })
  }
  return {
    async head(chat) {
      const row = await prisma.outbound.findFirst({ where: { ...addressColumns(chat), ...inLine }, orderBy: { id: 'asc' } })
      return row === null
        ? undefined
        : toUnsent(row, chat, (await photoOf(prisma, row.photoOf)) ?? (await fileOf(prisma, row.fileId)))
    },
    markSending: (id, now) => change(id, { state: 'sending', attempts: { increment: 1 }, sentAt: now }),
    markSent: (id, platformId, now) => changeOpen(id, { state: 'sent', platformId, sentAt: now, settleAt: null, reason: null }),
    async markRetry(id, reason, nextAttemptAt) {
      await changeOpen(id, { state: 'planned', reason, nextAttemptAt, settleAt: null })
      await holdOverNight(prisma, id, nextAttemptAt)
    },
    markWaiting: (id, reason, until) => change(id, { reason, nextAttemptAt: until }),
    markFailed: (id, reason, now) =>
      withOtherWay((way) =>
        prisma.$transaction(async (tx) => {
          const row = await tx.outbound.update({ where: { id: BigInt(id) }, data: { state: 'failed', reason, sentAt: now } })
          if (deliveryReasons[reason].fault === 'person') await takeOtherWay(tx, row, { ...way, now, only: possible })
        }),
      ),
    moveToCheaper: (head, now) => withOtherWay((way) => moveToCheaper(prisma, head, { ...way, now })),
    async holdOverNight({ id, kind, createdAt }, now) {
      const isFresh = Math.abs(now.getTime() - createdAt.getTime()) < freshMs
      return kindRules[kind].lane === 'bulk' && !isFresh && (await holdOverNight(prisma, id, now))
    },
    leaveUncertain: (id, now) =>
      withOtherWay((way) =>
        prisma.$transaction(async (tx) => {
          const row = await tx.outbound.update({ where: { id: BigInt(id) }, data: { settleAt: null } })
          const isLeft = row.state === 'uncertain' && kindRules[Kind.parse(row.kind)].isRepeated
          if (isLeft) await takeOtherWay(tx, row, { ...way, now, only: possible })
        }),
      ),
    async markUncertain(id, settleAt) {
      const uncertain = { state: 'uncertain', reason: 'unanswered' satisfies DeliveryReason, settleAt }
      const { count } = await prisma.outbound.updateMany({
        where: { id: BigInt(id), state: 'sending' },
        data: { ...uncertain, doubts: { increment: 1 } },
      })
      if (count === 0) await changeOpen(id, uncertain)
    },
    async knownIds(chat, platformIds) {
      const rows = await prisma.outbound.findMany({
        where: { ...addressColumns(chat), platformId: { in: [...platformIds] }, state: { in: [...arrivedStates] } },
        select: { platformId: true },
      })
      return new Set(rows.flatMap(({ platformId }) => platformId ?? []))
    },
    async resume({ channel, account }, now) {
      await prisma.outbound.updateMany({
        where: { channel, account, state: 'planned', reason: 'channel_stopped', nextAttemptAt: { gt: now } },
        data: { nextAttemptAt: now },
      })
    },
    async markLeft(chat, triedAt) {
      const leave = (way: OtherWay) =>
        prisma.$transaction(async (tx) => {
          const { count } = await tx.identity.updateMany({
            where: { ...addressColumns(chat), lastInteractedAt: { lte: triedAt } },
            data: { leftAt: triedAt },
          })
          if (count === 0) return
          const unsent = { ...addressColumns(chat), state: { in: ['planned', 'held'] }, createdAt: { lte: triedAt } }
          const rows = await tx.outbound.findMany({ where: unsent, orderBy: { id: 'asc' } })
          await tx.outbound.updateMany({
            where: { id: { in: rows.map(({ id }) => id) } },
            data: { state: 'failed', reason: 'recipient_left' satisfies DeliveryReason, sentAt: triedAt },
          })
          for (const row of rows) await takeOtherWay(tx, row, { ...way, now: triedAt, only: possible })
        })
      await withOtherWay(leave)
    },
    async dueChats(lane, now, { channels, limit }) {
      // Within one second the order does not matter, and a chat whose head waits is found by that head's own time.
      const rows = await prisma.outbound.findMany({
        where: {
          kind: { in: kindsOf(lane) },
          channel: { in: [...channels] },
          OR: [
            { state: { in: ['planned', 'sending'] }, nextAttemptAt: { lte: now } },
            { state: 'uncertain', settleAt: { lte: now } },
          ],
        },
        distinct: ['channel', 'account', 'chat'],
        select: { channel: true, account: true, chat: true },
        orderBy: { id: 'asc' },
        take: limit,
      })
      return rows.map((row) => ({ ...row, channel: ChannelNameSchema.parse(row.channel) }))
    },
    async release(now) {
      const { count } = await prisma.outbound.updateMany({
        where: { state: 'held', heldUntil: { lte: now } },
        data: { state: 'planned', nextAttemptAt: now },
      })
      return count
    },
  }
}

async function photoOf(prisma: PrismaClient, collectorId: string | null): Promise<Attachment | undefined> {
  const row = collectorId === null ? null : await prisma.collectorPhoto.findUnique({ where: { collectorId } })
  if (row === null) return undefined
  const type = PhotoType.parse(row.type)
  return { kind: 'image', name: type === 'image/png' ? 'photo.png' : 'photo.jpg', type, bytes: row.bytes }
}

function toUnsent(row: Prisma.OutboundGetPayload<object>, chat: ChatAddress, attachment: Attachment | undefined): Unsent {
  const choices = toChoices(row.choices)
  const message: OutboundMessage = {
    to: chat,
    text: row.text,
    ...(choices.length > 0 ? { choices } : {}),
    ...(row.edits === null ? {} : { edits: row.edits }),
    ...(attachment === undefined ? {} : { attachment }),
  }
  const state = State.parse(row.state)
  return {
    id: String(row.id),
    message,
    kind: Kind.parse(row.kind),
    state,
    attempts: row.attempts,
    doubts: row.doubts,
    createdAt: row.createdAt,
    dueAt: state === 'uncertain' ? (row.settleAt ?? row.nextAttemptAt) : row.nextAttemptAt,
    triedAt: row.sentAt,
  }
}
