import { addDays, type SchoolDay } from '../../core/clock.ts'
import type { ClassAge } from '../people/person.ts'
import type { Audience, CalendarEvent, EventTime } from './event.ts'
import { type Closure, isSchoolDay, nextSchoolDay, previousSchoolDay } from './school-day.ts'
import { isRealDay, monthsOfYear, type SchoolYear } from './school-year.ts'

/**
 * When something comes back.
 * - `times_a_year`: so often a school year, some time in each of its equal parts: 2 is once a semester, 4 once a quarter
 * - `monthly`: in each month from September to May: some time, on its first or last school day, or on a day of the month
 * - `rrule`: a rule of RFC 5545, unrolled for some years when it was entered
 */
export type Rhythm =
  | { readonly kind: 'times_a_year'; readonly times: 1 | 2 | 3 | 4 }
  | { readonly kind: 'monthly'; readonly on: 'some_day' | 'first_school_day' | 'last_school_day' | number }
  | { readonly kind: 'rrule'; readonly rule: string; readonly days: readonly SchoolDay[] }

/** Something that comes back by itself, laid as events on every school year. */
export interface CalendarRule {
  readonly id: string
  /** How the office names it. */
  readonly number: number
  readonly title: Readonly<Record<'vi' | 'en', string>>
  readonly audience: readonly Audience[]
  readonly classIds: readonly string[]
  readonly ageGroups: readonly ClassAge[]
  readonly rhythm: Rhythm
  /** `HH:MM` on the school's clock. */
  readonly time?: string
}

/** Parts of a school year from September to May; the third of four and the second of two begin with the calendar year, as quarters do. */
const partsOfYear: Readonly<Record<1 | 2 | 3 | 4, readonly (readonly number[])[]>> = {
  1: [[9, 10, 11, 12, 1, 2, 3, 4, 5]],
  2: [
    [9, 10, 11, 12],
    [1, 2, 3, 4, 5],
  ],
  3: [
    [9, 10, 11],
    [12, 1, 2],
    [3, 4, 5],
  ],
  4: [[9], [10, 11, 12], [1, 2, 3], [4, 5]],
}
const monthsTaught = [9, 10, 11, 12, 1, 2, 3, 4, 5]

/** A rule's events of one school year. The same year gives the same names in `sourceKey`, so that nothing is laid twice. */
export function layRule(rule: CalendarRule, schoolYear: SchoolYear, closures: readonly Closure[]): CalendarEvent[] {
  const { id, title, audience, classIds, ageGroups } = rule
  return turnsOf(rule, schoolYear, closures).map(({ turn, when }) => ({
    ...{ id: `rule-${id}-${turn}`, schoolYear, source: 'rule', sourceKey: `rule/${id}/${turn}`, templateKey: null },
    ...{ title, audience, classIds, ageGroups, when, approved: true },
  }))
}

interface Turn {
  readonly turn: string
  readonly when: EventTime
}

function turnsOf({ rhythm, time }: CalendarRule, schoolYear: SchoolYear, closures: readonly Closure[]): Turn[] {
  const dated = (day: SchoolDay): EventTime => ({ kind: 'dated', day, ...(time === undefined ? {} : { time }) })
  switch (rhythm.kind) {
    case 'times_a_year':
      return partsOfYear[rhythm.times].map((months, index) => ({
        turn: `${schoolYear}-${index + 1}`,
        when: { kind: 'within', months },
      }))
    case 'monthly':
      return monthsTaught.flatMap((month): Turn[] => {
        if (rhythm.on === 'some_day') return [{ turn: `${schoolYear}-m${month}`, when: { kind: 'within', months: [month] } }]
        const day = dayInMonth(monthsOfYear(schoolYear, [month])[0]!, rhythm.on, closures)
        return day === null ? [] : [{ turn: `${schoolYear}-m${month}`, when: dated(day) }]
      })
    case 'rrule': {
      const start = Number(schoolYear.slice(0, 4))
      const isOwn = (day: SchoolDay) => day >= `${start}-08-01` && day <= `${start + 1}-07-31`
      // A Monday that is a holiday has no assembly.
      const own = rhythm.days.filter((day) => isOwn(day) && isSchoolDay(day, closures).kind === 'school_day')
      return own.map((day) => ({ turn: day, when: dated(day) }))
    }
  }
}

function dayInMonth(
  month: string,
  on: Exclude<Extract<Rhythm, { kind: 'monthly' }>['on'], 'some_day'>,
  closures: readonly Closure[],
) {
  if (on === 'first_school_day') {
    const day = nextSchoolDay(addDays(`${month}-01`, -1), closures)
    return day?.startsWith(month) ? day : null
  }
  if (on === 'last_school_day') {
    const next = addDays(`${month}-28`, 4).slice(0, 7)
    const day = previousSchoolDay(`${next}-01`, closures)
    return day?.startsWith(month) ? day : null
  }
  const day = `${month}-${String(on).padStart(2, '0')}`
  return isRealDay(day) ? day : null
}

/**
 * What rules still have to lay, and which of their days have to move: a first school day that the school has since closed is another day.
 * A day that the office gave itself stays.
 */
export function dueFromRules(
  rules: readonly CalendarRule[],
  {
    schoolYear,
    events,
    closures,
    today,
  }: {
    readonly schoolYear: SchoolYear
    readonly events: readonly CalendarEvent[]
    readonly closures: readonly Closure[]
    readonly today: SchoolDay
  },
): { readonly lay: readonly CalendarEvent[]; readonly move: readonly { readonly eventId: string; readonly day: SchoolDay }[] } {
  const known = new Map(events.flatMap((event) => (event.sourceKey === undefined ? [] : [[event.sourceKey, event] as const])))
  const wanted = rules.flatMap((rule) => layRule(rule, schoolYear, closures).map((event) => ({ rule, event })))
  return {
    lay: wanted.filter(({ event }) => !known.has(event.sourceKey ?? '') && isToCome(event, today)).map(({ event }) => event),
    move: wanted.flatMap(({ rule, event }) => {
      const standing = known.get(event.sourceKey ?? '')
      if (standing?.when.kind !== 'dated' || event.when.kind !== 'dated' || standing.when.day === event.when.day) return []
      const [before, { day }] = [standing.when.day, event.when]
      const isBySchoolDay = rule.rhythm.kind === 'monthly' && typeof rule.rhythm.on === 'string'
      const wasRuled = layRule(rule, schoolYear, []).some(({ when }) => when.kind === 'dated' && when.day === before)
      const isClosed = closures.some((closure) => closure.day === before)
      const isOurs = isBySchoolDay && (wasRuled || isClosed) && before >= today && day >= today
      return isOurs ? [{ eventId: standing.id, day }] : []
    }),
  }
}

/** What is over when a rule is entered is not laid: nobody weighs children in a September gone by. */
export function isToCome({ schoolYear, when }: Pick<CalendarEvent, 'schoolYear' | 'when'>, today: SchoolDay): boolean {
  if (when.kind === 'dated') return when.day >= today
  return (monthsOfYear(schoolYear, when.months).at(-1) ?? '') >= today.slice(0, 7)
}
