import type { SchoolDay } from '../../core/clock.ts'

/** A draft is somebody's wording; approved, somebody of the office stands for it; published, it answers; withdrawn, it answers no longer. */
export const entryStates = ['draft', 'approved', 'published', 'withdrawn'] as const
export type EntryState = (typeof entryStates)[number]

/** What a school's own answers are about, in the order in which the office is offered them. */
export const entryTopics = ['fees', 'milk', 'meals', 'health', 'enrollment', 'hours', 'learning', 'other'] as const
export type EntryTopic = (typeof entryTopics)[number]

/** What one version of a school's own answer says. Versions are never changed, only followed by another. */
export interface EntryContent {
  readonly state: EntryState
  /** `other` until somebody says. */
  readonly topic: EntryTopic
  /** English only where the office gave it; without it everybody reads the Vietnamese. */
  readonly text: { readonly vi: string; readonly en: string | null }
  /** Questions that it answers, as they were typed. */
  readonly asks: readonly string[]
  readonly validFrom: SchoolDay
  /** null: until it is withdrawn. */
  readonly validTo: SchoolDay | null
  /** The day the office gave this wording; readers see it as the source's date. */
  readonly saidOn: SchoolDay
  /** Who of the office stands for it, and since when; null for a draft. */
  readonly approved: { readonly personId: string; readonly at: Date } | null
  /** Protected entries of the documents that the office said, seeing both answers, it answers instead of. */
  readonly replaces: readonly string[]
}

/** One version, with who made it and when. */
export interface EntryVersion extends EntryContent {
  readonly version: number
  readonly personId: string
  readonly savedAt: Date
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

/** A question that was asked before, kept to be tried again before an entry changes. */
export interface AskedQuestion {
  readonly text: string
  /** Ids of the entries that answered it: the pack's, or the school's own. None: it went to the office. */
  readonly answeredBy: readonly string[]
}
