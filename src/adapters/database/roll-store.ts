import type { RollStore } from '../../features/people/roll-store.ts'
import type { Db } from './client.ts'
import { Prisma } from './generated/client.ts'
import { inLine } from './outbound-row.ts'

/** The office's lists of people over the database. */
export function createRollStore(db: Db): RollStore {
  const tracesOf = async (schoolId: string, childId: string) => {
    const where = { schoolId, childId }
    return {
      guardians: await db.person.count({
        where: { schoolId, role: 'guardian', children: { some: { childId }, every: { childId } } },
      }),
      absences: await db.absence.count({ where }),
      measurements: await db.measurement.count({ where }),
      notes: (await db.dayNote.count({ where })) + (await db.dropOffNote.count({ where })),
    }
  }
  return {
    tracesOf,
    async staff(schoolId) {
      const rows = await db.person.findMany({
        where: { schoolId, role: { in: ['office', 'teacher'] } },
        include: { classes: true, _count: { select: { identities: true } } },
        orderBy: [{ role: 'asc' }, { name: 'asc' }],
      })
      return rows.map(({ id, role, name, active, classes, _count }) => ({
        ...{ id, active, name: name ?? '', role: role === 'office' ? 'office' : 'teacher', chats: _count.identities },
        classIds: classes.map(({ classId }) => classId),
      }))
    },
    async guardiansByChild(schoolId) {
      const rows = await db.guardianship.groupBy({ by: ['childId'], where: { schoolId }, _count: true })
      return new Map(rows.map(({ childId, _count }) => [childId, _count]))
    },
    async guardiansOf(schoolId, childId) {
      const rows = await db.person.findMany({
        where: { schoolId, role: 'guardian', children: { some: { childId, schoolId } } },
        include: { identities: { include: { identity: { select: { channel: true } } } } },
        orderBy: { createdAt: 'asc' },
      })
      return rows.map(({ id, createdAt, identities }) => ({
        personId: id,
        channels: identities.map(({ identity }) => identity.channel),
        linkedAt: createdAt,
      }))
    },
    async changeStaff(schoolId, personId, { active, classIds }) {
      const { count } = await db.person.updateMany({
        where: { id: personId, schoolId, role: { in: ['office', 'teacher'] } },
        data: active === undefined ? {} : { active },
      })
      if (count === 0 || classIds === undefined) return
      const own = await db.class.findMany({ where: { schoolId, id: { in: [...classIds] } }, select: { id: true } })
      await db.classTeacher.deleteMany({ where: { schoolId, personId } })
      await db.classTeacher.createMany({ data: own.map(({ id }) => ({ classId: id, personId, schoolId })) })
    },
    async unlinkGuardian(schoolId, { personId, childId }) {
      const { count } = await db.guardianship.deleteMany({ where: { schoolId, personId, childId } })
      await db.person.deleteMany({ where: { id: personId, schoolId, role: 'guardian', children: { none: {} } } })
      return count > 0
    },
    async eraseChild(schoolId, { id, childId, marker, now }) {
      const child = await db.child.findFirst({ where: { schoolId, id: childId }, select: { rosterName: true } })
      if (child === null) return false
      const counts = await tracesOf(schoolId, childId)
      const named = { schoolId, childId, name: child.rosterName, marker }
      const reports = await renameInReports(db, named)
      const messages = await emptyMessages(db, named)
      await db.person.deleteMany({
        where: { schoolId, role: 'guardian', children: { some: { childId }, every: { childId } } },
      })
      await db.child.deleteMany({ where: { schoolId, id: childId } })
      await db.erasure.create({
        data: {
          ...{ id, schoolId, whose: 'child', subjectId: childId, askedBy: 'office', erasedAt: now },
          counts: { ...counts, reports, messages },
        },
      })
      return true
    },
  }
}

type Named = { schoolId: string; childId: string; name: string; marker: string }

/**
 * Reports hold names, and the lines as typed hold whatever was typed: in the reports of every class the child was in the name becomes the marker, so
 * that counts still agree with the names they were made of, and those lines are emptied. A namesake written alike elsewhere loses its name there, too.
 */
async function renameInReports(db: Db, { schoolId, name, marker }: Named): Promise<number> {
  const quoted = JSON.stringify(name)
  return await db.$executeRaw`
    update checkin_version v set report = replace(v.report::text, ${quoted}, ${JSON.stringify(marker)})::jsonb, text = ''
    from checkin c
    where c.id = v.checkin_id and c.school_id = ${schoolId}::uuid and position(${quoted} in v.report::text) > 0`
}

/** Replies belong to a chat rather than to a school. What stands in line to be sent is left alone: it is emptied with the others in time. */
async function emptyMessages(db: Db, { schoolId, childId, name }: Named): Promise<number> {
  const chats = await db.identity.findMany({
    where: { people: { some: { schoolId, person: { children: { some: { childId } } } } } },
    select: { channel: true, account: true, chat: true },
  })
  const { count } = await db.outbound.updateMany({
    where: {
      text: { contains: name.replace(/\s*\(.*$/, '') },
      OR: [{ schoolId }, ...chats],
      NOT: { OR: [inLine, { state: 'held' }] },
    },
    data: { text: '', choices: Prisma.DbNull },
  })
  return count
}
