import { writtenDay } from '../../../core/clock.ts'
import type { PhraseKey, PhraseParams } from '../../../core/phrases.ts'
import { writtenPercent } from '../percent.ts'
import { type SummaryVoice, symptomList, targetLines } from '../wording.ts'
import type { Period } from './period.ts'
import type { PeriodFigures } from './period-figures.ts'

export type PeriodVoice = Omit<SummaryVoice, 'day'>

/** A week's or month's figures as a message: counts only, figure first, each target with its source. */
export function periodMessage(figures: PeriodFigures, voice: PeriodVoice): string {
  const { totals, days, completeDays, classes } = figures
  const say = (key: PhraseKey, params: PhraseParams = {}) => voice.phrases.text(voice.language, key, params)
  const name = { period: periodName(figures.period, voice), school: voice.school }
  if (totals.enrolled === 0) return say('summary.period.nothing', name)
  const reasons = (['sick', 'family', 'other', 'unsaid'] as const)
    .filter((reason) => totals.absentBy[reason] > 0)
    .map((reason) => say(`summary.reason.${reason}`, { count: totals.absentBy[reason] }))
  const ill = totals.illAbsent + totals.illPresent
  const parts = [
    [
      say('summary.period.headline', {
        ...name,
        present: totals.present,
        enrolled: totals.enrolled,
        rate: writtenPercent(totals.present, totals.enrolled, voice),
      }),
      say('summary.period.days', { days: days.length, complete: completeDays }),
    ],
    [
      ...(totals.absent === 0 ? [] : [say('summary.period.absent', { count: totals.absent, reasons: reasons.join(', ') })]),
      ...(ill === 0 ? [] : [say('summary.period.ill', { count: ill, symptoms: symptomList(totals, say) })]),
    ],
    [
      say('summary.period.classes'),
      ...classes.map(({ className, figures: { present, enrolled }, days: expected, reportedDays }) =>
        say('summary.period.class_line', {
          name: className,
          rate: writtenPercent(present, enrolled, voice),
          present,
          enrolled,
          missing: expected - reportedDays,
        }),
      ),
    ],
    targetLines(figures, voice),
  ]
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

/** "tuần 23/11–29/11/2026", "tháng 11/2026". */
export function periodName({ kind, from, to }: Period, { phrases, language }: Pick<PeriodVoice, 'phrases' | 'language'>): string {
  return kind === 'week'
    ? phrases.text(language, 'summary.period.week', { from: writtenDay(from).slice(0, 5), to: writtenDay(to) })
    : phrases.text(language, 'summary.period.month', { month: writtenDay(from).slice(3) })
}
