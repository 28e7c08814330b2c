import { schoolDayOf, writtenDay } from '../../../core/clock.ts'
import type { Language, Phrases } from '../../../core/phrases.ts'
import type { CheckinStore } from '../../checkin/checkin-store.ts'
import type { PeopleStore } from '../../people/people-store.ts'
import type { Person } from '../../people/person.ts'
import { type FigureDeps, figuresOfDays } from '../day-figures.ts'
import type { Sheet } from '../workbook/workbook.ts'
import { classMessage } from './class-message.ts'
import { schoolDaysIn } from './period.ts'
import { periodFigures } from './period-figures.ts'
import { periodMessage, periodName } from './period-message.ts'
import { periodWorkbook } from './period-workbook.ts'
import { readFigureAsk } from './read-ask.ts'

type Deps = FigureDeps & {
  readonly checkins: Pick<CheckinStore, 'ofDay' | 'standing'>
  readonly people: Pick<PeopleStore, 'classes' | 'school'>
  readonly phrases: Phrases
}

/** An answer, and the file that goes with it. */
export interface FigureAnswer {
  readonly text: string
  readonly file?: { readonly name: string; readonly caption: string; readonly sheets: readonly Sheet[] }
}

/**
 * "Báo cáo tuần", "báo cáo tháng 11", "A1 tuần này" of the office, or of a teacher for her own classes. Undefined: the line wants something
 * else, or figures that are not for who asks.
 */
export async function answerFigures(
  deps: Deps,
  { staff, language, now }: { staff: Person; language: Language; now: Date },
  text: string,
): Promise<FigureAnswer | undefined> {
  const { schoolId, role, classIds } = staff
  // Nearly every line of a teacher is something else: it is looked at before anything is fetched.
  if (!/(?:nay|qua|truoc|trước|rồi|roi|tuần|tuan|tháng|thang|\d)\s*\S{0,12}$/i.test(text.normalize('NFC'))) return undefined
  const today = schoolDayOf(now)
  const classes = await deps.people.classes(schoolId)
  const ask = readFigureAsk(text, { classes, today })
  if (ask === undefined) return undefined
  const { period, one } = ask
  if (role !== 'office' && (one === undefined || !classIds.includes(one.id))) return undefined
  const school = await deps.people.school(schoolId)
  const voice = { phrases: deps.phrases, language, school: school.name, place: school.place }
  if (one !== undefined) {
    const days = period.kind === 'day' ? [period.day] : schoolDaysIn(period, today, await deps.calendar.closures(schoolId))
    const name = period.kind === 'day' ? writtenDay(period.day) : periodName(period, voice)
    const figured = await figuresOfDays(deps, schoolId, days)
    return { text: await classMessage(deps, { one, days: figured, period: name }, voice) }
  }
  if (period.kind === 'day') return undefined
  const figures = await periodFigures(deps, { schoolId, period, today })
  if (figures.totals.enrolled === 0) return { text: periodMessage(figures, voice) }
  const caption = deps.phrases.text(language, 'summary.period.file', { period: periodName(period, voice) })
  const name = `bao-cao-${period.kind === 'week' ? period.from : period.from.slice(0, 7)}.xlsx`
  return { text: periodMessage(figures, voice), file: { name, caption, sheets: periodWorkbook(figures, voice) } }
}
