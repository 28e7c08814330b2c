import type { SchoolDay } from '../../core/clock.ts'

/** An adult who may collect a child on any day, named by one of its guardians. */
export interface Collector {
  readonly id: string
  readonly schoolId: string
  readonly childId: string
  /** Shared by the children one message was about. */
  readonly askId: string
  /** As typed: `bà ngoại Lan`. */
  readonly name: string
  /** Last digits of a telephone number, if one was given. */
  readonly phoneEnd: string | null
  /** The guardian who named them. */
  readonly addedBy: string
}

/** Another adult collects a child on one day. */
export interface PickupChange {
  readonly id: string
  readonly schoolId: string
  readonly childId: string
  /** Shared by the children one message was about. */
  readonly askId: string
  readonly day: SchoolDay
  readonly adult: string
  readonly collectorId: string | null
  /** The guardian who asked. */
  readonly personId: string
  /** As typed. */
  readonly text: string
  readonly askedAt: Date
  readonly confirmedAt: Date | null
  readonly cardAt: Date | null
  readonly ending: ChangeEnding | null
  readonly endedBy: string | null
  readonly endedAt: Date | null
}

/** `dropped`: not confirmed after all. `replaced`: another change of the same day was confirmed later. */
export type ChangeEnding = 'dropped' | 'withdrawn' | 'replaced'

/** A child given to an adult. */
export interface Handover {
  readonly id: string
  readonly schoolId: string
  readonly childId: string
  readonly day: SchoolDay
  readonly adult: string
  readonly changeId: string | null
  readonly collectorId: string | null
  /** The member of staff who tapped. */
  readonly personId: string
  readonly at: Date
}
