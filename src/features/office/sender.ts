import type { Language, Phrases } from '../../core/phrases.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { Identity } from '../people/person.ts'

/**
 * Who wrote, as the office of a school may know it: whose guardian, which teacher; somebody who has proved nothing is nobody, whatever name the
 * platform shows.
 */
export async function senderWords(
  { people, phrases }: { people: PeopleStore; phrases: Phrases },
  { identity, schoolId, language }: { identity: Identity; schoolId: string; language: Language },
): Promise<string> {
  const own = identity.people.filter((person) => person.schoolId === schoolId)
  const staff = own.find(({ role }) => role !== 'guardian')
  if (staff !== undefined) return staff.name ?? phrases.text(language, 'office.sender_staff')
  const childIds = own.flatMap((person) => person.childIds)
  if (childIds.length === 0) return phrases.text(language, 'office.sender_stranger')
  const classes = await people.classes(schoolId)
  const children = classes.flatMap((one) =>
    one.children.filter(({ id }) => childIds.includes(id)).map(({ rosterName }) => `${rosterName} (${one.code})`),
  )
  return phrases.text(language, 'office.sender_guardian', { children: children.join(', ') })
}
