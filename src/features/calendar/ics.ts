import { addDays, instantOf, type SchoolDay, schoolTimeZone } from '../../core/clock.ts'
import type { Language } from '../../core/phrases.ts'
import { runsOf } from './closing-wording.ts'
import { type CalendarEvent, readersOf } from './event.ts'
import type { Closure } from './school-day.ts'

/** Who reads a feed: families see what is for them, staff sees everything. */
export const feedReaders = ['parents', 'staff'] as const
export type FeedReader = (typeof feedReaders)[number]

export interface IcsCalendar {
  readonly schoolId: string
  readonly school: string
  readonly reader: FeedReader
  readonly events: readonly CalendarEvent[]
  readonly closures: readonly Closure[]
  readonly language: Language
  /** The words for a day off and a day of lessons, before the reason. */
  readonly words: { readonly closed: string; readonly open: string; readonly tentative: string }
  readonly now: Date
}

/**
 * A school's dated events and its own days off as an iCalendar file (RFC 5545): CRLF, lines folded at 75 octets, whole days as dates,
 * instants in UTC, and ids that stay the same from one reading to the next, so that a moved event moves in the reader's calendar.
 */
export function writeIcs(calendar: IcsCalendar): string {
  const stamp = utc(calendar.now)
  const entries = [...calendar.events.flatMap((event) => eventLines(event, calendar)), ...closureLines(calendar)]
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tro ly Mam non//Lich truong//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(calendar.school)}`,
    `X-WR-TIMEZONE:${schoolTimeZone}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    ...entries.flatMap((entry) => ['BEGIN:VEVENT', ...entry, `DTSTAMP:${stamp}`, 'END:VEVENT']),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines(event: CalendarEvent, { reader, language, words, schoolId }: IcsCalendar): string[][] {
  const { when, title, place, id } = event
  if (when.kind !== 'dated') return []
  if (reader === 'parents' && !readersOf(event.audience).includes('parents')) return []
  const summary = event.tentative ? `${title[language]} (${words.tentative})` : title[language]
  return [
    [
      `UID:${escaped(`event-${id}@${schoolId}`)}`,
      ...(when.time === undefined ? wholeDays(when.day, when.day) : [`DTSTART:${utc(instantOf(when.day, when.time))}`]),
      `SUMMARY:${escaped(summary)}`,
      ...(place === undefined ? [] : [`LOCATION:${escaped(place)}`]),
      ...(event.tentative ? ['STATUS:TENTATIVE'] : []),
      'TRANSP:TRANSPARENT',
    ],
  ]
}

/** Days in a row with one reason are one entry. */
function closureLines({ closures, words, schoolId }: IcsCalendar): string[][] {
  const days = closures.flatMap(({ day, lastDay, open, reason }) =>
    daysBetween(day, lastDay ?? day).map((one) => ({ day: one, open, reason })),
  )
  return [...Map.groupBy(days, ({ open, reason }) => `${open}/${reason}`).values()].flatMap((own) =>
    runsOf(own.map(({ day }) => day).sort()).map(({ first, last }) => {
      const { open, reason } = own[0]!
      return [
        `UID:closure-${first}@${schoolId}`,
        ...wholeDays(first, last),
        `SUMMARY:${escaped(`${open ? words.open : words.closed}: ${reason}`)}`,
        'TRANSP:TRANSPARENT',
      ]
    }),
  )
}

function daysBetween(first: SchoolDay, last: SchoolDay): SchoolDay[] {
  const days = [first]
  while (days.at(-1)! < last) days.push(addDays(days.at(-1)!, 1))
  return days
}

/** The end of whole days is the day after. */
function wholeDays(first: SchoolDay, last: SchoolDay): string[] {
  const date = (day: SchoolDay) => day.replaceAll('-', '')
  return [`DTSTART;VALUE=DATE:${date(first)}`, `DTEND;VALUE=DATE:${date(addDays(last, 1))}`]
}

const utc = (at: Date): string => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`

function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '')
}

const longestLine = 75 // octets, the leading blank of a continued line included

/** Folds between characters, never inside one: a reader may join bytes before it decodes them, but need not. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const char of line) {
    const size = octetsOf(char)
    if (octets + size > longestLine) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += char
    octets += size
  }
  return [...parts, part].join('\r\n')
}

function octetsOf(char: string): number {
  const code = char.codePointAt(0)!
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
