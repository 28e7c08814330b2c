import type { PeopleStore } from '../people/people-store.ts'
import type { Identity } from '../people/person.ts'

/** A child of somebody who writes, with the person they are to it. */
export interface OwnChild {
  readonly id: string
  readonly rosterName: string
  readonly personId: string
  readonly schoolId: string
  readonly classId: string
  readonly classCode: string
}

/** The children somebody has proved to be a guardian of, in the order of their classes' lists; each once. */
export async function ownChildren(people: PeopleStore, identity: Identity): Promise<OwnChild[]> {
  const own = new Map<string, OwnChild>()
  const guardians = identity.people.filter(({ role }) => role === 'guardian')
  for (const schoolId of new Set(guardians.map((person) => person.schoolId)))
    for (const one of await people.classes(schoolId))
      for (const { id, rosterName } of one.children) {
        const person = guardians.find(({ childIds }) => childIds.includes(id))
        if (person !== undefined)
          own.set(id, { id, rosterName, personId: person.id, schoolId, classId: one.id, classCode: one.code })
      }
  return [...own.values()]
}
