import type { SchoolDay } from '../../core/clock.ts'
import type { Sex } from './growth-standards.ts'
import type { TypedNumber } from './typed-number.ts'

/** What an age decides of a child; null where the school has not said. */
export interface ChildFacts {
  readonly childId: string
  readonly birthDate: SchoolDay | null
  readonly sex: Sex | null
}

export interface Measurement {
  readonly childId: string
  readonly grams: number | null
  readonly millimetres: number | null
}

/** A mention that fits several children, with what was typed of it, until one is chosen. */
export interface GrowthDoubt {
  readonly mention: string
  readonly childIds: readonly string[]
  readonly numbers: readonly TypedNumber[]
}

/** One line of a teacher. */
export interface Weighing {
  readonly id: string
  readonly schoolId: string
  readonly classId: string
  readonly day: SchoolDay
  /** As typed. */
  readonly text: string
  readonly doubts: readonly GrowthDoubt[]
  readonly measurements: readonly Measurement[]
  readonly saidAt: Date
  readonly confirmedAt: Date | null
  readonly undoneAt: Date | null
}

/** A child's figures of one day as they stand: each from the last line that gave it. */
export interface StandingMeasurement extends Measurement {
  readonly day: SchoolDay
}

/** Weights and heights. Every query is bound to a school. */
export interface GrowthStore {
  facts(schoolId: string, childIds: readonly string[]): Promise<ChildFacts[]>
  setFacts(schoolId: string, facts: readonly ChildFacts[]): Promise<void>
  /** Nobody else records for this class until the transaction is over. */
  holdClass(key: { readonly schoolId: string; readonly classId: string }): Promise<void>
  add(
    weighing: Pick<Weighing, 'schoolId' | 'classId' | 'day' | 'text' | 'doubts' | 'measurements'> & { readonly personId: string },
    now: Date,
  ): Promise<Weighing>
  find(key: { readonly schoolId: string; readonly id: string }): Promise<Weighing | undefined>
  /** One doubt less, perhaps one measurement more; it has to be confirmed then. */
  settle(
    weighing: Weighing,
    settled: { readonly doubts: readonly GrowthDoubt[]; readonly measurement: Measurement | null },
  ): Promise<void>
  confirm(weighing: Weighing, now: Date): Promise<void>
  undo(weighing: Weighing, now: Date): Promise<void>
  /** What stands for these children, the newest day first; nothing that was undone. */
  measurements(
    schoolId: string,
    childIds: readonly string[],
    from: SchoolDay,
    only?: { readonly isConfirmed: true },
  ): Promise<StandingMeasurement[]>
}
