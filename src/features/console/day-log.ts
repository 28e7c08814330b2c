import type { SchoolDay } from '../../core/clock.ts'
import type { ClassReport } from '../checkin/report.ts'

/** One line of a teacher about a class and day, as typed, and what became of it. */
export interface TypedLine {
  readonly version: number
  readonly text: string
  readonly report: ClassReport
  readonly by: string | null
  readonly at: Date
  readonly undoneAt: Date | null
  /** Why a day gone by was corrected, as typed. */
  readonly reason: string | null
}

/** What figures of a day rest on. */
export interface DayLog {
  /** Oldest first; those taken back included. */
  linesOf(key: { readonly schoolId: string; readonly classId: string; readonly day: SchoolDay }): Promise<TypedLine[]>
}
