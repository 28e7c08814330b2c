import type { ChatAddress } from '../../core/message.ts'
import { layOut } from '../../features/outbox/lay-out.ts'
import { kindRules, type Lane } from '../../features/outbox/message-kind.ts'
import type { ChannelTraits, Outbox, Outgoing } from '../../features/outbox/outbox.ts'
import type { Db } from './client.ts'
import { Prisma, type PrismaClient } from './generated/client.ts'
import { addressColumns } from './journal-store.ts'
import { inLine } from './unsent-store.ts'

/** PostgreSQL takes 65,535 parameters in a statement; a row has some ten, and a long text several rows. */
const rowsAtOnce = 1_000

/** The outbox of one transaction. `touched` hears of every chat that got a message, to be woken after the commit. */
export function createOutbox(
  db: Db,
  { traits, touched }: { traits: ChannelTraits; touched: (chat: ChatAddress, lane: Lane) => void },
): Outbox {
  const rowsOf = (message: Outgoing, now: Date) =>
    layOut(message, traits).map(({ key, text, choices, edits }) => ({
      ...addressColumns(message.to),
      key,
      kind: message.kind,
      schoolId: message.schoolId,
      text,
      ...(choices === undefined ? {} : { choices: choices.map((choice) => ({ ...choice })) }),
      edits: edits ?? null,
      ...(message.held === undefined ? {} : { state: 'held', heldUntil: message.held.until, heldWhy: message.held.why }),
      nextAttemptAt: now,
      createdAt: now,
    }))
  const addAll = async (messages: readonly Outgoing[], now: Date): Promise<void> => {
    for (let at = 0; at < messages.length; at += rowsAtOnce) {
      const chunk = messages
        .slice(at, at + rowsAtOnce)
        .map((message) => ({ to: message.to, kind: message.kind, rows: rowsOf(message, now) }))
      const data = chunk.flatMap(({ rows }) => rows)
      if (data.length === 0) continue
      await db.outbound.createMany({ data, skipDuplicates: true })
      for (const { to, kind, rows } of chunk) if (rows.length > 0) touched(to, kindRules[kind].lane)
    }
  }
  return { add: (message, now) => addAll([message], now), addAll }
}

const textRetentionDays = 90

/** Empties what was written to people once it is old: the row says that and when something went out, no longer what. @returns how many. */
export async function emptySent(prisma: PrismaClient, now: Date): Promise<number> {
  const before = new Date(now.getTime() - textRetentionDays * 86_400_000)
  const { count } = await prisma.outbound.updateMany({
    where: { NOT: { OR: [inLine, { state: 'held' }] }, createdAt: { lt: before }, text: { not: '' } },
    data: { text: '', choices: Prisma.DbNull },
  })
  return count
}
