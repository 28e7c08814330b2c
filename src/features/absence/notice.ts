import type { SchoolDay } from '../../core/clock.ts'
import type { AbsenceReason, Symptom } from '../checkin/report.ts'

/** Away for the day, here later than the others, or collected before them. */
export type AbsenceKind = 'away' | 'late' | 'early'

/** For whom a notice is meant: places in the list of the guardian's children, or what has to be asked. */
export type Whose =
  | { readonly kind: 'known'; readonly children: readonly number[] }
  /** `mention` is null when nobody was named. */
  | { readonly kind: 'ambiguous'; readonly mention: string | null; readonly candidates: readonly number[] }

/** What a guardian announced. */
export interface AbsenceNotice {
  readonly kind: 'absence'
  readonly what: AbsenceKind
  readonly whose: Whose
  readonly from: SchoolDay
  readonly to: SchoolDay
  /** School days of the span, in order; empty when all of it is days off. */
  readonly days: readonly SchoolDay[]
  /** Days of the span on which there is no school anyway. */
  readonly daysOff: readonly SchoolDay[]
  /** The end was left open ("vài hôm"): only the first day is taken. */
  readonly openEnded: boolean
  readonly reason: AbsenceReason | null
  readonly symptoms: readonly Symptom[]
  /** When a late child comes or an early one leaves, school clock, `HH:MM`; null when not said. */
  readonly lateAt: string | null
  /** The message asks something beside it, for a person to answer. */
  readonly asksToo: boolean
}

/** Takes an earlier notice back, for some days or for all that are to come. */
export interface AbsenceCancelled {
  readonly kind: 'cancel'
  readonly whose: Whose
  /** null: every announced day from today on. */
  readonly days: readonly SchoolDay[] | null
}

export type ParsedAbsence =
  | AbsenceNotice
  | AbsenceCancelled
  /** Asks how notices work, or whether the school is shut. */
  | { readonly kind: 'question_about_notice' }
  | { readonly kind: 'not_an_absence' }
