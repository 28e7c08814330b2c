import type { Phrases } from '../../core/phrases.ts'
import { schoolOf } from '../office/questions.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { Identity } from '../people/person.ts'

/** What this is, whose, what it keeps, how to reach a person, how to stop: three lines for whoever comes for the first time. */
export async function introduction(phrases: Phrases, people: PeopleStore, identity: Identity): Promise<string> {
  const schoolId = await schoolOf(people, identity)
  const school =
    schoolId === undefined ? phrases.text(identity.language, 'inbound.intro_no_school') : (await people.school(schoolId)).name
  return phrases.text(identity.language, 'inbound.intro', { school })
}
