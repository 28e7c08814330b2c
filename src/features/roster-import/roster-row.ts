import type { SchoolDay } from '../../core/clock.ts'
import type { Sex } from '../growth/growth-standards.ts'

/** Where a row stands in the file, as the office's own program counts it. */
export interface Place {
  readonly sheet?: string
  readonly line: number
}

/** What of a row could not be used, though the child can be taken without it. */
export const rowNotes = ['bad_birth_date', 'year_only', 'odd_age', 'unknown_sex', 'bad_phone', 'mended_phone'] as const
export type RowNote = (typeof rowNotes)[number]

/** One child as the file has it. */
export interface RosterRow extends Place {
  /** Without the nickname, tidied: `Nguyễn Bảo An`. */
  readonly name: string
  readonly nickname?: string
  /** As written: `Lớp A1`, `Mẫu giáo lớn A1`. */
  readonly classLabel: string
  readonly birthDate?: SchoolDay
  readonly sex?: Sex
  /** With its leading zero. */
  readonly phone?: string
  readonly notes: readonly RowNote[]
}

/**
 * Why a row is not taken.
 * - `formula`, `odd_name`, `one_word`: the name is an order to a program, holds signs no name has, or is a single word
 * - `no_number`: a name alone, without the running number and the figures that the other rows have
 * - `no_class`, `unknown_class`, `closed_class`: no class in sight; one that the school does not have and whose age nothing tells; one no longer held
 * - `twice`, `same_name`: the same child again; two children of one class who are written alike
 * - `other_birth_date`, `maybe_moved`, `alike`: nearly a child of the school, and only a person can tell
 */
export const doubtKinds = [
  'formula',
  'odd_name',
  'one_word',
  'no_number',
  'no_class',
  'unknown_class',
  'closed_class',
  'twice',
  'same_name',
  'other_birth_date',
  'maybe_moved',
  'alike',
] as const
export type DoubtKind = (typeof doubtKinds)[number]

/** A row that is not taken. */
export interface RosterDoubt extends Place {
  readonly why: DoubtKind
  /** What the row says, cut short. */
  readonly text: string
  /** What it was compared with: the other line, or the child of the school. */
  readonly other?: string
}

/** A file as it was understood, before anybody looks at the school. */
export interface RosterReading {
  readonly rows: readonly RosterRow[]
  readonly doubts: readonly RosterDoubt[]
  /** Heads of columns that the assistant does not need and does not read. */
  readonly ignored: readonly string[]
}

/** How a class's list writes a child. */
export function rosterNameOf({ name, nickname }: Pick<RosterRow, 'name' | 'nickname'>): string {
  return nickname === undefined ? name : `${name} (${nickname})`
}

/** The same for a child who is on the list: a nickname that the row leaves out stays. */
export function listedName(row: Pick<RosterRow, 'name' | 'nickname'>, before = ''): string {
  const nickname = row.nickname ?? /\(([^)]*)\)$/.exec(before)?.[1]
  return rosterNameOf({ name: row.name, ...(nickname === undefined ? {} : { nickname }) })
}
