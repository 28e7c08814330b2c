import { z } from 'zod'
import { languages } from '../../core/phrases.ts'
import type { ConsoleSession, ConsoleStore } from '../../features/console/console-store.ts'
import type { Person } from '../../features/people/person.ts'
import type { Db } from './client.ts'
import { Prisma, type PrismaClient } from './generated/client.ts'

const Language = z.enum(languages)
const Told = z
  .object({
    kind: z.enum(['done', 'refused']),
    text: z.string(),
    choices: z.array(z.object({ label: z.string(), value: z.string() })).optional(),
    action: z.string().optional(),
  })
  .transform(({ kind, text, choices, action }) => ({ kind, text, ...(choices && action ? { choices, action } : {}) }))

/** Sign-ins and sessions over the database; codes and tokens only as hashes. */
export function createConsoleStore(db: Db): ConsoleStore {
  return {
    async addTicket(ticket) {
      await db.consoleTicket.deleteMany({ where: { identityId: ticket.identityId, usedAt: null } })
      await db.consoleTicket.create({ data: ticket })
    },
    async findTicket(codeHash) {
      const row = await db.consoleTicket.findUnique({ where: { codeHash } })
      if (row === null) return undefined
      const { id, schoolId, identityId, personId, expiresAt, usedAt } = row
      return { id, schoolId, identityId, personId, expiresAt, used: usedAt !== null }
    },
    async useTicket({ id, schoolId }, now) {
      const { count } = await db.consoleTicket.updateMany({ where: { id, schoolId, usedAt: null }, data: { usedAt: now } })
      return count === 1
    },
    async open(session) {
      await db.consoleSession.create({ data: session })
    },
    async find(tokenHash) {
      const row = await db.consoleSession.findUnique({ where: { tokenHash, endedAt: null } })
      return row === null ? undefined : toSession(row)
    },
    async change({ id, identityId }, change) {
      await db.consoleSession.updateMany({ where: { id, identityId }, data: change })
    },
    async tell({ id, identityId }, told) {
      await db.consoleSession.updateMany({ where: { id, identityId }, data: { told: told as object } })
    },
    async takeTold({ id, identityId }) {
      const row = await db.consoleSession.findFirst({ where: { id, identityId }, select: { told: true } })
      if (row === null || row.told === null) return undefined
      await db.consoleSession.updateMany({ where: { id, identityId }, data: { told: Prisma.DbNull } })
      return Told.parse(row.told)
    },
    async sessionsOf(identityId, now) {
      const rows = await db.consoleSession.findMany({
        where: { identityId, endedAt: null, endsAt: { gt: now } },
        orderBy: { seenAt: 'desc' },
      })
      return rows.map(toSession)
    },
    async officeOf(identityId) {
      const rows = await db.identityPerson.findMany({
        where: { identityId, person: { role: 'office', active: true } },
        include: { person: true },
        orderBy: { linkedAt: 'asc' },
      })
      return rows.map(({ person: { id, schoolId, name } }): Person => {
        return { id, schoolId, name, role: 'office', classIds: [], childIds: [] }
      })
    },
  }
}

const daysKept = { ticket: 1, session: 30 }

/** Removes sign-ins and sessions that are long over. @returns how many */
export async function forgetSessions(prisma: PrismaClient, now: Date): Promise<number> {
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000)
  const tickets = await prisma.consoleTicket.deleteMany({ where: { expiresAt: { lt: before(daysKept.ticket) } } })
  const sessions = await prisma.consoleSession.deleteMany({ where: { endsAt: { lt: before(daysKept.session) } } })
  return tickets.count + sessions.count
}

function toSession({
  tokenHash: _hash,
  endedAt: _ended,
  told: _told,
  ...row
}: Prisma.ConsoleSessionGetPayload<object>): ConsoleSession {
  return { ...row, language: Language.parse(row.language) }
}
