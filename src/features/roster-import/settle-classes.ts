import { ageOfBirthYears, ageOfLabel, classKey, codeOf } from './class-label.ts'
import type { PlanOptions } from './plan-options.ts'
import type { ListedClass } from './roster-import-store.ts'
import type { RosterDoubt, RosterRow } from './roster-row.ts'

export interface PlacedRow {
  readonly row: RosterRow
  readonly classId: string
}

/** Finds each row's class by code or name, and makes the ones that are new and whose age group the name or the birth years tell. */
export function settleClasses(
  rows: readonly RosterRow[],
  classes: readonly ListedClass[],
  { schoolYearStart, uuid }: PlanOptions,
  doubts: RosterDoubt[],
): { placed: PlacedRow[]; newClasses: ListedClass[] } {
  const known = new Map<string, ListedClass>()
  for (const one of classes.toSorted((first, second) => Number(first.active) - Number(second.active)))
    for (const label of [one.name, one.code]) known.set(classKey(label), one)
  const newClasses: ListedClass[] = []
  const placed: PlacedRow[] = []
  for (const [label, group] of Map.groupBy(rows, ({ classLabel }) => classLabel)) {
    const code = codeOf(label)
    const byCode = known.get(classKey(code))
    const saidAge = ageOfLabel(label)
    // "Bé A1" is not "Lớn A1", though both end alike.
    const found = known.get(classKey(label)) ?? (saidAge === undefined || saidAge === byCode?.age ? byCode : undefined)
    const years = group.flatMap(({ birthDate }) => (birthDate === undefined ? [] : [Number(birthDate.slice(0, 4))]))
    const age = saidAge ?? ageOfBirthYears(years, schoolYearStart)
    const made =
      age === undefined ? undefined : { id: uuid(), code: byCode === undefined ? code : label, name: label, age, active: true }
    const own = found ?? made
    if (own === undefined || !own.active) {
      const why = own === undefined ? 'unknown_class' : 'closed_class'
      for (const { line, sheet, name } of group)
        doubts.push({ line, ...(sheet === undefined ? {} : { sheet }), why, text: name, other: label })
      continue
    }
    if (found === undefined) {
      newClasses.push(own)
      for (const one of [label, code]) known.set(classKey(one), own)
    }
    placed.push(...group.map((row) => ({ row, classId: own.id })))
  }
  return { placed, newClasses }
}
