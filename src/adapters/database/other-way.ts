import { z } from 'zod'
import type { ChatAddress } from '../../core/message.ts'
import { type Lane, outgoingKinds } from '../../features/outbox/message-kind.ts'
import type { ChannelTraits } from '../../features/outbox/outbox.ts'
import { firstWayKey, nextWayKey, withoutList } from '../../features/outbox/relay.ts'
import type { Unsent } from '../../features/outbox/unsent.ts'
import { cheapestOf, type Window, windowOf } from '../../features/outbox/ways.ts'
import type { Db } from './client.ts'
import type { Prisma, PrismaClient } from './generated/client.ts'
import { addressColumns, ChannelNameSchema } from './journal-store.ts'
import { createOffers } from './offer-store.ts'
import { toChoices } from './outbound-row.ts'
import { createOutbox } from './outbox-store.ts'
import { holdOverNight } from './retry-hours.ts'
import { fileOf } from './stored-file.ts'

const Kind = z.enum(outgoingKinds)
type Row = Prisma.OutboundGetPayload<object>

export interface OtherWay {
  readonly traits: ChannelTraits
  /** Hears of the chat that got the message, before the transaction ends. */
  readonly touched: (chat: ChatAddress, lane: Lane) => void
}

/** Kinds that a person switches off in their preferences, by the name they have there. */
const switchedOff: Readonly<Record<string, string>> = { broadcast: 'notices', notice: 'notices', reminder: 'reminders' }

/**
 * Says a message through another chat of the same person, in the transaction in which this one came to its end, so that it is never under way in
 * both. A reply is not moved: it belongs where the question was asked. @param only windows that are worth the change
 * @returns whether there was another chat
 */
export async function takeOtherWay(
  tx: Db,
  row: Row,
  { traits, touched, now, only }: OtherWay & { now: Date; only: readonly Window[] },
): Promise<boolean> {
  if (row.schoolId === null || row.kind === 'reply' || row.edits !== null) return false
  const other = await otherChat(tx, row, { now, only })
  if (other === undefined) return false
  const attachment = await fileOf(tx, row.fileId)
  const { text, choices } = withoutList({ text: row.text, choices: toChoices(row.choices) })
  if (text === '' && attachment === undefined && row.photoOf === null) return false
  const firstNumber = choices.length === 0 ? 1 : await createOffers(tx).add(other, choices, now)
  const key = nextWayKey(row.key)
  await createOutbox(tx, { traits, touched }).add(
    {
      ...{ to: other, key, kind: Kind.parse(row.kind), schoolId: row.schoolId, text },
      ...(choices.length === 0 ? {} : { choices, firstNumber }),
      ...(row.photoOf === null ? {} : { photoOf: row.photoOf }),
      ...(attachment === undefined ? {} : { attachment: { ...attachment, instead: '' } }),
    },
    now,
  )
  const written = await tx.outbound.findMany({
    where: { OR: [{ key }, { key: { startsWith: `${key}/` } }] },
    select: { id: true },
  })
  for (const { id } of written) await holdOverNight(tx, String(id), now)
  return written.length > 0
}

/** The cheapest open chat of everybody behind this one that the message was not tried in yet. */
async function otherChat(tx: Db, row: Row, { now, only }: { now: Date; only: readonly Window[] }) {
  const { schoolId, key, kind } = row
  const channel = ChannelNameSchema.parse(row.channel)
  const here = { channel, account: row.account, chat: row.chat }
  const behind = { some: { schoolId: schoolId!, person: { active: true } } }
  const own = await tx.identity.findUnique({
    where: { channel_account_chat: addressColumns(here), people: behind },
    include: { people: { where: behind.some } },
  })
  if (own === null) return undefined
  const tried = await tx.outbound.findMany({
    where: { schoolId, OR: [{ key: firstWayKey(key) }, { key: { startsWith: `${firstWayKey(key)}/way` } }] },
    select: { channel: true, account: true, chat: true },
  })
  const found = await tx.identity.findMany({
    where: {
      leftAt: null,
      ...(own.stoppedAt === null ? { stoppedAt: null } : {}),
      // Whoever is only a guardian there must not read what is for the staff.
      AND: own.people.map(({ personId }) => ({ people: { some: { personId } } })),
      NOT: tried.map(addressOfRow),
    },
    include: { preference: true },
  })
  const open = found
    .filter(({ preference }) => !preference?.off.includes(switchedOff[kind] ?? ''))
    .map(({ lastInteractedAt, ...one }) => ({ address: addressOfRow(one), lastInteractedAt }))
    .filter((way) => only.includes(windowOf(way, now)))
  return cheapestOf(open, now)?.address
}

function addressOfRow({ channel, account, chat }: { channel: string; account: string; chat: string }) {
  return { channel: ChannelNameSchema.parse(channel), account, chat }
}

/**
 * The way is chosen when sending: a message that Zalo would charge for, or refuse, goes through another chat of the same person that costs less.
 * @returns whether it was moved
 */
export async function moveToCheaper(
  prisma: PrismaClient,
  { id, kind, attempts, message: { to: address } }: Unsent,
  { now, ...way }: OtherWay & { now: Date },
): Promise<boolean> {
  // Elsewhere nothing costs anything.
  if (address.channel !== 'zalo' || kind === 'reply' || attempts > 0) return false
  const own = await prisma.identity.findUnique({ where: { channel_account_chat: addressColumns(address) } })
  const window = own === null ? 'free' : windowOf({ address, lastInteractedAt: own.lastInteractedAt }, now)
  if (window === 'free') return false
  const row = await prisma.outbound.findUniqueOrThrow({ where: { id: BigInt(id) } })
  const only: Window[] = window === 'paid' ? ['free'] : ['free', 'paid']
  return await prisma.$transaction(async (tx) => {
    // Holds the row, so that the office takes it back before this or not at all.
    const same = { id: row.id, state: 'planned' }
    const { count } = await tx.outbound.updateMany({ where: same, data: { attempts: row.attempts } })
    if (count === 0 || !(await takeOtherWay(tx, row, { ...way, now, only }))) return false
    await tx.outbound.updateMany({ where: same, data: { state: 'cancelled' } })
    return true
  })
}
