import type { PlanOptions } from './plan-options.ts'
import type {
  ListedChild,
  PresentRoster,
  RosterCounts,
  RosterDone,
  RosterImport,
  RosterImportStore,
} from './roster-import-store.ts'
import { planRoster, type RosterPlan } from './roster-plan.ts'

/** How long a whole import can be taken back; what it changed is kept no longer. */
export const undoHours = 24
const hourMs = 3_600_000

export interface TakeOptions extends PlanOptions {
  /** Whether children whom the file does not have leave; otherwise they are only named. */
  readonly missingLeave: boolean
}

export type TakenRoster =
  | { readonly kind: 'taken'; readonly counts: RosterCounts }
  | { readonly kind: 'gone' }
  | { readonly kind: 'nothing' }

/** What taking the plan writes. */
export function writesOf(plan: RosterPlan, { missingLeave }: Pick<TakeOptions, 'missingLeave'>): RosterDone {
  const left = missingLeave ? plan.missing.map((before) => ({ before, after: { ...before, active: false } })) : []
  return {
    classes: plan.newClasses,
    created: plan.added.map(({ child }) => child),
    changed: [...plan.changed.map(({ before, after }) => ({ before, after })), ...left],
  }
}

export function countsOf(plan: RosterPlan): RosterCounts {
  const { added, changed, same, missing, doubts } = plan
  return { fresh: added.length, changed: changed.length, same, missing: missing.length, doubtful: doubts.length }
}

/**
 * Takes the good rows of an import that was shown, as the school stands by now: all of them or, when anything fails, none, as long as the caller
 * runs this in one transaction.
 */
export async function takeRoster(
  roster: RosterImportStore,
  { one, options, now }: { one: RosterImport; options: TakeOptions; now: Date },
): Promise<TakenRoster> {
  const { schoolId, id, content } = one
  await roster.holdRoster(schoolId)
  if (content === undefined) return { kind: 'gone' }
  const plan = planRoster(content, await roster.present(schoolId), options)
  const done = writesOf(plan, options)
  if (done.created.length === 0 && done.changed.length === 0) return { kind: 'nothing' }
  const counts = countsOf(plan)
  if (!(await roster.step(schoolId, id, { from: 'shown', to: 'taken', now, content: null, done, counts })))
    return { kind: 'gone' }
  await roster.addClasses(schoolId, done.classes)
  await roster.changeChildren(
    schoolId,
    done.changed.map(({ after }) => after),
  )
  await roster.addChildren(schoolId, done.created)
  return { kind: 'taken', counts }
}

export type UndoneRoster =
  | {
      readonly kind: 'undone'
      readonly removed: number
      readonly restored: number
      /** New children who have a guardian or a record by now: they leave the list instead of being deleted. */
      readonly left: number
      /** Changed again since: they stay as they are. */
      readonly kept: number
    }
  | { readonly kind: 'too_late' | 'gone' }

/** Takes a whole import back; what somebody changed since stays. */
export async function undoRoster(
  roster: RosterImportStore,
  { one, now }: { one: RosterImport; now: Date },
): Promise<UndoneRoster> {
  const { schoolId, id, done, takenAt } = one
  await roster.holdRoster(schoolId)
  if (one.state !== 'taken' || takenAt === undefined) return { kind: 'gone' }
  if (done === undefined || now.getTime() - takenAt.getTime() > undoHours * hourMs) return { kind: 'too_late' }
  if (!(await roster.step(schoolId, id, { from: 'taken', to: 'undone', now, done: null }))) return { kind: 'gone' }
  const present = byId(await roster.present(schoolId))
  const stands = (child: ListedChild) => isSame(present.get(child.id), child)
  const restored = done.changed.filter(({ after }) => stands(after))
  const created = done.created.filter(({ id: own }) => present.has(own))
  const untouched = created.filter(stands)
  const used = await roster.inUse(
    schoolId,
    untouched.map((child) => child.id),
    takenAt,
  )
  const leaving = untouched.filter((child) => used.has(child.id))
  const removed = untouched.filter((child) => !used.has(child.id))
  await roster.removeChildren(
    schoolId,
    removed.map((child) => child.id),
  )
  await roster.changeChildren(schoolId, [
    ...restored.map(({ before }) => before),
    ...leaving.map((child) => ({ ...child, active: false })),
  ])
  await roster.removeEmptyClasses(
    schoolId,
    done.classes.map((own) => own.id),
  )
  const kept = done.changed.length - restored.length + created.length - untouched.length
  return { kind: 'undone', removed: removed.length, restored: restored.length, left: leaving.length, kept }
}

const byId = ({ children }: PresentRoster) => new Map(children.map((child) => [child.id, child]))

function isSame(one: ListedChild | undefined, other: ListedChild): boolean {
  return (
    one !== undefined &&
    (['classId', 'rosterName', 'birthDate', 'sex', 'phone', 'active'] as const).every((fact) => one[fact] === other[fact])
  )
}
