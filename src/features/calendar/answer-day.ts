import { addDays, type SchoolDay } from '../../core/clock.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import type { SchoolClass } from '../people/person.ts'
import { daysText } from './closing-wording.ts'
import { type DayQuestion, type FeastName, feasts } from './day-question.ts'
import { type HolidayName, holidaysOf } from './holidays.ts'
import { lunarYears, solarDayOf } from './lunar-days.ts'
import { type Closure, closuresOf, type DayOff, isSchoolDay, nextSchoolDay } from './school-day.ts'
import type { SchoolTerm } from './school-term.ts'
import { dayOffText } from './wording.ts'

export interface DayVoice {
  readonly phrases: Phrases
  readonly language: Language
}

/** Whose days are asked for. */
export interface AskedDays {
  readonly today: SchoolDay
  readonly closures: readonly Closure[]
  /** What the office has set of its school years. */
  readonly terms?: readonly SchoolTerm[]
  /** The classes of whoever asks; none: the whole school. */
  readonly classes: readonly Pick<SchoolClass, 'id' | 'code' | 'age'>[]
}

interface Group {
  /** Codes of the classes that the answer is for; none: the whole school. */
  readonly codes: readonly string[]
  readonly closures: readonly Closure[]
}

/** Is there school, and why not: for the school, or for the classes of whoever asks where theirs differ. Undefined: nobody can know. */
export function answerDay(question: DayQuestion, asked: AskedDays, voice: DayVoice): string | undefined {
  switch (question.kind) {
    case 'days':
      return question.days.map((day) => dayText(day, asked, voice)).join('\n')
    case 'holiday':
      return holidayText(question.name, asked, voice)
    case 'feast':
      return feastText(question.name, asked, voice)
    case 'term': {
      // Without the office's word the documents, or a person, answer: a guess is none.
      const own = asked.terms?.find(({ lastDay }) => lastDay >= asked.today)
      if (own === undefined) return undefined
      const { firstDay, firstTermEnds, secondTermFrom, lastDay, schoolYear } = own
      const days = {
        year_begins: firstDay,
        first_term_ends: firstTermEnds,
        second_term_begins: secondTermFrom,
        year_ends: lastDay,
      }
      return voice.phrases.text(voice.language, 'days.term', {
        what: question.what,
        year: schoolYear,
        day: one(days[question.what], voice),
      })
    }
    case 'back': {
      const own = groupsOn(asked.today, asked)[0]!
      const day = nextSchoolDay(asked.today, own.closures)
      if (day === null) return undefined
      const isOpen = isSchoolDay(asked.today, own.closures).kind === 'school_day'
      return voice.phrases.text(voice.language, 'days.back', {
        today: isOpen ? 'yes' : 'no',
        day: one(day, voice),
        who: who(own),
      })
    }
  }
}

const one = (day: SchoolDay, voice: DayVoice): string => daysText([day], voice)
const who = ({ codes }: Group): string => (codes.length === 0 ? 'none' : codes.join(', '))

/** Classes that have the same answer for a day, together; one group for the whole school when all have. */
function groupsOn(day: SchoolDay, { closures, classes }: AskedDays): Group[] {
  const each = classes.map((own) => ({ codes: [own.code], closures: closuresOf(own, closures) }))
  const answers = Map.groupBy(each, (group) => JSON.stringify(isSchoolDay(day, group.closures)))
  // One class's own days say when it goes on, also where today's answer is the school's.
  const school: Group = { codes: [], closures: each.length === 1 ? each[0]!.closures : closures }
  if (answers.size === 0 || (answers.size === 1 && answers.has(JSON.stringify(isSchoolDay(day, closures))))) return [school]
  return [...answers.values()].map((group) => ({ codes: group.flatMap(({ codes }) => codes), closures: group[0]!.closures }))
}

function dayText(day: SchoolDay, asked: AskedDays, voice: DayVoice): string {
  const { phrases, language } = voice
  return groupsOn(day, asked)
    .map((group) => {
      const answer = isSchoolDay(day, group.closures)
      if (answer.kind === 'school_day')
        return phrases.text(language, 'days.open', {
          day: one(day, voice),
          who: who(group),
          because: answer.openBecause ?? 'none',
        })
      const next = nextSchoolDay(day, group.closures)
      return phrases.text(language, 'days.off', {
        ...{ day: one(day, voice), who: who(group), why: dayOffText(answer, phrases, language) },
        weekend: answer.why === 'saturday' || answer.why === 'sunday' ? 'yes' : 'no',
        ...{ next: next === null ? 'none' : one(next, voice), assumed: isAssumed(answer) ? 'yes' : 'no' },
      })
    })
    .join('\n')
}

const isAssumed = ({ certainty }: Pick<DayOff, 'certainty'>): boolean => certainty === 'assumed'

/** The next break of a holiday, from its first day off to its last, weekends and the school's own days around it included. */
function holidayText(name: HolidayName, { today, closures, classes }: AskedDays, voice: DayVoice): string | undefined {
  const { phrases, language } = voice
  const own = classes.length === 1 ? closuresOf(classes[0]!, closures) : closures
  const year = Number(today.slice(0, 4))
  const holidays = [year, year + 1].flatMap((each) => holidaysOf(each).filter((holiday) => holiday.name === name))
  const coming = holidays.find(({ day }) => day >= today)
  if (coming === undefined) return undefined
  const isOff = (day: SchoolDay) => isSchoolDay(day, own).kind === 'day_off'
  if (!isOff(coming.day)) return dayText(coming.day, { today, closures, classes }, voice)
  let [first, last] = [coming.day, coming.day]
  while (isOff(addDays(first, -1)) && first > addDays(coming.day, -40)) first = addDays(first, -1)
  while (isOff(addDays(last, 1)) && last < addDays(coming.day, 40)) last = addDays(last, 1)
  const count = (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1
  const within = holidays.filter(({ day }) => first <= day && day <= last)
  return phrases.text(language, 'days.holiday', {
    name: phrases.text(language, `calendar.holiday.${name}`),
    count,
    ...{ first: one(first, voice), last: one(last, voice), next: one(addDays(last, 1), voice) },
    assumed: within.some(isAssumed) ? 'yes' : 'no',
  })
}

function feastText(name: FeastName, asked: AskedDays, voice: DayVoice): string | undefined {
  const { phrases, language } = voice
  const year = Number(asked.today.slice(0, 4))
  const day = [year - 1, year, year + 1].flatMap((each) => feastIn(name, each) ?? []).find((each) => each >= asked.today)
  if (day === undefined) return undefined
  const feast = feasts[name]
  return phrases.text(language, 'days.feast', {
    feast: name,
    day: one(day, voice),
    lunar: 'lunar' in feast ? `${feast.lunar.day}/${feast.lunar.month}` : 'none',
    answer: dayText(day, asked, voice),
  })
}

function feastIn(name: FeastName, year: number): SchoolDay | undefined {
  const feast = feasts[name]
  if ('lunar' in feast) return year < lunarYears.first ? undefined : solarDayOf({ year, ...feast.lunar })
  const { month, day } = feast.solar
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
