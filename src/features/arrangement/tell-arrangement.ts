import { schoolDayOf } from '../../core/clock.ts'
import type { Phrases } from '../../core/phrases.ts'
import { daysText } from '../calendar/closing-wording.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { SchoolClass } from '../people/person.ts'
import type { Arrangement } from './arrangement.ts'
import type { NamedTeacher } from './arrangement-store.ts'

type Deps = { readonly people: PeopleStore; readonly outbox: Outbox; readonly phrases: Phrases }

/**
 * Tells the teachers whom it concerns: of merged classes both classes' own, of a substitute herself and the class's own.
 * @returns whether somebody who is to report could be told: the substitute, or a teacher of the merged classes
 */
export async function tellArrangement(
  { people, outbox, phrases }: Deps,
  {
    arrangement,
    classes,
    teachers,
    isOver,
    now,
  }: {
    arrangement: Arrangement
    classes: readonly SchoolClass[]
    teachers: readonly NamedTeacher[]
    isOver: boolean
    now: Date
  },
): Promise<boolean> {
  const { schoolId, classId } = arrangement
  const own = arrangement.kind === 'merged' ? [arrangement.hostId, classId] : [classId]
  const readers = await people.recipients({ schoolId, role: 'teacher', classIds: own }, { evenIfStopped: true })
  if (arrangement.kind === 'substitute') {
    const hers = teachers.find(({ id }) => id === arrangement.personId)?.classIds ?? []
    const [herself] = (await people.recipients({ schoolId, role: 'teacher' }, { evenIfStopped: true })).filter(
      ({ personId }) => personId === arrangement.personId,
    )
    if (herself !== undefined && !hers.includes(classId)) readers.push(herself)
  }
  const code = (id: string) => classes.find((one) => one.id === id)?.code ?? ''
  for (const { address, language, personId } of readers) {
    const days = daysText(
      arrangement.days.filter((day) => day >= schoolDayOf(now)),
      { phrases, language },
    )
    const over = isOver ? 'yes' : 'no'
    const text =
      arrangement.kind === 'merged'
        ? phrases.text(language, 'arrangement.tell_merged', {
            guest: code(classId),
            host: code(arrangement.hostId),
            days,
            over,
            total: classes.filter(({ id }) => own.includes(id)).reduce((sum, { children }) => sum + children.length, 0),
          })
        : phrases.text(language, 'arrangement.tell_substitute', {
            teacher: teachers.find(({ id }) => id === arrangement.personId)?.name ?? '',
            class: code(classId),
            days,
            over,
            me: personId === arrangement.personId ? 'yes' : 'no',
          })
    const key = `arrangement/${arrangement.id}/${over}/${personId}`
    await outbox.add({ to: address, key, kind: 'notice', schoolId, text }, now)
  }
  const needed = arrangement.kind === 'substitute' ? arrangement.personId : undefined
  return readers.some(({ personId }) => needed === undefined || personId === needed)
}
