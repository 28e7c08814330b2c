import { z } from 'zod'
import type { Ids } from '../../core/ids.ts'
import type { DayLine, DayNote, DropOffNote, SignoffStore } from '../../features/signoff/signoff-store.ts'
import { type Db, toDate, toDay } from './client.ts'
import type { Prisma } from './generated/client.ts'
import { guardianContacts } from './guardian-contacts.ts'

const isId = (id: string) => z.uuid().safeParse(id).success

/** The exchange between family and teacher over the database. */
export function createSignoffStore(db: Db, ids: Pick<Ids, 'uuid'>): SignoffStore {
  return {
    pickupTime: async (schoolId) => (await db.school.findUniqueOrThrow({ where: { id: schoolId } })).pickupTime,
    guardians: (schoolId, childIds) => guardianContacts(db, schoolId, childIds),

    async leave({ day, ...note }) {
      await db.dropOffNote.create({ data: { ...note, day: toDate(day) } })
    },
    async dropOff({ schoolId, id }) {
      if (!isId(id)) return undefined
      const row = await db.dropOffNote.findFirst({ where: { schoolId, id, withdrawnAt: null } })
      return row === null ? undefined : toDropOff(row)
    },
    async dropOffs(schoolId, day) {
      const where = { schoolId, day: toDate(day), withdrawnAt: null }
      return (await db.dropOffNote.findMany({ where, orderBy: { saidAt: 'asc' } })).map(toDropOff)
    },
    async markTold({ id, schoolId }, now) {
      await db.dropOffNote.updateMany({ where: { id, schoolId }, data: { toldAt: now } })
    },
    async see({ id, schoolId }, { personId, now }) {
      const { count } = await db.dropOffNote.updateMany({
        where: { id, schoolId, seenAt: null, withdrawnAt: null },
        data: { seenBy: personId, seenAt: now },
      })
      return count === 1
    },
    async withdrawDropOff({ id, schoolId }, now) {
      await db.dropOffNote.updateMany({ where: { id, schoolId }, data: { withdrawnAt: now } })
    },

    async note({ day, ...note }) {
      await db.dayNote.create({ data: { ...note, day: toDate(day) } })
    },
    async dayNote({ schoolId, id }) {
      if (!isId(id)) return undefined
      const row = await db.dayNote.findFirst({ where: { schoolId, id, withdrawnAt: null } })
      return row === null ? undefined : toDayNote(row)
    },
    async dayNotes(schoolId, day) {
      const where = { schoolId, day: toDate(day), withdrawnAt: null }
      return (await db.dayNote.findMany({ where, orderBy: { saidAt: 'asc' } })).map(toDayNote)
    },
    async withdrawNote({ id, schoolId }, now) {
      await db.dayNote.updateMany({ where: { id, schoolId }, data: { withdrawnAt: now } })
    },

    async show({ day, ...line }) {
      await db.dayLine.create({ data: { id: ids.uuid(), ...line, day: toDate(day) } })
    },
    async lines(schoolId, day) {
      return (await db.dayLine.findMany({ where: { schoolId, day: toDate(day) }, orderBy: { shownAt: 'asc' } })).map(toLine)
    },
    async confirmLine({ id, schoolId }, now) {
      const { count } = await db.dayLine.updateMany({ where: { id, schoolId, confirmedAt: null }, data: { confirmedAt: now } })
      return count === 1
    },
  }
}

function toDropOff(row: Prisma.DropOffNoteGetPayload<object>): DropOffNote {
  const { id, schoolId, childId, personId, text, isMedicine, saidAt, toldAt, seenBy, seenAt } = row
  return { id, schoolId, childId, personId, text, isMedicine, saidAt, toldAt, seenBy, seenAt, day: toDay(row.day) }
}

function toDayNote(row: Prisma.DayNoteGetPayload<object>): DayNote {
  const { id, schoolId, childId, personId, text, saidAt } = row
  return { id, schoolId, childId, personId, text, saidAt, day: toDay(row.day) }
}

function toLine(row: Prisma.DayLineGetPayload<object>): DayLine {
  const { id, schoolId, childId, personId, facts, text, shownAt, confirmedAt } = row
  return { id, schoolId, childId, personId, facts, text, shownAt, confirmedAt, day: toDay(row.day) }
}
