import type { SchoolDay } from '../../../core/clock.ts'
import type { PhraseKey, PhraseParams } from '../../../core/phrases.ts'
import type { Checkin } from '../../checkin/checkin-store.ts'
import type { SchoolClass } from '../../people/person.ts'
import type { DaySummary } from '../totals.ts'

/** A day as its sheets tell it. */
export interface DayOfSheets {
  readonly day: SchoolDay
  readonly summary: DaySummary
  readonly classes: readonly SchoolClass[]
  /** What stands, by class id. */
  readonly checkins: ReadonlyMap<string, Checkin>
}

export type Say = (key: PhraseKey, params?: PhraseParams) => string
