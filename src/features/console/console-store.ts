import type { Choice } from '../../core/message.ts'
import type { Language } from '../../core/phrases.ts'
import type { Person } from '../people/person.ts'

/** A code for one use that opens the console, as it was found by its hash. */
export interface Ticket {
  readonly id: string
  readonly schoolId: string
  readonly identityId: string
  readonly personId: string
  readonly expiresAt: Date
  readonly used: boolean
}

export interface NewTicket extends Omit<Ticket, 'used'> {
  readonly codeHash: string
  readonly createdAt: Date
}

/** What the next page says of what was just done. */
export interface Told {
  /** `done`: as wished. `refused`: nothing was changed, and why. */
  readonly kind: 'done' | 'refused'
  readonly text: string
  /** What can be chosen now, sent to `action`. */
  readonly choices?: readonly Choice[]
  readonly action?: string
}

/** A browser in which somebody of the office is signed in. */
export interface ConsoleSession {
  readonly id: string
  readonly schoolId: string
  readonly identityId: string
  readonly personId: string
  readonly language: Language
  /** As the browser names itself, in short. */
  readonly browser: string
  readonly createdAt: Date
  readonly seenAt: Date
  readonly endsAt: Date
}

export interface NewSession extends ConsoleSession {
  readonly tokenHash: string
}

/** Sign-ins and sessions of the console. A session stands for a chat and who of the office it is; both are looked up anew each time. */
export interface ConsoleStore {
  /** Keeps a ticket; the chat's earlier ones end. */
  addTicket(ticket: NewTicket): Promise<void>
  findTicket(codeHash: string): Promise<Ticket | undefined>
  /** @returns false when somebody was faster. */
  useTicket(ticket: Ticket, now: Date): Promise<boolean>
  open(session: NewSession): Promise<void>
  /** One that has not ended, whatever its time. */
  find(tokenHash: string): Promise<ConsoleSession | undefined>
  change(
    session: ConsoleSession,
    change: {
      readonly seenAt?: Date
      readonly endedAt?: Date
      readonly language?: Language
      readonly schoolId?: string
      readonly personId?: string
    },
  ): Promise<void>
  tell(session: ConsoleSession, told: Told): Promise<void>
  /** What there is to tell, once. */
  takeTold(session: ConsoleSession): Promise<Told | undefined>
  /** The chat's sessions that have not ended, newest use first. */
  sessionsOf(identityId: string, now: Date): Promise<ConsoleSession[]>
  /** Whom of the office the chat is now, one a school. */
  officeOf(identityId: string): Promise<Person[]>
}
