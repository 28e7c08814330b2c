import { instantOf, type SchoolDay, schoolDayOf } from '../../core/clock.ts'
import { activityTemplate } from './activity-template.ts'
import type { CalendarEvent } from './event.ts'
import { type Closure, firstSchoolDayOfMonth, nextSchoolDay } from './school-day.ts'
import { monthsOfYear } from './school-year.ts'

/** When the office is asked on a month's first school day, and until when on that day or one of the next. School clock. */
export const askTime = '07:30'
const askUntil = '17:00'

/** What is known when the office might be asked. */
export interface MonthNow {
  readonly now: Date
  readonly events: readonly CalendarEvent[]
  readonly closures: readonly Closure[]
  /** For the key. */
  readonly schoolId: string
}

/** A numbered line the office was shown. Kept with the question, so that an answer days later still means the same line. */
export interface MonthLine {
  readonly number: number
  readonly eventId: string
  /** `YYYY-MM`: where a day without a year is looked for. */
  readonly months: readonly string[]
}

export interface MonthQuestion {
  /** `YYYY-MM` */
  readonly month: string
  readonly dueAt: Date
  /** One per school and month. */
  readonly key: string
  readonly lines: readonly MonthLine[]
}

const position = new Map(
  activityTemplate.map(({ key, arrangedBy }, index) => [key, arrangedBy === 'school' ? index : index + 1000]),
)

/** The school's own events, then what the schedule leaves to the school, then what it only learns from the authorities. */
function byArranger(one: CalendarEvent, other: CalendarEvent): number {
  const place = ({ templateKey }: CalendarEvent) => (templateKey === null ? -1 : (position.get(templateKey) ?? -1))
  return one.schoolYear.localeCompare(other.schoolYear) || place(one) - place(other) || one.id.localeCompare(other.id)
}

/** The month's events that have no day yet, numbered from 1. An event that spans months is asked about in each until it has a day. */
export function undatedLines(month: string, events: readonly CalendarEvent[]): MonthLine[] {
  return events
    .flatMap((event) => {
      const months = event.when.kind === 'within' ? monthsOfYear(event.schoolYear, event.when.months) : []
      return months.includes(month) ? [{ event, months }] : []
    })
    .sort((one, other) => byArranger(one.event, other.event))
    .map(({ event, months }, index) => ({ number: index + 1, eventId: event.id, months }))
}

/**
 * The one question to the office about this month's undated lines: due from the ask time of the month's first school day.
 * After an outage it is still asked on one of the next four school days, between ask time and end of school; later it has
 * lost its use, and a school set up late in a month is not asked about what is nearly over. Null when nothing is due or
 * nothing is undated; the caller asks once per key.
 */
export function monthQuestion({ now, events, closures, schoolId }: MonthNow): MonthQuestion | null {
  const today = schoolDayOf(now)
  const month = today.slice(0, 7)
  const firstDay = firstSchoolDayOfMonth(month, closures)
  if (firstDay === null || today > lastAskDay(firstDay, closures)) return null
  const dueAt = instantOf(firstDay, askTime)
  const inHours = instantOf(today, askTime) <= now && now < instantOf(today, askUntil)
  if (now < dueAt || !inHours) return null
  const lines = undatedLines(month, events)
  return lines.length === 0 ? null : { month, dueAt, key: `ask-dates/${schoolId}/${month}`, lines }
}

function lastAskDay(firstDay: SchoolDay, closures: readonly Closure[]): SchoolDay {
  let day = firstDay
  for (let count = 0; count < 4; count += 1) day = nextSchoolDay(day, closures) ?? day
  return day
}
