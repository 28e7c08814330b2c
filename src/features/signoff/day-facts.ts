import { schoolTimeOf } from '../../core/clock.ts'
import type { Language, PhraseKey, Phrases } from '../../core/phrases.ts'
import type { Checkin } from '../checkin/checkin-store.ts'
import type { Symptom } from '../checkin/report.ts'
import type { Child } from '../people/person.ts'
import type { DayNote } from './signoff-store.ts'

/** What there is to tell of one child's day; empty on an ordinary one. */
export interface DayFacts {
  readonly symptoms: readonly Symptom[]
  readonly temperatureC: number | null
  readonly leftEarly: boolean
  readonly notes: readonly DayNote[]
  /** Whether the class's confirmed report has the child present; null without one. */
  readonly isPresent: boolean | null
}

/** A child's day from its class's confirmed report and its teachers' notes. What nobody confirmed is told to nobody. */
export function factsOf(child: Child, { checkin, notes }: { checkin: Checkin | undefined; notes: readonly DayNote[] }): DayFacts {
  const report = checkin === undefined || checkin.confirmedAt === null ? undefined : checkin.report
  const ill = report?.illPresent.find(({ name }) => name === child.rosterName)
  const isClear = report !== undefined && report.unnamedAbsent === 0 && report.ambiguous.length === 0
  const isAbsent = report?.absent.some(({ name }) => name === child.rosterName) ?? false
  return {
    symptoms: ill?.symptoms ?? [],
    temperatureC: ill?.temperatureC ?? null,
    leftEarly: report?.leftEarly.includes(child.rosterName) ?? false,
    notes: notes.filter(({ childId }) => childId === child.id),
    isPresent: isAbsent ? false : isClear ? true : null,
  }
}

/** Whether there is anything to tell a family that has not asked. */
export function hasNews({ symptoms, temperatureC, leftEarly, notes }: DayFacts): boolean {
  return symptoms.length > 0 || temperatureC !== null || leftEarly || notes.length > 0
}

/** The facts in a form in which the same is the same: what was told once is not told again. */
export function fingerprint({ symptoms, temperatureC, leftEarly, notes }: DayFacts): string {
  return [
    [...symptoms].sort().join('+'),
    temperatureC ?? '',
    leftEarly ? 'early' : '',
    ...notes.map(({ id }) => id.slice(0, 8)),
  ].join('|')
}

/** The facts as lines: the report first, then the notes as typed. @param names of the teachers, by id */
export function factLines(
  { phrases, language }: { phrases: Phrases; language: Language },
  { symptoms, temperatureC, leftEarly, notes }: DayFacts,
  names: ReadonlyMap<string, string>,
): string[] {
  const about = symptoms.map((symptom) => phrases.text(language, `summary.symptom.${symptom}` as PhraseKey))
  if (temperatureC !== null) about.push(`${language === 'vi' ? String(temperatureC).replace('.', ',') : temperatureC} °C`)
  const lines = about.length === 0 ? [] : [phrases.text(language, 'signoff.fact_ill', { list: about.join(', ') })]
  if (leftEarly) lines.push(phrases.text(language, 'signoff.fact_left_early'))
  for (const { personId, saidAt, text } of notes) {
    const teacher = names.get(personId) ?? phrases.text(language, 'signoff.a_teacher')
    lines.push(phrases.text(language, 'signoff.fact_note', { time: schoolTimeOf(saidAt), teacher, text: text.slice(0, 500) }))
  }
  return lines.map((line) => `• ${line}`)
}
