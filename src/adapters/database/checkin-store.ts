import { z } from 'zod'
import type { Ids } from '../../core/ids.ts'
import type { Checkin, CheckinStore } from '../../features/checkin/checkin-store.ts'
import type { ClassReport } from '../../features/checkin/report.ts'
import { type Db, toDate, toDay } from './client.ts'
import type { Prisma } from './generated/client.ts'

const Refused = z.enum(['not_her_class', 'day_off', 'impossible_counts', 'same_as_standing'])
const withVersions = { versions: { orderBy: { version: 'desc' as const } } }
type CheckinRow = Prisma.CheckinGetPayload<{ include: typeof withVersions }>

/** Check-ins over the database: one row a class and day, one row a version. */
export function createCheckinStore(db: Db, ids: Pick<Ids, 'uuid'>): CheckinStore {
  return {
    async standing({ schoolId, classId, day }) {
      return toCheckin(await db.checkin.findFirst({ where: { schoolId, classId, day: toDate(day) }, include: withVersions }))
    },
    async held({ schoolId, classId, day }) {
      // The row lock of this update puts two teachers of one class who report at once in order.
      await db.checkin.upsert({
        where: { classId_day: { classId, day: toDate(day) }, schoolId },
        create: { id: ids.uuid(), schoolId, classId, day: toDate(day), version: 0 },
        update: { schoolId },
      })
      return toCheckin(await db.checkin.findFirst({ where: { schoolId, classId, day: toDate(day) }, include: withVersions }))
    },
    async find({ schoolId, id }) {
      if (!isUuid(id)) return undefined
      return toCheckin(await db.checkin.findFirst({ where: { schoolId, id }, include: withVersions }))
    },
    async ofDay(schoolId, day) {
      const rows = await db.checkin.findMany({ where: { schoolId, day: toDate(day) }, include: withVersions })
      return rows.map(toCheckin).filter((checkin) => checkin !== undefined)
    },
    async add({ schoolId, classId, day, report, text, personId, now, reason, lineId, messageId, keepsConfirmation }) {
      const { id, confirmedAt: confirmed } = await db.checkin.upsert({
        where: { classId_day: { classId, day: toDate(day) }, schoolId },
        create: { id: ids.uuid(), schoolId, classId, day: toDate(day), version: 0 },
        update: { schoolId },
      })
      const newest = await db.checkinVersion.aggregate({ where: { checkinId: id }, _max: { version: true } })
      const version = (newest._max.version ?? 0) + 1
      const said = { text, personId, reportedAt: now, lineId: lineId ?? null, messageId: messageId ?? null }
      await db.checkinVersion.create({
        data: { checkinId: id, version, report: report as object, ...said, reason: reason ?? null },
      })
      const confirmedAt = keepsConfirmation ? confirmed : null
      await db.checkin.update({ where: { id }, data: { version, confirmedAt } })
      const about = { id, schoolId, classId, day, version, report }
      return { ...about, reportedBy: personId, reportedAt: now, confirmedAt, lineId: lineId ?? null }
    },
    async source(checkin) {
      const versions = await db.checkinVersion.findMany({
        where: {
          checkinId: checkin.id,
          checkin: { schoolId: checkin.schoolId },
          undoneAt: null,
          version: { lte: checkin.version },
        },
        orderBy: { version: 'desc' },
      })
      const [own] = versions
      const before = versions.find(
        ({ lineId, version }) => version !== own?.version && (lineId === null || lineId !== own?.lineId),
      )
      return { text: own?.text ?? '', before: before?.report as unknown as ClassReport | undefined }
    },
    async saidWith({ schoolId, personId, messageId }) {
      const rows = await db.checkin.findMany({
        where: { schoolId, versions: { some: { personId, messageId, undoneAt: null } } },
        include: withVersions,
      })
      return rows.flatMap((row) => {
        const standing = row.versions.find(({ version }) => version === row.version)
        return standing?.personId === personId && standing.messageId === messageId ? (toCheckin(row) ?? []) : []
      })
    },
    async refuse({ day, ...line }, now) {
      await db.refusedLine.create({ data: { id: ids.uuid(), ...line, day: toDate(day), saidAt: now } })
    },
    async refusedOn(schoolId, day) {
      const rows = await db.refusedLine.findMany({ where: { schoolId, day: toDate(day) }, orderBy: { saidAt: 'asc' } })
      return rows.map(({ personId, classId, why, text }) => ({ schoolId, personId, classId, day, why: Refused.parse(why), text }))
    },
    async confirm(checkin, now) {
      const { id, schoolId, version } = checkin
      await db.checkin.updateMany({ where: { id, schoolId, version }, data: { confirmedAt: now } })
    },
    async undo({ id, schoolId, version }, now) {
      await db.checkinVersion.update({ where: { checkinId_version: { checkinId: id, version } }, data: { undoneAt: now } })
      const before = await db.checkinVersion.findFirst({ where: { checkinId: id, undoneAt: null }, orderBy: { version: 'desc' } })
      await db.checkin.updateMany({
        where: { id, schoolId, version },
        data: { version: before?.version ?? 0, confirmedAt: null },
      })
      return toCheckin(await db.checkin.findFirst({ where: { id, schoolId }, include: withVersions }))
    },
  }
}

function toCheckin(row: CheckinRow | null): Checkin | undefined {
  const standing = row?.versions.find(({ version }) => version === row.version)
  if (row === null || standing === undefined) return undefined
  return {
    id: row.id,
    schoolId: row.schoolId,
    classId: row.classId,
    day: toDay(row.day),
    version: row.version,
    // Written by `add` above and by nothing else.
    report: standing.report as unknown as ClassReport,
    reportedBy: standing.personId,
    reportedAt: standing.reportedAt,
    confirmedAt: row.confirmedAt,
    lineId: standing.lineId,
  }
}

function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)
}
