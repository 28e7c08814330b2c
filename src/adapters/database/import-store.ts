import { z } from 'zod'
import {
  type CalendarImport,
  type ImportContent,
  type ImportStore,
  importSources,
  type Taken,
} from '../../features/imports/import-store.ts'
import { eventRow, toEvent } from './calendar-rows.ts'
import type { Db } from './client.ts'
import type { Prisma } from './generated/client.ts'

const Source = z.enum(importSources)
const State = z.enum(['shown', 'taken', 'undone', 'dropped'])

/** Imports over the database. */
export function createImportStore(db: Db): ImportStore {
  return {
    async add({ taken: _none, takenAt: _never, content, fileName, ...row }) {
      await db.calendarImport.create({
        data: { ...row, fileName: fileName ?? null, rows: content as unknown as Prisma.InputJsonValue },
      })
    },
    async find(schoolId, id) {
      const row = await db.calendarImport.findFirst({ where: { schoolId, id } })
      return row === null ? undefined : toImport(row)
    },
    async lastTaken(schoolId) {
      const row = await db.calendarImport.findFirst({ where: { schoolId, state: 'taken' }, orderBy: { takenAt: 'desc' } })
      return row === null ? undefined : toImport(row)
    },
    async step(schoolId, id, { from, to, now, taken }) {
      const at = to === 'taken' ? { takenAt: now } : to === 'undone' ? { undoneAt: now } : {}
      const before = taken === undefined ? {} : { before: taken as unknown as Prisma.InputJsonValue }
      const { count } = await db.calendarImport.updateMany({
        where: { schoolId, id, state: from },
        data: { state: to, ...at, ...before },
      })
      return count === 1
    },
    async addEvents(schoolId, events) {
      await db.calendarEvent.createMany({ data: events.map((event) => ({ id: event.id, schoolId, ...eventRow(event) })) })
    },
    async changeEvent(schoolId, event) {
      await db.calendarEvent.updateMany({ where: { schoolId, id: event.id }, data: eventRow(event) })
    },
    async removeEvents(schoolId, ids) {
      await db.calendarEvent.deleteMany({ where: { schoolId, id: { in: [...ids] } } })
    },
    async eventsById(schoolId, ids) {
      return (await db.calendarEvent.findMany({ where: { schoolId, id: { in: [...ids] } } })).map(toEvent)
    },
  }
}

// `rows` and `before` were written by the store above and by nothing else.
function toImport(row: Prisma.CalendarImportGetPayload<object>): CalendarImport {
  const { id, schoolId, personId, fileName, createdAt, takenAt } = row
  return {
    ...{ id, schoolId, personId, createdAt, source: Source.parse(row.source), state: State.parse(row.state) },
    content: row.rows as unknown as ImportContent,
    ...(fileName === null ? {} : { fileName }),
    ...(row.before === null ? {} : { taken: row.before as unknown as Taken }),
    ...(takenAt === null ? {} : { takenAt }),
  }
}
