import type { SchoolDay } from '../../core/clock.ts'
import type { AskedQuestion, EntryContent, EntryVersion, SchoolEntry } from './entry.ts'

/** Who makes a version, and when. */
export interface Saving {
  readonly personId: string
  readonly now: Date
}

/** A school's own entries with all their versions, and the questions that were answered lately. Everything is bound to one school. */
export interface EntryStore {
  /** Counts up with every change; one cheap read, so that every process knows when its index is behind. */
  stamp(schoolId: string): Promise<number>
  /**
   * Entries that changed after this stamp, drafts and withdrawn ones included, oldest change first: some hundreds at a time, so that nobody
   * waits while thousands are read. @returns them, and the stamp up to which they are complete; null when there are no more.
   */
  changedSince(schoolId: string, stamp: number): Promise<{ readonly entries: SchoolEntry[]; readonly upTo: number | null }>
  /** All entries as they stand, by number. */
  list(schoolId: string): Promise<SchoolEntry[]>
  byNumber(schoolId: string, number: number): Promise<SchoolEntry | undefined>
  /** Published entries whose last day is one of these, as they stand. */
  ending(schoolId: string, from: SchoolDay, to: SchoolDay): Promise<SchoolEntry[]>
  /** So many days ahead the office hears that an entry of its own runs out. */
  noticeDays(schoolId: string): Promise<number>
  setNoticeDays(schoolId: string, days: number): Promise<void>
  /** All versions, oldest first; a draft may follow the one that stands. */
  versions(entry: SchoolEntry): Promise<EntryVersion[]>
  /** A new entry with its first version. */
  add(schoolId: string, content: EntryContent, saving: Saving): Promise<SchoolEntry>
  /** Keeps a wording beside the one that stands, until somebody confirms it. */
  draft(entry: SchoolEntry, content: EntryContent, saving: Saving): Promise<void>
  /** Follows an entry's versions by another, which stands from now on; the ones before stay as they were. */
  save(entry: SchoolEntry, content: EntryContent, saving: Saving): Promise<SchoolEntry>
  /** Notes what answered a question, once for everybody who words it alike. Neither who asked nor a long text is kept. */
  noteAsked(schoolId: string, asked: AskedQuestion & { readonly now: Date }): Promise<void>
  /** The latest questions: those that were answered, and those that went to the office. */
  asked(schoolId: string, limit: number): Promise<AskedQuestion[]>
}
