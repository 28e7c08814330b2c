import type { SchoolDay } from '../../core/clock.ts'
import type { Audience, EventTime } from '../calendar/event.ts'
import type { SchoolPart } from '../calendar/school-day.ts'
import type { ClassAge } from '../people/person.ts'

/** Where in what was sent something stands. */
export interface Place {
  readonly sheet?: string
  /** Counted from 1. */
  readonly line: number
}

/**
 * Why a line is not taken.
 * - `no_title`, `no_day`, `no_month`: what is missing
 * - `no_such_day`: 30/2, 5/25
 * - `which_day`: its cell is no day that we can read
 * - `weekday_differs`: "thứ Sáu 5/9" when that is a Saturday
 * - `backwards`: ends before it begins
 * - `too_far`: not in last, this or next school year
 * - `too_long`: more than 120 days
 * - `no_such_class`: names a class that the school does not have
 * - `twice`: the same line stands above
 * - `not_a_line`: text that is neither a month nor a dash line
 * - `formula`: a formula without a value
 * - `damaged`: an entry of an iCalendar file that is none
 * - `too_often`: a series that comes more often than daily, or never ends up in the days asked for
 * - `too_many`: beyond the lines taken at once
 */
export const problemKinds = [
  'no_title',
  'no_day',
  'no_month',
  'no_such_day',
  'which_day',
  'weekday_differs',
  'backwards',
  'too_far',
  'too_long',
  'no_such_class',
  'twice',
  'not_a_line',
  'formula',
  'damaged',
  'too_often',
  'too_many',
] as const
export type ProblemKind = (typeof problemKinds)[number]

/** A line that is not taken. `text`: the words it is about, shortened. */
export interface RowProblem extends Place {
  readonly why: ProblemKind
  readonly text: string
}

/**
 * What the office should know of a line that is taken.
 * - `unknown_zone`: its time zone is none we know: its hours are taken as Vietnam's
 * - `year_mended`: the heading's year does not fit those around it
 */
export type RowNote = 'unknown_zone' | 'year_mended'

/** An event as a line says it; what is absent the line says nothing of. */
export interface EventDraft {
  readonly kind: 'event'
  /** Its name in the file, by which a second import knows it again. */
  readonly sourceKey?: string
  /** The id of our own event, when the line comes from our own feed. */
  readonly ownId?: string
  readonly title: string
  readonly when: EventTime
  /** `2026-2027`; for a line without a day the year that its month belongs to. */
  readonly schoolYear: string
  readonly place?: string
  readonly audience?: readonly Audience[]
  readonly classIds?: readonly string[]
  readonly ageGroups?: readonly ClassAge[]
  /** Its day is that of another year: planned, until the office approves it. */
  readonly moved?: boolean
}

/** Days off, or a day of lessons on a day off, as a line says it. */
export interface ClosureDraft {
  readonly kind: 'closure'
  readonly day: SchoolDay
  readonly lastDay?: SchoolDay
  readonly open: boolean
  readonly reason: string
  readonly only?: SchoolPart
}

export interface ImportRow extends Place {
  readonly what: EventDraft | ClosureDraft
  readonly notes?: readonly RowNote[]
}

/** Everything that was understood of what was sent, and everything that was not. */
export interface Reading {
  readonly rows: readonly ImportRow[]
  readonly problems: readonly RowProblem[]
  /** Entries in other years than those asked for: told as a number. */
  readonly outside?: number
}

/** The most lines that are taken at once. */
export const mostRows = 2_000

/** The first words of a line, for the list of what was not understood. */
export function shortened(text: string, length = 50): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= length ? line : `${line.slice(0, length - 1).trimEnd()}…`
}
