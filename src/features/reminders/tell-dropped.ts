import { schoolDayOf, schoolTimeOf, writtenDay } from '../../core/clock.ts'
import type { Phrases } from '../../core/phrases.ts'
import { mayTellStaff, schoolHours } from '../calendar/school-hours.ts'
import { schoolYearOf } from '../calendar/school-year.ts'
import type { School } from '../people/person.ts'
import type { ReminderStores } from './begin-pass.ts'

/** Tells the office in one message which reminders have lost their use before everybody had them, as soon as it may be written to. */
export async function tellDropped(
  { reminders, calendar, people, outbox, hours }: ReminderStores,
  { school, now, phrases }: { school: School; now: Date; phrases: Phrases },
): Promise<void> {
  const dropped = await reminders.untold(school.id)
  if (dropped.length === 0) return
  if (!mayTellStaff(await schoolHours({ calendar, hours }, school.id), 'duty', now)) return
  const years = new Set(dropped.flatMap(({ day }) => [schoolYearOf(day), schoolYearOf(schoolDayOf(now))]))
  const events = new Map((await calendar.events(school.id, ...years)).map((event) => [event.id, event]))
  const eventOf = new Map((await reminders.all(school.id)).map(({ id, eventId }) => [id, eventId]))
  const office = await people.recipients({ schoolId: school.id, role: 'office' }, { evenIfStopped: true })
  const gone = dropped.flatMap((run) => {
    const event = events.get(eventOf.get(run.reminderId) ?? run.reminderId)
    return event === undefined ? [] : [{ run, event }]
  })
  for (const { address, language, personId } of gone.length === 0 ? [] : office) {
    const lines = gone.map(({ run: { day, dueAt }, event }) => {
      const due = { time: schoolTimeOf(dueAt), due: writtenDay(schoolDayOf(dueAt)).slice(0, 5) }
      return phrases.text(language, 'reminders.dropped_line', { title: event.title[language], date: writtenDay(day), ...due })
    })
    const text = phrases.text(language, 'reminders.dropped', { count: gone.length, lines: lines.join('\n') })
    const key = `dropped/${school.id}/${now.toISOString()}/${personId}`
    await outbox.add({ to: address, key, kind: 'notice', schoolId: school.id, text }, now)
  }
  for (const run of dropped) await reminders.saveRun(school.id, { ...run, done: true }, now)
}
