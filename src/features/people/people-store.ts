import type { SchoolDay } from '../../core/clock.ts'
import type { ChannelName, ChatAddress } from '../../core/message.ts'
import type { Language } from '../../core/phrases.ts'
import type { Identity, Person, Recipient, Role, School, SchoolClass } from './person.ts'

/** What of an identity may change in a conversation. `null` clears. */
export interface IdentityChange {
  readonly introducedAt?: Date
  readonly stoppedAt?: Date | null
  readonly language?: Language
  readonly wrongCodes?: number
  readonly codesBlockedTill?: Date | null
  readonly session?: unknown
}

/** A code as it was found by its hash. */
export interface Invite {
  readonly id: string
  readonly schoolId: string
  readonly purpose:
    | { readonly kind: 'staff'; readonly personId: string }
    | { readonly kind: 'guardian'; readonly childId: string }
  readonly expiresAt: Date
  readonly used: boolean
}

export interface NewInvite {
  readonly id: string
  readonly schoolId: string
  readonly codeHash: string
  readonly purpose: Invite['purpose']
  readonly createdAt: Date
  readonly expiresAt: Date
}

/** Whom a notice of a school is for: a role, and for teachers and guardians perhaps only those of some classes. */
export interface Audience {
  readonly schoolId: string
  readonly role: Role
  readonly classIds?: readonly string[]
  /** Teachers of these classes as they are minded on that day: whoever stands in first, and those of a class they learn together with. */
  readonly day?: SchoolDay
  /** Guardians of these children only. */
  readonly childIds?: readonly string[]
}

export interface RecipientOptions {
  readonly evenIfStopped?: boolean
  /** A channel that cannot be used now: the chat they used last on another. */
  readonly notOn?: ChannelName
}

/** People, classes and the chats they are reached in. All but `meet` and `schools` is bound to one school. */
export interface PeopleStore {
  /** The identity behind an address, made on first sight; notes the interaction and that the door is open again. */
  meet(address: ChatAddress, now: Date): Promise<Identity>
  /** The identity behind an address, if anybody ever wrote there. */
  known(address: ChatAddress): Promise<Identity | undefined>
  /** Blocked, unfollowed: nothing is sent there until they write again. */
  markLeft(address: ChatAddress, now: Date): Promise<void>
  change(identityId: string, change: IdentityChange): Promise<void>
  schools(): Promise<School[]>
  school(schoolId: string): Promise<School>
  person(schoolId: string, personId: string): Promise<Person | undefined>
  /** Active classes by code, without their children: for whoever only has to know which class a line names. */
  classNames(schoolId: string): Promise<Omit<SchoolClass, 'children'>[]>
  /** Active classes by code, with their active children by name. */
  classes(schoolId: string, classIds?: readonly string[]): Promise<SchoolClass[]>
  /**
   * Who can be told something now, each person once, in the chat they used last. People who left or asked for silence are
   * not among them, unless the message is one they must have (`evenIfStopped`).
   */
  recipients(audience: Audience, options?: RecipientOptions): Promise<Recipient[]>
  findInvite(codeHash: string): Promise<Invite | undefined>
  addInvite(invite: NewInvite): Promise<void>
  /** Marks it used, unless somebody was faster: then false. */
  useInvite(invite: Invite, now: Date): Promise<boolean>
  /** Makes a guardian of the child, without a name. */
  addGuardian(person: {
    readonly id: string
    readonly schoolId: string
    readonly childId: string
    readonly now: Date
  }): Promise<void>
  link(link: {
    readonly identityId: string
    readonly personId: string
    readonly schoolId: string
    readonly now: Date
  }): Promise<void>
}
