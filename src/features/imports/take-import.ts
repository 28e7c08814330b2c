import type { Ids } from '../../core/ids.ts'
import type { CalendarStore } from '../calendar/calendar-store.ts'
import type { CalendarEvent } from '../calendar/event.ts'
import type { CalendarImport, ClosureBefore, ImportStore, Taken } from './import-store.ts'
import { merged } from './merged-event.ts'
import { freshEvent, type Plan } from './plan.ts'
import { closureDays } from './planned-closure.ts'

type Deps = { calendar: CalendarStore; imports: ImportStore; ids: Pick<Ids, 'uuid'> }

export interface TakenCounts {
  readonly created: number
  readonly changed: number
  /** Days off or of lessons that were written. */
  readonly days: number
}

/**
 * Writes a plan into the calendar, in the caller's transaction: all of it or nothing.
 * @returns undefined when the import was taken, dropped or undone meanwhile
 */
export async function takeImport(
  { calendar, imports, ids }: Deps,
  { one, plan, now }: { one: CalendarImport; plan: Plan; now: Date },
): Promise<TakenCounts | undefined> {
  const source = one.content.kind === 'text' ? 'paste' : 'file'
  const created: CalendarEvent[] = []
  const changed: { before: CalendarEvent; after: CalendarEvent }[] = []
  const closures: ClosureBefore[] = []
  const own = await calendar.closures(one.schoolId)
  for (const planned of plan.rows) {
    const { what } = planned.row
    if (planned.kind === 'unchanged') continue
    if (what.kind === 'closure') {
      const { open, reason, only } = what
      for (const day of closureDays(what)) {
        const was = own.find((other) => other.day === day && JSON.stringify(other.only) === JSON.stringify(only))
        const before = was === undefined ? null : { open: was.open, reason: was.reason }
        closures.push({ day, ...(only === undefined ? {} : { only }), was: before, became: { open, reason } })
      }
    } else if (planned.kind === 'changed' && planned.before !== undefined)
      changed.push({ before: planned.before, after: merged(planned.before, what) })
    else created.push(freshEvent(what, { id: ids.uuid(), source }))
  }
  const taken: Taken = { created, changed, closures }
  if (!(await imports.step(one.schoolId, one.id, { from: 'shown', to: 'taken', now, taken }))) return undefined
  await imports.addEvents(one.schoolId, created)
  for (const { after } of changed) await imports.changeEvent(one.schoolId, after)
  await calendar.putClosures(
    one.schoolId,
    closures.map(({ day, only, became }) => ({ day, ...became, ...(only === undefined ? {} : { only }) })),
  )
  return { created: created.length, changed: changed.length, days: closures.length }
}

/** How long an import can be undone as a whole. */
export const undoHours = 24

export type Undone =
  /** `kept`: what somebody has changed since stays as it is now. */
  | { readonly kind: 'undone'; readonly removed: number; readonly restored: number; readonly kept: readonly string[] }
  | { readonly kind: 'too_late' }
  | { readonly kind: 'nothing' }

/** Undoes an import as a whole, in the caller's transaction, except for what was changed since. */
export async function undoImport(
  { calendar, imports }: Omit<Deps, 'ids'>,
  { schoolId, one, now }: { schoolId: string; one: CalendarImport | undefined; now: Date },
): Promise<Undone> {
  if (one?.state !== 'taken' || one.taken === undefined || one.takenAt === undefined) return { kind: 'nothing' }
  if (now.getTime() - one.takenAt.getTime() > undoHours * 3_600_000) return { kind: 'too_late' }
  if (!(await imports.step(schoolId, one.id, { from: 'taken', to: 'undone', now }))) return { kind: 'nothing' }
  const { created, changed, closures } = one.taken
  const ids = [...created, ...changed.map(({ after }) => after)].map(({ id }) => id)
  const standing = new Map((await imports.eventsById(schoolId, ids)).map((event) => [event.id, event]))
  const isUntouched = (event: CalendarEvent) => fingerprint(standing.get(event.id)) === fingerprint(event)
  const removed = created.filter(isUntouched)
  const restored = changed.filter(({ after }) => isUntouched(after))
  await imports.removeEvents(
    schoolId,
    removed.map(({ id }) => id),
  )
  for (const { before } of restored) await imports.changeEvent(schoolId, before)
  await restoreDays(calendar, schoolId, closures)
  const touched = [...created, ...changed.map(({ after }) => after)].filter(
    (event) => standing.has(event.id) && !isUntouched(event),
  )
  return { kind: 'undone', removed: removed.length, restored: restored.length, kept: touched.map(({ title }) => title.vi) }
}

/** Days go back to what the school had said of them, where its word is still the import's. */
async function restoreDays(calendar: CalendarStore, schoolId: string, days: readonly ClosureBefore[]): Promise<void> {
  const now = await calendar.closures(schoolId)
  const own = days.filter(({ day, only, became }) => {
    const stands = now.find((one) => one.day === day && JSON.stringify(one.only) === JSON.stringify(only))
    return stands?.open === became.open && stands.reason === became.reason
  })
  for (const { day, only, was } of own) {
    const part = only === undefined ? {} : { only }
    if (was !== null) await calendar.putClosures(schoolId, [{ day, ...was, ...part }])
    else await calendar.clearClosures(schoolId, [day], only ?? 'whole')
  }
}

function fingerprint(event: CalendarEvent | undefined): string {
  if (event === undefined) return ''
  const { title, when, place, audience, classIds = [], ageGroups = [], approved } = event
  return JSON.stringify([title.vi, title.en, Object.entries(when).sort(), place ?? null, audience, classIds, ageGroups, approved])
}
