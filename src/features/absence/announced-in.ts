import type { SchoolDay } from '../../core/clock.ts'
import type { AnnouncedChild } from '../checkin/announced.ts'
import type { SchoolClass } from '../people/person.ts'
import type { AbsenceStore } from './absence-store.ts'

/** Whom the families of a class announced for a day, in the order of the class's list: what a check-in is read against. */
export function announcedIn(absences: AbsenceStore) {
  return async (one: SchoolClass, day: SchoolDay): Promise<AnnouncedChild[]> => {
    const early = await absences.earlyOn(one.schoolId, day)
    const announced = [...(await absences.ofDay(one.schoolId, day)), ...early]
    return one.children.flatMap(({ id, rosterName }) =>
      announced
        .filter(({ childId }) => childId === id)
        .map(({ kind, reason, symptoms, lateAt }) => ({ name: rosterName, kind, reason, symptoms, lateAt })),
    )
  }
}
