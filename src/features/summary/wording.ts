import { type SchoolDay, weekdayOf, writtenDay } from '../../core/clock.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import type { Place } from '../../core/place.ts'
import { type Symptom, symptoms } from '../checkin/report.ts'
import { attendanceTargetSource } from './attendance-target.ts'
import type { Needs } from './needs.ts'
import { writtenBesideTarget, writtenPercent } from './percent.ts'
import type { ClassFigures, DaySummary, Figures } from './totals.ts'

/** Who reads it, about which school and day. */
export interface SummaryVoice {
  readonly phrases: Phrases
  readonly language: Language
  readonly school: string
  readonly place: Place
  readonly day: SchoolDay
}

/** What the office reads beside the figures of the classes. */
export interface SummaryExtras {
  /** What stands as an alert, a line each. */
  readonly warnings?: readonly string[]
  readonly needs?: Needs
  /** Questions of parents that wait for the office. */
  readonly openQuestions?: number
}

/**
 * The office's message about a day: present and rate first, who has not reported, what stands as an alert, absences, symptoms, each class, the targets,
 * meals and milk, open questions.
 * Counts only; no child is named, since this text travels. Parts with nothing to say are left out.
 */
export function summaryMessage(
  summary: DaySummary,
  voice: SummaryVoice,
  { warnings = [], needs, openQuestions = 0 }: SummaryExtras = {},
): { readonly text: string } {
  const { phrases, language } = voice
  const warned = warnings.length === 0 ? '' : [phrases.text(language, 'alerts.summary_title'), ...warnings].join('\n')
  const asked = openQuestions === 0 ? '' : phrases.text(language, 'summary.questions', { count: openQuestions })
  if (summary.reportedClasses === 0) {
    const absent = [missingLine(summary, voice), ...arrangedLines(summary, voice)].filter(Boolean).join('\n')
    return { text: [headline(summary, voice), absent, warned, asked].filter(Boolean).join('\n\n') }
  }
  const parts = [
    headline(summary, voice),
    [missingLine(summary, voice), unconfirmedLine(summary, voice), ...arrangedLines(summary, voice)].filter(Boolean).join('\n'),
    warned,
    healthLines(summary.totals, voice).join('\n'),
    [...classLines(summary, voice), needs === undefined ? '' : needsLine(needs, voice)].filter(Boolean).join('\n'),
    targetLines(summary, voice).join('\n'),
    asked,
  ]
  return { text: parts.filter((part) => part !== '').join('\n\n') }
}

export const summaryDay = (day: SchoolDay) => ({ weekday: String(weekdayOf(day)), date: writtenDay(day) })

function headline({ totals, classes, reportedClasses }: DaySummary, { phrases, language, school, day }: SummaryVoice): string {
  if (reportedClasses === 0) return phrases.text(language, 'summary.nobody', { ...summaryDay(day), school })
  return phrases.text(language, 'summary.headline', {
    ...summaryDay(day),
    school,
    present: totals.present,
    enrolled: totals.enrolled,
    rate: writtenPercent(totals.present, totals.enrolled, { language }),
    partial: reportedClasses < classes.length ? 'yes' : 'no',
    reported: reportedClasses,
    classes: classes.length,
  })
}

const namesOf = (classes: readonly ClassFigures[]) => ({
  count: classes.length,
  names: classes.map(({ className }) => className).join(', '),
})

function missingLine({ classes }: DaySummary, { phrases, language }: SummaryVoice): string {
  const missing = classes.filter(({ state }) => state === 'not_reported')
  return missing.length === 0 ? '' : phrases.text(language, 'summary.not_reported', namesOf(missing))
}

function unconfirmedLine({ classes }: DaySummary, { phrases, language }: SummaryVoice): string {
  const open = classes.filter(({ state }) => state === 'unconfirmed')
  return open.length === 0 ? '' : phrases.text(language, 'summary.unconfirmed', namesOf(open))
}

function arrangedLines({ off = [], joined = [] }: DaySummary, { phrases, language }: SummaryVoice): string[] {
  const shut = off.length === 0 ? [] : [phrases.text(language, 'summary.off', { count: off.length, names: off.join(', ') })]
  return [...shut, ...joined.map((names) => phrases.text(language, 'summary.joined', { names: names.join(' + ') }))]
}

/** Absences by reason, leave, symptoms, early leavers. */
function healthLines(totals: Figures, { phrases, language }: SummaryVoice): string[] {
  const say = phrases.text.bind(phrases, language)
  const some = <Key extends string>(
    keys: readonly Key[],
    counts: Readonly<Record<Key, number>>,
    text: (key: Key, count: number) => string,
  ) => keys.filter((key) => counts[key] > 0).map((key) => text(key, counts[key]))
  const lines: string[] = []
  if (totals.absent === 0) lines.push(say('summary.none_absent'))
  else {
    const reasons = some(['sick', 'family', 'other', 'unsaid'], totals.absentBy, (key, count) =>
      say(`summary.reason.${key}`, { count }),
    )
    const leaves = some(['excused', 'unexcused', 'unsaid'], totals.leaveBy, (key, count) =>
      say(`summary.leave_kind.${key}`, { count }),
    )
    lines.push(say('summary.absent', { count: totals.absent, reasons: reasons.join(', ') }))
    lines.push(say('summary.leave', { leaves: leaves.join(', ') }))
  }
  const ill = totals.illAbsent + totals.illPresent
  if (ill > 0) lines.push(say('summary.ill', { count: ill, here: totals.illPresent, symptoms: symptomList(totals, say) }))
  if (totals.leftEarly > 0) lines.push(say('summary.left_early', { count: totals.leftEarly }))
  return lines
}

/** Most frequent first; equal ones in the order of the codes. */
export function symptomList({ symptoms: counts }: Figures, say: Say): string {
  const order = (code: Symptom) => symptoms.indexOf(code)
  const found = symptoms.flatMap((code) => (counts[code] ? [{ code, count: counts[code] }] : []))
  const sorted = found.sort((one, other) => other.count - one.count || order(one.code) - order(other.code))
  if (sorted.length === 0) return say('summary.only_temperature')
  return sorted
    .map(({ code, count }) => say('summary.symptom_count', { symptom: say(`summary.symptom.${code}`), count }))
    .join(', ')
}

type Say = (...args: Parameters<Phrases['text']> extends [Language, ...infer Rest] ? Rest : never) => string

/** A line for each class that is not all there; the others in one, and those without a report stand above. */
function classLines({ classes }: DaySummary, voice: SummaryVoice): string[] {
  const { phrases, language } = voice
  const isQuiet = ({ figures, roster }: ClassFigures) =>
    figures?.absent === 0 && figures.illPresent === 0 && figures.enrolled === roster
  const quiet = classes.filter(isQuiet)
  const lines = classes.flatMap((one) => (one.figures === null || isQuiet(one) ? [] : [classLine(one, one.figures, voice)]))
  if (quiet.length > 0) lines.push(phrases.text(language, 'summary.all_there', namesOf(quiet)))
  return [phrases.text(language, 'summary.classes_title'), ...lines]
}

/** What the kitchen needs; empty when the school wants none of it told. */
export function needsLine({ meals, milkBoxes, estimated }: Needs, { phrases, language }: SummaryVoice): string {
  if (!meals && !milkBoxes) return ''
  const both = meals !== null && milkBoxes !== null ? 'yes' : 'no'
  return phrases.text(language, 'summary.needs', { meals: meals ?? 0, milk: milkBoxes ?? 0, both, estimated })
}

function classLine({ className, roster, state }: ClassFigures, figures: Figures, { phrases, language }: SummaryVoice): string {
  return phrases.text(language, 'summary.class_line', {
    name: className,
    present: figures.present,
    enrolled: figures.enrolled,
    absent: figures.absent,
    ill: figures.illAbsent + figures.illPresent,
    roster: figures.enrolled === roster ? 'same' : String(roster),
    state,
  })
}

/** Only the schools of the place whose document sets the targets are measured by them. */
export function targetLines(
  { attendance }: Pick<DaySummary, 'attendance'>,
  { phrases, language, place }: Omit<SummaryVoice, 'day'>,
): string[] {
  if (attendance.length === 0 || place !== attendanceTargetSource.place) return []
  const lines = [...attendance].reverse().map(({ ageGroup, present, enrolled, target, reached }) =>
    phrases.text(language, 'summary.target_line', {
      reached: reached ? 'yes' : 'no',
      group: phrases.text(language, `summary.age_group.${ageGroup}`),
      rate: writtenBesideTarget(present, enrolled, { language, target }),
      target,
    }),
  )
  return [phrases.text(language, 'summary.targets_title'), ...lines, phrases.text(language, 'summary.target_source')]
}
