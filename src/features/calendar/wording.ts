import { addDays, type SchoolDay, weekdayOf, writtenDay } from '../../core/clock.ts'
import type { Language, PhraseKey, PhraseParams, Phrases } from '../../core/phrases.ts'
import type { DateAnswer } from './date-answer.ts'
import type { CalendarEvent, Reader } from './event.ts'
import type { MonthLine, MonthQuestion } from './month-questions.ts'
import { type Closure, type DayOff, isSchoolDay } from './school-day.ts'

/** A sentence to be said: `phrases.text(language, key, params)`. */
export interface Phrase {
  readonly key: PhraseKey
  readonly params: PhraseParams
}

/** Who speaks, and in which language the titles are taken. */
export interface Voice {
  /** The school's name as parents know it. */
  readonly school: string
  readonly language: Language
}

const reminderKeys = {
  parents: 'calendar.reminder_parents',
  teachers: 'calendar.reminder_teachers',
  office: 'calendar.reminder_office',
} as const satisfies Record<Reader, PhraseKey>

const dayParams = (day: SchoolDay) => ({ weekday: String(weekdayOf(day)), date: writtenDay(day) })

/**
 * The reminder of a dated event for one kind of reader, as read on `today`. Null for an event without a day.
 * @param classes codes of the classes it is for; none: the whole school
 */
export function reminderPhrase(
  reader: Reader,
  event: CalendarEvent,
  {
    today,
    closures,
    school,
    language,
    classes = [],
  }: Voice & { readonly today: SchoolDay; readonly closures: readonly Closure[]; readonly classes?: readonly string[] },
): Phrase | null {
  if (event.when.kind !== 'dated') return null
  const { day, time } = event.when
  return {
    key: reminderKeys[reader],
    params: {
      ...dayParams(day),
      relative: day === today ? 'today' : day === addDays(today, 1) ? 'tomorrow' : 'later',
      time: time ?? 'none',
      title: event.title[language],
      tentative: event.tentative ? 'yes' : 'no',
      place: event.place ?? 'none',
      classes: classes.join(', ') || 'none',
      day_off: isSchoolDay(day, closures).kind === 'day_off' ? 'yes' : 'none',
      school,
    },
  }
}

const titleOf = (events: readonly CalendarEvent[], eventId: string, language: Language) =>
  events.find(({ id }) => id === eventId)?.title[language] ?? ''

/** An answer the office could copy: the 15th of the question's month for its first line. */
function exampleFor(lines: readonly MonthLine[]): string {
  const month = Number(lines[0]?.months[0]?.slice(5) ?? 1)
  return `${lines[0]?.number ?? 1}: 15/${month}`
}

/** The month's one question to the office, as a numbered list. */
export function askDatesPhrase(question: MonthQuestion, events: readonly CalendarEvent[], { school, language }: Voice): Phrase {
  const [year, month] = question.month.split('-')
  const first = question.lines[0]?.number ?? 1
  return {
    key: 'calendar.ask_dates',
    params: {
      count: question.lines.length,
      month: `${Number(month)}/${year}`,
      lines: question.lines.map(({ number, eventId }) => `${number}. ${titleOf(events, eventId, language)}`).join('\n'),
      first,
      example: `${first}: 15/${Number(month)}`,
      school,
    },
  }
}

/** Why a day is off, in a few words: `Tết Nguyên đán`, `thứ Bảy`, `Nghỉ bão`. */
export function dayOffText(dayOff: DayOff, phrases: Phrases, language: Language): string {
  const name = dayOff.name ? phrases.text(language, `calendar.holiday.${dayOff.name}`) : ''
  return phrases.text(language, 'calendar.day_off', { why: dayOff.why, name, reason: dayOff.reason ?? '' })
}

/** What the office reads after its answer: each day as it was understood, or what was not understood and how to say it. */
export function dateAnswerText(
  answer: DateAnswer,
  { lines, events }: { readonly lines: readonly MonthLine[]; readonly events: readonly CalendarEvent[] },
  { phrases, language }: { readonly phrases: Phrases; readonly language: Language },
): string {
  if (answer.kind === 'not_understood') {
    const params = { why: answer.why, line: answer.line ?? 0, example: exampleFor(lines) }
    return phrases.text(language, 'calendar.date_not_understood', params)
  }
  const dated = answer.items.map(({ line, eventId, day, dayOff, outsideMonths }) => {
    const off = dayOff ? dayOffText(dayOff, phrases, language) : 'none'
    const params = {
      ...dayParams(day),
      line,
      title: titleOf(events, eventId, language),
      day_off: off,
      outside: outsideMonths ? 'yes' : 'no',
    }
    return phrases.text(language, 'calendar.dated_line', params)
  })
  const skipped = answer.skipped.map((line) => {
    const eventId = lines.find(({ number }) => number === line)?.eventId ?? ''
    return phrases.text(language, 'calendar.skipped_line', { line, title: titleOf(events, eventId, language) })
  })
  const written = [...dated, ...skipped].map((line) => `\n${line}`).join('')
  return phrases.text(language, 'calendar.dates_noted', { count: dated.length, lines: written })
}
