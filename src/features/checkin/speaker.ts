import type { Choice } from '../../core/message.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { Person, SchoolClass } from '../people/person.ts'
import type { RecordDeps } from './record-report.ts'

export type CheckinDeps = RecordDeps & {
  readonly people: PeopleStore
  readonly phrases: Phrases
  readonly outbox: Outbox
}

/** A class without school. */
export interface ClassDayOff {
  /** In words. */
  readonly why: string
  /** The rest of the school is open. */
  readonly isClassAlone: boolean
}

/** A teacher who writes, and what is known of her day. */
export interface Speaker {
  /** With every class she may report today: her own, those she stands in for, those that learn together with them. */
  readonly teacher: Person
  readonly language: Language
  readonly now: Date
  /** Why a class has no school today; null when it has. */
  readonly dayOffOf: (one: SchoolClass) => ClassDayOff | null
  /** Classes that learn together today, by id, the receiving class first. */
  readonly groups: readonly (readonly string[])[]
}

/** A message of a teacher. */
export interface Said {
  readonly text: string
  /** The platform's id of the message. */
  readonly messageId?: string
  readonly isEdit?: boolean
  /** The teacher has said that today is meant. */
  readonly isForToday?: boolean
  /** The teacher has chosen the classes. */
  readonly chosen?: readonly SchoolClass[]
}

/** What to say, and what can be chosen then. */
export interface CheckinReply {
  readonly text: string
  readonly choices?: readonly Choice[]
  /** Takes the place of the message whose button was tapped. */
  readonly editsTapped?: boolean
  /** The line waits for a choice: its class, or that it is meant for today. */
  readonly pendingReport?: string
}
