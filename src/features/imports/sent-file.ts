import type { SchoolDay } from '../../core/clock.ts'
import type { RowNote, RowProblem } from './row.ts'

/** A cell of a table: text as written, or a day where the file has a real one. */
export type Cell = string | number | boolean | { readonly day: SchoolDay; readonly time?: string } | null

export interface TableRow {
  /** Only where the file has several sheets. */
  readonly sheet?: string
  /** As the office's own program counts it, from 1. */
  readonly line: number
  readonly cells: readonly Cell[]
}

/** One occurrence of an entry of an iCalendar file, on the school's clock. */
export interface IcsOccurrence {
  readonly line: number
  readonly uid?: string
  /** Present for one of a series: the day that the series gives it. */
  readonly turn?: SchoolDay
  readonly title: string
  readonly day: SchoolDay
  /** Included. */
  readonly lastDay?: SchoolDay
  readonly time?: string
  readonly endTime?: string
  readonly place?: string
  /** Our own marks, for whom it is; absent in the files of others. */
  readonly audience?: string
  readonly parts?: string
  /** Our own mark: `closed` or `open`, with the reason as title. */
  readonly dayOff?: string
  readonly notes: readonly RowNote[]
}

/**
 * Why a file is not read at all.
 * - `empty`, `damaged`: nothing in it; not what it begins as
 * - `too_large`: more bytes or cells than a year's calendar can have
 * - `too_slow`: gave no end in the time it has
 * - `encoding`: letters that fit no Vietnamese encoding
 * - the others: a kind of file that no calendar comes in, whatever its name says
 */
export type Unreadable =
  | 'empty'
  | 'damaged'
  | 'too_large'
  | 'too_slow'
  | 'encoding'
  | 'zip'
  | 'word'
  | 'old_excel'
  | 'pdf'
  | 'picture'
  | 'other'

/** What a file holds, before anybody asks what it means. */
export type SentFile =
  | { readonly kind: 'table'; readonly source: 'xlsx' | 'csv'; readonly rows: readonly TableRow[] }
  | {
      readonly kind: 'ics'
      readonly occurrences: readonly IcsOccurrence[]
      readonly problems: readonly RowProblem[]
      /** How many entries lie wholly outside the days asked for. */
      readonly outside: number
    }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly why: Unreadable }

/** The days that an import may touch. */
export interface ImportWindow {
  readonly from: SchoolDay
  /** Included. */
  readonly to: SchoolDay
  /** Where a series without an end of its own is cut: the end of the school year. */
  readonly seriesTo: SchoolDay
}

/** Reads a file's bytes, in bounded time and memory. Never throws. */
export type ReadSentFile = (
  file: { readonly name: string; readonly bytes: Uint8Array },
  window: ImportWindow,
) => Promise<SentFile>

/** The most bytes that are taken: an iCalendar file of ten megabytes has some 30,000 entries. */
export const mostBytes = 12 * 1024 * 1024
