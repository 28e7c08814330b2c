import type { SchoolDay } from '../../core/clock.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { AlertStore } from './alert-store.ts'
import { summaryLine } from './wording.ts'

type Deps = {
  readonly alerts: Pick<AlertStore, 'standing'>
  readonly people: Pick<PeopleStore, 'classes'>
  readonly phrases: Phrases
}

/** What stands in a school on a day, one line a class and matter, in the order of the classes; counts only, for the summary and the console. */
export async function alertLines(
  { alerts, people, phrases }: Deps,
  { schoolId, day, language }: { schoolId: string; day: SchoolDay; language: Language },
): Promise<string[]> {
  const standing = await alerts.standing(schoolId, day)
  if (standing.length === 0) return []
  return (await people.classes(schoolId)).flatMap(({ id, code }) => {
    const matters = Map.groupBy(
      standing.filter(({ classId }) => classId === id),
      ({ figures, subject }) => `${figures.kind}/${subject}`,
    )
    return [...matters.values()].map((same) =>
      summaryLine({ phrases, language }, { ...same[0]!, code, day, count: new Set(same.map(({ childId }) => childId)).size }),
    )
  })
}
