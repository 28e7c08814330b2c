import { addDays, type SchoolDay, weekdayOf } from '../../core/clock.ts'
import { fold, withoutDiacritics } from '../../core/text.ts'
import { numbersAfterDay, numbersBeforeDay, numbersIn, strangeWords, takeSkips } from './line-numbers.ts'
import type { MonthLine } from './month-questions.ts'
import { type Closure, type DayOff, isSchoolDay } from './school-day.ts'
import { type FoundDay, findDays, realDay, type SpokenDay } from './spoken-day.ts'

export interface AnsweredLine {
  readonly line: number
  readonly eventId: string
  readonly day: SchoolDay
  /** Accepted, but the office is told: it is no school day, and why. */
  readonly dayOff?: DayOff
  /** Accepted, but the office is told: not in the months the line stands under. */
  readonly outsideMonths?: boolean
}

/**
 * Why an answer is not taken; nothing of it is taken then.
 * - `no_date`: names no day for a line and gives none up: the text is about something else
 * - `no_such_day`: 30/2
 * - `which_line`: hardly more than a day, several lines to choose from
 * - `no_such_line`: a number that was not in the list
 * - `line_twice`: two days for one line
 * - `several_days`: 15-16/12; an event has one first day
 * - `in_the_past`, `too_far`: before today; more than 400 days ahead
 * - `weekday_differs`: "thứ Sáu 15/12" when 15/12 is a Tuesday
 */
export type DateAnswerProblem =
  | 'no_date'
  | 'no_such_day'
  | 'which_line'
  | 'no_such_line'
  | 'line_twice'
  | 'several_days'
  | 'in_the_past'
  | 'too_far'
  | 'weekday_differs'

export type DateAnswer =
  /** `skipped`: lines the office said it will not hold ("bỏ 4"). */
  | { readonly kind: 'dates'; readonly items: readonly AnsweredLine[]; readonly skipped: readonly number[] }
  | { readonly kind: 'not_understood'; readonly why: DateAnswerProblem; readonly line?: number }

interface Context {
  readonly today: SchoolDay
  readonly closures: readonly Closure[]
}

interface Assignment {
  readonly line: MonthLine
  readonly spoken: SpokenDay
}

type Problem = Extract<DateAnswer, { kind: 'not_understood' }>
const problem = (why: DateAnswerProblem, line?: number): Problem => ({ kind: 'not_understood', why, line })
const isProblem = (value: object): value is Problem => 'kind' in value && value.kind === 'not_understood'

/**
 * Reads the office's answer to the month's question: `3: 15/12`, `3 ngày 15/12; 4: thứ 5 tuần sau`, `1, 2: ngày 5 tháng 12`,
 * or `15/12` alone when one line was asked about; `bỏ 4` gives a line up. Takes days d/m, d-m, d.m, with or without year, in
 * words, relative ones, and English. A day without a year is the one nearest to the line's months. All or nothing: with a
 * problem in one line none is taken, so that the office never has to guess what went in.
 */
export function parseDateAnswer(
  text: string,
  lines: readonly MonthLine[],
  { today, closures = [] }: { readonly today: SchoolDay; readonly closures?: readonly Closure[] },
): DateAnswer {
  const { rest, skipped } = takeSkips(plain(text), lines.length === 1 ? lines[0]!.number : undefined)
  const unknown = skipped.find((number) => !lines.some((line) => line.number === number))
  if (unknown !== undefined) return problem('no_such_line', unknown)
  const items: AnsweredLine[] = []
  for (const part of rest.split(/[\n;]/)) {
    const assigned = assign(part.trim(), lines, today)
    if (isProblem(assigned)) return assigned
    for (const { line, spoken } of assigned) {
      if (items.some((item) => item.line === line.number) || skipped.includes(line.number))
        return problem('line_twice', line.number)
      const item = settle(line, spoken, { today, closures })
      if (isProblem(item)) return item
      items.push(item)
    }
  }
  return items.length + skipped.length === 0 ? problem('no_date') : { kind: 'dates', items, skipped }
}

/** Lower case without diacritics; hours, brackets and "the third line" out of the way of days and numbers. */
function plain(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      withoutDiacritics(fold(line))
        .replace(/^\(?(\d+)\)/, '$1:')
        .replace(/[()[\]_]/g, ' ')
        .replace(/\bluc \d{1,2}:\d{2}|\b(?:luc )?\d{1,2}\s?(?:h|gio|g)\s?(?:\d{2}|ruoi)?(?![a-z\d])/g, ' ')
        .replace(/\b(?:thu |t)(\d)\s?:/g, '$1:')
        .replace(/\s+/g, ' '),
    )
    .join('\n')
}

/** Which day goes to which line: the numbers before a day are its lines; after it, when the text begins with a day. */
function assign(text: string, lines: readonly MonthLine[], today: SchoolDay): readonly Assignment[] | Problem {
  const days = findDays(text, today, (first) => !lines.some(({ number }) => number === first))
  if (days.length === 0) return []
  const before = days.map(({ start }, index) => text.slice(days[index - 1]?.end ?? 0, start))
  const tail = text.slice(days.at(-1)!.end)
  const around = `${before.join(' ')} ${tail}`
  const only = lines.length === 1 ? lines[0] : undefined
  if (only && numbersIn(before[0]!).length + numbersAfterDay(tail).length === 0) return assignOnly(only, days, around)
  const numbersFollow = numbersBeforeDay(before[0]!).length === 0
  const assigned: Assignment[] = []
  for (const [index, { spoken }] of days.entries()) {
    const numbers = numbersFollow ? numbersAfterDay(before[index + 1] ?? tail) : numbersBeforeDay(before[index]!)
    if (numbers.length === 0 && (index > 0 || spoken.kind === 'several')) return problem('several_days')
    if (numbers.length === 0) return problem(isAboutElse(days[0]!, around) ? 'no_date' : 'which_line')
    for (const number of numbers) {
      const line = lines.find((one) => one.number === number)
      if (!line) return isAboutElse(days[0]!, around) ? problem('no_date') : problem('no_such_line', number)
      assigned.push({ line, spoken })
    }
  }
  const leftOver = numbersFollow
    ? undefined
    : numbersAfterDay(tail).find((number) => lines.some((line) => line.number === number))
  return leftOver === undefined ? assigned : problem('no_date', leftOver)
}

/** One line was asked about and no number given: the day is its own, unless the text is about something else. */
function assignOnly(line: MonthLine, days: readonly FoundDay[], around: string): readonly Assignment[] | Problem {
  if (isAboutElse(days[0]!, around)) return problem('no_date')
  return days.length > 1 ? problem('several_days') : [{ line, spoken: days[0]!.spoken }]
}

/** "Mai cô Lan nghỉ": the office types about other days too. A written date leaves room for two words of its own. */
function isAboutElse({ spoken }: FoundDay, around: string): boolean {
  const byWord = spoken.kind === 'relative' || spoken.kind === 'weekday'
  const isCount = spoken.kind === 'day_month' && spoken.month > 12 // "28/30" is a class, not a day
  return isCount || strangeWords(around) > (byWord ? 0 : 2)
}

function settle(line: MonthLine, spoken: SpokenDay, { today, closures }: Context): AnsweredLine | Problem {
  if (spoken.kind === 'several') return problem('several_days', line.number)
  const day = spoken.kind === 'relative' || spoken.kind === 'weekday' ? spoken.on : dayNear(line, spoken, today)
  if (day === null) return problem('no_such_day', line.number)
  if ('weekday' in spoken && spoken.weekday !== undefined && spoken.weekday !== weekdayOf(day))
    return problem('weekday_differs', line.number)
  if (day < today) return problem('in_the_past', line.number)
  if (day > addDays(today, farthestDays)) return problem('too_far', line.number)
  const answer = isSchoolDay(day, closures)
  return {
    line: line.number,
    eventId: line.eventId,
    day,
    ...(answer.kind === 'day_off' && { dayOff: answer }),
    ...(!line.months.includes(day.slice(0, 7)) && { outsideMonths: true }),
  }
}

const halfYearMs = 200 * 86_400_000 // 29/2 of another year is not meant
const farthestDays = 400 // a day further off belongs to another school year

/** The day meant: of the year that was said, else the one nearest to the line's months; in them, one that is still to come. */
function dayNear(
  line: MonthLine,
  spoken: Extract<SpokenDay, { kind: 'day_month' | 'day_only' }>,
  today: SchoolDay,
): SchoolDay | null {
  if (spoken.kind === 'day_month' && spoken.year !== undefined) return realDay(spoken.year, spoken.month, spoken.day)
  const months = line.months.length > 0 ? line.months : [today.slice(0, 7)]
  const days = months.flatMap((month) => {
    const year = Number(month.slice(0, 4))
    const candidates =
      spoken.kind === 'day_only'
        ? [realDay(year, Number(month.slice(5)), spoken.day)]
        : [year - 1, year, year + 1].map((one) => realDay(one, spoken.month, spoken.day))
    return candidates
      .filter((day) => day !== null)
      .map((day) => ({ day, distance: Math.abs(Date.parse(day) - Date.parse(`${month}-15`)) }))
  })
  const toCome = days.filter(({ day }) => months.includes(day.slice(0, 7)) && day >= today)
  const inReach = days.filter(({ distance }) => distance < halfYearMs)
  const nearest = (toCome.length > 0 ? toCome : inReach).sort((one, other) => one.distance - other.distance)
  return nearest[0]?.day ?? null
}
