import { addDays, schoolDayOf } from '../../core/clock.ts'
import type { Phrases } from '../../core/phrases.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { CalendarStore } from './calendar-store.ts'
import { type FeedReader, writeIcs } from './ics.ts'
import { schoolYearOf } from './school-year.ts'

/** A school's calendar file for one kind of reader: last year's, this year's and next year's events, and the school's own days off. */
export async function icsOfSchool(
  { calendar, people, phrases }: { calendar: CalendarStore; people: PeopleStore; phrases: Phrases },
  { schoolId, reader, now }: { schoolId: string; reader: FeedReader; now: Date },
): Promise<string> {
  const today = schoolDayOf(now)
  const years = [-365, 0, 365].map((offset) => schoolYearOf(addDays(today, offset)))
  const events = await calendar.events(schoolId, ...years)
  const school = await people.school(schoolId)
  const words = {
    closed: phrases.text('vi', 'closing.feed_closed'),
    open: phrases.text('vi', 'closing.feed_open'),
    tentative: phrases.text('vi', 'closing.feed_tentative'),
  }
  return writeIcs({
    ...{ schoolId, reader, words, now, language: 'vi', school: school.name },
    events,
    closures: await calendar.closures(schoolId),
  })
}
