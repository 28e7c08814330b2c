import { addDays, type SchoolDay, weekdayOf } from '../../core/clock.ts'
import { type Closure, nextSchoolDay } from './school-day.ts'
import { findDays, realDay, type SpokenDay } from './spoken-day.ts'

/**
 * Why the days of a closing are not taken.
 * - `no_such_day`: 30/2
 * - `in_the_past`, `too_far`: before today; more than 400 days ahead
 * - `backwards`: "27/11 đến 25/11"
 * - `too_long`: more than 120 days in one run
 * - `weekday_differs`: "thứ Sáu 25/11" when 25/11 is a Wednesday
 */
export type ClosingDaysProblem = 'no_such_day' | 'in_the_past' | 'too_far' | 'backwards' | 'too_long' | 'weekday_differs'

export type ClosingDays =
  | { readonly kind: 'days'; readonly days: readonly SchoolDay[]; readonly rest: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'problem'; readonly why: ClosingDaysProblem }

interface Stretch {
  readonly start: number
  readonly end: number
  readonly days: readonly SchoolDay[]
}

const farthestDays = 400
const longestRun = 120
/** A day without a year that is this much behind us means next year's. */
const behindDays = 90

const between = /^[\s,]*(?:(?:cho )?den(?: het)?|toi|het|-|–|—|to|until|through)[\s,]*(?:het )?(?:ngay )?$/
const beside = /^\s*(?:,|;|&|\+|va|voi|and)\s*(?:ca )?(?:ngay )?$/
const wholeWeek = /(?:ca |het |nguyen |suot )?\btuan (?<week>nay|sau|toi)\b/
const counted =
  /(?<count>\d{1,2}|mot|hai|ba|bon|nam) ngay,? (?:tu|bat dau tu|bat dau|ke tu|tinh tu|lien tu) (?:ngay )?(?=(?:thu|t\d|ngay|mai|hom|\d|cn|chu))/
const counts: Readonly<Record<string, number>> = { mot: 1, hai: 2, ba: 3, bon: 4, nam: 5 }
/** Names that end in "mai", and hours of a morning: everything else that stands alone means tomorrow. */
const tomorrow =
  /(?<!\b(?:hoa|lop|co|be|chi|ngoc|thanh|phuong|nhu|quynh|tuyet|xuan|ban|ngay|sang|chieu|truong mam non) )\bmai\b(?! huong| anh| chi| lan| linh)/g

/**
 * The days that a line names, one by one in order, and what the line says besides. Runs ("25/11 đến 27/11", "25-27/11", "thứ 2 đến thứ 6 tuần
 * sau"), lists ("25, 26/11"), whole weeks from Monday to Friday, and a number of school days from a day on.
 * @param text lower case without marks, white space folded
 */
export function closingDays(text: string, today: SchoolDay, closures: readonly Closure[]): ClosingDays {
  const line = spelledOut(text)
  const found: Stretch[] = []
  for (const { start, end, spoken } of findDays(line, today, () => false)) {
    const day = settle(spoken, today)
    if (typeof day !== 'string') return { kind: 'problem', why: day.why }
    found.push({ start, end, days: [day] })
  }
  const merged = joined(withWeeks(line, found, today), line)
  if ('why' in merged) return { kind: 'problem', why: merged.why }
  if (merged.length === 0) return { kind: 'none' }
  const { stretches, rest } = stretchedBy(line, merged, closures)
  const days = [...new Set(stretches.flatMap(({ days }) => days))].sort()
  const why = outOfBounds(days, today)
  return why === undefined ? { kind: 'days', days, rest } : { kind: 'problem', why }
}

/** Short and shared forms written so that every day stands by itself: `25-27/11` → `25/11 den 27/11`. */
function spelledOut(text: string): string {
  return text
    .replace(/\b(?:hnay|h nay|bua nay)\b|^nay\b/g, 'hom nay')
    .replace(/\b(?:ngay )?mai(?= nghi)/g, 'ngay mai')
    .replace(tomorrow, 'ngay mai')
    .replace(/\bngay ngay mai\b/g, 'ngay mai')
    .replace(/(?<![\d/.-])(\d{1,2}\/\d{1,2}(?:\/\d{4})?) ?[-–] ?(?=\d{1,2}\/\d)/g, '$1 den ')
    .replace(/(?<![\d/.-])(\d{1,2}) ?(-|–|den|toi) ?(?:het )?(?:ngay )?(\d{1,2}) ?\/ ?(\d{1,2})(?!\d)/g, '$1/$4 den $3/$4')
    .replace(/(?<![\d/.-])(\d{1,2}) (den|toi) (?:het )?(?:ngay )?(\d{1,2}) thang (\d{1,2})(?!\d)/g, '$1/$4 den $3/$4')
    .replace(
      /(?<![\d/.-])((?:\d{1,2}(?:,| va) ?)+)(\d{1,2}) ?\/ ?(\d{1,2})(?!\d)/g,
      (_all, before: string, day: string, month: string) => {
        const listed = before.match(/\d{1,2}/g) ?? []
        return [...listed, day].map((one) => `${one}/${month}`).join(', ')
      },
    )
}

function settle(spoken: SpokenDay, today: SchoolDay): SchoolDay | { why: ClosingDaysProblem } {
  switch (spoken.kind) {
    case 'relative':
    case 'weekday':
      return spoken.on
    case 'several':
      return { why: 'no_such_day' }
    case 'day_only': {
      const month = today.slice(0, 7)
      const here = realDay(Number(month.slice(0, 4)), Number(month.slice(5)), spoken.day)
      const next = addDays(`${month}-28`, 7).slice(0, 7)
      const there = realDay(Number(next.slice(0, 4)), Number(next.slice(5)), spoken.day)
      return checked(here !== null && here >= today ? here : there, spoken.weekday)
    }
    case 'day_month': {
      const thisYear = Number(today.slice(0, 4))
      const day = realDay(spoken.year ?? thisYear, spoken.month, spoken.day)
      const isBehind = spoken.year === undefined && day !== null && day < addDays(today, -behindDays)
      return checked(
        isBehind || day === null ? realDay(spoken.year ?? thisYear + 1, spoken.month, spoken.day) : day,
        spoken.weekday,
      )
    }
  }
}

function checked(day: SchoolDay | null, weekday: number | undefined): SchoolDay | { why: ClosingDaysProblem } {
  if (day === null) return { why: 'no_such_day' }
  return weekday !== undefined && weekdayOf(day) !== weekday ? { why: 'weekday_differs' } : day
}

/** "cả tuần sau": Monday to Friday; of this week what is left of it. */
function withWeeks(line: string, found: readonly Stretch[], today: SchoolDay): Stretch[] {
  const match = wholeWeek.exec(line)
  if (match === null || found.some(({ start, end }) => start < match.index + match[0].length && match.index < end))
    return [...found]
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7) + (match.groups?.week === 'nay' ? 0 : 7))
  const days = [0, 1, 2, 3, 4].map((offset) => addDays(monday, offset)).filter((day) => day >= today)
  const week = { start: match.index, end: match.index + match[0].length, days }
  return days.length === 0 ? [...found] : [...found, week].sort((one, other) => one.start - other.start)
}

function joined(found: readonly Stretch[], line: string): Stretch[] | { why: ClosingDaysProblem } {
  const merged: Stretch[] = []
  for (const next of found) {
    const last = merged.at(-1)
    const words = last === undefined ? '' : line.slice(last.end, next.start)
    if (last !== undefined && between.test(words)) {
      const to = next.days.at(-1)!
      // "thứ 2 đến thứ 6 tuần sau": the week belongs to both ends.
      const isWeekdayBefore = /(?:thu \S+|\bt[2-7]|cn|chu nhat)$/.test(line.slice(last.start, last.end))
      const from =
        isWeekdayBefore && /tuan (?:sau|toi)$/.test(line.slice(next.start, next.end))
          ? sameWeek(last.days[0]!, to)
          : last.days[0]!
      if (from > to) return { why: 'backwards' }
      const run = runOf(from, to)
      if (run === undefined) return { why: 'too_long' }
      merged[merged.length - 1] = { start: last.start, end: next.end, days: [...last.days.slice(1), ...run] }
    } else if (last !== undefined && beside.test(words)) {
      merged[merged.length - 1] = { start: last.start, end: next.end, days: [...last.days, ...next.days] }
    } else merged.push(next)
  }
  return merged
}

function sameWeek(day: SchoolDay, as: SchoolDay): SchoolDay {
  const monday = addDays(as, -((weekdayOf(as) + 6) % 7))
  return addDays(monday, (weekdayOf(day) + 6) % 7)
}

function runOf(from: SchoolDay, to: SchoolDay): SchoolDay[] | undefined {
  const days: SchoolDay[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (days.push(day) > longestRun) return undefined
  }
  return days
}

/** "nghỉ 3 ngày từ thứ 5": so many school days, the first included. What is left of the line has no day in it. */
function stretchedBy(line: string, found: readonly Stretch[], closures: readonly Closure[]) {
  const match = counted.exec(line)
  const said = match?.groups?.count ?? ''
  const count = match === null ? 1 : (counts[said] ?? Number(said))
  const cuts = found.map(({ start, end }) => ({ start, end }))
  if (match !== null) cuts.push({ start: match.index, end: match.index + match[0].length })
  const rest = cuts
    .sort((one, other) => other.start - one.start)
    .reduce((words, { start, end }) => `${words.slice(0, start)} | ${words.slice(end)}`, line)
  const stretches = found.map(({ days }, index) => {
    const run = [...days]
    while (index === 0 && days.length === 1 && run.length < Math.min(count, longestRun)) {
      const next = nextSchoolDay(run.at(-1)!, closures)
      if (next === null) break
      run.push(next)
    }
    return { days: run }
  })
  return { stretches, rest }
}

function outOfBounds(days: readonly SchoolDay[], today: SchoolDay): ClosingDaysProblem | undefined {
  if (days.some((day) => day < today)) return 'in_the_past'
  return days.some((day) => day > addDays(today, farthestDays)) ? 'too_far' : undefined
}
