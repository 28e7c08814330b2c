import { addDays, type SchoolDay, schoolDayOf } from '../../core/clock.ts'
import type { AbsenceStore } from '../absence/absence-store.ts'
import type { CheckinStore } from '../checkin/checkin-store.ts'
import { historyDays } from './find-cluster.ts'
import { settleAlerts } from './settle-alerts.ts'
import { type TellDeps, tellOffice } from './tell-office.ts'

type Watched = { readonly checkins: CheckinStore; readonly absences: AbsenceStore }

/** What was written of classes and children, by day. */
export interface Touches {
  readonly checkins: { readonly schoolId: string; readonly classId: string; readonly day: SchoolDay }[]
  readonly absences: { readonly schoolId: string; readonly childId: string; readonly days: readonly SchoolDay[] }[]
}

/**
 * The same stores, noting which class's day a report or a notice changed: whoever writes one, in a message, at a tick or at the console, need
 * not know that somebody watches.
 */
export function watchStores<Stores extends Watched>(stores: Stores): { stores: Stores; touches: Touches } {
  const touches: Touches = { checkins: [], absences: [] }
  const { checkins, absences } = stores
  const watched: Watched = {
    checkins: {
      ...checkins,
      async add(version) {
        touches.checkins.push(version)
        return await checkins.add(version)
      },
      async undo(checkin, now) {
        touches.checkins.push(checkin)
        return await checkins.undo(checkin, now)
      },
    },
    absences: {
      ...absences,
      async announce(notice, childId, now) {
        touches.absences.push({ schoolId: notice.schoolId, childId, days: notice.meaning.days })
        await absences.announce(notice, childId, now)
      },
      async cancel(schoolId, cancelled, now) {
        touches.absences.push(...cancelled.map(({ childId, day }) => ({ schoolId, childId, days: [day] })))
        await absences.cancel(schoolId, cancelled, now)
      },
    },
  }
  return { stores: { ...stores, ...watched }, touches }
}

/** Brings the alerts of every class that was touched up to date, and tells the office, in the transaction of what touched it. */
export async function settleTouched(deps: TellDeps, touches: Touches, now: Date): Promise<void> {
  const schools = new Set([...touches.checkins, ...touches.absences].map(({ schoolId }) => schoolId))
  for (const schoolId of schools) {
    const reported = touches.checkins.filter((touch) => touch.schoolId === schoolId).map(({ classId }) => classId)
    const isNoticed = touches.absences.some((touch) => touch.schoolId === schoolId)
    // Whose class a child is in, only the whole list tells.
    const classes = await deps.people.classes(schoolId, isNoticed ? undefined : reported)
    let isChanged = false
    for (const one of classes) {
      const ids = new Set(one.children.map(({ id }) => id))
      const days = [
        ...touches.checkins.filter(({ classId }) => classId === one.id).map(({ day }) => day),
        ...touches.absences.filter(({ childId }) => ids.has(childId)).flatMap((absence) => absence.days),
      ]
      if (days.length > 0 && (await settleClass(deps, { one, days: [...new Set(days)], now }))) isChanged = true
    }
    if (isChanged) await tellOffice(deps, schoolId, now)
  }
}

async function settleClass(
  { alerts }: TellDeps,
  { one, days, now }: { one: Awaited<ReturnType<TellDeps['people']['classes']>>[number]; days: readonly SchoolDay[]; now: Date },
): Promise<boolean> {
  const { id: classId, schoolId, children } = one
  await alerts.holdClass({ schoolId, classId })
  const today = schoolDayOf(now)
  const from = addDays([today, ...days].toSorted()[0]!, -historyDays)
  const record = {
    children,
    reports: await alerts.reports({ schoolId, classId }, from),
    notices: await alerts.notices(
      schoolId,
      children.map(({ id }) => id),
      from,
    ),
  }
  const { raise, change } = settleAlerts({ record, alerts: await alerts.ofClass({ schoolId, classId }, from), days, today })
  for (const wanted of raise) await alerts.raise({ schoolId, classId, ...wanted }, now)
  for (const { alert, to, isPending, isWithdrawn } of change) await alerts.change(alert, { ...to, isPending, isWithdrawn, now })
  return raise.length + change.length > 0
}
