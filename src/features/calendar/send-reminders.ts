import { addDays, schoolDayOf } from '../../core/clock.ts'
import type { Phrases } from '../../core/phrases.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { Role, School } from '../people/person.ts'
import type { CalendarStore } from './calendar-store.ts'
import { type CalendarSettings, defaultCalendarHours, dueReminders } from './due.ts'
import { type CalendarEvent, type Reader, readersOf } from './event.ts'
import { layTemplate } from './lay-template.ts'
import { monthQuestion } from './month-questions.ts'
import type { Closure } from './school-day.ts'
import { schoolYearOf } from './school-year.ts'
import { askDatesPhrase, reminderPhrase } from './wording.ts'

type Deps = { calendar: CalendarStore; people: PeopleStore; outbox: Outbox; phrases: Phrases }
type Today = {
  school: School
  now: Date
  events: readonly CalendarEvent[]
  closures: readonly Closure[]
  settings: CalendarSettings
}

const roleOf: Record<Reader, Role> = { parents: 'guardian', teachers: 'teacher', office: 'office' }

/**
 * Sends what a school's calendar has due now, in the caller's transaction: reminders to whom each event concerns, and on a month's first
 * school day the question for missing dates. Claims each by its key, so that another process or a second run sends nothing.
 * @returns how many reminders and questions became due.
 */
export async function sendDueFromCalendar(
  deps: Deps,
  school: School,
  now: Date,
): Promise<{ reminders: number; questions: number }> {
  const today = await readToday(deps, school, now)
  let reminders = 0
  const due = dueReminders(today)
  const done = await deps.calendar.done(
    school.id,
    due.map(({ key }) => key),
  )
  for (const reminder of due.filter(({ key }) => !done.has(key))) {
    if (!(await deps.calendar.claim({ key: reminder.key, schoolId: school.id, dueAt: reminder.dueAt, now }))) continue
    const event = today.events.find(({ id }) => id === reminder.eventId)
    if (event === undefined) continue
    await remind(deps, today, { event, key: reminder.key })
    reminders += 1
  }
  return { reminders, questions: await askForDates(deps, today) }
}

async function readToday({ calendar }: Deps, school: School, now: Date): Promise<Today> {
  const closures = await calendar.closures(school.id)
  const settings = { school: school.id, ...defaultCalendarHours, reminderTime: school.reminderTime }
  // Around 1 August two school years overlap: the summer's last lines, and reminders of the new year's first days.
  const today = schoolDayOf(now)
  const years = new Set([addDays(today, -31), today, addDays(today, 10)].map(schoolYearOf))
  const events: CalendarEvent[] = []
  for (const schoolYear of years) events.push(...(await eventsOf(calendar, school.id, schoolYear)))
  return { school, now, events, closures, settings }
}

/** A year that nobody has looked at yet begins with the built-in schedule. */
async function eventsOf(calendar: CalendarStore, schoolId: string, schoolYear: string): Promise<CalendarEvent[]> {
  const events = await calendar.events(schoolId, schoolYear)
  if (events.length > 0) return events
  await calendar.lay(schoolId, layTemplate(schoolYear))
  return await calendar.events(schoolId, schoolYear)
}

async function remind(
  { people, outbox, phrases }: Deps,
  { school, now, closures }: Today,
  { event, key }: { event: CalendarEvent; key: string },
): Promise<void> {
  for (const reader of readersOf(event.audience)) {
    for (const { address, language, personId } of await people.recipients({ schoolId: school.id, role: roleOf[reader] })) {
      const phrase = reminderPhrase(reader, event, { today: schoolDayOf(now), closures, school: school.name, language })
      if (phrase === null) continue
      const text = phrases.text(language, phrase.key, phrase.params)
      await outbox.add({ to: address, key: `${key}/${personId}`, kind: 'reminder', schoolId: school.id, text }, now)
    }
  }
}

async function askForDates({ calendar, people, outbox, phrases }: Deps, today: Today): Promise<number> {
  const question = monthQuestion(today)
  if (question === null) return 0
  const { school, now, events } = today
  // The lines go with the claim: an answer days later still means the numbers that were shown.
  const detail = { lines: question.lines }
  if (!(await calendar.claim({ key: question.key, schoolId: school.id, dueAt: question.dueAt, now, detail }))) return 0
  const office = await people.recipients({ schoolId: school.id, role: 'office' }, { evenIfStopped: true })
  for (const { address, language, personId } of office) {
    const phrase = askDatesPhrase(question, events, { school: school.name, language })
    const text = phrases.text(language, phrase.key, phrase.params)
    await outbox.add({ to: address, key: `${question.key}/${personId}`, kind: 'notice', schoolId: school.id, text }, now)
  }
  return 1
}
