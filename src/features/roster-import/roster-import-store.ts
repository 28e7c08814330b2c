import type { SchoolDay } from '../../core/clock.ts'
import type { Sex } from '../growth/growth-standards.ts'
import type { Unreadable } from '../imports/sent-file.ts'
import type { ClassAge } from '../people/person.ts'
import type { RosterReading } from './roster-row.ts'

/** What the school has of a child, left ones included. */
export interface ListedChild {
  readonly id: string
  readonly classId: string
  readonly rosterName: string
  readonly birthDate: SchoolDay | null
  readonly sex: Sex | null
  /** Kept only where the school chose to. */
  readonly phone: string | null
  readonly active: boolean
}

export interface ListedClass {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly age: ClassAge
  readonly active: boolean
}

/** The school's classes and children as they stand. */
export interface PresentRoster {
  readonly classes: readonly ListedClass[]
  readonly children: readonly ListedChild[]
}

/** What taking an import did, so that it can be undone as a whole. */
export interface RosterDone {
  readonly classes: readonly ListedClass[]
  readonly created: readonly ListedChild[]
  readonly changed: readonly { readonly before: ListedChild; readonly after: ListedChild }[]
}

/** Figures of an import; no names. */
export interface RosterCounts {
  readonly fresh: number
  readonly changed: number
  readonly same: number
  readonly missing: number
  readonly doubtful: number
}

export type RosterState = 'reading' | 'unreadable' | 'shown' | 'taken' | 'undone' | 'dropped'

export interface RosterImport {
  readonly id: string
  readonly schoolId: string
  /** Null: the command line. */
  readonly personId: string | null
  readonly fileName?: string
  readonly state: RosterState
  readonly why?: Unreadable | 'no_names'
  readonly content?: RosterReading
  readonly done?: RosterDone
  readonly counts?: RosterCounts
  readonly createdAt: Date
  readonly takenAt?: Date
}

/** What a step of an import leaves behind; what is absent stays, null is emptied. */
export interface RosterStep {
  readonly from: RosterState
  readonly to: RosterState
  readonly now: Date
  readonly why?: RosterImport['why']
  readonly content?: RosterReading | null
  readonly done?: RosterDone | null
  readonly counts?: RosterCounts
}

/** Lists of children that were sent, and what they change. Every call is bound to one school. */
export interface RosterImportStore {
  add(one: RosterImport): Promise<void>
  find(schoolId: string, id: string): Promise<RosterImport | undefined>
  /** The one that was taken last and still stands. */
  lastTaken(schoolId: string): Promise<RosterImport | undefined>
  /** Claims the step from one state to the next. @returns false when it is in another state already */
  step(schoolId: string, id: string, step: RosterStep): Promise<boolean>
  /** Nobody else changes this school's lists until the transaction is over. */
  holdRoster(schoolId: string): Promise<void>
  present(schoolId: string): Promise<PresentRoster>
  addClasses(schoolId: string, classes: readonly ListedClass[]): Promise<void>
  addChildren(schoolId: string, children: readonly ListedChild[]): Promise<void>
  /** Whole rows; names may change places with each other. */
  changeChildren(schoolId: string, children: readonly ListedChild[]): Promise<void>
  /** Which of these children something hangs on by now: a guardian, a report of their class since, a record. */
  inUse(schoolId: string, childIds: readonly string[], since: Date): Promise<ReadonlySet<string>>
  removeChildren(schoolId: string, childIds: readonly string[]): Promise<void>
  /** Those that have neither children nor teachers by now. */
  removeEmptyClasses(schoolId: string, classIds: readonly string[]): Promise<void>
}
