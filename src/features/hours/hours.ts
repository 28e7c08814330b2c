import { addDays, instantOf, type SchoolDay, schoolDayOf, schoolTimeOf } from '../../core/clock.ts'
import type { ChannelName } from '../../core/message.ts'
import type { Role } from '../people/person.ts'

/** A stretch of the day on the school's clock, `HH:MM`; it may span midnight. */
export interface Span {
  readonly from: string
  readonly to: string
}

/** When a school writes to people on its own accord. */
export interface SchoolHours {
  /** Nobody is written to. */
  readonly quiet: Span
  /** Teachers are with sleeping children, or asleep themselves. */
  readonly rest: Span
  /** When somebody is in the office, on school days. */
  readonly office: readonly Span[]
}

export const usualHours: SchoolHours = {
  quiet: { from: '21:00', to: '06:30' },
  rest: { from: '11:30', to: '13:30' },
  office: [
    { from: '07:30', to: '11:30' },
    { from: '13:30', to: '17:00' },
  ],
}

/** Zalo shows nothing that a person has not asked for between 22:00 and 06:00; see the policy of template messages. */
const platformNight: Partial<Record<ChannelName, Span>> = { zalo: { from: '22:00', to: '06:00' } }

/**
 * Why something is written, which decides what it must wait for:
 * - `reply`: somebody wrote first. Never waits
 * - `urgent`: a named role said that it cannot wait, with the reason. Never waits
 * - `duty`: the work of the staff at an hour the school has set: reports that are out, the summary. Waits for the school's night
 * - `ordinary`: everything else. Waits for the night, the teachers' rest, the office's hours
 */
export type Purpose = 'reply' | 'urgent' | 'duty' | 'ordinary'

export const hourRules = ['quiet', 'own_quiet', 'rest', 'office_hours', 'platform_night'] as const
export type HourRule = (typeof hourRules)[number]

/** Who is written to, where, and what holds for them. */
export interface Reader {
  readonly role: Role
  readonly channel: ChannelName
  /** Their own quiet hours, in place of the school's. */
  readonly quiet?: Span
}

export interface HoursOf {
  readonly hours: SchoolHours
  isSchoolDay(day: SchoolDay): boolean
}

export interface Moment {
  readonly at: Date
  /** The rules that moved it here, in the order in which they did. */
  readonly moved: readonly HourRule[]
}

/** More steps than any run of nights and days off has: a calendar that is off for ever must not hang the service. */
const mostSteps = 500

/** The first instant from `at` on at which this reader may be written to, and by which rules it is a later one. */
export function momentFor(at: Date, purpose: Purpose, reader: Reader, school: HoursOf): Moment {
  const moved: HourRule[] = []
  let moment = at
  for (let step = 0; step < mostSteps; step += 1) {
    const held = heldBy(moment, purpose, reader, school)
    if (held === undefined) break
    if (!moved.includes(held.rule)) moved.push(held.rule)
    moment = held.until
  }
  return { at: moment, moved }
}

/** Whether somebody may not be written to at this instant: by which rule, and until when it holds. */
export function heldBy(
  at: Date,
  purpose: Purpose,
  { role, channel, quiet }: Reader,
  { hours, isSchoolDay }: HoursOf,
): { readonly rule: HourRule; readonly until: Date } | undefined {
  if (purpose === 'reply' || purpose === 'urgent') return undefined
  const own = purpose === 'duty' ? undefined : quiet
  const night = own ?? hours.quiet
  if (isWithin(at, night)) return { rule: own === undefined ? 'quiet' : 'own_quiet', until: endOf(at, night) }
  const shut = platformNight[channel]
  if (shut !== undefined && isWithin(at, shut)) return { rule: 'platform_night', until: endOf(at, shut) }
  if (purpose === 'duty') return undefined
  if (role === 'teacher' && isWithin(at, hours.rest)) return { rule: 'rest', until: endOf(at, hours.rest) }
  if (role !== 'office') return undefined
  const day = schoolDayOf(at)
  if (isSchoolDay(day) && hours.office.some((span) => isWithin(at, span))) return undefined
  const opensLater = isSchoolDay(day) ? hours.office.filter(({ from }) => from > schoolTimeOf(at)).map(({ from }) => from) : []
  const [opens] = opensLater.sort()
  return { rule: 'office_hours', until: opens === undefined ? instantOf(addDays(day, 1), '00:00') : instantOf(day, opens) }
}

/** Whether an instant lies in a span; one that begins and ends at the same time is empty. */
export function isWithin(at: Date, { from, to }: Span): boolean {
  const time = schoolTimeOf(at)
  return from <= to ? from <= time && time < to : from <= time || time < to
}

/** When the span that holds now is over. */
export function endOf(at: Date, { to }: Span): Date {
  const day = schoolDayOf(at)
  return instantOf(schoolTimeOf(at) < to ? day : addDays(day, 1), to)
}
