import { addDays, type SchoolDay, weekdayOf } from '../../core/clock.ts'
import { isRealDay } from './school-year.ts'

/** A day as somebody typed it, before its year is known. Texts are lower case without diacritics. */
export type SpokenDay =
  | {
      readonly kind: 'day_month'
      readonly day: number
      readonly month: number
      readonly year?: number
      readonly weekday?: number
    }
  /** `ngày 15`: the month is the line's. */
  | { readonly kind: 'day_only'; readonly day: number; readonly weekday?: number }
  /** `mai`: settled by today alone. */
  | { readonly kind: 'relative'; readonly on: SchoolDay }
  /** `thứ 5 tuần này`; beside a date it only checks it. */
  | { readonly kind: 'weekday'; readonly weekday: number; readonly on: SchoolDay }
  /** `15-16/12`: more than one day. */
  | { readonly kind: 'several' }

const weekdayNames: Readonly<Record<string, number>> = {
  hai: 1,
  ba: 2,
  tu: 3,
  nam: 4,
  sau: 5,
  bay: 6,
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
  sunday: 0,
}
const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const weekday =
  /(?:thu\s?(?<nth>[2-7]|hai|ba|tu|nam|sau|bay)|\bt(?<short>[2-7])|\b(?<sunday>chu nhat|cn)|\b(?<english>(?:mon|tues|wednes|thurs|fri|satur|sun)day))(?![a-z0-9])/
const week = /(?<week>\s(?:tuan )?(?:nay|sau|toi)|\s(?:this|next) week)?/
const numeric = /(?<d>\d{1,2})(?<sep>\s?\/\s?|[.-])(?<m>\d{1,2})(?:\k<sep>(?<y>\d{4}|\d{2}))?(?![/.-]?\d)(?!(?<=\d-\d{1,2})\s?:)/
const worded = /(?<!tuan )(?<wd>\d{1,2})\s?(?:thang|thg)\s?(?<wm>\d{1,2})(?:\s?(?:nam|\/)\s?(?<wy>\d{4}))?/
const englishName = `(?:${englishMonths.join('|')})`
const english = new RegExp(
  `(?<ed>\\d{1,2})(?:st|nd|rd|th)?\\s(?<em>${englishName})[a-z]*|\\b(?<em2>${englishName})[a-z]*\\s(?<ed2>\\d{1,2})(?!\\d)`,
)
const lead = /(?:(?:vao |on )?(?:ngay|hom|mung|mong|day)\s)/
const only = /(?<only>\d{1,2})(?!\d|[/.-]\d)/
// A bare "mai" only where no name can end in it: the school may be called Hoa Mai.
const relative =
  /\b(?<relative>hom nay|bua nay|today|ngay kia|ngay mot|(?:ngay|sang|chieu) mai|(?:(?<![a-z] ?)|(?<=\b(?:da|la|vao|thi|em) ))mai|tomorrow)\b/
const ranged = /(?<![\d/.-])\d{1,2}\s?(?:-|den|toi|va)\s?(?:ngay\s)?\d{1,2}\s?\/\s?\d{1,2}(?:\/\d{2,4})?$/

const longestRange = 40 // characters looked back at: `15 den ngay 16 / 12`

// Each part is matched on its own, longest meaning first; a pattern may not name a group twice.
const spokenForms = [
  `(?<![\\d/])(?:${[numeric, worded].map(({ source }) => source).join('|')}|${english.source})`,
  relative.source,
  `\\b${lead.source}+${only.source}`,
  `${weekday.source}${week.source}`,
].map((form) => new RegExp(form, 'g'))

/** A stretch of the text that names a day. */
export interface FoundDay {
  readonly start: number
  readonly end: number
  readonly spoken: SpokenDay
}

/**
 * Every day named in a text, in its order; a weekday beside a date is part of it. @param text lower case, no diacritics, white
 * space folded @param mayBeRange whether `3-5/12` could mean the days 3 to 5, that is, whether no line has the number 3
 */
export function findDays(text: string, today: SchoolDay, mayBeRange: (first: number) => boolean): FoundDay[] {
  const found: FoundDay[] = []
  for (const form of spokenForms) {
    for (const match of text.matchAll(form)) {
      const stretch = { start: match.index, end: match.index + match[0].length }
      if (found.some(({ start, end }) => stretch.start < end && start < stretch.end)) continue
      const before = Math.max(stretch.end - longestRange, 0)
      const range = text.slice(before, stretch.end).match(ranged)
      const several = range !== null && mayBeRange(Number.parseInt(range[0], 10))
      if (several) stretch.start = before + (range.index ?? 0)
      found.push({ ...stretch, spoken: several ? { kind: 'several' } : meaningOf(match.groups ?? {}, today) })
    }
  }
  return withWeekdays(
    found.sort((one, other) => one.start - other.start),
    text,
  )
}

/** `thứ Sáu ngày 18/12`, `18/12 (thứ Sáu)`: the weekday checks the date instead of naming another day. */
function withWeekdays(found: readonly FoundDay[], text: string): FoundDay[] {
  const merged: FoundDay[] = []
  for (const next of found) {
    const last = merged.at(-1)
    const between = last && text.slice(last.end, next.start)
    const pair =
      last && between !== undefined && /^(?:[\s,-]|ngay|hom|mung|mong)*$/.test(between) ? joined(last.spoken, next.spoken) : null
    if (last && pair) merged[merged.length - 1] = { start: last.start, end: next.end, spoken: pair }
    else merged.push(next)
  }
  return merged
}

function joined(first: SpokenDay, second: SpokenDay): SpokenDay | null {
  const isDate = (day: SpokenDay) => day.kind === 'day_month' || day.kind === 'day_only'
  if (first.kind === 'weekday' && isDate(second)) return { ...second, weekday: first.weekday } as SpokenDay
  if (second.kind === 'weekday' && isDate(first)) return { ...first, weekday: second.weekday } as SpokenDay
  return null
}

function meaningOf(groups: Record<string, string | undefined>, today: SchoolDay): SpokenDay {
  if (groups.relative) return { kind: 'relative', on: addDays(today, daysAhead(groups.relative)) }
  if (groups.only) return { kind: 'day_only', day: Number(groups.only) }
  const day = groups.d ?? groups.wd ?? groups.ed ?? groups.ed2
  if (day === undefined) {
    const said = weekdayNumber(groups)
    return { kind: 'weekday', weekday: said, on: comingWeekday(said, groups.week?.trim(), today) }
  }
  const englishMonth = groups.em ?? groups.em2
  const month = englishMonth ? englishMonths.indexOf(englishMonth) + 1 : Number(groups.m ?? groups.wm)
  const year = groups.y ?? groups.wy
  return {
    kind: 'day_month',
    day: Number(day),
    month,
    year: year === undefined ? undefined : Number(year.length === 2 ? `20${year}` : year),
  }
}

function daysAhead(word: string): number {
  if (/nay|today/.test(word)) return 0
  return /kia|mot/.test(word) ? 2 : 1
}

function weekdayNumber({ nth, short, english, sunday }: Record<string, string | undefined>): number {
  if (sunday) return 0
  const word = nth ?? short ?? english ?? ''
  return weekdayNames[word] ?? Number(word) - 1
}

/** Weeks run from Monday to Sunday. Without a week it is the next such day after today. */
function comingWeekday(weekday: number, week: string | undefined, today: SchoolDay): SchoolDay {
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7))
  const thisWeek = addDays(monday, (weekday + 6) % 7)
  if (week === 'tuan nay' || week === 'this week') return thisWeek
  if (week === 'tuan sau' || week === 'tuan toi' || week === 'next week') return addDays(thisWeek, 7)
  return thisWeek > today ? thisWeek : addDays(thisWeek, 7)
}

/** The day as `YYYY-MM-DD`, or null when the calendar has none such. */
export function realDay(year: number, month: number, day: number): SchoolDay | null {
  const written = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isRealDay(written) ? written : null
}
