import type { SchoolDay } from '../../core/clock.ts'
import type { AnnouncedChild } from '../checkin/announced.ts'
import type { SchoolClass } from '../people/person.ts'
import type { AbsenceStore } from './absence-store.ts'

/** Whom the families of a class announced for a day, in the order of the class's list: what a check-in is read against. */
export function announcedIn(absences: AbsenceStore) {
  return async (one: SchoolClass, day: SchoolDay): Promise<AnnouncedChild[]> => {
    const announced = await absences.ofDay(one.schoolId, day)
    return one.children.flatMap(({ id, rosterName }) => {
      const found = announced.find(({ childId }) => childId === id)
      if (found === undefined) return []
      const { kind, reason, symptoms, lateAt } = found
      return [{ name: rosterName, kind, reason, symptoms, lateAt }]
    })
  }
}
