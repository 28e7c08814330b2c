import { instantOf, type SchoolDay } from '../../core/clock.ts'
import type { Ids } from '../../core/ids.ts'
import type { Choice } from '../../core/message.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import type { OwnChild } from '../absence/own-children.ts'
import { dayWords } from '../absence/wording.ts'
import type { CalendarStore } from '../calendar/calendar-store.ts'
import { shortName } from '../checkin/wording.ts'
import { isWithin } from '../hours/hours.ts'
import type { HoursStore } from '../hours/hours-store.ts'
import type { OfficeDeps } from '../office/questions.ts'
import type { Offers } from '../outbox/offers.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { Identity } from '../people/person.ts'
import type { PickupStore } from './pickup-store.ts'

export interface PickupDeps {
  readonly pickups: PickupStore
  readonly people: PeopleStore
  readonly calendar: CalendarStore
  readonly questions: OfficeDeps['questions']
  readonly hours: HoursStore
  readonly outbox: Outbox
  readonly offers: Offers
  readonly phrases: Phrases
  readonly ids: Ids
}

/** What telling people of a change needs. */
export type CardDeps = Omit<PickupDeps, 'ids' | 'questions' | 'calendar'>

/** A linked guardian who writes, and their children. */
export interface Family {
  readonly identity: Identity
  readonly children: readonly OwnChild[]
  readonly now: Date
  /** Of the message: one cause, one message a reader. */
  readonly eventId: string
}

/** What is said back. */
export interface PickupReply {
  readonly text: string
  readonly choices?: readonly Choice[]
  /** Takes the place of the message whose button was tapped. */
  readonly editsTapped?: boolean
  /** Adults whose photo is shown before the text. */
  readonly photos?: readonly { readonly id: string; readonly caption: string }[]
  /** What the next message may answer; its own form, see `readDraft` and `readPhotoWish`. */
  readonly pending?: unknown
}

/** From then on a day's change is gone, and "đón" without a day means the next school day. School clock. */
export const eveningFrom = '20:00'

/** Whether nobody of the school is to be written to now. */
export async function isNight({ hours }: Pick<PickupDeps, 'hours'>, schoolId: string, now: Date): Promise<boolean> {
  return isWithin(now, (await hours.of(schoolId)).quiet)
}

/** Whether what was asked for a day can still happen. */
export function isOver(day: SchoolDay, now: Date): boolean {
  return now >= instantOf(day, eveningFrom)
}

export function namesOf(children: readonly { readonly rosterName: string }[]): string {
  return children.map(({ rosterName }) => shortName(rosterName)).join(', ')
}

export function classesOf(children: readonly OwnChild[]): string {
  return [...new Set(children.map(({ classCode }) => classCode))].join(', ')
}

export function whenWords(phrases: Phrases, language: Language, { day, today }: { day: SchoolDay; today: SchoolDay }): string {
  return dayWords({ phrases, language }, day, today)
}
