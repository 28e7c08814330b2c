import type { SchoolDay } from '../../core/clock.ts'
import type { Language } from '../../core/phrases.ts'
import type { ClassAge } from '../people/person.ts'
import type { SchoolYear } from './school-year.ts'

/** Whom an event concerns. `staff` is teachers and office. */
export const audiences = ['parents', 'teachers', 'office', 'staff'] as const
export type Audience = (typeof audiences)[number]

/** The roles that read a reminder; one text each. */
export type Reader = 'parents' | 'teachers' | 'office'

/** Where an event came from: the built-in schedule, a rule, a file, a pasted text, or the office's own line. */
export const eventSources = ['template', 'rule', 'file', 'paste', 'office'] as const
export type EventSource = (typeof eventSources)[number]

/** Something of the school's year. */
export interface CalendarEvent {
  /** Stable, without spaces; part of the key of its reminder. */
  readonly id: string
  readonly schoolYear: SchoolYear
  /** The line of the built-in schedule it came from; null for the school's own. */
  readonly templateKey: string | null
  readonly source: EventSource
  /** Its name where it came from, by which a second import knows it again. */
  readonly sourceKey?: string
  readonly title: Readonly<Record<Language, string>>
  readonly audience: readonly Audience[]
  readonly when: EventTime
  /** The office dated, imported or approved it. What comes from the built-in schedule is not, until then. */
  readonly approved: boolean
  /** Not approved, and its day is that of another school year, the 2020-2021 of the schedule or of a file: readers are told that it is planned. */
  readonly tentative?: boolean
  readonly place?: string
  /** Ids of the classes it is for. With `ageGroups` absent or empty, too: the whole school. */
  readonly classIds?: readonly string[]
  readonly ageGroups?: readonly ClassAge[]
}

export type EventTime =
  /** `time`, `endTime`: `HH:MM` on the school's clock. `lastDay`: of an event of several days, included. */
  | {
      readonly kind: 'dated'
      readonly day: SchoolDay
      readonly lastDay?: SchoolDay
      readonly time?: string
      readonly endTime?: string
    }
  /** Some time in these months (1 to 12) of the school year. The office is asked for a day. */
  | { readonly kind: 'within'; readonly months: readonly number[] }

/** The classes an event is for, out of a school's; undefined: the whole school. */
export function classesOf<C extends { readonly id: string; readonly age: ClassAge }>(
  { classIds = [], ageGroups = [] }: Pick<CalendarEvent, 'classIds' | 'ageGroups'>,
  classes: readonly C[],
): C[] | undefined {
  if (classIds.length + ageGroups.length === 0) return undefined
  return classes.filter(({ id, age }) => classIds.includes(id) || ageGroups.includes(age))
}

/** The roles behind an audience, each once, parents first. */
export function readersOf(audience: readonly Audience[]): readonly Reader[] {
  const all: readonly Reader[] = ['parents', 'teachers', 'office']
  return all.filter((reader) => audience.includes(reader) || (reader !== 'parents' && audience.includes('staff')))
}
