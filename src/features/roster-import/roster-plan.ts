import { matchChildren } from './match-children.ts'
import type { PlanOptions } from './plan-options.ts'
import type { ListedChild, ListedClass, PresentRoster } from './roster-import-store.ts'
import { listedName, type RosterDoubt, type RosterReading, type RosterRow } from './roster-row.ts'
import { settleClasses } from './settle-classes.ts'

/** A child of the school that the file says something new of. */
export interface RosterChange {
  readonly row: RosterRow
  readonly before: ListedChild
  readonly after: ListedChild
}

/** What the file would do to the school's lists. Nothing of it is written yet. */
export interface RosterPlan {
  readonly newClasses: readonly ListedClass[]
  readonly added: readonly { readonly row: RosterRow; readonly child: ListedChild }[]
  readonly changed: readonly RosterChange[]
  readonly same: number
  /** Attending children of the file's classes whom it does not have. */
  readonly missing: readonly ListedChild[]
  /** In the order of the file. */
  readonly doubts: readonly RosterDoubt[]
  /** Rows that are taken without something that could not be read. */
  readonly noted: readonly RosterRow[]
}

/** Compares a reading with the school as it stands now. */
export function planRoster(reading: RosterReading, present: PresentRoster, options: PlanOptions): RosterPlan {
  const doubts: RosterDoubt[] = [...reading.doubts]
  const { placed, newClasses } = settleClasses(reading.rows, present.classes, options, doubts)
  const matched = matchChildren(placed, present, doubts)
  const added: RosterPlan['added'][number][] = []
  const changed: RosterChange[] = []
  let same = 0
  for (const { row, classId, child } of matched.pairs) {
    const after = told(row, { classId, options, ...(child === undefined ? {} : { child }) })
    if (child === undefined) added.push({ row, child: after })
    else if (differs(child, after)) changed.push({ row, before: child, after })
    else same += 1
  }
  const covered = new Set(placed.map(({ classId }) => classId))
  const missing = present.children.filter((one) => one.active && covered.has(one.classId) && !matched.seen.has(one.id))
  const used = new Set(added.map(({ child }) => child.classId).concat(changed.map(({ after }) => after.classId)))
  return {
    newClasses: newClasses.filter(({ id }) => used.has(id)),
    ...{ added, changed, same, missing },
    doubts: doubts.sort(inFileOrder),
    noted: matched.pairs.flatMap(({ row }) => (notesOf(row, options).length > 0 ? [row] : [])),
  }
}

/** Notes on a number that is not kept are nobody's business. */
export function notesOf({ notes }: RosterRow, { keepPhones }: Pick<PlanOptions, 'keepPhones'>): RosterRow['notes'] {
  return keepPhones ? notes : notes.filter((note) => !note.endsWith('phone'))
}

const inFileOrder = (one: RosterDoubt, other: RosterDoubt): number =>
  (one.sheet ?? '').localeCompare(other.sheet ?? '') || one.line - other.line

/** The child as the row tells it; what the row leaves out stays. */
function told(
  row: RosterRow,
  { classId, child, options }: { classId: string; child?: ListedChild; options: PlanOptions },
): ListedChild {
  return {
    id: child?.id ?? options.uuid(),
    classId,
    rosterName: listedName(row, child?.rosterName),
    birthDate: row.birthDate ?? child?.birthDate ?? null,
    sex: row.sex ?? child?.sex ?? null,
    phone: (options.keepPhones ? row.phone : undefined) ?? child?.phone ?? null,
    active: true,
  }
}

const facts = ['classId', 'rosterName', 'birthDate', 'sex', 'phone', 'active'] as const

/** What two states of one child differ in. */
export function differences(before: ListedChild, after: ListedChild): (typeof facts)[number][] {
  return facts.filter((fact) => before[fact] !== after[fact])
}

const differs = (before: ListedChild, after: ListedChild): boolean => differences(before, after).length > 0
