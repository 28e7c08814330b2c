import type { SchoolDay } from '../../core/clock.ts'
import type { Arrangement } from './arrangement.ts'

/** A teacher as the office names her. */
export interface NamedTeacher {
  readonly id: string
  readonly name: string
  readonly classIds: readonly string[]
}

/** What the office said, as it is written down. */
export type NewArrangement = Arrangement & {
  /** As typed. */
  readonly text: string
  /** The person of the office. */
  readonly saidBy: string
}

/** Merged classes and substitutes of a school, by day. */
export interface ArrangementStore {
  /** What stands on a day. */
  on(schoolId: string, day: SchoolDay): Promise<Arrangement[]>
  /** What stands on this day or later. */
  upcoming(schoolId: string, from: SchoolDay): Promise<Arrangement[]>
  find(key: { readonly schoolId: string; readonly id: string }): Promise<Arrangement | undefined>
  add(arrangement: NewArrangement, now: Date): Promise<void>
  /** It no longer stands on any day from `from` on; what is over stays as it was. */
  withdraw(key: { readonly schoolId: string; readonly id: string }, from: SchoolDay, now: Date): Promise<void>
  /** The school's teachers with a name. */
  teachers(schoolId: string): Promise<NamedTeacher[]>
}
