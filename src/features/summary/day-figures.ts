import type { SchoolDay } from '../../core/clock.ts'
import { groupsOf } from '../arrangement/arrangement.ts'
import type { ArrangementStore } from '../arrangement/arrangement-store.ts'
import type { CalendarStore } from '../calendar/calendar-store.ts'
import { type Closure, closuresOf, isSchoolDay, previousSchoolDay } from '../calendar/school-day.ts'
import type { Checkin, CheckinStore } from '../checkin/checkin-store.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { School, SchoolClass } from '../people/person.ts'
import { type DaySummary, summarise } from './totals.ts'

export interface FigureDeps {
  readonly checkins: Pick<CheckinStore, 'ofDay'>
  readonly people: Pick<PeopleStore, 'classes'>
  readonly calendar: Pick<CalendarStore, 'closures'>
  readonly arrangements: Pick<ArrangementStore, 'on'>
}

/** The day's figures and when they came. */
export interface DayFigures {
  readonly summary: DaySummary
  /** Epoch milliseconds of the last report or confirmation; 0 when nothing was reported. */
  readonly changedAt: number
  /** When each class of `summary.classes` reported, by its name. */
  readonly reportedAt: Readonly<Record<string, Date>>
}

export async function figuresOf(deps: FigureDeps, school: Pick<School, 'id'>, day: SchoolDay): Promise<DayFigures> {
  const frame = { classes: await deps.people.classes(school.id), closures: await deps.calendar.closures(school.id) }
  return await figuresIn(deps, { schoolId: school.id, day, ...frame })
}

/** What counts for every day alike. */
interface Frame {
  readonly classes: readonly SchoolClass[]
  readonly closures: readonly Closure[]
}

async function figuresIn(
  { checkins, arrangements }: FigureDeps,
  { schoolId, day, classes: all, closures }: Frame & { schoolId: string; day: SchoolDay },
): Promise<DayFigures> {
  const reports = new Map((await checkins.ofDay(schoolId, day)).map((checkin) => [checkin.classId, checkin]))
  const isOpen = (one: SchoolClass) => isSchoolDay(day, closuresOf(one, closures)).kind === 'school_day'
  // Of a day off for everybody nothing is expected anyway; a class that reported all the same counts.
  const isAnyOpen = all.some(isOpen)
  const isOff = (one: SchoolClass) => isAnyOpen && !isOpen(one) && !reports.has(one.id)
  const classes = all.filter((one) => !isOff(one))
  const nameOf = (id: string) => all.filter((one) => one.id === id).map(({ name }) => name)
  const joined = groupsOf(await arrangements.on(schoolId, day)).map((group) => group.flatMap(nameOf))
  const figures = summarise(
    classes.map((one) => {
      const checkin = reports.get(one.id)
      const state = checkin === undefined ? 'not_reported' : checkin.confirmedAt === null ? 'unconfirmed' : 'confirmed'
      return { className: one.name, ageGroup: one.age, enrolled: one.children.length, report: checkin?.report ?? null, state }
    }),
  )
  const summary = { ...figures, off: all.filter(isOff).map(({ name }) => name), joined }
  const times = classes.flatMap((one) => {
    const checkin = reports.get(one.id)
    return checkin === undefined ? [] : [[one.name, checkin.reportedAt] as const]
  })
  return { summary, changedAt: Math.max(0, ...[...reports.values()].map(lastChange)), reportedAt: Object.fromEntries(times) }
}

function lastChange({ reportedAt, confirmedAt }: Checkin): number {
  return Math.max(reportedAt.getTime(), confirmedAt?.getTime() ?? 0)
}

/** One day of several, with the figures that its own summary tells. */
export interface FiguredDay {
  readonly day: SchoolDay
  readonly summary: DaySummary
}

/** The figures of these days, in their order. Children and classes are those of today: a day gone by has no list of its own. */
export async function figuresOfDays(
  deps: FigureDeps,
  schoolId: string,
  days: readonly SchoolDay[],
): Promise<readonly FiguredDay[]> {
  const frame = { classes: await deps.people.classes(schoolId), closures: await deps.calendar.closures(schoolId) }
  const figured: FiguredDay[] = []
  for (const day of days) figured.push({ day, summary: (await figuresIn(deps, { schoolId, day, ...frame })).summary })
  return figured
}

/** The last school days up to and with this one, oldest first; fewer when the school has been shut for long. */
export function lastSchoolDays(day: SchoolDay, count: number, closures: readonly Closure[]): SchoolDay[] {
  const days = [day]
  while (days.length < count) {
    const before = previousSchoolDay(days[0]!, closures)
    if (before === null) break
    days.unshift(before)
  }
  return days
}
