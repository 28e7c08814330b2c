import type { SchoolDay } from '../../core/clock.ts'
import type { SentFile } from '../imports/sent-file.ts'
import { readRoster } from './read-roster.ts'
import type { RosterImport } from './roster-import-store.ts'
import type { RosterReading } from './roster-row.ts'

/** The most rows of one list: a ward's schools together. */
export const mostRosterRows = 60_000

export type UnderstoodRoster =
  | { readonly kind: 'understood'; readonly reading: RosterReading }
  | { readonly kind: 'unreadable'; readonly why: NonNullable<RosterImport['why']> }

/** What a file holds, as a list of children. @param only the class of rows that name none */
export function understandRoster(file: SentFile, { today, only }: { today: SchoolDay; only?: string }): UnderstoodRoster {
  if (file.kind === 'unreadable') return file
  if (file.kind !== 'table') return { kind: 'unreadable', why: file.kind === 'text' ? 'no_names' : 'other' }
  const reading = readRoster(file.rows, { today, ...(only === undefined ? {} : { only }) })
  return reading === undefined ? { kind: 'unreadable', why: 'no_names' } : { kind: 'understood', reading }
}
