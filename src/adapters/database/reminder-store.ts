import { z } from 'zod'
import { channelNames } from '../../core/message.ts'
import { classAges, roles } from '../../features/people/person.ts'
import { conditions } from '../../features/reminders/condition.ts'
import { type Reminder, reminderStates, requirements } from '../../features/reminders/reminder.ts'
import type { Receipt, ReminderChange, ReminderStore, Run } from '../../features/reminders/reminder-store.ts'
import { type Db, toDate, toDay } from './client.ts'
import type { Prisma } from './generated/client.ts'

const State = z.enum(reminderStates)
const Roles = z.array(z.enum(roles))
const Ages = z.array(z.enum(classAges))
const Condition = z.enum(conditions).nullable()
const Channel = z.enum(channelNames).nullable()
const Requirement = z.enum(requirements).nullable()

/** A school's reminders over the database. */
export function createReminderStore(db: Db): ReminderStore {
  return {
    async all(schoolId) {
      return (
        await db.reminder.findMany({
          where: { schoolId, state: { not: 'draft' } },
          orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        })
      ).map(toReminder)
    },
    async find(schoolId, id) {
      if (!z.uuid().safeParse(id).success) return undefined
      const row = await db.reminder.findFirst({ where: { schoolId, id } })
      return row === null ? undefined : toReminder(row)
    },
    async ofEvent(schoolId, eventId) {
      const rows = await db.reminder.findMany({ where: { schoolId, eventId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
      return rows.map(toReminder)
    },
    async add({ text, roles, classIds, ageGroups, ...rest }, { personId, now }) {
      const lists = { roles: [...roles], classIds: [...classIds], ageGroups: [...ageGroups] }
      const words = { textVi: text.vi ?? null, textEn: text.en ?? null }
      await db.reminder.create({ data: { ...rest, ...lists, ...words, personId, createdAt: now } })
    },
    async change({ id, schoolId, revision }, change) {
      const { count } = await db.reminder.updateMany({
        where: { id, schoolId, revision },
        data: { ...columnsOf(change), revision: revision + 1 },
      })
      return count === 1
    },
    async numbers(schoolId, eventIds) {
      const rows = await db.calendarEvent.findMany({
        where: { schoolId, id: { in: [...eventIds] } },
        select: { id: true, number: true },
      })
      return new Map(rows.map(({ id, number }) => [id, number]))
    },
    async eventNumbered(schoolId, number) {
      return (await db.calendarEvent.findFirst({ where: { schoolId, number }, select: { id: true } }))?.id
    },
    async runs(schoolId, reminderIds) {
      if (reminderIds.length === 0) return []
      return (await db.reminderRun.findMany({ where: { schoolId, reminderId: { in: [...reminderIds] } } })).map(toRun)
    },
    async untold(schoolId) {
      return (await db.reminderRun.findMany({ where: { schoolId, dropped: true, doneAt: null }, orderBy: { dueAt: 'asc' } })).map(
        toRun,
      )
    },
    async saveRun(schoolId, { reminderId, day, dueAt, nextAt, done, dropped }, now) {
      const where = { reminderId, day: toDate(day) }
      const data = { nextAt, dropped, doneAt: done ? now : null }
      await db.reminderRun.createMany({ data: [{ ...where, schoolId, dueAt, ...data }], skipDuplicates: true })
      await db.reminderRun.updateMany({ where: { ...where, schoolId, doneAt: null }, data })
    },
    async active(schoolId, ids) {
      const stopped = await db.reminder.findMany({
        where: { schoolId, id: { in: [...ids] }, state: { not: 'active' } },
        select: { id: true },
      })
      // A built-in one that nobody touched has no row, and is active while its event is there.
      const gone = new Set(stopped.map(({ id }) => id))
      return new Set(ids.filter((id) => !gone.has(id)))
    },
    async claim(schoolId, receipts, now) {
      if (receipts.length === 0) return []
      // All in one parameter, as in the outbox.
      const [taken] = await db.$queryRaw<{ rows: Receipt[] | null }[]>`
        with taken as (insert into reminder_receipt (reminder_id, day, person_id, school_id, at)
        select r."reminderId", r.day, r."personId", ${schoolId}::uuid, ${now}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(receipts)}::jsonb) as r("reminderId" uuid, day date, "personId" uuid)
        on conflict do nothing
        returning reminder_id as "reminderId", to_char(day, 'YYYY-MM-DD') as day, person_id as "personId")
        select json_agg(taken) as rows from taken`
      return taken?.rows ?? []
    },
    reached: (schoolId, reminderId) => db.reminderReceipt.count({ where: { schoolId, reminderId } }),
    async takeBack(schoolId, reminderId) {
      const { count } = await db.outbound.updateMany({
        where: { schoolId, key: { startsWith: `reminder/${schoolId}/${reminderId}/` }, state: { in: ['planned', 'held'] } },
        data: { state: 'cancelled' },
      })
      const people = await db.reminderReceipt.count({ where: { schoolId, reminderId } })
      return { sent: Math.max(0, people - count), cancelled: count }
    },
    async confirm({ schoolId, eventId, personId, now }) {
      if (!z.uuid().safeParse(eventId).success) return
      if ((await db.calendarEvent.count({ where: { schoolId, id: eventId } })) === 0) return
      await db.eventConfirmation.createMany({ data: [{ eventId, personId, schoolId, at: now }], skipDuplicates: true })
    },
  }
}

function columnsOf({ text, roles, classIds, ageGroups, ...rest }: ReminderChange) {
  return {
    ...rest,
    ...(roles === undefined ? {} : { roles: [...roles] }),
    ...(classIds === undefined ? {} : { classIds: [...classIds] }),
    ...(ageGroups === undefined ? {} : { ageGroups: [...ageGroups] }),
    ...(text === undefined ? {} : { textVi: text.vi ?? null, textEn: text.en ?? null }),
  }
}

function toReminder(row: Prisma.ReminderGetPayload<object>): Reminder {
  const { id, schoolId, eventId, revision, daysBefore, schoolDays, time, latest, classIds, textVi, textEn, confirm } = row
  return {
    ...{ id, schoolId, eventId, revision, daysBefore, schoolDays, time, latest, classIds, confirm },
    state: State.parse(row.state),
    roles: Roles.parse(row.roles),
    ageGroups: Ages.parse(row.ageGroups),
    condition: Condition.parse(row.condition),
    channel: Channel.parse(row.channel),
    required: Requirement.parse(row.required),
    text: { ...(textVi === null ? {} : { vi: textVi }), ...(textEn === null ? {} : { en: textEn }) },
  }
}

function toRun({ reminderId, day, dueAt, nextAt, doneAt, dropped }: Prisma.ReminderRunGetPayload<object>): Run {
  return { reminderId, day: toDay(day), dueAt, nextAt, done: doneAt !== null, dropped }
}
