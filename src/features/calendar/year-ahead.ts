import { addDays, instantOf, type SchoolDay, schoolDayOf, schoolTimeOf } from '../../core/clock.ts'
import type { Phrases } from '../../core/phrases.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { Role, School } from '../people/person.ts'
import type { CalendarStore } from './calendar-store.ts'
import { defaultCalendarHours, reminderInstant } from './due.ts'
import { type CalendarEvent, readersOf } from './event.ts'
import { type Closure, type DayOff, isSchoolDay } from './school-day.ts'
import { monthsOfYear, schoolYearOf } from './school-year.ts'
import { sendDueFromCalendar } from './send-reminders.ts'
import { rehearsalStores } from './year-ahead-stores.ts'

/** One thing the calendar would send: a reminder of an event, or the month's question to the office. */
export interface AheadLine {
  readonly kind: 'reminder' | 'question'
  readonly at: Date
  /** The event; for a question its month, `YYYY-MM`. */
  readonly what: string
  /** The event's day; undefined for a question. */
  readonly day?: SchoolDay
  /** How many chats of each role get it. */
  readonly to: Readonly<Record<Role, number>>
  /** Why it is not on the day before: that day is off. */
  readonly moved?: { readonly from: SchoolDay; readonly because: DayOff }
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
   * - `no_school_day_before`: none within 200 days
   */
  readonly why: 'undated' | 'over' | 'no_school_day_before'
}

export interface YearAhead {
  /** By time. */
  readonly lines: readonly AheadLine[]
  readonly silent: readonly SilentLine[]
}

type Deps = { calendar: CalendarStore; people: PeopleStore; phrases: Phrases }
interface Window {
  readonly from: SchoolDay
  /** Included. */
  readonly to: SchoolDay
}

/**
 * Everything the calendar would send in these days as the school stands now, by the very functions that send it: they run day by day on a
 * clock of their own, with stores that read the database and write to memory. Nothing is written, and nothing is sent.
 */
export async function planAhead(deps: Deps, school: School, { from, to }: Window): Promise<YearAhead> {
  const { calendar, people, claims, sent, roleOf } = rehearsalStores(deps, school.id)
  const closures = await calendar.closures(school.id)
  const lines: AheadLine[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    for (const at of instantsOf(day, school)) {
      await sendDueFromCalendar({ calendar, people, phrases: deps.phrases, outbox: sent }, school, at)
      for (const claim of claims.take()) {
        const counts: Record<Role, number> = { office: 0, teacher: 0, guardian: 0 }
        for (const personId of sent.take(`${claim.key}/`)) counts[roleOf(personId)] += 1
        lines.push(await lineOf({ calendar, closures, school }, { ...claim, at, counts }))
      }
    }
  }
  const years = [...new Set([from, to].map(schoolYearOf))]
  const events = await calendar.events(school.id, ...years)
  return { lines, silent: silentOf(events, { from, to, closures, school, lines }) }
}

/** When something may become due: the end of quiet hours, the reminders' hour, the hour of the question. */
function instantsOf(day: SchoolDay, { reminderTime }: School): Date[] {
  const { quietTo, askTime } = defaultCalendarHours
  return [...new Set([quietTo, reminderTime, askTime])].sort().map((time) => instantOf(day, time))
}

interface Claimed {
  readonly key: string
  readonly dueAt: Date
  readonly detail?: unknown
  readonly at: Date
  readonly counts: Record<Role, number>
}

async function lineOf(
  { calendar, closures, school }: { calendar: CalendarStore; closures: readonly Closure[]; school: School },
  { key, dueAt, detail, at, counts }: Claimed,
): Promise<AheadLine> {
  const late = dueAt < at && schoolTimeOf(dueAt) >= defaultCalendarHours.quietTo
  const [kind = '', , ...rest] = key.split('/')
  if (kind === 'ask-dates') {
    const lines = (detail as { lines: readonly unknown[] }).lines.length // written by the claim of the question and by nothing else
    return { kind: 'question', at, what: rest[0] ?? '', to: counts, late, lines }
  }
  const [eventId, day = ''] = rest
  const events = await calendar.events(school.id, ...new Set([addDays(day, -31), day].map(schoolYearOf)))
  const what = events.find(({ id }) => id === eventId)?.title.vi ?? ''
  const moved = movedFrom(day, schoolDayOf(dueAt), closures)
  return { kind: 'reminder', at, what, day, to: counts, late, ...(moved === undefined ? {} : { moved }) }
}

function movedFrom(day: SchoolDay, remindedOn: SchoolDay, closures: readonly Closure[]): AheadLine['moved'] {
  const dayBefore = addDays(day, -1)
  const because = isSchoolDay(dayBefore, closures)
  return remindedOn === dayBefore || because.kind === 'school_day' ? undefined : { from: dayBefore, because }
}

function silentOf(
  events: readonly CalendarEvent[],
  { from, to, closures, school, lines }: Window & { closures: readonly Closure[]; school: School; lines: readonly AheadLine[] },
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
    return [{ what, day, why: reminderInstant(event, closures, school.reminderTime) === null ? 'no_school_day_before' : 'over' }]
  })
}
