import type { Ids } from '../../core/ids.ts'
import type { CalendarStore } from '../../features/calendar/calendar-store.ts'
import { eventRow, ruleRow, toEvent, toRule } from './calendar-rows.ts'
import { type Db, toDate, toDay } from './client.ts'
import { partOf, scopeOf } from './closure-scope.ts'
import { Prisma } from './generated/client.ts'

/** A school's calendar over the database. */
export function createCalendarStore(db: Db, ids: Pick<Ids, 'uuid'>): CalendarStore {
  return {
    async closures(schoolId) {
      const rows = await db.closure.findMany({ where: { schoolId }, orderBy: { day: 'asc' } })
      return rows.map(({ day, open, reason, scope }) => ({ day: toDay(day), open, reason, ...partOf(scope) }))
    },
    async putClosures(schoolId, closures) {
      const rows = closures.map(({ day, open, reason, only }) => ({
        schoolId,
        day: toDate(day),
        scope: scopeOf(only),
        open,
        reason,
      }))
      for (const [scope, own] of Map.groupBy(rows, (row) => row.scope))
        await db.closure.deleteMany({ where: { schoolId, scope, day: { in: own.map(({ day }) => day) } } })
      await db.closure.createMany({ data: rows, skipDuplicates: true })
    },
    async clearClosures(schoolId, days, only) {
      const scope = only === undefined ? {} : { scope: scopeOf(only === 'whole' ? undefined : only) }
      await db.closure.deleteMany({ where: { schoolId, day: { in: days.map(toDate) }, ...scope } })
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
        data: events.map((event) => ({ id: ids.uuid(), schoolId, ...eventRow(event) })),
        skipDuplicates: true,
      })
    },
    async setDay(schoolId, eventId, day) {
      await db.calendarEvent.updateMany({ where: { schoolId, id: eventId }, data: { day: toDate(day), approved: true } })
    },
    async approve(schoolId, eventIds) {
      await db.calendarEvent.updateMany({ where: { schoolId, id: { in: [...eventIds] } }, data: { approved: true } })
    },
    async drop(schoolId, eventId) {
      await db.calendarEvent.updateMany({ where: { schoolId, id: eventId }, data: { day: null, months: [] } })
    },
    async terms(schoolId) {
      const rows = await db.schoolTerm.findMany({ where: { schoolId }, orderBy: { schoolYear: 'asc' } })
      return rows.map(({ schoolYear, firstDay, firstTermEnds, secondTermFrom, lastDay }) => ({
        ...{ schoolYear, firstDay: toDay(firstDay), firstTermEnds: toDay(firstTermEnds) },
        ...{ secondTermFrom: toDay(secondTermFrom), lastDay: toDay(lastDay), certainty: 'own' as const },
      }))
    },
    async setTerm(schoolId, { schoolYear, firstDay, firstTermEnds, secondTermFrom, lastDay }) {
      const days = {
        firstDay: toDate(firstDay),
        firstTermEnds: toDate(firstTermEnds),
        secondTermFrom: toDate(secondTermFrom),
        lastDay: toDate(lastDay),
      }
      await db.schoolTerm.upsert({
        where: { schoolId_schoolYear: { schoolId, schoolYear } },
        create: { schoolId, schoolYear, ...days },
        update: days,
      })
    },
    async rules(schoolId) {
      return (await db.calendarRule.findMany({ where: { schoolId }, orderBy: { number: 'asc' } })).map(toRule)
    },
    async addRule(schoolId, rule, now) {
      await db.calendarRule.create({ data: { schoolId, createdAt: now, ...ruleRow(rule) } })
    },
    async removeRule(schoolId, ruleId, today) {
      await db.calendarRule.deleteMany({ where: { schoolId, id: ruleId } })
      await db.calendarEvent.deleteMany({
        where: {
          ...{ schoolId, source: 'rule', sourceKey: { startsWith: `rule/${ruleId}/` } },
          OR: [{ day: null }, { day: { gte: toDate(today) } }],
        },
      })
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
