import { addDays, type SchoolDay, weekdayOf } from '../../core/clock.ts'
import type { ClassAge } from '../people/person.ts'
import { type Certainty, type HolidayName, holidayOn } from './holidays.ts'

/** A part of a school: one class, or all classes of an age group. */
export type SchoolPart = { readonly classId: string } | { readonly age: ClassAge }

/** A day, or a run of days, on which this school differs from the public calendar. Its own word stands above every other rule. */
export interface Closure {
  readonly day: SchoolDay
  /** For a run: the last day of it, included. */
  readonly lastDay?: SchoolDay
  /** true: open although it would be a day off. false: shut although it would be a school day. */
  readonly open: boolean
  /** In the office's words, as people may read it: `Nghỉ bão`. */
  readonly reason: string
  readonly summerBreak?: boolean
  /** Only this part of the school; absent: all of it. */
  readonly only?: SchoolPart
}

export type DayOffReason = 'saturday' | 'sunday' | 'holiday' | 'made_up_holiday' | 'swapped_day_off' | 'closure' | 'summer_break'

export interface DayOff {
  readonly kind: 'day_off'
  readonly why: DayOffReason
  /** Which public holiday, and how sure its day is. */
  readonly name?: HolidayName
  readonly certainty?: Certainty
  /** The office's words, for its own closures. */
  readonly reason?: string
}

/** `openBecause`: the office's words, when a day off was opened. */
export type SchoolDayAnswer = { readonly kind: 'school_day'; readonly openBecause?: string } | DayOff

/** The closures as they stand for one class, for the functions below. */
export const closuresOf = (one: { readonly id: string; readonly age: ClassAge }, closures: readonly Closure[]): Closure[] =>
  closuresFor(one, closures).map(({ only: _only, ...rest }) => rest)

/** The closures that count for one class: the word for the class before that for its age group, that before the school's. */
export function closuresFor(
  { id, age }: { readonly id: string; readonly age: ClassAge },
  closures: readonly Closure[],
): Closure[] {
  if (closures.every(({ only }) => only === undefined)) return [...closures]
  const weight = ({ only }: Closure): number => {
    if (only === undefined) return 1
    return 'classId' in only ? (only.classId === id ? 3 : 0) : only.age === age ? 2 : 0
  }
  const own = closures.flatMap((closure) => daysOf(closure).map((day) => ({ closure, day, weight: weight(closure) })))
  return [...Map.groupBy(own, ({ day }) => day).values()].flatMap((ofDay) => {
    const most = Math.max(...ofDay.map((one) => one.weight))
    if (most === 0) return []
    return ofDay
      .filter((one) => one.weight === most)
      .map(({ day, closure: { lastDay: _lastDay, ...rest } }) => ({ ...rest, day }))
  })
}

function daysOf({ day, lastDay = day }: Closure): SchoolDay[] {
  const days = [day]
  while (days.at(-1)! < lastDay) days.push(addDays(days.at(-1)!, 1))
  return days
}

/**
 * Is this a school day for the whole school, and why not; for one class, give it `closuresOf` the class. The school's own word first (an extra school day before a closure), then public
 * holidays, then the weekend: so a Tết Saturday answers "Tết". There is no summer break by default: preschools mind
 * children in summer, and a school that does not says so with a closure.
 */
export function isSchoolDay(day: SchoolDay, closures: readonly Closure[]): SchoolDayAnswer {
  const own = closures.filter(
    (closure) => closure.only === undefined && closure.day <= day && day <= (closure.lastDay ?? closure.day),
  )
  const opened = own.find(({ open }) => open)
  if (opened) return { kind: 'school_day', openBecause: opened.reason }
  const shut = own[0]
  if (shut) return { kind: 'day_off', why: shut.summerBreak ? 'summer_break' : 'closure', reason: shut.reason }
  const holiday = holidayOn(day)
  if (holiday) return { kind: 'day_off', why: holiday.kind, name: holiday.name, certainty: holiday.certainty }
  if (weekdayOf(day) === 6) return { kind: 'day_off', why: 'saturday' }
  if (weekdayOf(day) === 0) return { kind: 'day_off', why: 'sunday' }
  return { kind: 'school_day' }
}

const farthestDays = 200 // longer than any summer; a search never runs away over a closure without end

function seek(from: SchoolDay, step: 1 | -1, closures: readonly Closure[]): SchoolDay | null {
  for (let count = 1; count <= farthestDays; count += 1) {
    const day = addDays(from, step * count)
    if (isSchoolDay(day, closures).kind === 'school_day') return day
  }
  return null
}

/** The first school day after this day; null when there is none within 200 days. */
export function nextSchoolDay(day: SchoolDay, closures: readonly Closure[]): SchoolDay | null {
  return seek(day, 1, closures)
}

/** The last school day before this day; null when there is none within 200 days. */
export function previousSchoolDay(day: SchoolDay, closures: readonly Closure[]): SchoolDay | null {
  return seek(day, -1, closures)
}

/** The month's first school day; null when the whole month is off. @param month `YYYY-MM` */
export function firstSchoolDayOfMonth(month: string, closures: readonly Closure[]): SchoolDay | null {
  const day = nextSchoolDay(addDays(`${month}-01`, -1), closures)
  return day?.startsWith(month) ? day : null
}
