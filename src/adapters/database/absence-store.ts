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
      for (const day of what === 'early' ? meaning.days : []) {
        const data = { noticeId: id, leaveAt: lateAt, announcedAt: now, cancelledAt: null }
        await db.earlyLeave.upsert({
          where: { childId_day: { childId, day: toDate(day) } },
          create: { childId, day: toDate(day), schoolId, ...data },
          update: data,
        })
      }
      for (const day of what === 'early' ? [] : meaning.days) {
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
    async earlyOn(schoolId, day) {
      const rows = await db.earlyLeave.findMany({ where: { schoolId, day: toDate(day), cancelledAt: null } })
      return rows.map(toEarly)
    },
    async upcoming(schoolId, childIds, from) {
      const query = {
        where: { schoolId, childId: { in: [...childIds] }, day: { gte: toDate(from) }, cancelledAt: null },
        orderBy: [{ day: 'asc' as const }, { childId: 'asc' as const }],
      }
      const absences = (await db.absence.findMany(query)).map(toAbsence)
      return [...absences, ...(await db.earlyLeave.findMany(query)).map(toEarly)]
    },
    async cancel(schoolId, absences, now) {
      for (const { childId, day, kind } of absences) {
        const query = { where: { schoolId, childId, day: toDate(day) }, data: { cancelledAt: now } }
        if (kind === 'early') await db.earlyLeave.updateMany(query)
        else await db.absence.updateMany(query)
      }
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

function toEarly(row: Prisma.EarlyLeaveGetPayload<object>): AnnouncedAbsence {
  const { childId, noticeId, leaveAt } = row
  return { childId, noticeId, day: toDay(row.day), kind: 'early', reason: null, symptoms: [], lateAt: leaveAt }
}
