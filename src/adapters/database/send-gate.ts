import type { ChannelName, ChatAddress } from '../../core/message.ts'
import { chatKey } from '../../core/wake-ups.ts'
import { burstShare, type Entry, type Gate, probeEveryMs, type Rate, type SendingRates } from '../../features/outbox/gate.ts'
import type { Lane } from '../../features/outbox/message-kind.ts'
import type { PrismaClient } from './generated/client.ts'

/** A pace written under another clock (set back by an hour, a process ahead) holds nobody longer than this. */
const mostAheadMs = 10_000

/**
 * The gate over all processes. Each pace is one number, the time at which the next message would be due at the steady rate (GCRA, the cell
 * rate algorithm of ATM Forum's TM 4.0): a message may go while that lies no further ahead than the burst allows.
 */
export function createGate(prisma: PrismaClient, rates: Partial<Record<ChannelName, SendingRates>>): Gate {
  return {
    async enter(chat, lane, now) {
      const state = await prisma.channelState.findUnique({ where: { channel_account: accountOf(chat) } })
      if (state?.stoppedAt && !state.openedAt) return await probe(prisma, chat, now)
      if (lane === 'bulk' && state?.bulkHeldUntil && state.bulkHeldUntil > now) return wait(state.bulkHeldUntil, 'rate')
      const rate = rates[chat.channel]
      return rate === undefined ? go : await pace(prisma, { chat, lane, now }, rate)
    },
    async holdBulk(chat, until) {
      await prisma.channelState.upsert({
        where: { channel_account: accountOf(chat) },
        create: { ...accountOf(chat), bulkHeldUntil: until },
        update: { bulkHeldUntil: until },
      })
    },
    async stop(chat, code, now) {
      const probeAt = new Date(now.getTime() + probeEveryMs)
      await prisma.channelState.createMany({ data: [accountOf(chat)], skipDuplicates: true })
      await prisma.channelState.updateMany({
        where: { ...accountOf(chat), OR: [{ stoppedAt: null }, { openedAt: { not: null } }] },
        data: { stoppedAt: now, openedAt: null },
      })
      await prisma.channelState.updateMany({ where: accountOf(chat), data: { stopCode: code ?? null, probeAt } })
    },
    async open(chat, now) {
      await prisma.channelState.updateMany({ where: accountOf(chat), data: { openedAt: now, probeAt: null } })
    },
  }
}

const go: Entry = { kind: 'go', isProbe: false }
const wait = (until: Date, why: 'rate' | 'stopped'): Entry => ({ kind: 'wait', until, why })
const accountOf = ({ channel, account }: ChatAddress) => ({ channel, account })

/** One process's message at a time finds out whether a stopped account may send again. */
async function probe(prisma: PrismaClient, chat: ChatAddress, now: Date): Promise<Entry> {
  const next = new Date(now.getTime() + probeEveryMs)
  const { count } = await prisma.channelState.updateMany({
    where: { ...accountOf(chat), probeAt: { lte: now } },
    data: { probeAt: next },
  })
  if (count === 1) return { kind: 'go', isProbe: true }
  const state = await prisma.channelState.findUnique({ where: { channel_account: accountOf(chat) } })
  return state?.stoppedAt && !state.openedAt ? wait(state.probeAt ?? next, 'stopped') : wait(now, 'rate')
}

interface Asking {
  readonly chat: ChatAddress
  readonly lane: Lane
  readonly now: Date
}

interface Paces {
  readonly taken: bigint
  readonly chat_tat: number | null
  readonly all_tat: number | null
}

/** Takes a slot of the chat's pace and of the account's, or of neither; one statement, so that no two processes take the same. */
async function pace(prisma: PrismaClient, { chat, lane, now }: Asking, rates: SendingRates): Promise<Entry> {
  const at = now.getTime()
  const [allKey, ownKey] = [`${chat.channel}/${chat.account}`, chatKey(chat)]
  const all = { everyMs: 1_000 / rates.all.perSecond, aheadMs: aheadMs(rates.all, burstShare[lane]) }
  const own = { everyMs: 1_000 / rates.chat(chat.chat).perSecond, aheadMs: aheadMs(rates.chat(chat.chat), 1) }
  const [paces] = await prisma.$queryRaw<Paces[]>`
    WITH own AS (SELECT LEAST(tat, ${at + own.aheadMs + mostAheadMs}::float8) AS tat FROM send_pace WHERE key = ${ownKey}),
    account AS (
      INSERT INTO send_pace (key, tat)
      SELECT ${allKey}, ${at + all.everyMs}::float8
      WHERE COALESCE((SELECT tat FROM own), 0) <= ${at + own.aheadMs}::float8
      ON CONFLICT (key) DO UPDATE
        SET tat = LEAST(GREATEST(send_pace.tat, ${at}::float8), ${at + all.aheadMs}::float8) + ${all.everyMs}::float8
        WHERE send_pace.tat <= ${at + all.aheadMs}::float8 OR send_pace.tat > ${at + all.aheadMs + mostAheadMs}::float8
      RETURNING tat
    ),
    taken AS (
      INSERT INTO send_pace (key, tat)
      SELECT ${ownKey}, ${at + own.everyMs}::float8 FROM account
      ON CONFLICT (key) DO UPDATE
        SET tat = LEAST(GREATEST(send_pace.tat, ${at}::float8), ${at + own.aheadMs}::float8) + ${own.everyMs}::float8
      RETURNING tat
    )
    SELECT (SELECT count(*) FROM taken) AS taken, (SELECT tat FROM own) AS chat_tat,
      (SELECT tat FROM send_pace WHERE key = ${allKey}) AS all_tat`
  if (paces === undefined || paces.taken > 0n) return go
  const freeAt = Math.max((paces.chat_tat ?? 0) - own.aheadMs, (paces.all_tat ?? 0) - all.aheadMs, at + 1)
  return wait(new Date(Math.ceil(Math.min(freeAt, at + mostAheadMs))), 'rate')
}

/** How far ahead the next message's time may lie when one is let through: the burst but for the message itself. */
function aheadMs({ perSecond, burst }: Rate, share: number): number {
  return ((burst * share - 1) * 1_000) / perSecond
}

/** Forgets the pace of chats that have been quiet. @returns how many */
export async function forgetPaces(prisma: PrismaClient, now: Date): Promise<number> {
  const { count } = await prisma.sendPace.deleteMany({ where: { tat: { lt: now.getTime() - 3_600_000 } } })
  return count
}
