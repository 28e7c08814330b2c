import { addDays, type SchoolDay, weekdayOf } from '../../core/clock.ts'
import { fold, withoutDiacritics } from '../../core/text.ts'
import type { EventTime } from '../calendar/event.ts'
import { lunarYears, solarDayOf } from '../calendar/lunar-days.ts'
import { isRealDay, monthsOfYear, schoolYearOf } from '../calendar/school-year.ts'
import type { ProblemKind } from './row.ts'
import { writtenHours } from './written-hours.ts'

/** What stands around a written day: the school year, and the month of the heading or column where there is one. */
export interface DayContext {
  readonly schoolYear: string
  readonly months?: readonly number[]
  /** The school year in which days of another one are laid, day and month kept. */
  readonly layOn?: string
}

export type WrittenDay =
  | { readonly kind: 'when'; readonly when: EventTime; readonly schoolYear: string; readonly moved: boolean }
  | { readonly kind: 'problem'; readonly why: ProblemKind }
  /** There is no day in it. */
  | { readonly kind: 'none' }

interface Found {
  readonly day: SchoolDay
  readonly start: number
  readonly end: number
}

/** A year of two digits hangs on its month: "5/9 - 12/9" is a week. */
const year = '(?:\\s*(?:[/.-]|nam)\\s*(?<year>\\d{4})|[/.-](?<short>\\d{2})(?![\\d/.-]))?'
const forms: readonly RegExp[] = [
  /(?<![\d/.-])(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?!\d)/g,
  new RegExp(`(?<![\\d/.-])(?<day>\\d{1,2})\\s*/\\s*(?<month>\\d{1,2})(?![\\d])${year}(?![\\d])`, 'g'),
  /(?<![\d/.-])(?<day>\d{1,2})(?<sign>[.-])(?<month>\d{1,2})\k<sign>(?<year>\d{4}|\d{2})(?!\d)/g,
  new RegExp(`(?<![\\d/.-]|tuan |tuan thu )(?:ngay )?(?<day>\\d{1,2}) (?:thang|th\\.?|t) ?(?<month>\\d{1,2})(?!\\d)${year}`, 'g'),
]
/** Alone in its cell, "5-9" and "5.9" are the fifth of September. */
const shortForm = /^(?:ngay )?(?<day>\d{1,2}) ?[.-] ?(?<month>\d{1,2})$/
const dayAlone = /(?:^|\b)ngay (?<day>\d{1,2})\b(?!\s*[/.-]\s*\d)/g
const joint = /^\s*(?:den(?: het)?|toi|-|–|—|to|until)\s*(?:het )?(?:ngay )?(?:(?:thu \S+|chu nhat),? )?(?:ngay )?$/
const weekdayWords: Readonly<Record<string, number>> = { hai: 1, ba: 2, tu: 3, nam: 4, sau: 5, bay: 6 }
const farthestRun = 120

/**
 * The day, days or months that a text names: `5/9`, `05-09-2026`, `ngày 5 tháng 9`, `5-7/9`, `từ 5/9 đến 12/9`, `15/8 âm lịch`, `tháng 9`, with
 * hours beside. A day without a year lies in the school year of the context.
 */
export function writtenDay(text: string, context: DayContext): WrittenDay {
  const plain = spelledOut(withoutDiacritics(fold(text)), context)
  const hours = writtenHours(plain)
  const found = daysIn(hours.rest, context)
  if ('why' in found) return { kind: 'problem', why: found.why }
  const [first, second] = found.days
  if (first === undefined) return monthsIn(hours.rest, context)
  const isRun = second !== undefined && joint.test(hours.rest.slice(first.end, second.start))
  const lastDay = isRun ? second.day : undefined
  if (lastDay !== undefined && lastDay < first.day) return { kind: 'problem', why: 'backwards' }
  if (lastDay !== undefined && lastDay > addDays(first.day, farthestRun)) return { kind: 'problem', why: 'too_long' }
  if (differs(hours.rest, first.day) && !found.moved) return { kind: 'problem', why: 'weekday_differs' }
  const { time, endTime } = hours
  return {
    kind: 'when',
    schoolYear: schoolYearOf(first.day),
    moved: found.moved,
    when: {
      ...{ kind: 'dated', day: first.day },
      ...(lastDay === undefined || lastDay === first.day ? {} : { lastDay }),
      ...(time === undefined ? {} : { time }),
      ...(endTime === undefined ? {} : { endTime }),
    },
  }
}

/** `5-7/9` → `5/9 - 7/9`; "ngày 5" under a month's heading → `5/9`. */
function spelledOut(plain: string, { months = [] }: DayContext): string {
  const text = plain
    .replace(/(?<![\d/.-])(\d{1,2}) ?(?:-|–|den|toi|,|va|&) ?(?:ngay )?(\d{1,2}) ?\/ ?(\d{1,2})(?![\d/.-])/g, '$1/$3 - $2/$3')
    .replace(/(?<![\d/.-])(\d{1,2}) ?(?:-|–|den|toi) ?(?:ngay )?(\d{1,2}) ?\/ ?(\d{1,2}) ?\/ ?(\d{4})/g, '$1/$3/$4 - $2/$3/$4')
    .replace(/(?<![\d/.-])(\d{1,2}) ?(?:-|–|den|toi) ?(?:ngay )?(\d{1,2}) thang (\d{1,2})(?!\d)/g, '$1/$3 - $2/$3')
  const short = shortForm.exec(text)?.groups
  if (short !== undefined && months.length === 0) return `${short.day}/${short.month}`
  const [month] = months
  if (months.length === 1 && /^\d{1,2} ?[-–] ?\d{1,2}$/.test(text))
    return text.replace(/(\d+) ?[-–] ?(\d+)/, `$1/${month} - $2/${month}`)
  if (months.length !== 1 || /\d ?[/.-] ?\d|\d thang \d/.test(text)) return text
  if (/^\d{1,2}$/.test(text.trim())) return `${text.trim()}/${month}`
  return text
    .replace(/\bngay (\d{1,2}) ?(?:-|–|den)(?: ngay)? ?(\d{1,2})\b/g, `$1/${month} - $2/${month}`)
    .replace(dayAlone, `$1/${month}`)
}

function daysIn(plain: string, context: DayContext): { days: Found[]; moved: boolean } | { why: ProblemKind } {
  const found: Found[] = []
  let moved = false
  for (const form of forms) {
    for (const match of plain.matchAll(form)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (found.some((other) => start < other.end && other.start < end)) continue
      const { day, month, year: full, short } = match.groups!
      const said = full ?? short
      const isLunar = /^\s*(?:\(?(?:am lich|al|am)\b)/.test(plain.slice(end))
      const real = resolve({ day: Number(day), month: Number(month), year: said, isLunar }, context)
      if (typeof real !== 'object') return { why: 'no_such_day' }
      moved ||= real.moved
      found.push({ start, end, day: real.day })
    }
  }
  return { days: found.sort((one, other) => one.start - other.start), moved }
}

interface Written {
  readonly day: number
  readonly month: number
  readonly year: string | undefined
  readonly isLunar: boolean
}

function resolve({ day, month, year: said, isLunar }: Written, context: DayContext) {
  if (month < 1 || month > 12) return undefined
  const { layOn } = context
  const saidYear = said === undefined ? undefined : Number(said.length === 2 ? `20${said}` : said)
  if (isLunar) return lunarDay({ day, month }, layOn ?? context.schoolYear)
  const written = (of: number) => `${String(of).padStart(4, '0')}-${pad(month)}-${pad(day)}`
  const base = saidYear ?? yearOfMonth(context, month)
  const asWritten = written(base)
  if (!isRealDay(asWritten)) return undefined
  const own = schoolYearOf(asWritten)
  if (layOn === undefined || own === layOn) return { day: asWritten, moved: false }
  const there = written(base + Number(layOn.slice(0, 4)) - Number(own.slice(0, 4)))
  return isRealDay(there) ? { day: there, moved: true } : undefined
}

/** Of a heading that names several months: "6, 7, 8" is the summer that ends the year. */
function yearOfMonth({ schoolYear, months = [] }: DayContext, month: number): number {
  const all = months.includes(month) ? months : [month]
  const at = monthsOfYear(schoolYear, all).find((one) => Number(one.slice(5)) === month)
  return Number((at ?? schoolYear).slice(0, 4))
}

function lunarDay({ day, month }: { day: number; month: number }, schoolYear: string) {
  const start = Number(schoolYear.slice(0, 4))
  const days = [start, start + 1]
    .filter((one) => one >= lunarYears.first && one <= lunarYears.last)
    .flatMap((one) => solarDayOf({ year: one, month, day }) ?? [])
  const inYear = days.find((one) => schoolYearOf(one) === schoolYear)
  return inYear === undefined ? undefined : { day: inYear, moved: false }
}

function monthsIn(plain: string, context: DayContext): WrittenDay {
  const match =
    /(?:\bthang|^t\.?) ?(?<month>\d{1,2})(?!\d)(?: ?(?:\/|-|nam) ?(?<year>\d{4}))?|^(?<month2>\d{1,2})\/(?<year2>\d{4})$/.exec(
      plain,
    )
  const said = match?.groups?.month ?? match?.groups?.month2
  if (said === undefined) return { kind: 'none' }
  const month = Number(said)
  if (month < 1 || month > 12) return { kind: 'problem', why: 'no_such_day' }
  const year = match?.groups?.year ?? match?.groups?.year2
  const own = year === undefined ? context.schoolYear : schoolYearOf(`${year}-${pad(month)}-01`)
  const schoolYear = context.layOn ?? own
  return { kind: 'when', when: { kind: 'within', months: [month] }, schoolYear, moved: false }
}

function differs(plain: string, day: SchoolDay): boolean {
  const match = /\bthu (hai|ba|tu|nam|sau|bay|[2-7])\b|\b(chu nhat)\b/.exec(plain)
  if (match === null) return false
  const said = match[2] !== undefined ? 0 : (weekdayWords[match[1]!] ?? Number(match[1]) - 1)
  return weekdayOf(day) !== said
}

const pad = (count: number): string => String(count).padStart(2, '0')
