import { addDays, instantOf, type SchoolDay, schoolDayOf } from '../../core/clock.ts'
import type { Phrases } from '../../core/phrases.ts'
import { askForDates } from '../calendar/ask-for-dates.ts'
import { type CalendarEvent, readersOf } from '../calendar/event.ts'
import { askTime } from '../calendar/month-questions.ts'
import { type Closure, type DayOff, isSchoolDay } from '../calendar/school-day.ts'
import { monthsOfYear, schoolYearOf } from '../calendar/school-year.ts'
import type { Role, School } from '../people/person.ts'
import { lookAround } from './begin-pass.ts'
import { type Occurrence, sendDayOf } from './occurrence.ts'
import type { MovedBy } from './outcome.ts'
import type { Sent } from './pass.ts'
import { type RealStores, rehearsalStores } from './rehearsal.ts'
import { sendDueReminders } from './send-reminders.ts'
import type { Wordings } from './wordings.ts'

/** One thing the calendar would send at one time: a reminder of an event, or the month's question to the office. */
export interface AheadLine {
  readonly kind: 'reminder' | 'question'
  readonly at: Date
  /** The event; for a question its month, `YYYY-MM`. */
  readonly what: string
  /** The event's day; undefined for a question. */
  readonly day?: SchoolDay
  readonly reminderId?: string
  /** How many chats of each role get it. */
  readonly to: Readonly<Record<Role, number>>
  /** Why it is not on the day before: that day is off. */
  readonly movedDay?: { readonly from: SchoolDay; readonly because: DayOff }
  /** How many of them get it at another time than the reminder's own, by which rule. */
  readonly moved: Partial<Readonly<Record<MovedBy, number>>>
  /** It was due before, and is sent late: the window began after its instant. */
  readonly late: boolean
  /** A question: how many lines it has. */
  readonly lines?: number
}

/** An event of the window that nobody is reminded of. */
export interface SilentLine {
  readonly what: string
  readonly day?: SchoolDay
  /**
   * - `undated`: some time in a month of the window, no day yet: the office is asked
   * - `over`: its reminder had lost its use when the window began
   * - `none`: no reminder is on, or no school day is before it
   */
  readonly why: 'undated' | 'over' | 'none'
}

export interface YearAhead {
  /** By time. */
  readonly lines: readonly AheadLine[]
  readonly silent: readonly SilentLine[]
}

type Deps = RealStores & { phrases: Phrases; wordings: Wordings }
interface Window {
  readonly from: SchoolDay
  /** Included. */
  readonly to: SchoolDay
}

/**
 * Everything the calendar would send in these days as the school stands now, by the very functions that send it: they run from instant to
 * instant on a clock of their own, with stores that read the database and write to memory. Nothing is written, and nothing is sent.
 */
export async function planAhead(deps: Deps, school: School, { from, to }: Window): Promise<YearAhead> {
  const { phrases, wordings } = deps
  const start = instantOf(from, '00:00')
  const stores = rehearsalStores(deps, school.id, start)
  const work = <R>(step: (all: typeof stores) => Promise<R>) => step(stores)
  const closures = await stores.calendar.closures(school.id)
  const lines: AheadLine[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const { occurrences } = await lookAround(stores, school, instantOf(day, '00:00'))
    const known = [instantOf(day, askTime), ...occurrences.map(({ dueAt }) => dueAt), ...(day === from ? [start] : [])]
    const next = (after?: Date): Date | undefined => {
      const waiting = [...stores.runs.values()].flatMap(({ done, nextAt }) => (done || nextAt === null ? [] : [nextAt]))
      const ahead = [...known, ...waiting].filter((at) => schoolDayOf(at) === day && (after === undefined || at > after))
      return ahead.sort((one, other) => one.getTime() - other.getTime())[0]
    }
    for (let now = next(); now !== undefined; now = next(now)) {
      const at = now
      const asked = await askForDates({ ...stores, phrases }, school, at)
      if (asked !== undefined) lines.push(questionLine(asked, at))
      for (const sent of await sendDueReminders({ work, phrases, wordings }, school, at))
        if (sent.isFirst || total(sent.to) > 0) lines.push(reminderLine(sent, at, closures))
    }
  }
  const events = await stores.calendar.events(school.id, ...new Set([from, to].map(schoolYearOf)))
  const { occurrences } = await lookAround(stores, school, start)
  return { lines, silent: silentOf(events, { from, to, lines, occurrences }) }
}

const total = ({ guardian, teacher, office }: Readonly<Record<Role, number>>) => guardian + teacher + office

function questionLine(
  { month, dueAt, office, lines }: { month: string; dueAt: Date; office: number; lines: number },
  at: Date,
): AheadLine {
  return { kind: 'question', at, what: month, to: { office, teacher: 0, guardian: 0 }, moved: {}, late: dueAt < at, lines }
}

function reminderLine({ occurrence, to, moved, isFirst }: Sent, at: Date, closures: readonly Closure[]): AheadLine {
  const { event, day, dueAt, reminder } = occurrence
  const movedDay = reminder.schoolDays && reminder.daysBefore === 1 ? movedFrom(occurrence, closures) : undefined
  const late = isFirst && dueAt < at && Object.keys(moved).length === 0
  const base = { kind: 'reminder' as const, at, what: event.title.vi, day, reminderId: reminder.id, to, moved, late }
  return movedDay === undefined ? base : { ...base, movedDay }
}

function movedFrom(occurrence: Occurrence, closures: readonly Closure[]): AheadLine['movedDay'] {
  const dayBefore = addDays(occurrence.day, -1)
  const because = isSchoolDay(dayBefore, closures)
  return sendDayOf(occurrence) === dayBefore || because.kind === 'school_day' ? undefined : { from: dayBefore, because }
}

function silentOf(
  events: readonly CalendarEvent[],
  { from, to, lines, occurrences }: Window & { lines: readonly AheadLine[]; occurrences: readonly Occurrence[] },
): SilentLine[] {
  return events.flatMap((event): SilentLine[] => {
    const { when } = event
    const what = event.title.vi
    if (when.kind === 'within') {
      const inWindow = monthsOfYear(event.schoolYear, when.months).some(
        (month) => from.slice(0, 7) <= month && month <= to.slice(0, 7),
      )
      return inWindow ? [{ what, why: 'undated' }] : []
    }
    const { day } = when
    const isReminded = lines.some((line) => line.kind === 'reminder' && line.what === what && line.day === day)
    if (isReminded || day < from || day > to || readersOf(event.audience).length === 0) return []
    return [{ what, day, why: occurrences.some((one) => one.event.id === event.id) ? 'over' : 'none' }]
  })
}
