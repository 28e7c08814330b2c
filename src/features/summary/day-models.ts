import type { SchoolDay } from '../../core/clock.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import type { School } from '../people/person.ts'
import { type FigureDeps, figuresOfDays, lastSchoolDays } from './day-figures.ts'
import type { SummaryPicture } from './picture/picture.ts'
import { pictureOf } from './picture/picture-of.ts'
import type { DaySummary } from './totals.ts'
import { dayWorkbook } from './workbook/day-workbook.ts'
import type { Sheet } from './workbook/workbook.ts'

const daysShown = 10

/** What is drawn and written of a day, once read: in any language. */
export interface DayModels {
  readonly summary: DaySummary
  picture(language: Language): SummaryPicture
  sheets(language: Language): readonly Sheet[]
}

/** Reads what the picture and the Excel file of a day tell. */
export async function dayModels(
  stores: FigureDeps,
  { school, day, phrases }: { school: School; day: SchoolDay; phrases: Phrases },
): Promise<DayModels> {
  const classes = await stores.people.classes(school.id)
  const checkins = new Map((await stores.checkins.ofDay(school.id, day)).map((one) => [one.classId, one]))
  const last = lastSchoolDays(day, daysShown, await stores.calendar.closures(school.id))
  const days = await figuresOfDays(stores, school.id, last)
  const { summary } = days.at(-1)!
  const codes = new Map(classes.map(({ name, code }) => [name, code]))
  const voice = { phrases, school: school.name, place: school.place, day }
  return {
    summary,
    picture: (language) => pictureOf(summary, { days, codes, voice: { ...voice, language } }),
    sheets: (language) => dayWorkbook({ day, summary, classes, checkins }, { phrases, language }),
  }
}
