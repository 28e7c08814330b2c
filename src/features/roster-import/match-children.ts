import { fold, withoutDiacritics } from '../../core/text.ts'
import type { ListedChild, PresentRoster } from './roster-import-store.ts'
import { type DoubtKind, listedName, type RosterDoubt, type RosterRow, rosterNameOf } from './roster-row.ts'
import type { PlacedRow } from './settle-classes.ts'

export interface MatchedRow extends PlacedRow {
  /** Undefined: a new child. */
  readonly child?: ListedChild
}

/** Which child of the school each row is; those that only a person can tell become doubts. */
export function matchChildren(placed: readonly PlacedRow[], present: PresentRoster, doubts: RosterDoubt[]) {
  const codes = new Map(present.classes.map(({ id, code }) => [id, code]))
  const byName = Map.groupBy(present.children, ({ rosterName }) => keyOf(baseOf(rosterName)))
  const byLoose = Map.groupBy(present.children, ({ rosterName }) => looseOf(baseOf(rosterName)))
  const named = (one: ListedChild) => `${one.rosterName} (${codes.get(one.classId) ?? ''})`
  const pairs: MatchedRow[] = []
  const seen = new Set<string>()
  const lines = new Map<string, RosterRow[]>()
  const taken = new Set<string>()
  const fileNames = new Set(placed.map(({ row, classId }) => `${classId}/${keyOf(row.name)}`))
  const certain = certainPairs(placed, byName)
  const twins = Map.groupBy(placed, twinKey)
  for (const one of certain.values()) taken.add(one.id)
  for (const { row, classId } of placed) {
    const doubt = (why: DoubtKind, other?: string) => {
      const { line, sheet, name } = row
      doubts.push({ line, ...(sheet === undefined ? {} : { sheet }), why, text: name, ...(other === undefined ? {} : { other }) })
    }
    const again = `${classId}/${keyOf(row.name)}`
    const same = twins.get(twinKey({ row, classId })) ?? []
    const kept = (same.find((one) => certain.has(one.row)) ?? same[0])?.row
    const namesake = lines.get(again)?.find((one) => fold(rosterNameOf(one)) === fold(rosterNameOf(row)))
    if (kept === row) lines.set(again, [...(lines.get(again) ?? []), row])
    const candidates = (byName.get(keyOf(row.name)) ?? []).filter(({ id }) => !taken.has(id))
    const own = certain.get(row)
    const choice: Choice = own === undefined ? choose(row, classId, candidates) : { kind: 'child', child: own }
    if (kept !== undefined && kept !== row) doubt('twice', String(kept.line))
    else if (namesake !== undefined) doubt('same_name', String(namesake.line))
    else if (choice.kind === 'child') {
      const { child } = choice
      const isMove = child.classId !== classId && child.active
      // A namesake may have come to another class while this child stays: the file's own list of the old class would show it.
      const stays = fileNames.has(`${child.classId}/${keyOf(baseOf(child.rosterName))}`)
      if (isMove && stays) doubt('maybe_moved', named(child))
      else {
        pairs.push({ row, classId, child })
        taken.add(child.id)
      }
      seen.add(child.id)
    } else if (choice.kind === 'doubt') {
      doubt(choice.why, named(choice.child))
      seen.add(choice.child.id)
    } else {
      const near = (byLoose.get(looseOf(row.name)) ?? []).find(
        (one) => one.classId === classId && !taken.has(one.id) && !fileNames.has(`${classId}/${keyOf(baseOf(one.rosterName))}`),
      )
      if (near === undefined) pairs.push({ row, classId })
      else if (near.birthDate !== null && near.birthDate === row.birthDate) {
        pairs.push({ row, classId, child: near })
        taken.add(near.id)
        seen.add(near.id)
      } else {
        doubt('alike', named(near))
        seen.add(near.id)
      }
    }
  }
  return { pairs: withoutClashes(pairs, present, doubts), seen }
}

/** Rows that leave no doubt, so that no vaguer row above them takes their child: one class, one name, one birth date or one nickname. */
function certainPairs(
  placed: readonly PlacedRow[],
  byName: ReadonlyMap<string, readonly ListedChild[]>,
): Map<RosterRow, ListedChild> {
  const pairs = new Map<RosterRow, ListedChild>()
  const taken = new Set<string>()
  const rules: ((row: RosterRow, one: ListedChild) => boolean)[] = [
    (row, one) =>
      fold(listedName(row)) === fold(one.rosterName) && row.birthDate !== undefined && row.birthDate === one.birthDate,
    (row, one) => row.birthDate !== undefined && row.birthDate === one.birthDate,
    (row, one) => fold(listedName(row)) === fold(one.rosterName) && (row.birthDate === undefined || one.birthDate === null),
  ]
  for (const rule of rules)
    for (const { row, classId } of placed) {
      if (pairs.has(row)) continue
      const found = (byName.get(keyOf(row.name)) ?? []).filter(
        (one) => one.classId === classId && !taken.has(one.id) && rule(row, one),
      )
      const [only] = found
      if (only === undefined || found.length > 1) continue
      pairs.set(row, only)
      taken.add(only.id)
    }
  return pairs
}

type Choice =
  | { readonly kind: 'child'; readonly child: ListedChild }
  | { readonly kind: 'doubt'; readonly why: 'other_birth_date' | 'maybe_moved'; readonly child: ListedChild }
  | { readonly kind: 'none' }

function choose(row: RosterRow, classId: string, candidates: readonly ListedChild[]): Choice {
  const { birthDate } = row
  const isBorn = (one: ListedChild) => birthDate !== undefined && one.birthDate === birthDate
  const here = candidates.filter((one) => one.classId === classId)
  const nick = here.filter((one) => row.nickname !== undefined && fold(one.rosterName) === fold(rosterNameOf(row)))
  const sure = here.find(isBorn) ?? (nick.length === 1 ? nick[0] : undefined)
  if (sure !== undefined && (sure.birthDate === null || birthDate === undefined || isNear(sure.birthDate, birthDate)))
    return { kind: 'child', child: sure }
  const elsewhere = candidates.filter((one) => one.classId !== classId)
  const moved = elsewhere.filter(isBorn)
  if (moved.length === 1 && here.length === 0) return { kind: 'child', child: moved[0]! }
  const [only] = here
  if (only !== undefined && here.length === 1) {
    const isOpen = only.birthDate === null || birthDate === undefined || isNear(only.birthDate, birthDate)
    return isOpen ? { kind: 'child', child: only } : { kind: 'doubt', why: 'other_birth_date', child: only }
  }
  if (only !== undefined) return { kind: 'doubt', why: 'other_birth_date', child: only }
  // A common name in another class, and no birth date to tell whether it is the same child.
  const open = elsewhere.find((one) => one.active && (one.birthDate === null || birthDate === undefined))
  return open === undefined ? { kind: 'none' } : { kind: 'doubt', why: 'maybe_moved', child: open }
}

/** One slip apart: a wrong day, month or year, or day and month changed over. */
function isNear(one: string, other: string): boolean {
  const [first, second] = [one.split('-'), other.split('-')]
  const apart = first.filter((part, index) => part !== second[index]).length
  return apart <= 1 || (first[0] === second[0] && first[1] === second[2] && first[2] === second[1])
}

/** Two children of a class may not be written alike, left ones included: what would clash is a doubt, and its child keeps the old name. */
function withoutClashes(pairs: readonly MatchedRow[], present: PresentRoster, doubts: RosterDoubt[]): MatchedRow[] {
  let kept = pairs.toSorted((one, other) => Number(one.child === undefined) - Number(other.child === undefined))
  for (;;) {
    const moving = new Set(kept.flatMap(({ child }) => child?.id ?? []))
    const used = new Map(
      present.children.filter(({ id }) => !moving.has(id)).map((one) => [`${one.classId}/${one.rosterName}`, one.rosterName]),
    )
    const fitting = kept.filter(({ row, classId, child }) => {
      const name = listedName(row, child?.rosterName)
      const key = `${classId}/${name}`
      const clash = used.get(key)
      used.set(key, name)
      if (clash === undefined) return true
      const { line, sheet } = row
      doubts.push({ line, ...(sheet === undefined ? {} : { sheet }), why: 'same_name', text: row.name, other: clash })
      return false
    })
    if (fitting.length === kept.length) return fitting.sort((one, other) => order(one.row, other.row))
    kept = fitting
  }
}

const order = (one: RosterRow, other: RosterRow): number =>
  (one.sheet ?? '').localeCompare(other.sheet ?? '') || one.line - other.line

/** One child twice: born on one day, in whichever classes; without a birth date only within one class. */
const twinKey = ({ row, classId }: PlacedRow): string =>
  [keyOf(row.name), fold(row.nickname ?? ''), row.birthDate ?? classId].join('/')
const baseOf = (rosterName: string): string => rosterName.replace(/\s*\(.*$/, '')
const keyOf = (name: string): string => fold(name)
const looseOf = (name: string): string =>
  withoutDiacritics(fold(name))
    .replace(/y/g, 'i')
    .replace(/[^a-z]/g, '')
