import { addDays, schoolDayOf } from '../../core/clock.ts'
import type { Phrases } from '../../core/phrases.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { CalendarStore } from './calendar-store.ts'
import { whoText } from './closing-wording.ts'
import { type FeedReader, writeIcs } from './ics.ts'
import type { SchoolPart } from './school-day.ts'
import { schoolYearOf } from './school-year.ts'

/**
 * The calendar file of a school, or of one of its classes, for one kind of reader: last year's, this year's and next year's events, and the
 * school's own days off. Undefined: the class is no more.
 */
export async function icsOfSchool(
  { calendar, people, phrases }: { calendar: CalendarStore; people: PeopleStore; phrases: Phrases },
  { schoolId, reader, classId, now }: { schoolId: string; reader: FeedReader; classId?: string; now: Date },
): Promise<string | undefined> {
  const today = schoolDayOf(now)
  const years = [-365, 0, 365].map((offset) => schoolYearOf(addDays(today, offset)))
  const events = await calendar.events(schoolId, ...years)
  const school = await people.school(schoolId)
  const classes = await people.classes(schoolId)
  const only = classes.find(({ id }) => id === classId)
  if (classId !== undefined && only === undefined) return undefined
  const words = {
    closed: phrases.text('vi', 'closing.feed_closed'),
    open: phrases.text('vi', 'closing.feed_open'),
    tentative: phrases.text('vi', 'closing.feed_tentative'),
    part: (part: SchoolPart) => whoText([part], { phrases, language: 'vi', classes }),
  }
  return writeIcs({
    ...{ schoolId, reader, words, now, language: 'vi', school: school.name, classes },
    ...(only === undefined ? {} : { only }),
    events,
    closures: await calendar.closures(schoolId),
  })
}
