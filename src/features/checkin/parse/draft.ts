import type { AbsentChild, AmbiguousMention, ClassReport, IllChild } from '../report.ts'
import type { Person } from './people.ts'
import type { ReadLine } from './read-line.ts'
import type { RosterNames } from './roster-names.ts'
import { doubt } from './settle.ts'

/** The report while it is being corrected. */
export interface Draft {
  readonly read: ReadLine
  readonly names: RosterNames
  absent: AbsentChild[]
  ill: IllChild[]
  left: string[]
  unnamed: number
  ambiguous: AmbiguousMention[]
  unknown: string[]
  /** The absence that was taken back: its reason moves along in a swap. */
  taken: AbsentChild | undefined
  changed: boolean
  hot: boolean
  /** Something was to be taken back that does not stand there. */
  missed: boolean
}

/** Starts from the report so far; figures that do not add up count as unnamed children. */
export function draftOf(read: ReadLine, names: RosterNames, previous: ClassReport): Draft {
  const absent = [...previous.absent]
  const ambiguous = previous.ambiguous.filter((doubtful) => doubtful.role !== 'correction')
  const waiting = ambiguous.filter((doubtful) => doubtful.role === 'absent').length
  const missing = (previous.total ?? 0) - (previous.present ?? 0) - absent.length - waiting
  return {
    read,
    names,
    absent,
    ill: [...previous.illPresent],
    left: [...previous.leftEarly],
    unnamed: Math.max(previous.unnamedAbsent, missing, 0),
    ambiguous: [...ambiguous],
    unknown: [],
    taken: undefined,
    changed: false,
    hot: false,
    missed: false,
  }
}

/** How many children are away, named or not. */
export function awayCount({ absent, ambiguous, unnamed }: Draft): number {
  return absent.length + unnamed + ambiguous.filter(({ role }) => role === 'absent').length
}

/** The roster's spelling of a child. */
export function childOf(draft: Draft, index: number): string {
  return draft.names.roster.children[index]!
}

/** The one child meant, given those whom the correction can be about; undefined when it stays open. */
export function pick(draft: Draft, person: Person, fits: (name: string) => boolean): string | undefined {
  const all = person.candidates.map((child) => childOf(draft, child))
  const fitting = all.filter(fits)
  return fitting.length === 1 ? fitting[0] : all.length === 1 ? all[0] : undefined
}

/** Leaves the report as it is and asks about the mention. */
export function ask(draft: Draft, person: Person, role: AmbiguousMention['role']): void {
  draft.changed = true
  if (person.unknown) draft.unknown.push(person.mention)
  else draft.ambiguous.push(doubt(person, role, draft.names.roster))
}

/** Whether the report has this child as absent. */
export function isAbsent(draft: Draft, name: string): boolean {
  return draft.absent.some((child) => child.name === name)
}

/** Whether the report has this child as ill at school. */
export function isIll(draft: Draft, name: string): boolean {
  return draft.ill.some((child) => child.name === name)
}

/** A doubt of before that this child answers. */
export function answerDoubt(draft: Draft, name: string, mention: string): boolean {
  const at = draft.ambiguous.findIndex(
    (doubtful) =>
      doubtful.candidates.includes(name) ||
      (doubtful.candidates.length === 0 && mention.toLowerCase().endsWith(doubtful.mention.toLowerCase())),
  )
  if (at < 0) return false
  draft.ambiguous.splice(at, 1)
  draft.changed = true
  return true
}

/** "An đi học rồi" while it was open which An was away. */
export function answerDoubtOf(draft: Draft, person: Person): boolean {
  const at = draft.ambiguous.findIndex(
    ({ mention, candidates }) =>
      mention.toLowerCase() === person.mention.toLowerCase() ||
      candidates.some((name) => person.candidates.some((child) => childOf(draft, child) === name)),
  )
  if (at < 0) return false
  draft.ambiguous.splice(at, 1)
  draft.changed = true
  return true
}

/** Whether one of those whom the mention may mean is absent in the report. */
export function standing(draft: Draft, person: Person): boolean {
  return person.candidates.some((child) => isAbsent(draft, childOf(draft, child)))
}

/** Nobody is away any more. */
export function everybodyHere(draft: Draft): void {
  draft.absent = []
  draft.unnamed = 0
  draft.changed = true
}
