import type { Condition, ConditionStore, Exempt } from '../../features/reminders/condition.ts'
import { quarterOf } from '../../features/reminders/quarter.ts'
import { type Db, toDate } from './client.ts'

/** What the conditions of reminders are answered from, in the database. */
export function createConditionStore(db: Db): ConditionStore {
  const answers: Record<Condition, (schoolId: string, of: { eventId: string; day: string }) => Promise<Exempt>> = {
    async unconfirmed(schoolId, { eventId }) {
      const rows = await db.eventConfirmation.findMany({ where: { schoolId, eventId }, select: { personId: true } })
      return { people: new Set(rows.map(({ personId }) => personId)), children: new Set() }
    },
    async not_weighed(schoolId, { day }) {
      const { from, to } = quarterOf(day)
      const rows = await db.measurement.findMany({
        where: { schoolId, day: { gte: toDate(from), lte: toDate(to) }, grams: { not: null }, weighing: { undoneAt: null } },
        select: { childId: true },
      })
      return { people: new Set(), children: new Set(rows.map(({ childId }) => childId)) }
    },
  }
  return { exempt: (schoolId, condition, occurrence) => answers[condition](schoolId, occurrence) }
}
