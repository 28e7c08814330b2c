import { z } from 'zod'
import type { Ids } from '../../core/ids.ts'
import type { CalendarStore } from '../../features/calendar/calendar-store.ts'
import { audiences, type CalendarEvent } from '../../features/calendar/event.ts'
import { type Db, toDate, toDay } from './client.ts'
import { Prisma } from './generated/client.ts'

const Audiences = z.array(z.enum(audiences))

/** A school's calendar over the database. */
export function createCalendarStore(db: Db, ids: Pick<Ids, 'uuid'>): CalendarStore {
  return {
    async closures(schoolId) {
      const rows = await db.closure.findMany({ where: { schoolId }, orderBy: { day: 'asc' } })
      return rows.map(({ day, open, reason }) => ({ day: toDay(day), open, reason }))
    },
    async putClosures(schoolId, closures) {
      await db.closure.deleteMany({ where: { schoolId, day: { in: closures.map(({ day }) => toDate(day)) } } })
      await db.closure.createMany({
        data: closures.map(({ day, open, reason }) => ({ schoolId, day: toDate(day), open, reason })),
        skipDuplicates: true,
      })
    },
    async clearClosures(schoolId, days) {
      await db.closure.deleteMany({ where: { schoolId, day: { in: days.map(toDate) } } })
    },
    async events(schoolId, ...schoolYears) {
      const rows = await db.calendarEvent.findMany({
        where: { schoolId, schoolYear: { in: [...schoolYears] } },
        orderBy: { id: 'asc' },
      })
      return rows.map(toEvent)
    },
    async lay(schoolId, events) {
      await db.calendarEvent.createMany({
        data: events.map(({ schoolYear, templateKey, title, audience, when, tentative }) => ({
          id: ids.uuid(),
          schoolId,
          schoolYear,
          templateKey,
          titleVi: title.vi,
          titleEn: title.en,
          audience: [...audience],
          day: when.kind === 'dated' ? toDate(when.day) : null,
          months: when.kind === 'within' ? [...when.months] : [],
          tentative: tentative ?? false,
        })),
        skipDuplicates: true,
      })
    },
    async setDay(schoolId, eventId, day) {
      await db.calendarEvent.updateMany({ where: { schoolId, id: eventId }, data: { day: toDate(day), tentative: false } })
    },
    async drop(schoolId, eventId) {
      await db.calendarEvent.updateMany({ where: { schoolId, id: eventId }, data: { day: null, months: [] } })
    },
    async done(schoolId, keys) {
      const rows = await db.dueTask.findMany({ where: { schoolId, key: { in: [...keys] } }, select: { key: true } })
      return new Set(rows.map(({ key }) => key))
    },
    async claim({ key, schoolId, dueAt, now, detail }) {
      const stored = detail === undefined ? Prisma.DbNull : (detail as Prisma.InputJsonValue)
      const { count } = await db.dueTask.createMany({
        data: [{ key, schoolId, dueAt, doneAt: now, detail: stored }],
        skipDuplicates: true,
      })
      return count === 1
    },
    async latest(schoolId, keyPrefix) {
      const row = await db.dueTask.findFirst({
        where: { schoolId, key: { startsWith: keyPrefix } },
        orderBy: [{ dueAt: 'desc' }, { doneAt: 'desc' }],
      })
      return row === null ? undefined : { key: row.key, dueAt: row.dueAt, detail: row.detail }
    },
  }
}

function toEvent(row: Prisma.CalendarEventGetPayload<object>): CalendarEvent {
  return {
    id: row.id,
    schoolYear: row.schoolYear,
    templateKey: row.templateKey,
    title: { vi: row.titleVi, en: row.titleEn },
    audience: Audiences.parse(row.audience),
    when: row.day === null ? { kind: 'within', months: row.months } : { kind: 'dated', day: toDay(row.day) },
    tentative: row.tentative,
  }
}
