import { addDays, type SchoolDay } from '../../core/clock.ts'
import { type Closure, isSchoolDay, nextSchoolDay } from '../calendar/school-day.ts'
import { onOrAfter, type SpokenDays, spokenDays } from './spoken-days.ts'

/** When somebody will be away. */
export interface Span {
  readonly from: SchoolDay
  readonly to: SchoolDay
  readonly days: readonly SchoolDay[]
  readonly daysOff: readonly SchoolDay[]
  readonly openEnded: boolean
}

/** What days are read against. */
export interface When {
  readonly today: SchoolDay
  readonly closures: readonly Closure[]
  /** The school day is over: without a day said, the next one is meant. */
  readonly isOver?: boolean
}

const longestDays = 62 // two months; whoever is away longer has spoken with the school
const back = /\b(di hoc lai|hoc lai|den lop lai|quay lai|tro lai|di hoc binh thuong|back to school|be back|return)\b/

/**
 * The span a message names: "từ thứ 4 đến hết tuần", "24-26/11", "mai và thứ 6", "3 ngày từ mai", "hôm nay, mai đi học lại". Without a
 * day it is today, or the next school day once today's is over. Null: only days gone by, or none that the calendar has.
 */
export function spanOf(bare: string, when: When): Span | null {
  const isOver = when.isOver ?? false
  const spoken = spokenDays(bare, { today: when.today, isOver })
  if (spoken.past) return null
  const { returning, rest } = withoutReturn(bare, spoken)
  const usual = usualDay(when)
  if (rest.length === 0) {
    // A date that the calendar does not have was meant all the same: nothing is guessed instead of it.
    if (returning === null && /\d{1,2}\s?\/\s?\d{1,2}/.test(bare)) return null
    return cut({ from: usual, to: lengthened(usual, spoken, when) ?? usual, singles: null }, { when, spoken, returning })
  }
  const days = new Set<SchoolDay>()
  let last: { from: SchoolDay; to: SchoolDay } | null = null
  let isBegun = false
  for (const { start, from, to, weekday } of rest) {
    const before = bare.slice(0, start).trimEnd()
    const isEnd =
      /(?:\bden|\btoi|\bhet|-|\buntil|\btill|\bto|\bthrough)(?: het)?(?: ngay)?$/.test(before) ||
      /^(het|cuoi) (tuan|thang)/.test(bare.slice(start))
    if (isEnd) {
      const begin: SchoolDay = last?.from ?? usual
      const end: SchoolDay = weekday === undefined ? to : onOrAfter(begin, weekday)
      for (const day of between(begin, end)) days.add(day)
      last = { from: begin, to: end }
    } else {
      isBegun ||= /\b(?:tu|bat dau|ke tu|from|starting)(?: ngay)?$/.test(before)
      for (const day of between(from, to)) days.add(day)
      last = { from, to }
    }
  }
  const sorted = [...days].sort()
  const from = sorted[0]
  if (from === undefined) return null
  const single = sorted.length === 1
  const to = (single ? lengthened(from, spoken, when) : undefined) ?? sorted.at(-1)!
  const isOpen = single && isBegun && spoken.count === undefined && returning === null
  return cut(
    { from, to, singles: single ? null : days },
    { when, spoken: isOpen ? { ...spoken, vague: true } : spoken, returning },
  )
}

/** The days a message names, whatever they are for; null when it names none. */
export function namedDays(bare: string, when: When): readonly SchoolDay[] | null {
  const { mentions } = spokenDays(bare, { today: when.today, isOver: when.isOver ?? false })
  return mentions.length === 0 ? null : mentions.flatMap(({ from, to }) => between(from, to))
}

/** "thứ 6 đi học lại" names the day after the last one away. */
function withoutReturn(bare: string, { mentions }: SpokenDays) {
  const found = back.exec(bare)
  if (found === null) return { returning: null, rest: mentions }
  const near = mentions.findLast(({ end }) => end <= found.index && !/\b(nghi|vang)\b/.test(bare.slice(end, found.index)))
  const behind = mentions.find(({ start }) => start >= found.index && start - found.index - found[0].length < 12)
  const day = behind ?? (near !== undefined && found.index - near.end < 25 ? near : undefined)
  return { returning: day?.from ?? null, rest: mentions.filter((one) => one !== day) }
}

function usualDay({ today, closures, isOver }: When): SchoolDay {
  if (!isOver && isSchoolDay(today, closures).kind === 'school_day') return today
  return nextSchoolDay(today, closures) ?? addDays(today, 1)
}

/** "3 ngày" are school days: that is what somebody is away from. */
function lengthened(from: SchoolDay, { count }: SpokenDays, { closures }: When): SchoolDay | undefined {
  if (count === undefined || count.days < 1) return undefined
  if (count.isWeeks) return addDays(from, count.days * 7 - 1)
  let day = from
  for (let left = Math.min(count.days, longestDays) - 1; left > 0; left -= 1) day = nextSchoolDay(day, closures) ?? day
  return day
}

function cut(
  { from, to, singles }: { from: SchoolDay; to: SchoolDay; singles: ReadonlySet<SchoolDay> | null },
  { when, spoken, returning }: { when: When; spoken: SpokenDays; returning: SchoolDay | null },
): Span | null {
  const first = from < when.today ? when.today : from
  const end =
    returning !== null && (returning <= to || spoken.count === undefined) && returning > first ? addDays(returning, -1) : to
  const last = returning !== null && singles !== null && end > to ? to : end
  const all = between(first, last).filter((day) => singles === null || singles.has(day) || (returning !== null && day > to))
  const [begin] = all
  const finish = all.at(-1)
  if (begin === undefined || finish === undefined) return null
  const isOpen = (day: SchoolDay) => isSchoolDay(day, when.closures).kind === 'school_day'
  return {
    from: begin,
    to: finish,
    days: all.filter(isOpen),
    daysOff: all.filter((day) => !isOpen(day)),
    openEnded: spoken.vague && returning === null,
  }
}

function between(from: SchoolDay, to: SchoolDay): SchoolDay[] {
  const days: SchoolDay[] = []
  for (let day = from; day <= to && days.length < longestDays; day = addDays(day, 1)) days.push(day)
  return days
}
