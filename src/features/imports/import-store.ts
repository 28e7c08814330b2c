import type { SchoolDay } from '../../core/clock.ts'
import type { CalendarEvent } from '../calendar/event.ts'
import type { Closure, SchoolPart } from '../calendar/school-day.ts'
import type { Reading } from './row.ts'
import type { TableRow } from './sent-file.ts'

export const importSources = ['ics', 'xlsx', 'csv', 'text'] as const
export type ImportSource = (typeof importSources)[number]

/** What was sent, kept until it is taken: a text or table is read again for another choice of years. */
export type ImportContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly TableRow[] }
  | { readonly kind: 'reading'; readonly reading: Reading }

/** A day of a part of the school, and what the school had said of it; null: nothing. */
export interface ClosureBefore {
  readonly day: SchoolDay
  readonly only?: SchoolPart
  readonly was: Pick<Closure, 'open' | 'reason'> | null
  readonly became: Pick<Closure, 'open' | 'reason'>
}

/** What taking an import did, so that it can be undone as a whole. */
export interface Taken {
  readonly created: readonly CalendarEvent[]
  readonly changed: readonly { readonly before: CalendarEvent; readonly after: CalendarEvent }[]
  readonly closures: readonly ClosureBefore[]
}

export interface CalendarImport {
  readonly id: string
  readonly schoolId: string
  /** Null: the command line. */
  readonly personId: string | null
  readonly source: ImportSource
  readonly fileName?: string
  readonly state: 'shown' | 'taken' | 'undone' | 'dropped'
  readonly content: ImportContent
  readonly taken?: Taken
  readonly createdAt: Date
  readonly takenAt?: Date
}

/** Imports, and the events that they write. Every call is bound to one school. */
export interface ImportStore {
  add(one: CalendarImport): Promise<void>
  find(schoolId: string, id: string): Promise<CalendarImport | undefined>
  /** The one that was taken last and still stands. */
  lastTaken(schoolId: string): Promise<CalendarImport | undefined>
  /** Claims the step from one state to the next. @returns false when it is in another state already */
  step(
    schoolId: string,
    id: string,
    step: {
      readonly from: CalendarImport['state']
      readonly to: CalendarImport['state']
      readonly now: Date
      readonly taken?: Taken
    },
  ): Promise<boolean>
  addEvents(schoolId: string, events: readonly CalendarEvent[]): Promise<void>
  changeEvent(schoolId: string, event: CalendarEvent): Promise<void>
  removeEvents(schoolId: string, ids: readonly string[]): Promise<void>
  /** Those that still exist. */
  eventsById(schoolId: string, ids: readonly string[]): Promise<CalendarEvent[]>
}
