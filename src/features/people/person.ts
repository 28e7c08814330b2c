import type { ChatAddress } from '../../core/message.ts'
import type { Language } from '../../core/phrases.ts'
import type { Place } from '../../core/place.ts'

export const roles = ['office', 'teacher', 'guardian'] as const
export type Role = (typeof roles)[number]

/** Age groups of classes: nhà trẻ, mẫu giáo bé (3-4), nhỡ (4-5), lớn (5-6). */
export const classAges = ['nursery', '3-4', '4-5', '5'] as const
export type ClassAge = (typeof classAges)[number]

export interface School {
  readonly id: string
  readonly name: string
  readonly place: Place
  /** School clock, `HH:MM`. */
  readonly reminderTime: string
  /** School clock, `HH:MM`. */
  readonly summaryTime: string
}

export interface Child {
  readonly id: string
  /** Unique in the class, with the nickname in parentheses where there is one. */
  readonly rosterName: string
}

export interface SchoolClass {
  readonly id: string
  readonly schoolId: string
  /** How teachers type it: `A1`. */
  readonly code: string
  /** As on paper: `Mẫu giáo lớn A1`. */
  readonly name: string
  readonly age: ClassAge
  readonly children: readonly Child[]
}

/** Somebody in one role at one school. Who teaches here and has a child here is two people behind one identity. */
export interface Person {
  readonly id: string
  readonly schoolId: string
  readonly role: Role
  /** Staff only: guardians are not asked for a name. */
  readonly name: string | null
  /** Classes taught; empty for the office and for guardians. */
  readonly classIds: readonly string[]
  readonly childIds: readonly string[]
}

/** One private chat with one bot or Official Account, and who it has proved to be: nobody yet, or several people. */
export interface Identity {
  readonly id: string
  readonly address: ChatAddress
  readonly language: Language
  /** Whether it was told what this is, whose, and what it keeps. */
  readonly introduced: boolean
  /** Whether it asked for no messages but replies. */
  readonly stopped: boolean
  readonly wrongCodes: number
  readonly codesBlockedTill: Date | null
  /** What the conversation waits for; read it with `readSession`. */
  readonly session: unknown
  readonly people: readonly Person[]
}

/** A person and the one chat to use for them now. */
export interface Recipient {
  readonly personId: string
  readonly address: ChatAddress
  readonly language: Language
}

/**
 * The members of staff somebody is, one a school and role, office before teacher: a teacher invited once for each of two classes is still
 * one teacher.
 */
export function staffAmong(people: readonly Person[]): Person[] {
  const staff = new Map<string, Person>()
  for (const person of people.filter(({ role }) => role !== 'guardian')) {
    const key = `${person.schoolId}/${person.role}`
    const known = staff.get(key)
    staff.set(key, known === undefined ? person : { ...known, classIds: [...new Set([...known.classIds, ...person.classIds])] })
  }
  return [...staff.values()].sort((one, other) => Number(other.role === 'office') - Number(one.role === 'office'))
}
