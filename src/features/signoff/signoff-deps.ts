import type { Ids } from '../../core/ids.ts'
import type { Choice } from '../../core/message.ts'
import type { Phrases } from '../../core/phrases.ts'
import type { OwnChild } from '../absence/own-children.ts'
import type { CalendarStore } from '../calendar/calendar-store.ts'
import type { CheckinStore } from '../checkin/checkin-store.ts'
import type { HoursStore } from '../hours/hours-store.ts'
import type { Offers } from '../outbox/offers.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { Child, Identity, SchoolClass } from '../people/person.ts'
import type { SignoffStore } from './signoff-store.ts'

export interface SignoffDeps {
  readonly signoffs: SignoffStore
  readonly people: PeopleStore
  readonly checkins: CheckinStore
  readonly calendar: CalendarStore
  readonly hours: HoursStore
  readonly outbox: Outbox
  readonly offers: Offers
  readonly phrases: Phrases
  readonly ids: Ids
}

/** A linked guardian who writes, and their children. */
export interface Family {
  readonly identity: Identity
  readonly children: readonly OwnChild[]
  readonly now: Date
}

/** A child and its class. */
export interface Known {
  readonly one: SchoolClass
  readonly child: Child
}

/** What is said back. */
export interface SignoffReply {
  readonly text: string
  readonly choices?: readonly Choice[]
  /** Takes the place of the message whose button was tapped. */
  readonly editsTapped?: boolean
  /** Words whose child is still asked for; the sign-off's own form. */
  readonly pending?: unknown
}

/** A child of a school by its id; undefined once it has left. */
export function findChild(classes: readonly SchoolClass[], childId: string): Known | undefined {
  for (const one of classes) {
    const child = one.children.find(({ id }) => id === childId)
    if (child !== undefined) return { one, child }
  }
  return undefined
}
