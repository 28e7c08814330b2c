import { z } from 'zod'
import type { Ids } from '../../core/ids.ts'
import { sexes } from '../../features/growth/growth-standards.ts'
import type { GrowthDoubt, GrowthStore, StandingMeasurement, Weighing } from '../../features/growth/growth-store.ts'
import { type Db, toDate, toDay } from './client.ts'
import type { Prisma } from './generated/client.ts'

const Sex = z.enum(sexes).nullable()
const whole = { measurements: { orderBy: { child: { rosterName: 'asc' as const } } } }

/** Weights and heights over the database. */
export function createGrowthStore(db: Db, ids: Pick<Ids, 'uuid'>): GrowthStore {
  return {
    async facts(schoolId, childIds) {
      const rows = await db.child.findMany({
        where: { schoolId, id: { in: [...childIds] } },
        select: { id: true, birthDate: true, sex: true },
      })
      return rows.map(({ id, birthDate, sex }) => ({
        childId: id,
        birthDate: birthDate === null ? null : toDay(birthDate),
        sex: Sex.parse(sex),
      }))
    },
    async setFacts(schoolId, facts) {
      for (const { childId, birthDate, sex } of facts)
        await db.child.updateMany({
          where: { schoolId, id: childId },
          data: { birthDate: birthDate === null ? null : toDate(birthDate), sex },
        })
    },
    async holdClass({ schoolId, classId }) {
      await db.$queryRaw`select id from class where id = ${classId}::uuid and school_id = ${schoolId}::uuid for no key update`
    },
    async add({ schoolId, classId, day, personId, text, doubts, measurements }, now) {
      const row = await db.weighing.create({
        data: {
          id: ids.uuid(),
          schoolId,
          classId,
          day: toDate(day),
          personId,
          text,
          doubts: toJson(doubts),
          saidAt: now,
          measurements: { create: measurements.map((one) => ({ ...one, schoolId, day: toDate(day) })) },
        },
        include: whole,
      })
      return toWeighing(row)
    },
    async find({ schoolId, id }) {
      if (!z.uuid().safeParse(id).success) return undefined
      const row = await db.weighing.findFirst({ where: { schoolId, id }, include: whole })
      return row === null ? undefined : toWeighing(row)
    },
    async settle({ id, schoolId, day }, { doubts, measurement }) {
      await db.weighing.updateMany({ where: { id, schoolId }, data: { doubts: toJson(doubts), confirmedAt: null } })
      if (measurement === null) return
      const { childId, grams, millimetres } = measurement
      await db.measurement.upsert({
        where: { weighingId_childId: { weighingId: id, childId } },
        create: { weighingId: id, childId, schoolId, day: toDate(day), grams, millimetres },
        update: { grams, millimetres },
      })
    },
    async confirm({ id, schoolId }, now) {
      await db.weighing.updateMany({ where: { id, schoolId }, data: { confirmedAt: now } })
    },
    async undo({ id, schoolId }, now) {
      await db.weighing.updateMany({ where: { id, schoolId }, data: { undoneAt: now } })
    },
    async measurements(schoolId, childIds, from, only) {
      const weighing = { undoneAt: null, ...(only?.isConfirmed && { confirmedAt: { not: null } }) }
      const rows = await db.measurement.findMany({
        where: { schoolId, childId: { in: [...childIds] }, day: { gte: toDate(from) }, weighing },
        orderBy: [{ day: 'desc' }, { weighing: { saidAt: 'desc' } }],
      })
      const standing = Map.groupBy(rows, ({ childId, day }) => `${childId}/${toDay(day)}`)
      return [...standing.values()].map(merged)
    },
  }
}

/** The lines of one child and day, the newest first: each figure from the last line that has it. */
function merged(rows: Prisma.MeasurementGetPayload<object>[]): StandingMeasurement {
  const weighed = rows.find(({ grams }) => grams !== null)
  const measured = rows.find(({ millimetres }) => millimetres !== null)
  return {
    childId: rows[0]!.childId,
    day: toDay(rows[0]!.day),
    grams: weighed?.grams ?? null,
    millimetres: measured?.millimetres ?? null,
  }
}

function toWeighing(row: Prisma.WeighingGetPayload<{ include: typeof whole }>): Weighing {
  const { id, schoolId, classId, text, saidAt, confirmedAt, undoneAt } = row
  return {
    id,
    schoolId,
    classId,
    text,
    saidAt,
    confirmedAt,
    undoneAt,
    day: toDay(row.day),
    // Written by `add` and `settle` above and by nothing else.
    doubts: row.doubts as unknown as GrowthDoubt[],
    measurements: row.measurements.map(({ childId, grams, millimetres }) => ({ childId, grams, millimetres })),
  }
}

function toJson(doubts: readonly GrowthDoubt[]): Prisma.InputJsonArray {
  return doubts as unknown as Prisma.InputJsonArray
}
