import { type SchoolDay, writtenDay } from '../../core/clock.ts'
import type { Language, PhraseKey, Phrases } from '../../core/phrases.ts'
import type { SchoolClass } from '../people/person.ts'
import type { HealthAlert } from './alert.ts'
import type { ClusterFigures } from './find-cluster.ts'

export type AlertVoice = { readonly phrases: Phrases; readonly language: Language }

/** A disease over the last days: children of the class, and of the school. */
export interface DiseaseCounts {
  readonly inClass: number
  readonly inSchool: number
}

/** What the office reads of one alert: raised, changed since it read it, or withdrawn. */
export function alertLine(
  voice: AlertVoice,
  { alert, one, counts }: { alert: HealthAlert; one: SchoolClass; counts: DiseaseCounts },
): string {
  const { phrases, language } = voice
  const { figures, told } = alert
  const child = one.children.find(({ id }) => id === alert.childId)?.rosterName ?? '?'
  const what = { class: one.code, child, subject: subjectWord(voice, alert) }
  if (alert.withdrawnAt !== null) return phrases.text(language, `alerts.withdrawn_${figures.kind}`, what)
  switch (figures.kind) {
    case 'disease':
      return phrases.text(language, `alerts.disease_${figures.source}`, { ...what, ...counts })
    case 'fever': {
      const now = degrees(language, figures.temperatureC)
      if (told?.kind === 'fever')
        return phrases.text(language, 'alerts.fever_changed', { ...what, now, before: degrees(language, told.temperatureC) })
      return phrases.text(language, 'alerts.fever', { ...what, now, left: figures.leftEarly ? 'yes' : 'no' })
    }
    case 'cluster': {
      const from = writtenDay(figures.from).slice(0, 5)
      if (told?.kind === 'cluster')
        return phrases.text(language, 'alerts.cluster_changed', {
          ...what,
          from,
          now: figures.since,
          before: told.since,
          change: figures.since > told.since ? 'grown' : 'corrected',
        })
      return clusterLine(voice, what, figures, figures.from === alert.firstDay)
    }
  }
}

/** Today's count beside the weeks before, like with like: days with days, three days with three days. */
function clusterLine(
  { phrases, language }: AlertVoice,
  what: Readonly<Record<'class' | 'subject', string>>,
  { today, recent, usual, baselineDays, from }: ClusterFigures,
  isOneDay: boolean,
): string {
  return phrases.text(language, isOneDay ? 'alerts.cluster_day' : 'alerts.cluster_days', {
    ...what,
    today,
    recent,
    usual,
    weeks: Math.max(1, Math.round(baselineDays / 5)),
    from: writtenDay(from).slice(0, 5),
    baseline: baselineDays === 0 ? 'none' : 'weeks',
  })
}

/** An alert in a summary that travels: counts, no child. */
export function summaryLine(
  { phrases, language }: AlertVoice,
  {
    subject,
    figures,
    code,
    count,
    day,
  }: Pick<HealthAlert, 'subject' | 'figures'> & { code: string; count: number; day: SchoolDay },
): string {
  const word = subjectWord({ phrases, language }, { subject, figures })
  if (figures.kind === 'cluster')
    return phrases.text(language, 'alerts.summary_cluster', {
      class: code,
      subject: word,
      count: figures.since,
      from: writtenDay(figures.from).slice(0, 5),
      today: figures.from === day ? 'yes' : 'no',
    })
  return phrases.text(language, `alerts.summary_${figures.kind}`, { class: code, subject: word, count })
}

export function degrees(language: Language, celsius: number | null): string {
  if (celsius === null) return 'none'
  return language === 'vi' ? String(celsius).replace('.', ',') : String(celsius)
}

function subjectWord({ phrases, language }: AlertVoice, { subject, figures }: Pick<HealthAlert, 'subject' | 'figures'>): string {
  if (figures.kind === 'cluster') return phrases.text(language, `alerts.group.${subject}` as PhraseKey)
  return phrases.text(language, `summary.symptom.${subject}` as PhraseKey)
}
