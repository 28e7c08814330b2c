import type { ChatAddress } from '../../core/message.ts'
import type { Language } from '../../core/phrases.ts'
import type { Role, SchoolClass } from '../people/person.ts'
import type { Preference } from '../preferences/preference.ts'

/** One chat of a school and whom it reaches. */
export interface Addressee {
  readonly identityId: string
  readonly address: ChatAddress
  readonly language: Language
  /** Blocked, unfollowed. */
  readonly left: boolean
  /** Asked for silence. */
  readonly stopped: boolean
  readonly lastInteractedAt: Date
  readonly preference: Preference
  readonly people: readonly AddressedPerson[]
}

export interface AddressedPerson {
  readonly personId: string
  readonly role: Role
  /** Staff only. */
  readonly name: string | null
  /** Classes taught. */
  readonly classIds: readonly string[]
  /** Those who are still there. */
  readonly children: readonly AddressedChild[]
  /** Whether this is the open chat they used last: of all, and of those on its channel. */
  readonly usual: { readonly ofAll: boolean; readonly ofChannel: boolean }
}

export interface AddressedChild {
  readonly id: string
  readonly name: string
  readonly classId: string
}

/** A member of the staff, linked or not. */
export interface StaffMember {
  readonly personId: string
  readonly role: Role
  readonly name: string
  readonly classIds: readonly string[]
}

export type ClassName = Pick<SchoolClass, 'id' | 'code' | 'age'>

/** The chats of a school, in pages, so that a large school fits into memory. */
export interface AddresseeStore {
  /** The next chats after this identity, by its id, closed ones included. `next`: there may be more after it. */
  page(
    schoolId: string,
    after: string | undefined,
    limit: number,
  ): Promise<{ readonly chats: readonly Addressee[]; readonly next?: string }>
  staff(schoolId: string): Promise<StaffMember[]>
  /** Active classes by code, without their children: a school may have very many. */
  classes(schoolId: string): Promise<ClassName[]>
}
