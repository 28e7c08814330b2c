import { addDays, type SchoolDay, weekdayOf, writtenDay } from '../../core/clock.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import type { ClosingAction } from './closing.ts'
import type { CalendarEvent } from './event.ts'
import { type Closure, isSchoolDay } from './school-day.ts'
import { dayOffText } from './wording.ts'

export interface ClosingVoice {
  readonly phrases: Phrases
  readonly language: Language
}

/** Days as people say them, runs as runs: `Thứ Tư 25/11/2026`, `từ Thứ Tư 25/11/2026 đến Thứ Sáu 27/11/2026`. */
export function daysText(days: readonly SchoolDay[], { phrases, language }: ClosingVoice): string {
  const one = (day: SchoolDay) =>
    phrases.text(language, 'closing.day', { weekday: String(weekdayOf(day)), date: writtenDay(day) })
  return runsOf(days)
    .map(({ first, last }) =>
      first === last ? one(first) : phrases.text(language, 'closing.run', { first: one(first), last: one(last) }),
    )
    .join('; ')
}

/** Days in a row, as their first and last. @param days in order */
export function runsOf(days: readonly SchoolDay[]): { first: SchoolDay; last: SchoolDay }[] {
  const runs: { first: SchoolDay; last: SchoolDay }[] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run !== undefined && addDays(run.last, 1) === day) run.last = day
    else runs.push({ first: day, last: day })
  }
  return runs
}

/** What the office should know before it says yes: what stands in the calendar on these days, and which are as wanted already. */
export function notesText(
  {
    action,
    days,
    closures,
    events,
  }: {
    readonly action: ClosingAction
    readonly days: readonly SchoolDay[]
    readonly closures: readonly Closure[]
    readonly events: readonly CalendarEvent[]
  },
  { phrases, language }: ClosingVoice,
): string {
  const short = (day: SchoolDay) => writtenDay(day).slice(0, 5)
  const notes: string[] = []
  const same = days.flatMap((day) => {
    const answer = isSchoolDay(day, closures)
    if (action === 'close' && answer.kind === 'day_off') return [`${short(day)} (${dayOffText(answer, phrases, language)})`]
    return action === 'open' && answer.kind === 'school_day' ? [short(day)] : []
  })
  if (same.length > 0) notes.push(phrases.text(language, 'closing.as_it_is', { action, days: same.join(', ') }))
  const dated = events.flatMap(({ title, when }) => (when.kind === 'dated' ? [`${title[language]} (${short(when.day)})`] : []))
  if (dated.length > 0 && action === 'close') notes.push(phrases.text(language, 'closing.events', { events: dated.join('; ') }))
  return notes.map((note) => `\n${note}`).join('')
}

/** A first wording of the notice to everybody, in Vietnamese: the school speaks to families. */
export function draftText(
  { action, days, reason }: { action: ClosingAction; days: readonly SchoolDay[]; reason?: string | undefined },
  phrases: Phrases,
): string {
  return phrases.text('vi', 'closing.draft', {
    action,
    days: daysText(days, { phrases, language: 'vi' }),
    reason: reason ?? 'none',
  })
}
