import { z } from 'zod'
import type { ChangeEnding, Collector, Handover, PickupChange } from '../../features/pickup/collector.ts'
import type { PickupStore } from '../../features/pickup/pickup-store.ts'
import { type Db, toDate, toDay } from './client.ts'
import type { Prisma, PrismaClient } from './generated/client.ts'
import { guardianContacts } from './guardian-contacts.ts'

const Ending = z.enum(['dropped', 'withdrawn', 'replaced']).nullable()
const isId = (id: string) => z.uuid().safeParse(id).success

/** Who may collect whom, over the database. */
export function createPickupStore(db: Db): PickupStore {
  /** Leaves out what somebody said who is no linked guardian of the child any more. */
  const stillSaid = async <T extends { childId: string }>(schoolId: string, rows: readonly T[], by: (row: T) => string) => {
    if (rows.length === 0) return []
    const guardians = await guardianContacts(db, schoolId, [...new Set(rows.map(({ childId }) => childId))])
    return rows.filter((row) => guardians.some(({ childId, personId }) => childId === row.childId && personId === by(row)))
  }
  const changes = async (schoolId: string, where: Prisma.PickupChangeWhereInput) => {
    const standing = { schoolId, confirmedAt: { not: null }, endedAt: null, ...where }
    const rows = await db.pickupChange.findMany({ where: standing, orderBy: [{ day: 'asc' }, { confirmedAt: 'asc' }] })
    return await stillSaid(schoolId, rows.map(toChange), ({ personId }) => personId)
  }
  return {
    guardians: (schoolId, childIds) => guardianContacts(db, schoolId, childIds),

    async propose(collector, now) {
      await db.collector.create({ data: { ...collector, askedAt: now } })
    },
    async proposed(schoolId, askId, since) {
      if (!isId(askId)) return []
      return (
        await db.collector.findMany({ where: { schoolId, askId, confirmedAt: null, removedAt: null, askedAt: { gte: since } } })
      ).map(toCollector)
    },
    async confirmProposed({ id, schoolId }, now) {
      const { count } = await db.collector.updateMany({
        where: { id, schoolId, confirmedAt: null, removedAt: null },
        data: { confirmedAt: now },
      })
      return count === 1
    },
    async collectors(schoolId, childIds) {
      const where = { schoolId, childId: { in: [...childIds] }, confirmedAt: { not: null }, removedAt: null }
      const rows = await db.collector.findMany({ where, orderBy: { confirmedAt: 'asc' } })
      return await stillSaid(schoolId, rows.map(toCollector), ({ addedBy }) => addedBy)
    },
    async remove({ id, schoolId }, { personId, now }) {
      const { count } = await db.collector.updateMany({
        where: { id, schoolId, removedAt: null },
        data: { removedAt: now, removedBy: personId },
      })
      await db.collectorPhoto.deleteMany({ where: { schoolId, collectorId: id } })
      return count === 1
    },

    async keepPhoto({ id: collectorId, schoolId }, { bytes, type }, now) {
      const data = { bytes: new Uint8Array(bytes), type, savedAt: now }
      await db.collectorPhoto.upsert({ where: { collectorId }, create: { collectorId, schoolId, ...data }, update: data })
    },
    async withPhoto(schoolId, collectorIds) {
      const where = { schoolId, collectorId: { in: [...collectorIds] } }
      const rows = await db.collectorPhoto.findMany({ where, select: { collectorId: true } })
      return new Set(rows.map(({ collectorId }) => collectorId))
    },

    async ask({ day, ...change }) {
      await db.pickupChange.create({ data: { ...change, day: toDate(day) } })
    },
    async change({ schoolId, id }) {
      if (!isId(id)) return undefined
      const row = await db.pickupChange.findFirst({ where: { schoolId, id } })
      return row === null ? undefined : toChange(row)
    },
    async asked(schoolId, askId) {
      if (!isId(askId)) return []
      return (await db.pickupChange.findMany({ where: { schoolId, askId } })).map(toChange)
    },
    async confirm({ id, schoolId }, now) {
      const { count } = await db.pickupChange.updateMany({
        where: { id, schoolId, confirmedAt: null, endedAt: null },
        data: { confirmedAt: now },
      })
      return count === 1
    },
    async end({ id, schoolId }, { ending, personId, now }) {
      const { count } = await db.pickupChange.updateMany({
        where: { id, schoolId, endedAt: null },
        data: { ending: ending satisfies ChangeEnding, endedBy: personId, endedAt: now },
      })
      return count === 1
    },
    standing: (schoolId, childIds, from) => changes(schoolId, { childId: { in: [...childIds] }, day: { gte: toDate(from) } }),
    async untold(schoolId, day) {
      const cards = await changes(schoolId, { day: toDate(day), cardAt: null })
      return { cards, others: await changes(schoolId, { day: { gte: toDate(day) }, othersToldAt: null }) }
    },
    async markCard({ id, schoolId }, now) {
      await db.pickupChange.updateMany({ where: { id, schoolId }, data: { cardAt: now } })
    },
    async markOthersTold({ id, schoolId }, now) {
      await db.pickupChange.updateMany({ where: { id, schoolId }, data: { othersToldAt: now } })
    },

    async worry({ day, now, ...worry }) {
      await db.pickupWorry.create({ data: { ...worry, day: toDate(day), saidAt: now } })
    },
    isWorried: async (schoolId, childId, day) =>
      (await db.pickupWorry.count({ where: { schoolId, childId, day: toDate(day) } })) > 0,

    async giveOver({ day, ...handover }) {
      await db.handover.create({ data: { ...handover, day: toDate(day) } })
    },
    async undoHandover({ id, schoolId }, now) {
      const { count } = await db.handover.updateMany({ where: { id, schoolId, undoneAt: null }, data: { undoneAt: now } })
      return count === 1
    },
    async handovers(schoolId, day) {
      const rows = await db.handover.findMany({ where: { schoolId, day: toDate(day), undoneAt: null }, orderBy: { at: 'asc' } })
      return rows.map(toHandover)
    },
    async changesOf(schoolId, childId, day) {
      const rows = await db.pickupChange.findMany({ where: { schoolId, childId, day: toDate(day) }, orderBy: { askedAt: 'asc' } })
      return rows.map(toChange)
    },
  }
}

const nameRetentionDays = 30

/** Empties the names of adults who were taken off a list, or never put on it, once that is long ago. @returns how many */
export async function forgetCollectors(prisma: PrismaClient, now: Date): Promise<number> {
  const before = new Date(now.getTime() - nameRetentionDays * 86_400_000)
  const { count } = await prisma.collector.updateMany({
    where: { OR: [{ removedAt: { lt: before } }, { confirmedAt: null, askedAt: { lt: before } }], name: { not: '' } },
    data: { name: '', phoneEnd: null },
  })
  return count
}

function toCollector({ id, schoolId, childId, askId, name, phoneEnd, addedBy }: Prisma.CollectorGetPayload<object>): Collector {
  return { id, schoolId, childId, askId, name, phoneEnd, addedBy }
}

function toChange(row: Prisma.PickupChangeGetPayload<object>): PickupChange {
  const { id, schoolId, childId, askId, adult, collectorId, personId, text, askedAt, confirmedAt, cardAt, endedBy, endedAt } = row
  const known = {
    id,
    schoolId,
    childId,
    askId,
    adult,
    collectorId,
    personId,
    text,
    askedAt,
    confirmedAt,
    cardAt,
    endedBy,
    endedAt,
  }
  return { ...known, day: toDay(row.day), ending: Ending.parse(row.ending) }
}

function toHandover(row: Prisma.HandoverGetPayload<object>): Handover {
  const { id, schoolId, childId, adult, changeId, collectorId, personId, at } = row
  return { id, schoolId, childId, adult, changeId, collectorId, personId, at, day: toDay(row.day) }
}
