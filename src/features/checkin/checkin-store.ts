import type { SchoolDay } from '../../core/clock.ts'
import type { ClassReport } from './report.ts'

/** The report of one class on one day as it stands. */
export interface Checkin {
  readonly id: string
  readonly schoolId: string
  readonly classId: string
  readonly day: SchoolDay
  /** Number of the version that stands; it grows with every correction and is never used twice. */
  readonly version: number
  readonly report: ClassReport
  readonly reportedBy: string
  readonly reportedAt: Date
  readonly confirmedAt: Date | null
}

export interface NewVersion {
  readonly schoolId: string
  readonly classId: string
  readonly day: SchoolDay
  readonly report: ClassReport
  /** As typed: nothing a teacher said is lost. */
  readonly text: string
  readonly personId: string
  readonly now: Date
  /** Why a day gone by is corrected, as typed. */
  readonly reason?: string
}

/** Reports per class and day, every version kept. */
export interface CheckinStore {
  /** What stands for a class that day; undefined when nothing was reported or everything was undone. */
  standing(key: { readonly schoolId: string; readonly classId: string; readonly day: SchoolDay }): Promise<Checkin | undefined>
  find(key: { readonly schoolId: string; readonly id: string }): Promise<Checkin | undefined>
  /** What stands for every class of the school that day. */
  ofDay(schoolId: string, day: SchoolDay): Promise<Checkin[]>
  /** Writes the next version, unconfirmed; it stands from now on. */
  add(version: NewVersion): Promise<Checkin>
  /** What the teacher typed for the standing version, and the report it was typed on top of. */
  source(checkin: Checkin): Promise<{ readonly text: string; readonly before: ClassReport | undefined }>
  confirm(checkin: Checkin, now: Date): Promise<void>
  /** Takes the standing version back: the one before it stands again, unconfirmed. @returns what stands now. */
  undo(checkin: Checkin, now: Date): Promise<Checkin | undefined>
}
