import { addDays, instantOf, schoolDayOf, writtenDay } from '../../core/clock.ts'
import type { Phrases } from '../../core/phrases.ts'
import type { CalendarStore } from '../calendar/calendar-store.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { School } from '../people/person.ts'
import { shortened } from './editor.ts'
import type { EntryStore } from './entry-store.ts'

type Deps = {
  entries: Pick<EntryStore, 'ending' | 'noticeDays'>
  calendar: Pick<CalendarStore, 'claim'>
  people: PeopleStore
  outbox: Outbox
  phrases: Phrases
}

/**
 * Tells the office which of its answers run out within the days it has set, each once, at the school's hour for reminders; in the caller's
 * transaction. @returns how many.
 */
export async function tellEndingEntries(deps: Deps, school: School, now: Date): Promise<number> {
  const today = schoolDayOf(now)
  const dueAt = instantOf(today, school.reminderTime)
  if (now < dueAt) return 0
  const daysAhead = await deps.entries.noticeDays(school.id)
  const lines: string[] = []
  let key = ''
  for (const entry of await deps.entries.ending(school.id, today, addDays(today, daysAhead))) {
    const claimed = `entry-ends/${entry.id}/${entry.validTo}`
    if (!(await deps.calendar.claim({ key: claimed, schoolId: school.id, dueAt, now }))) continue
    key ||= claimed
    lines.push(`${entry.number}. ${shortened(entry.text.vi)} (${writtenDay(entry.validTo!)})`)
  }
  if (lines.length === 0) return 0
  const office = await deps.people.recipients({ schoolId: school.id, role: 'office' }, { evenIfStopped: true })
  for (const { address, language, personId } of office) {
    const text = deps.phrases.text(language, 'entries.ending', { count: lines.length, list: lines.join('\n') })
    await deps.outbox.add({ to: address, key: `${key}/${personId}`, kind: 'notice', schoolId: school.id, text }, now)
  }
  return lines.length
}
