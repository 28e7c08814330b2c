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
  /** Shared by everything that one line of a teacher made: reports of several classes, its edits, the mentions it left to settle. */
  readonly lineId: string | null
}

/** One class on one day. */
export interface ClassOnDay {
  readonly schoolId: string
  readonly classId: string
  readonly day: SchoolDay
}

export interface NewVersion extends ClassOnDay {
  readonly report: ClassReport
  /** As typed: nothing a teacher said is lost. */
  readonly text: string
  readonly personId: string
  readonly now: Date
  /** Why a day gone by is corrected, as typed. */
  readonly reason?: string
  readonly lineId?: string
  /** The platform's id of the message, so that its edit finds the version. */
  readonly messageId?: string
  /** It changes nothing that the teacher confirmed: her confirmation stands. */
  readonly keepsConfirmation?: boolean
}

/** Why a teacher's report was answered but not recorded. */
export type Refusal = 'not_her_class' | 'day_off' | 'impossible_counts' | 'same_as_standing'

/** A report that was not recorded, kept as typed. */
export interface RefusedLine {
  readonly schoolId: string
  readonly personId: string
  /** null when the line settles no class. */
  readonly classId: string | null
  readonly day: SchoolDay
  readonly why: Refusal
  readonly text: string
}

/** Reports per class and day, every version kept. */
export interface CheckinStore {
  /** What stands for a class that day; undefined when nothing was reported or everything was undone. */
  standing(key: ClassOnDay): Promise<Checkin | undefined>
  /** The same, held until the transaction ends: whoever reports the class at the same moment comes after. */
  held(key: ClassOnDay): Promise<Checkin | undefined>
  find(key: { readonly schoolId: string; readonly id: string }): Promise<Checkin | undefined>
  /** What stands for every class of the school that day. */
  ofDay(schoolId: string, day: SchoolDay): Promise<Checkin[]>
  /** Writes the next version, unconfirmed unless it keeps the confirmation; it stands from now on. */
  add(version: NewVersion): Promise<Checkin>
  /** What the teacher typed for the standing version, and the report that stood before the line it belongs to. */
  source(checkin: Checkin): Promise<{ readonly text: string; readonly before: ClassReport | undefined }>
  /** Standing reports whose text came with this message of this teacher, whatever their day; empty when it made none or none that stands. */
  saidWith(said: { readonly schoolId: string; readonly personId: string; readonly messageId: string }): Promise<Checkin[]>
  confirm(checkin: Checkin, now: Date): Promise<void>
  /** Takes the standing version back: the one before it stands again, unconfirmed. @returns what stands now. */
  undo(checkin: Checkin, now: Date): Promise<Checkin | undefined>
  /** Keeps what a teacher said although it was not recorded. */
  refuse(line: RefusedLine, now: Date): Promise<void>
  refusedOn(schoolId: string, day: SchoolDay): Promise<RefusedLine[]>
}
