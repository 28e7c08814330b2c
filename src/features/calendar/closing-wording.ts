import { addDays, type SchoolDay, weekdayOf, writtenDay } from '../../core/clock.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import type { ClassAge } from '../people/person.ts'
import type { ClosingAction } from './closing.ts'
import type { CalendarEvent } from './event.ts'
import { classesIn, type KnownClass } from './parts-named.ts'
import { type Closure, closuresOf, isSchoolDay, type SchoolPart } from './school-day.ts'
import { dayOffText } from './wording.ts'

export interface ClosingVoice {
  readonly phrases: Phrases
  readonly language: Language
  /** To name parts of the school. */
  readonly classes: readonly KnownClass[]
}

const ageWords: Readonly<Record<ClassAge, string>> = { nursery: 'nursery', '3-4': 'three', '4-5': 'four', '5': 'five' }

/** Who is off: `trường`, `lớp A1 và A2`, `khối nhà trẻ`. */
export function whoText(parts: readonly SchoolPart[], { phrases, language, classes }: ClosingVoice): string {
  if (parts.length === 0) return phrases.text(language, 'closing.school')
  const codes = parts.flatMap((part) => ('classId' in part ? (classes.find(({ id }) => id === part.classId)?.code ?? []) : []))
  const ages = parts.flatMap((part) =>
    'age' in part ? [phrases.text(language, 'closing.age', { age: ageWords[part.age] })] : [],
  )
  return [...(codes.length === 0 ? [] : [phrases.text(language, 'closing.classes', { codes: codes.join(', ') })]), ...ages].join(
    ', ',
  )
}

/** Days as people say them, runs as runs: `Thứ Tư 25/11/2026`, `từ Thứ Tư 25/11/2026 đến Thứ Sáu 27/11/2026`. */
export function daysText(days: readonly SchoolDay[], { phrases, language }: Pick<ClosingVoice, 'phrases' | 'language'>): string {
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
    parts,
    closures,
    events,
  }: {
    readonly action: ClosingAction
    readonly days: readonly SchoolDay[]
    readonly parts: readonly SchoolPart[]
    readonly closures: readonly Closure[]
    readonly events: readonly CalendarEvent[]
  },
  { phrases, language, classes }: ClosingVoice,
): string {
  const short = (day: SchoolDay) => writtenDay(day).slice(0, 5)
  const notes: string[] = []
  const only = classesIn(parts, classes)
  const same = days.flatMap((day) => {
    const answers = only.map((one) => isSchoolDay(day, closuresOf(one, closures)))
    const answer =
      answers.length === 0
        ? isSchoolDay(day, closures)
        : answers.find(({ kind }) => kind !== answers[0]!.kind) === undefined
          ? answers[0]!
          : undefined
    if (answer === undefined) return []
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
  {
    action,
    days,
    parts,
    reason,
  }: { action: ClosingAction; days: readonly SchoolDay[]; parts: readonly SchoolPart[]; reason?: string | undefined },
  { phrases, classes }: Pick<ClosingVoice, 'phrases' | 'classes'>,
): string {
  const voice = { phrases, classes, language: 'vi' as const }
  return phrases.text('vi', 'closing.draft', {
    action,
    who: parts.length === 0 ? 'none' : capital(whoText(parts, voice)),
    days: daysText(days, voice),
    reason: reason ?? 'none',
  })
}

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
