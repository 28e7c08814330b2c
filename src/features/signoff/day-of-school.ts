import type { SchoolDay } from '../../core/clock.ts'
import type { Checkin } from '../checkin/checkin-store.ts'
import type { SchoolClass } from '../people/person.ts'
import type { SignoffDeps } from './signoff-deps.ts'
import type { DayNote } from './signoff-store.ts'

/** What is known of one day of a school, read once for all its children. */
export interface DayOfSchool {
  readonly classes: readonly SchoolClass[]
  /** By class. */
  readonly reports: ReadonlyMap<string, Checkin>
  readonly notes: readonly DayNote[]
  /** Names of the staff who wrote notes, by id. */
  readonly names: ReadonlyMap<string, string>
}

export async function readDay(
  { people, checkins, signoffs }: Pick<SignoffDeps, 'people' | 'checkins' | 'signoffs'>,
  schoolId: string,
  day: SchoolDay,
): Promise<DayOfSchool> {
  const notes = await signoffs.dayNotes(schoolId, day)
  return {
    classes: await people.classes(schoolId),
    reports: new Map((await checkins.ofDay(schoolId, day)).map((checkin) => [checkin.classId, checkin])),
    notes,
    names: await namesOfStaff(
      people,
      schoolId,
      notes.map(({ personId }) => personId),
    ),
  }
}

/** What staff are called, by id; who has no name is left out. */
export async function namesOfStaff(
  people: SignoffDeps['people'],
  schoolId: string,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (const id of new Set(ids)) {
    const name = id === null ? null : (await people.person(schoolId, id))?.name
    if (id !== null && name) names.set(id, name)
  }
  return names
}
