import { z } from 'zod'
import type { Ids } from '../../core/ids.ts'
import type { AlertFigures, HealthAlert } from '../../features/alerts/alert.ts'
import type { AlertStore } from '../../features/alerts/alert-store.ts'
import { notifiable } from '../../features/alerts/notifiable.ts'
import { symptomGroups } from '../../features/alerts/symptom-group.ts'
import { type ClassReport, symptoms } from '../../features/checkin/report.ts'
import { type Db, toDate, toDay } from './client.ts'
import { Prisma } from './generated/client.ts'

const Subject = z.enum([...notifiable, 'fever', ...symptomGroups])
const Symptoms = z.array(z.enum(symptoms))
/** Written by this store alone. */
const toFigures = (stored: Prisma.JsonValue) => stored as unknown as AlertFigures
const toJson = (figures: AlertFigures) => figures as unknown as Prisma.InputJsonObject

/** Alerts over the database, with the reports and notices they rest on. */
export function createAlertStore(db: Db, ids: Pick<Ids, 'uuid'>): AlertStore {
  return {
    async holdClass({ schoolId, classId }) {
      await db.$queryRaw`select id from class where id = ${classId}::uuid and school_id = ${schoolId}::uuid for no key update`
    },
    async reports({ schoolId, classId }, from) {
      const rows = await db.checkin.findMany({
        where: { schoolId, classId, day: { gte: toDate(from) } },
        include: { versions: { select: { version: true, report: true } } },
        orderBy: { day: 'asc' },
      })
      return rows.flatMap(({ day, version, versions }) => {
        const standing = versions.find((one) => one.version === version)
        return standing === undefined ? [] : [{ day: toDay(day), report: standing.report as unknown as ClassReport }]
      })
    },
    async notices(schoolId, childIds, from) {
      const rows = await db.absence.findMany({
        where: {
          schoolId,
          childId: { in: [...childIds] },
          day: { gte: toDate(from) },
          cancelledAt: null,
          NOT: { symptoms: { isEmpty: true } },
        },
        orderBy: [{ day: 'asc' }, { childId: 'asc' }],
      })
      return rows.map(({ childId, day, symptoms }) => ({ childId, day: toDay(day), symptoms: Symptoms.parse(symptoms) }))
    },
    async ofClass({ schoolId, classId }, since) {
      const where = { schoolId, classId, lastDay: { gte: toDate(since) } }
      return (await db.healthAlert.findMany({ where, orderBy: [{ firstDay: 'desc' }, { id: 'asc' }] })).map(toAlert)
    },
    async standing(schoolId, day) {
      const where = { schoolId, withdrawnAt: null, firstDay: { lte: toDate(day) }, lastDay: { gte: toDate(day) } }
      return (await db.healthAlert.findMany({ where, orderBy: [{ raisedAt: 'asc' }, { id: 'asc' }] })).map(toAlert)
    },
    async pending(schoolId, since) {
      const where = { schoolId, pending: true, changedAt: { gte: since } }
      return (await db.healthAlert.findMany({ where, orderBy: [{ raisedAt: 'asc' }, { id: 'asc' }] })).map(toAlert)
    },
    async countOf(schoolId, subject, since) {
      const rows = await db.healthAlert.findMany({
        where: { schoolId, kind: 'disease', subject, withdrawnAt: null, lastDay: { gte: toDate(since) } },
        select: { classId: true, childId: true },
        distinct: ['classId', 'childId'],
      })
      return new Map([...Map.groupBy(rows, ({ classId }) => classId)].map(([classId, own]) => [classId, own.length]))
    },
    async raise({ schoolId, classId, childId, subject, firstDay, lastDay, figures }, now) {
      await db.healthAlert.create({
        data: {
          id: ids.uuid(),
          schoolId,
          classId,
          childId,
          kind: figures.kind,
          subject,
          firstDay: toDate(firstDay),
          lastDay: toDate(lastDay),
          figures: toJson(figures),
          pending: true,
          raisedAt: now,
          changedAt: now,
        },
      })
    },
    async change({ id, schoolId, withdrawnAt }, { firstDay, lastDay, figures, isPending, isWithdrawn, now }) {
      await db.healthAlert.updateMany({
        where: { id, schoolId },
        data: {
          firstDay: toDate(firstDay),
          lastDay: toDate(lastDay),
          figures: toJson(figures),
          pending: isPending,
          changedAt: now,
          withdrawnAt: isWithdrawn ? (withdrawnAt ?? now) : null,
        },
      })
    },
    async markTold({ id, schoolId, figures, withdrawnAt, revision }) {
      const told = withdrawnAt === null ? toJson(figures) : Prisma.DbNull
      await db.healthAlert.updateMany({ where: { id, schoolId }, data: { told, pending: false, revision: revision + 1 } })
    },
    async find({ schoolId, id }) {
      if (!z.uuid().safeParse(id).success) return undefined
      const row = await db.healthAlert.findFirst({ where: { schoolId, id } })
      return row === null ? undefined : toAlert(row)
    },
    async markFamilyTold({ id, schoolId }, now) {
      const { count } = await db.healthAlert.updateMany({
        where: { id, schoolId, familyToldAt: null },
        data: { familyToldAt: now },
      })
      return count === 1
    },
  }
}

function toAlert(row: Prisma.HealthAlertGetPayload<object>): HealthAlert {
  const { id, schoolId, classId, childId, revision, withdrawnAt, familyToldAt } = row
  return {
    id,
    schoolId,
    classId,
    childId,
    revision,
    withdrawnAt,
    familyToldAt,
    subject: Subject.parse(row.subject),
    firstDay: toDay(row.firstDay),
    lastDay: toDay(row.lastDay),
    figures: toFigures(row.figures),
    told: row.told === null ? null : toFigures(row.told),
  }
}
