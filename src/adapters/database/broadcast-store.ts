import { z } from 'zod'
import { languages } from '../../core/phrases.ts'
import { chatKey } from '../../core/wake-ups.ts'
import {
  type Broadcast,
  type BroadcastAudience,
  type BroadcastStore,
  broadcastKey,
  type Contact,
  type Posted,
} from '../../features/broadcast/broadcast-store.ts'
import { arrivedStates } from '../../features/outbox/message-state.ts'
import { nextWayKey } from '../../features/outbox/relay.ts'
import { roles } from '../../features/people/person.ts'
import { noPreference } from '../../features/preferences/preference.ts'
import type { Db } from './client.ts'
import type { Prisma } from './generated/client.ts'
import { ChannelNameSchema } from './journal-store.ts'
import { toPreference } from './preference-store.ts'

const Roles = z.array(z.enum(roles))
const Role = z.enum(roles)
const State = z.enum(['draft', 'held', 'sending', 'sent', 'stopped', 'dropped'])
const Language = z.enum(languages)

/** Notices of the office over the database; what became of each message is read from the outbox itself. */
export function createBroadcastStore(db: Db): BroadcastStore {
  return {
    async draft({ roles, classIds, ...broadcast }) {
      await db.broadcast.create({ data: { ...broadcast, roles: [...roles], classIds: [...classIds] } })
    },
    async find(schoolId, id) {
      if (!z.uuid().safeParse(id).success) return undefined
      const row = await db.broadcast.findFirst({ where: { schoolId, id } })
      return row === null ? undefined : toBroadcast(row)
    },
    async newest(schoolId, states) {
      const row = await db.broadcast.findFirst({
        where: { schoolId, state: { in: [...states] } },
        orderBy: { createdAt: 'desc' },
      })
      return row === null ? undefined : toBroadcast(row)
    },
    async recent(schoolId, limit) {
      const rows = await db.broadcast.findMany({
        where: { schoolId, state: { not: 'dropped' } },
        orderBy: { createdAt: 'desc' },
        take: limit,
      })
      return rows.map(toBroadcast)
    },
    async setText(schoolId, id, text) {
      await db.broadcast.updateMany({ where: { schoolId, id, state: 'draft' }, data: { text } })
    },
    async move({ schoolId, id }, from, change) {
      const { count } = await db.broadcast.updateMany({ where: { schoolId, id, state: { in: [...from] } }, data: change })
      return count === 1
    },
    async due(schoolId, now) {
      const rows = await db.broadcast.findMany({
        where: { schoolId, OR: [{ state: 'held', heldUntil: { lte: now } }, { state: 'sending' }] },
        orderBy: { createdAt: 'asc' },
      })
      return rows.map(toBroadcast)
    },
    contacts: (schoolId, audience) => contactsOf(db, schoolId, audience),
    posted: (schoolId, id) => postedOf(db, schoolId, id),
    async lost(schoolId, since) {
      const rows = await db.outbound.findMany({
        where: { schoolId, createdAt: { gte: since }, OR: [{ state: 'failed' }, { state: 'uncertain', settleAt: null }] },
        select: { key: true, reason: true },
      })
      const next = { schoolId, key: { in: rows.map(({ key }) => nextWayKey(key)) } }
      const moved = new Set((await db.outbound.findMany({ where: next, select: { key: true } })).map(({ key }) => key))
      const left = rows.filter(({ key }) => !moved.has(nextWayKey(key)))
      return [...Map.groupBy(left, ({ reason }) => reason)].map(([reason, own]) => ({ reason, count: own.length }))
    },
    async cancelWaiting(schoolId, id) {
      await db.outbound.updateMany({
        where: { schoolId, key: { startsWith: broadcastKey(id) }, state: { in: ['planned', 'held'] } },
        data: { state: 'cancelled' },
      })
    },
  }
}

const chatColumns = {
  ...{ channel: true, account: true, chat: true, language: true, lastInteractedAt: true, leftAt: true, stoppedAt: true },
  preference: true,
} as const

async function contactsOf(db: Db, schoolId: string, { roles, classIds }: BroadcastAudience): Promise<Contact[]> {
  const inClasses: Prisma.PersonWhereInput =
    classIds.length === 0
      ? {}
      : {
          OR: [
            { classes: { some: { classId: { in: [...classIds] } } } },
            { children: { some: { child: { classId: { in: [...classIds] }, active: true } } } },
          ],
        }
  const rows = await db.person.findMany({
    where: { schoolId, active: true, role: { in: [...roles] }, ...inClasses },
    // Only what is read here: a school has a thousand families, and a chat's conversation is the largest part of its row.
    select: {
      ...{ id: true, role: true, name: true },
      classes: { select: { classId: true } },
      children: { where: { child: { active: true } }, select: { childId: true } },
      identities: { select: { identity: { select: chatColumns } } },
    },
    orderBy: { createdAt: 'asc' },
  })
  return rows
    .filter(({ role, children }) => role !== 'guardian' || children.length > 0) // no child of theirs is here any more
    .map((row) => ({
      personId: row.id,
      role: Role.parse(row.role),
      name: row.name,
      classIds: row.classes.map(({ classId }) => classId),
      childIds: row.children.map(({ childId }) => childId),
      chats: row.identities
        .map(({ identity }) => identity)
        .sort((one, other) => other.lastInteractedAt.getTime() - one.lastInteractedAt.getTime())
        .map(({ channel, account, chat, language, lastInteractedAt, leftAt, stoppedAt, preference }) => ({
          address: { channel: ChannelNameSchema.parse(channel), account, chat },
          language: Language.parse(language),
          lastInteractedAt,
          left: leftAt !== null,
          stopped: stoppedAt !== null,
          preference: preference === null ? noPreference : toPreference(preference),
        })),
    }))
}

/** A long text is several rows: the chat has it when all have gone out. */
async function postedOf(db: Db, schoolId: string, id: string): Promise<Posted[]> {
  const rows = await db.outbound.findMany({
    where: { schoolId, key: { startsWith: broadcastKey(id) } },
    select: { key: true, channel: true, account: true, chat: true, state: true, reason: true },
  })
  const keys = new Set(rows.map(({ key }) => key))
  const posted = new Map<string, Posted>()
  for (const { key, state, reason, channel, account, chat } of rows) {
    // Said again in another chat of the person: what became of it there is what counts.
    if (keys.has(nextWayKey(key))) continue
    const address = { channel: ChannelNameSchema.parse(channel), account, chat }
    const known = posted.get(chatKey(address))
    const next: Posted = { address, state: stateOf(state), reason }
    if (known === undefined || weight[next.state] > weight[known.state]) posted.set(chatKey(address), next)
  }
  return [...posted.values()]
}

const weight: Record<Posted['state'], number> = { sent: 0, cancelled: 1, waiting: 2, uncertain: 3, failed: 4 }

function stateOf(state: string): Posted['state'] {
  if (arrivedStates.some((arrived) => arrived === state)) return 'sent'
  return state === 'failed' || state === 'cancelled' || state === 'uncertain' ? state : 'waiting'
}

function toBroadcast(row: Prisma.BroadcastGetPayload<object>): Broadcast {
  const { id, schoolId, classIds, text, personId, createdAt, heldUntil, urgentReason } = row
  return {
    ...{ id, schoolId, classIds, text, personId, createdAt, heldUntil, urgentReason },
    roles: Roles.parse(row.roles),
    state: State.parse(row.state),
  }
}
