import { type SchoolDay, weekdayOf, writtenDay } from '../../core/clock.ts'
import type { Language, PhraseKey, Phrases } from '../../core/phrases.ts'
import type { AbsenceReason, Symptom } from '../checkin/report.ts'

export type Voice = { readonly phrases: Phrases; readonly language: Language }

type About = { readonly reason: AbsenceReason | null; readonly symptoms: readonly Symptom[] }

const listedDays = 5

/** "thứ Tư 25/11", or the same with "hôm nay" before it. */
export function dayWords({ phrases, language }: Voice, day: SchoolDay, today: SchoolDay): string {
  const params = {
    weekday: String(weekdayOf(day)),
    date: writtenDay(day).slice(0, 5),
    relative: day === today ? 'today' : 'other',
  }
  return phrases.text(language, 'absence.day', params)
}

/** The school days of a notice: one, a run with its length, or a list. */
export function daysWords(
  voice: Voice,
  days: readonly SchoolDay[],
  { today, daysOff }: { today: SchoolDay; daysOff: readonly SchoolDay[] },
): string {
  const [first] = days
  const last = days.at(-1)
  if (first === undefined || last === undefined) return listWords(voice, daysOff, today)
  if (days.length === 1) return dayWords(voice, first, today)
  const span = (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1
  const between = daysOff.filter((day) => first < day && day < last)
  if (days.length < 3 || days.length + between.length < span) return listWords(voice, days, today)
  return voice.phrases.text(voice.language, 'absence.days', {
    first: dayWords(voice, first, today),
    last: dayWords(voice, last, today),
    count: days.length,
  })
}

/** Days one after another; many are cut short. */
export function listWords(voice: Voice, days: readonly SchoolDay[], today: SchoolDay): string {
  const shown = days.slice(0, listedDays).map((day) => dayWords(voice, day, today))
  return days.length > listedDays ? `${shown.join(', ')}, …` : shown.join(', ')
}

/** Why a child is away, in brackets' worth of words; null when nothing was said. */
export function reasonWords({ phrases, language }: Voice, { reason, symptoms }: About): string | null {
  if (symptoms.length > 0) return symptoms.map((one) => phrases.text(language, `summary.symptom.${one}` as PhraseKey)).join(', ')
  return reason === null ? null : phrases.text(language, `checkin.reason_${reason}`)
}
