import { instantOf, type SchoolDay, schoolDayOf } from '../../core/clock.ts'
import type { Phrases } from '../../core/phrases.ts'
import type { CalendarStore } from '../calendar/calendar-store.ts'
import { nextSchoolDay } from '../calendar/school-day.ts'
import { shortName } from '../checkin/wording.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { School } from '../people/person.ts'
import { type DueChild, dueIn, quarterOf } from './due-children.ts'
import type { GrowthStore } from './growth-store.ts'

type Deps = {
  readonly growth: GrowthStore
  readonly calendar: CalendarStore
  readonly people: PeopleStore
  readonly outbox: Outbox
  readonly phrases: Phrases
}

/** Half of the month is left to do it in. */
const fromDayOfMonth = 15
/** After the children's sleep, the reports and the meal: school clock. */
const remindAt = '14:00'
const usefulUntil = '17:00'
const namesShown = 6

/**
 * Reminds each class's teachers once a month, on the first school day from the 15th on, of the children who are to be weighed and measured. In the
 * first month of a quarter only those who are due every month are spoken of. In the caller's transaction, by keys.
 * @returns how many messages went out.
 */
export async function remindOfGrowth(deps: Deps, school: School, now: Date): Promise<number> {
  const day = schoolDayOf(now)
  if (now < instantOf(day, remindAt) || now >= instantOf(day, usefulUntil)) return 0
  const { calendar, growth, people, outbox, phrases } = deps
  const closures = await calendar.closures(school.id)
  if (nextSchoolDay(`${day.slice(0, 7)}-${fromDayOfMonth - 1}`, closures) !== day) return 0
  let sent = 0
  for (const one of await people.classes(school.id)) {
    const due = (await dueIn(growth, one, day)).filter(({ rhythm }) => rhythm === 'month' || !isQuarterYoung(day))
    const key = `growth/${school.id}/${day.slice(0, 7)}/${one.id}`
    if (due.length === 0 || !(await calendar.claim({ key, schoolId: school.id, dueAt: instantOf(day, remindAt), now }))) continue
    for (const { address, language, personId } of await people.recipients({
      schoolId: school.id,
      role: 'teacher',
      classIds: [one.id],
    })) {
      const text = phrases.text(language, 'growth.reminder', { class: one.code, ...dueCounts(due, day), names: someNames(due) })
      await outbox.add({ to: address, key: `${key}/${personId}`, kind: 'reminder', schoolId: school.id, text }, now)
      sent += 1
    }
  }
  return sent
}

function isQuarterYoung(day: SchoolDay): boolean {
  return Number(day.slice(5, 7)) % 3 === 1
}

/** How many are due in the month and how many in the quarter, for a sentence. */
export function dueCounts(due: readonly DueChild[], day: SchoolDay) {
  const monthly = due.filter(({ rhythm }) => rhythm === 'month').length
  return { count: due.length, monthly, quarterly: due.length - monthly, month: Number(day.slice(5, 7)), quarter: quarterOf(day) }
}

/** The first few by name. */
export function someNames(due: readonly DueChild[]): string {
  const names = due.slice(0, namesShown).map(({ child }) => shortName(child.rosterName))
  return `${names.join(', ')}${due.length > namesShown ? ', …' : ''}`
}
