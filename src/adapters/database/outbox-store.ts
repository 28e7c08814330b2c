import type { Attachment, ChatAddress } from '../../core/message.ts'
import { layOut } from '../../features/outbox/lay-out.ts'
import { kindRules, type Lane } from '../../features/outbox/message-kind.ts'
import type { ChannelTraits, Outbox, Outgoing } from '../../features/outbox/outbox.ts'
import type { Db } from './client.ts'
import { Prisma, type PrismaClient } from './generated/client.ts'
import { addressColumns } from './journal-store.ts'
import { inLine } from './outbound-row.ts'
import { keepFile } from './stored-file.ts'

const rowsAtOnce = 1_000

/** The outbox of one transaction. `touched` hears of every chat that got a message, to be woken after the commit. */
export function createOutbox(
  db: Db,
  { traits, touched }: { traits: ChannelTraits; touched: (chat: ChatAddress, lane: Lane) => void },
): Outbox {
  const rowsOf = (message: Outgoing, fileId: string | undefined) =>
    layOut(message, traits).map(({ key, text, choices, edits, carries }) => ({
      ...addressColumns(message.to),
      key,
      kind: message.kind,
      school_id: message.schoolId,
      text,
      choices,
      edits,
      ...(carries ? { photo_of: message.photoOf, file_id: fileId } : {}),
      ...(message.held === undefined ? {} : { state: 'held', held_until: message.held.until, held_why: message.held.why }),
    }))
  const addAll = async (messages: readonly Outgoing[], now: Date): Promise<void> => {
    for (let at = 0; at < messages.length; at += rowsAtOnce) {
      const part = messages.slice(at, at + rowsAtOnce)
      const files = await keepFiles(db, part, now)
      const chunk = part.map((message) => ({
        to: message.to,
        kind: message.kind,
        rows: rowsOf(message, message.attachment && files.get(message.attachment)),
      }))
      const data = chunk.flatMap(({ rows }) => rows)
      if (data.length === 0) continue
      await insert(db, data, now)
      for (const { to, kind, rows } of chunk) if (rows.length > 0) touched(to, kindRules[kind].lane)
    }
  }
  return { add: (message, now) => addAll([message], now), addAll }
}

/** The ids of what goes with these messages, each stored once however many carry it. */
async function keepFiles(db: Db, messages: readonly Outgoing[], now: Date): Promise<Map<Attachment, string>> {
  const ids = new Map<Attachment, string>()
  for (const { attachment, schoolId } of messages) {
    if (attachment === undefined || ids.has(attachment)) continue
    if (schoolId === null) throw new Error('a file goes out for a school only')
    ids.set(attachment, await keepFile(db, schoolId, attachment, now))
  }
  return ids
}

/** All rows in one parameter: planning a statement of thousands of them costs ten times what writing the rows does. */
async function insert(db: Db, rows: readonly object[], now: Date): Promise<void> {
  await db.$executeRaw`
    insert into outbound
      (school_id, key, kind, channel, account, chat, text, choices, edits, photo_of, file_id, state, held_until, held_why, next_attempt_at, created_at)
    select r.school_id, r.key, r.kind, r.channel, r.account, r.chat, r.text, r.choices, r.edits, r.photo_of, r.file_id,
      coalesce(r.state, 'planned'), r.held_until, r.held_why, ${now}::timestamptz, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
      school_id uuid, key text, kind text, channel text, account text, chat text, text text, choices jsonb, edits text, photo_of uuid, file_id uuid,
      state text, held_until timestamptz, held_why text)
    on conflict (key) do nothing`
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
