import { z } from 'zod'
import type { AbsenceStore, AnnouncedAbsence, NoticeMeaning } from '../../features/absence/absence-store.ts'
import { symptoms } from '../../features/checkin/report.ts'
import { type Db, toDate, toDay } from './client.ts'
import type { Prisma } from './generated/client.ts'

const Kind = z.enum(['away', 'late'])
const Reason = z.enum(['sick', 'family', 'other']).nullable()
const Symptoms = z.array(z.enum(symptoms))

/** Absence notices over the database. */
export function createAbsenceStore(db: Db): AbsenceStore {
  return {
    async note({ id, schoolId, personId, text, meaning }, now) {
      await db.absenceNotice.create({
        data: { id, schoolId, personId, text, meaning: meaning as unknown as Prisma.InputJsonObject, saidAt: now },
      })
    },
    async notice({ schoolId, id }) {
      if (!z.uuid().safeParse(id).success) return undefined
      const row = await db.absenceNotice.findFirst({ where: { schoolId, id } })
      if (row === null) return undefined
      const { personId, text } = row
      // Written by `note` above and by nothing else.
      return { id, schoolId, personId, text, meaning: row.meaning as unknown as NoticeMeaning }
    },
    async announce({ id, schoolId, meaning }, childId, now) {
      const { what, reason, symptoms, lateAt } = meaning
      for (const day of meaning.days) {
        const data = { noticeId: id, kind: what, reason, symptoms: [...symptoms], lateAt, announcedAt: now, cancelledAt: null }
        await db.absence.upsert({
          where: { childId_day: { childId, day: toDate(day) } },
          create: { childId, day: toDate(day), schoolId, ...data },
          update: data,
        })
      }
    },
    async ofDay(schoolId, day) {
      const rows = await db.absence.findMany({ where: { schoolId, day: toDate(day), cancelledAt: null } })
      return rows.map(toAbsence)
    },
    async upcoming(schoolId, childIds, from) {
      const rows = await db.absence.findMany({
        where: { schoolId, childId: { in: [...childIds] }, day: { gte: toDate(from) }, cancelledAt: null },
        orderBy: [{ day: 'asc' }, { childId: 'asc' }],
      })
      return rows.map(toAbsence)
    },
    async cancel(schoolId, absences, now) {
      for (const { childId, day } of absences)
        await db.absence.updateMany({ where: { schoolId, childId, day: toDate(day) }, data: { cancelledAt: now } })
    },
    async mealCutOff(schoolId) {
      return (await db.school.findUniqueOrThrow({ where: { id: schoolId } })).mealCutOffTime
    },
  }
}

function toAbsence(row: Prisma.AbsenceGetPayload<object>): AnnouncedAbsence {
  const { childId, noticeId, lateAt } = row
  return {
    childId,
    noticeId,
    lateAt,
    day: toDay(row.day),
    kind: Kind.parse(row.kind),
    reason: Reason.parse(row.reason),
    symptoms: Symptoms.parse(row.symptoms),
  }
}
