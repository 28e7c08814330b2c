import type { SchoolDay } from '../../core/clock.ts'

export const entryStates = ['draft', 'published', 'withdrawn'] as const
export type EntryState = (typeof entryStates)[number]

/** What one version of a school's own answer says. Versions are never changed, only followed by another. */
export interface EntryContent {
  readonly state: EntryState
  readonly topic: string
  /** English only where the office gave it; without it everybody reads the Vietnamese. */
  readonly text: { readonly vi: string; readonly en: string | null }
  /** Questions that it answers, as they were typed. */
  readonly asks: readonly string[]
  readonly validFrom: SchoolDay
  /** null: until it is withdrawn. */
  readonly validTo: SchoolDay | null
  /** The day the office gave this wording; readers see it as the source's date. */
  readonly saidOn: SchoolDay
}

/** A school's own answer as it stands. */
export interface SchoolEntry extends EntryContent {
  readonly id: string
  readonly schoolId: string
  /** How the office names it: `câu trả lời 3`. */
  readonly number: number
  readonly version: number
  readonly savedAt: Date
}

/** A question that was answered, kept to be tried again before an entry changes. */
export interface AskedQuestion {
  readonly text: string
  /** Ids of the entries that answered it: the pack's, or the school's own. */
  readonly answeredBy: readonly string[]
}
