import type { SchoolDay } from '../../core/clock.ts'
import type { AbsenceReason, Symptom } from '../checkin/report.ts'
import type { AbsenceKind } from './notice.ts'

/** One child on one day, as a guardian announced it. */
export interface AnnouncedAbsence {
  readonly childId: string
  readonly day: SchoolDay
  readonly noticeId: string
  readonly kind: AbsenceKind
  readonly reason: AbsenceReason | null
  readonly symptoms: readonly Symptom[]
  /** When it comes late or leaves early, school clock, `HH:MM`. */
  readonly lateAt: string | null
}

/** What a guardian said, kept before it is known for whom it is. */
export interface StoredNotice {
  readonly id: string
  readonly schoolId: string
  /** The guardian. */
  readonly personId: string
  /** As typed. */
  readonly text: string
  readonly meaning: NoticeMeaning
}

export interface NoticeMeaning {
  readonly what: AbsenceKind
  readonly days: readonly SchoolDay[]
  readonly daysOff: readonly SchoolDay[]
  readonly openEnded: boolean
  readonly reason: AbsenceReason | null
  readonly symptoms: readonly Symptom[]
  readonly lateAt: string | null
  /** Ids of the children it may be meant for, in the order they were offered. */
  readonly candidates: readonly string[]
}

/** Announced absences: one a child and day, every notice kept. */
export interface AbsenceStore {
  note(notice: StoredNotice, now: Date): Promise<void>
  notice(key: { readonly schoolId: string; readonly id: string }): Promise<StoredNotice | undefined>
  /** Announces these days of a child; what was announced for such a day before gives way. */
  announce(notice: StoredNotice, childId: string, now: Date): Promise<void>
  /** Who stands as away or late at a school that day. */
  ofDay(schoolId: string, day: SchoolDay): Promise<AnnouncedAbsence[]>
  /** Who stands as leaving early that day. */
  earlyOn(schoolId: string, day: SchoolDay): Promise<AnnouncedAbsence[]>
  /** What stands for these children from a day on, of every kind. */
  upcoming(schoolId: string, childIds: readonly string[], from: SchoolDay): Promise<AnnouncedAbsence[]>
  cancel(schoolId: string, absences: readonly AnnouncedAbsence[], now: Date): Promise<void>
  /** Until when an absence counts for the day's meals, `HH:MM`; null when the school has no such hour. */
  mealCutOff(schoolId: string): Promise<string | null>
}
