import { z } from 'zod'
import { outgoingKinds } from '../../features/outbox/message-kind.ts'
import type { LoggedMessage, MessageLog } from '../../features/outbox/message-log.ts'
import { messageStates } from '../../features/outbox/message-state.ts'
import { nextWayKey } from '../../features/outbox/relay.ts'
import { withoutCodes } from '../../features/outbox/without-codes.ts'
import type { Db } from './client.ts'
import type { Prisma } from './generated/client.ts'
import { addressColumns, ChannelNameSchema } from './journal-store.ts'

const State = z.enum(messageStates)
const Kind = z.enum(outgoingKinds)
const IdText = z.string().regex(/^\d{1,18}$/)

/** A school's messages from the outbox itself. */
export function createMessageLog(db: Db): MessageLog {
  return {
    async counts(schoolId, since) {
      const rows = await db.outbound.groupBy({ by: ['state'], where: { schoolId, createdAt: { gte: since } }, _count: true })
      return new Map(rows.map(({ state, _count }) => [State.parse(state), _count]))
    },
    async page(schoolId, { states, before, limit }) {
      const from = IdText.safeParse(before)
      const rows = await db.outbound.findMany({
        where: {
          schoolId,
          ...(states === undefined ? {} : { state: { in: [...states] } }),
          ...(from.success ? { id: { lt: BigInt(from.data) } } : {}),
        },
        orderBy: { id: 'desc' },
        take: limit + 1,
      })
      const shown = rows.slice(0, limit)
      const readers = await readersOf(db, schoolId, shown)
      const messages = shown.map((row) => toLogged(row, readers.get(chatOf(row)) ?? nobody))
      return { messages, next: rows.length > limit ? String(shown.at(-1)?.id) : null }
    },
    async readers(schoolId, identityIds) {
      const identities = await db.identity.findMany({
        where: { id: { in: [...new Set(identityIds)] } },
        include: withPeople(schoolId),
      })
      return new Map(identities.map(({ id, people }) => [id, toReader(people)]))
    },
    async planAnew(schoolId, which, now) {
      const wanted: Prisma.OutboundWhereInput =
        'ids' in which
          ? {
              id: { in: which.ids.filter((id) => IdText.safeParse(id).success).map(BigInt) },
              state: { in: ['failed', 'uncertain'] },
            }
          : { key: { startsWith: which.keyPrefix }, state: 'failed' }
      // What was said in another chat of the person instead is not said here again.
      const rows = await db.outbound.findMany({ where: { ...wanted, schoolId }, select: { key: true } })
      const next = { schoolId, key: { in: rows.map(({ key }) => nextWayKey(key)) } }
      const moved = (await db.outbound.findMany({ where: next, select: { key: true } })).map(({ key }) => key)
      const left = rows.map(({ key }) => key).filter((key) => !moved.includes(nextWayKey(key)))
      const { count } = await db.outbound.updateMany({
        where: { ...wanted, schoolId, key: { in: left }, text: { not: '' } },
        data: { state: 'planned', nextAttemptAt: now, settleAt: null, attempts: 0 },
      })
      return count
    },
  }
}

type Row = Prisma.OutboundGetPayload<object>
type Reader = LoggedMessage['reader']
/** The people of this school alone: a chat may have some of another. */
const withPeople = (schoolId: string) =>
  ({
    people: { where: { schoolId }, include: { person: { include: { children: { include: { child: true } } } } } },
  }) as const
const nobody: Reader = { names: [], children: [] }
const chatOf = ({ channel, account, chat }: Pick<Row, 'channel' | 'account' | 'chat'>) => `${channel}/${account}/${chat}`

/** Who of the school is behind each chat. */
async function readersOf(db: Db, schoolId: string, rows: readonly Row[]): Promise<Map<string, Reader>> {
  const chats = [...new Map(rows.map((row) => [chatOf(row), row])).values()]
  if (chats.length === 0) return new Map()
  const identities = await db.identity.findMany({
    where: {
      OR: chats.map((row) => addressColumns({ ...row, channel: ChannelNameSchema.parse(row.channel) })),
    },
    include: withPeople(schoolId),
  })
  return new Map(identities.map((identity) => [chatOf(identity), toReader(identity.people)]))
}

function toReader(
  people: readonly { person: { name: string | null; children: readonly { child: { rosterName: string } }[] } }[],
): Reader {
  return {
    names: people.flatMap(({ person }) => person.name ?? []),
    children: people.flatMap(({ person }) => person.children.map(({ child }) => child.rosterName)),
  }
}

function toLogged(row: Row, reader: Reader): LoggedMessage {
  const { id, reason, createdAt, sentAt, heldUntil } = row
  return {
    ...{ text: withoutCodes(row.text), reason, createdAt, sentAt, heldUntil, reader },
    id: String(id),
    kind: Kind.parse(row.kind),
    state: State.parse(row.state),
    channel: ChannelNameSchema.parse(row.channel),
  }
}
