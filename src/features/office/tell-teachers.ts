import { schoolDayOf } from '../../core/clock.ts'
import type { Phrases } from '../../core/phrases.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { Identity } from '../people/person.ts'

/**
 * Shows what a guardian wrote to the teachers of the guardian's children, each class once. Somebody who has not proved to be a guardian
 * reaches no teacher: the office reads it alone. @returns how many were told
 */
export async function tellTeachers(
  { people, outbox, phrases }: { people: PeopleStore; outbox: Outbox; phrases: Phrases },
  { identity, text, eventId, now }: { identity: Identity; text: string; eventId: string; now: Date },
): Promise<number> {
  const told = new Set<string>()
  for (const { schoolId, childIds, id } of identity.people.filter(({ role }) => role === 'guardian')) {
    for (const one of await people.classes(schoolId)) {
      const children = one.children.filter((child) => childIds.includes(child.id)).map(({ rosterName }) => rosterName)
      if (children.length === 0) continue
      for (const { address, language, personId } of await people.recipients(
        { schoolId, role: 'teacher', classIds: [one.id], day: schoolDayOf(now) },
        { evenIfStopped: true },
      )) {
        const shown = phrases.text(language, 'office.from_guardian', { children: children.join(', '), class: one.code, text })
        await outbox.add(
          { to: address, key: `guardian/${id}/${eventId}/${personId}`, kind: 'notice', schoolId, text: shown },
          now,
        )
        told.add(personId)
      }
    }
  }
  return told.size
}
