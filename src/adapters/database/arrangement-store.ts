import { z } from 'zod'
import type { Arrangement } from '../../features/arrangement/arrangement.ts'
import type { ArrangementStore } from '../../features/arrangement/arrangement-store.ts'
import { type Db, toDate, toDay } from './client.ts'
import type { Prisma } from './generated/client.ts'

const inOrder = [{ saidAt: 'asc' as const }, { id: 'asc' as const }]

/** Merged classes and substitutes over the database. */
export function createArrangementStore(db: Db): ArrangementStore {
  return {
    async on(schoolId, day) {
      const where = { schoolId, withdrawnAt: null, days: { has: toDate(day) } }
      return (await db.arrangement.findMany({ where, orderBy: inOrder })).map(toArrangement)
    },
    async upcoming(schoolId, from) {
      const rows = await db.arrangement.findMany({ where: { schoolId, withdrawnAt: null }, orderBy: inOrder })
      return rows.map(toArrangement).filter(({ days }) => days.some((day) => day >= from))
    },
    async find({ schoolId, id }) {
      if (!z.uuid().safeParse(id).success) return undefined
      const row = await db.arrangement.findFirst({ where: { schoolId, id, withdrawnAt: null } })
      return row === null ? undefined : toArrangement(row)
    },
    async add({ kind, days, ...said }, now) {
      const { id, schoolId, classId, text, saidBy } = said
      const who = 'hostId' in said ? { hostId: said.hostId } : { personId: said.personId }
      await db.arrangement.create({
        data: { id, schoolId, kind, classId, ...who, days: days.map(toDate), text, saidBy, saidAt: now },
      })
    },
    async withdraw({ schoolId, id }, from, now) {
      const row = await db.arrangement.findFirst({ where: { schoolId, id, withdrawnAt: null } })
      if (row === null) return
      const left = row.days.filter((day) => toDay(day) < from)
      const change = left.length === 0 ? { withdrawnAt: now } : { days: { set: left } }
      await db.arrangement.updateMany({ where: { schoolId, id }, data: change })
    },
    async teachers(schoolId) {
      const rows = await db.person.findMany({
        where: { schoolId, role: 'teacher', active: true, name: { not: null } },
        include: { classes: { select: { classId: true } }, identities: { select: { identityId: true }, take: 1 } },
        orderBy: { createdAt: 'asc' },
      })
      // Who was invited once for each of two classes is one teacher: both are linked to one chat.
      const people = Map.groupBy(rows, ({ id, identities }) => identities[0]?.identityId ?? id)
      return [...people.values()].map((same) => ({
        id: same[0]!.id,
        name: same[0]!.name ?? '',
        classIds: same.flatMap(({ classes }) => classes.map(({ classId }) => classId)),
      }))
    },
  }
}

function toArrangement(row: Prisma.ArrangementGetPayload<object>): Arrangement {
  const { id, schoolId, classId } = row
  const about = { id, schoolId, classId, days: row.days.map(toDay).sort() }
  return row.kind === 'merged'
    ? { ...about, kind: 'merged', hostId: z.string().parse(row.hostId) }
    : { ...about, kind: 'substitute', personId: z.string().parse(row.personId) }
}
