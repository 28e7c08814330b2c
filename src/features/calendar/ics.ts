import { addDays, type SchoolDay, schoolTimeZone } from '../../core/clock.ts'
import type { Language } from '../../core/phrases.ts'
import type { SchoolClass } from '../people/person.ts'
import { runsOf } from './closing-wording.ts'
import { type CalendarEvent, classesOf, readersOf } from './event.ts'
import { icsFile, icsInstant, icsLine, icsText } from './ics-text.ts'
import { type Closure, closuresFor, type SchoolPart } from './school-day.ts'

/** Who reads a feed: families see what is for them, staff sees everything. */
export const feedReaders = ['parents', 'staff'] as const
export type FeedReader = (typeof feedReaders)[number]

type FeedClass = Pick<SchoolClass, 'id' | 'code' | 'age'>

export interface IcsCalendar {
  readonly schoolId: string
  readonly school: string
  readonly reader: FeedReader
  /** Only what concerns this class; absent: the whole school. */
  readonly only?: FeedClass
  readonly classes: readonly FeedClass[]
  readonly events: readonly CalendarEvent[]
  readonly closures: readonly Closure[]
  readonly language: Language
  /** The words for a day off and a day of lessons, before the reason. `part`: how a part of the school is called. */
  readonly words: {
    readonly closed: string
    readonly open: string
    readonly tentative: string
    part(part: SchoolPart): string
  }
  readonly now: Date
}

/** The school's clock as a time zone component: no daylight saving since 1975. */
const zone = [
  ...['BEGIN:VTIMEZONE', `TZID:${schoolTimeZone}`, 'BEGIN:STANDARD', 'DTSTART:19700101T000000'],
  ...['TZOFFSETFROM:+0700', 'TZOFFSETTO:+0700', 'TZNAME:+07', 'END:STANDARD', 'END:VTIMEZONE'],
]

/**
 * A school's dated events and its own days off as an iCalendar file (RFC 5545): CRLF, lines folded at 75 octets, whole days as dates, hours
 * on the school's clock with its time zone, and ids that stay the same from one reading to the next, so that a moved event moves in the
 * reader's calendar. Marks of our own (`X-MAMNON-…`) keep what iCalendar has no words for, so that it can be read back unchanged.
 */
export function writeIcs(calendar: IcsCalendar): string {
  const { school, only, now } = calendar
  const name = only === undefined ? school : `${school}, ${only.code}`
  const entries = [...calendar.events.flatMap((event) => eventLines(event, calendar)), ...closureLines(calendar)]
  return icsFile([
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Tro ly Mam non//Lich truong//VI', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH'],
    icsLine('X-WR-CALNAME', icsText(name)),
    icsLine('X-WR-TIMEZONE', schoolTimeZone),
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    ...zone,
    ...entries.flatMap((entry) => ['BEGIN:VEVENT', ...entry, icsLine('DTSTAMP', icsInstant(now)), 'END:VEVENT']),
    'END:VCALENDAR',
  ])
}

function eventLines(event: CalendarEvent, calendar: IcsCalendar): string[][] {
  const { reader, language, words, schoolId, only, classes } = calendar
  const { when, title, place, id } = event
  if (when.kind !== 'dated') return []
  if (reader === 'parents' && !readersOf(event.audience).includes('parents')) return []
  if (only !== undefined && classesOf(event, [only])?.length === 0) return []
  const summary = event.tentative ? `${title[language]} (${words.tentative})` : title[language]
  const parts: SchoolPart[] = [
    ...(event.classIds ?? []).map((classId) => ({ classId })),
    ...(event.ageGroups ?? []).map((age) => ({ age })),
  ]
  return [
    [
      icsLine('UID', icsText(`event-${id}@${schoolId}`)),
      ...whenLines(when),
      icsLine('SUMMARY', icsText(summary)),
      ...(place === undefined ? [] : [icsLine('LOCATION', icsText(place))]),
      icsLine('STATUS', event.tentative ? 'TENTATIVE' : 'CONFIRMED'),
      'TRANSP:TRANSPARENT',
      ...(event.tentative ? [icsLine('X-MAMNON-TITLE;VALUE=TEXT', icsText(title.vi))] : []),
      ...(reader === 'staff' ? [icsLine('X-MAMNON-AUDIENCE;VALUE=TEXT', event.audience.join('\\,'))] : []),
      ...(parts.length === 0
        ? []
        : [icsLine('X-MAMNON-FOR;VALUE=TEXT', icsText(parts.map((part) => partName(part, classes)).join(',')))]),
    ],
  ]
}

function whenLines({ day, lastDay = day, time, endTime }: Extract<CalendarEvent['when'], { kind: 'dated' }>): string[] {
  if (time === undefined) return wholeDays(day, lastDay)
  const local = (of: SchoolDay, clock: string) => `TZID=${schoolTimeZone}:${plain(of)}T${clock.replace(':', '')}00`
  // An end at midnight says that it lasts through the day before, at no hour that anybody gave.
  const end = endTime === undefined ? local(addDays(lastDay, 1), '00:00') : local(lastDay, endTime)
  const ends = lastDay !== day || endTime !== undefined
  return [`DTSTART;${local(day, time)}`, ...(ends ? [`DTEND;${end}`] : [])]
}

/** Days in a row with one reason are one entry for each part of the school. */
function closureLines({ closures, words, schoolId, only, classes }: IcsCalendar): string[][] {
  const own = only === undefined ? closures : closuresFor(only, closures)
  const days = own.flatMap(({ day, lastDay, ...closure }) =>
    daysBetween(day, lastDay ?? day).map((one) => ({ day: one, ...closure })),
  )
  const alike = Map.groupBy(days, ({ open, reason, only: part }) => JSON.stringify([open, reason, part ?? null]))
  return [...alike.values()].flatMap((same) =>
    runsOf(same.map(({ day }) => day).sort()).map(({ first, last }) => {
      const { open, reason, only: part } = same[0]!
      const name = part === undefined ? '' : partName(part, classes)
      const said = `${open ? words.open : words.closed}${part === undefined ? '' : ` (${words.part(part)})`}: ${reason}`
      return [
        icsLine('UID', icsText(`closure-${first}${name === '' ? '' : `-${name.replace(':', '-')}`}@${schoolId}`)),
        ...wholeDays(first, last),
        icsLine('SUMMARY', icsText(said)),
        'TRANSP:TRANSPARENT',
        icsLine('X-MAMNON-DAY-OFF;VALUE=TEXT', open ? 'open' : 'closed'),
        icsLine('X-MAMNON-REASON;VALUE=TEXT', icsText(reason)),
        ...(name === '' ? [] : [icsLine('X-MAMNON-FOR;VALUE=TEXT', icsText(name))]),
      ]
    }),
  )
}

/** `class:A1`, `age:nursery`: codes are what people know classes by, also in another program. */
function partName(part: SchoolPart, classes: readonly FeedClass[]): string {
  if ('age' in part) return `age:${part.age}`
  return `class:${classes.find(({ id }) => id === part.classId)?.code ?? part.classId}`
}

function daysBetween(first: SchoolDay, last: SchoolDay): SchoolDay[] {
  const days = [first]
  while (days.at(-1)! < last) days.push(addDays(days.at(-1)!, 1))
  return days
}

const plain = (day: SchoolDay): string => day.replaceAll('-', '')

/** The end of whole days is the day after. */
const wholeDays = (first: SchoolDay, last: SchoolDay): string[] => [
  `DTSTART;VALUE=DATE:${plain(first)}`,
  `DTEND;VALUE=DATE:${plain(addDays(last, 1))}`,
]
