import { z } from 'zod'
import { sexes } from '../../features/growth/growth-standards.ts'
import { classAges } from '../../features/people/person.ts'
import type {
  ListedChild,
  ListedClass,
  RosterCounts,
  RosterDone,
  RosterImport,
  RosterImportStore,
} from '../../features/roster-import/roster-import-store.ts'
import type { RosterReading } from '../../features/roster-import/roster-row.ts'
import { undoHours } from '../../features/roster-import/take-roster.ts'
import { type Db, toDay } from './client.ts'
import { Prisma } from './generated/client.ts'

const State = z.enum(['reading', 'unreadable', 'shown', 'taken', 'undone', 'dropped'])
const Sex = z.enum(sexes).nullable()
const Age = z.enum(classAges)
/** Rows that go in with one statement: a parameter of some megabytes at most. */
const most = 10_000

/** Imports of children's lists over the database. Many rows go in as one JSON value: see the decision on rows as one parameter. */
export function createRosterImportStore(db: Db): RosterImportStore {
  return {
    async add({ content, done: _none, counts: _no, ...row }) {
      await db.rosterImport.create({ data: { ...row, ...(content === undefined ? {} : { content: toJson(content) }) } })
    },
    async find(schoolId, id) {
      if (!z.uuid().safeParse(id).success) return undefined
      const row = await db.rosterImport.findFirst({ where: { schoolId, id } })
      return row === null ? undefined : toImport(row)
    },
    async lastTaken(schoolId) {
      const row = await db.rosterImport.findFirst({ where: { schoolId, state: 'taken' }, orderBy: { takenAt: 'desc' } })
      return row === null ? undefined : toImport(row)
    },
    async step(schoolId, id, { from, to, now, why, content, done, counts }) {
      const { count } = await db.rosterImport.updateMany({
        where: { schoolId, id, state: from },
        data: {
          state: to,
          ...(to === 'taken' ? { takenAt: now } : to === 'undone' ? { undoneAt: now } : {}),
          ...(why === undefined ? {} : { why }),
          ...(content === undefined ? {} : { content: toJson(content) }),
          ...(done === undefined ? {} : { done: toJson(done) }),
          ...(counts === undefined ? {} : { counts: toJson(counts) }),
        },
      })
      return count === 1
    },
    async holdRoster(schoolId) {
      await db.$queryRaw`select id from school where id = ${schoolId}::uuid for no key update`
    },
    async present(schoolId) {
      const classes = await db.class.findMany({ where: { schoolId }, orderBy: { code: 'asc' } })
      const children = await db.child.findMany({ where: { schoolId }, orderBy: { rosterName: 'asc' } })
      return { classes: classes.map(toClass), children: children.map(toChild) }
    },
    async addClasses(schoolId, classes) {
      await db.class.createMany({ data: classes.map(({ age, ...row }) => ({ ...row, schoolId, ageGroup: age })) })
    },
    async addChildren(schoolId, children) {
      for (const rows of chunks(children))
        await db.$executeRaw`
          insert into child (id, school_id, class_id, roster_name, birth_date, sex, phone, active)
          select r.id, ${schoolId}::uuid, c.id, r."rosterName", r."birthDate", r.sex, r.phone, r.active
          from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
            as r(id uuid, "classId" uuid, "rosterName" text, "birthDate" date, sex text, phone text, active boolean)
          join class c on c.id = r."classId" and c.school_id = ${schoolId}::uuid`
    },
    async changeChildren(schoolId, children) {
      const changes = chunks(children)
      // Names that change places would meet on the way: first each takes one that nobody has.
      for (const rows of changes)
        await db.$executeRaw`
          update child set roster_name = child.id::text
          from jsonb_to_recordset(${JSON.stringify(rows.map(({ id }) => ({ id })))}::jsonb) as r(id uuid)
          where child.id = r.id and child.school_id = ${schoolId}::uuid`
      for (const rows of changes)
        await db.$executeRaw`
          update child set class_id = c.id, roster_name = r."rosterName", birth_date = r."birthDate", sex = r.sex, phone = r.phone, active = r.active
          from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
            as r(id uuid, "classId" uuid, "rosterName" text, "birthDate" date, sex text, phone text, active boolean)
          join class c on c.id = r."classId" and c.school_id = ${schoolId}::uuid
          where child.id = r.id and child.school_id = ${schoolId}::uuid`
    },
    inUse: (schoolId, childIds, since) => inUse(db, { schoolId, childIds, since }),
    async removeChildren(schoolId, childIds) {
      for (const ids of chunks(childIds)) await db.child.deleteMany({ where: { schoolId, id: { in: ids } } })
    },
    async removeEmptyClasses(schoolId, classIds) {
      await db.class.deleteMany({
        where: { schoolId, id: { in: [...classIds] }, children: { none: {} }, teachers: { none: {} }, checkins: { none: {} } },
      })
    },
  }
}

/** Empties what imports of more than a day ago hold of children. @returns how many */
export async function forgetRosters(db: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - undoHours * 3_600_000)
  const { count } = await db.rosterImport.updateMany({
    where: {
      createdAt: { lt: before },
      OR: [{ content: { not: Prisma.AnyNull } }, { takenAt: { lt: before }, done: { not: Prisma.AnyNull } }],
    },
    data: { content: Prisma.DbNull, done: Prisma.DbNull },
  })
  return count
}

async function inUse(
  db: Db,
  { schoolId, childIds, since }: { schoolId: string; childIds: readonly string[]; since: Date },
): Promise<Set<string>> {
  const used = new Set<string>()
  for (const ids of chunks(childIds)) {
    const rows = await db.child.findMany({
      where: {
        schoolId,
        id: { in: ids },
        OR: [
          { class: { checkins: { some: { versions: { some: { reportedAt: { gte: since } } } } } } },
          ...[
            'guardians',
            'absences',
            'inquiries',
            'earlyLeaves',
            'measurements',
            'alerts',
            'dropOffNotes',
            'dayNotes',
            'dayLines',
            'collectors',
            'pickupChanges',
            'pickupWorries',
            'handovers',
          ].map((relation): Prisma.ChildWhereInput => ({ [relation]: { some: {} } })),
        ],
      },
      select: { id: true },
    })
    for (const { id } of rows) used.add(id)
  }
  return used
}

function chunks<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / most) }, (_, index) => all.slice(index * most, (index + 1) * most))
}

const toJson = (value: object | null) => (value === null ? Prisma.DbNull : (value as unknown as Prisma.InputJsonValue))

function toClass({ id, code, name, ageGroup, active }: Prisma.ClassGetPayload<object>): ListedClass {
  return { id, code, name, age: Age.parse(ageGroup), active }
}

function toChild({ id, classId, rosterName, birthDate, sex, phone, active }: Prisma.ChildGetPayload<object>): ListedChild {
  return { id, classId, rosterName, birthDate: birthDate === null ? null : toDay(birthDate), sex: Sex.parse(sex), phone, active }
}

// The JSON columns were written by the store above and by nothing else.
function toImport(row: Prisma.RosterImportGetPayload<object>): RosterImport {
  const { id, schoolId, personId, fileName, why, content, done, counts, createdAt, takenAt } = row
  return {
    ...{ id, schoolId, personId, createdAt, state: State.parse(row.state) },
    ...(fileName === null ? {} : { fileName }),
    ...(why === null ? {} : { why: why as NonNullable<RosterImport['why']> }),
    ...(content === null ? {} : { content: content as unknown as RosterReading }),
    ...(done === null ? {} : { done: done as unknown as RosterDone }),
    ...(counts === null ? {} : { counts: counts as unknown as RosterCounts }),
    ...(takenAt === null ? {} : { takenAt }),
  }
}
