import type { SchoolDay } from '../../core/clock.ts'
import type { Language } from '../../core/phrases.ts'
import type { SchoolYear } from './school-year.ts'

/** Whom an event concerns. `staff` is teachers and office. */
export const audiences = ['parents', 'teachers', 'office', 'staff'] as const
export type Audience = (typeof audiences)[number]

/** The roles that read a reminder; one text each. */
export type Reader = 'parents' | 'teachers' | 'office'

/** Something of the school's year. */
export interface CalendarEvent {
  /** Stable, without spaces; part of the key of its reminder. */
  readonly id: string
  readonly schoolYear: SchoolYear
  /** The line of the built-in schedule it came from; null for the school's own. */
  readonly templateKey: string | null
  readonly title: Readonly<Record<Language, string>>
  readonly audience: readonly Audience[]
  readonly when: EventTime
  /** The day is the one of the 2020-2021 schedule and nobody at the school has approved it: readers are told that it is planned. */
  readonly tentative?: boolean
  readonly place?: string
  /** Classes it is for, as people name them; absent: the whole school. */
  readonly classes?: readonly string[]
}

export type EventTime =
  /** `time`: `HH:MM` on the school's clock, when it begins. */
  | { readonly kind: 'dated'; readonly day: SchoolDay; readonly time?: string }
  /** Some time in these months (1 to 12) of the school year. The office is asked for a day. */
  | { readonly kind: 'within'; readonly months: readonly number[] }

/** The roles behind an audience, each once, parents first. */
export function readersOf(audience: readonly Audience[]): readonly Reader[] {
  const all: readonly Reader[] = ['parents', 'teachers', 'office']
  return all.filter((reader) => audience.includes(reader) || (reader !== 'parents' && audience.includes('staff')))
}
