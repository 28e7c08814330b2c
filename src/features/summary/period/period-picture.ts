import { type SchoolDay, weekdayOf, writtenDay } from '../../../core/clock.ts'
import type { PhraseKey, PhraseParams } from '../../../core/phrases.ts'
import type { FiguredDay } from '../day-figures.ts'
import { percent, writtenPercent } from '../percent.ts'
import { barParts, type PictureBar, type PictureDay, type SummaryPicture } from '../picture/picture.ts'
import { type Figures, sum } from '../totals.ts'
import { weekOf } from './period.ts'
import type { PeriodFigures } from './period-figures.ts'
import { type PeriodVoice, periodName } from './period-message.ts'

/** More points than this would stand on top of each other: then a point is a week. */
const mostDays = 10

/**
 * A week or month as a picture, in child-days.
 * @param bars what is compared: classes, or schools
 */
export function periodPicture(
  { period, days, totals }: Pick<PeriodFigures, 'period' | 'days' | 'totals'>,
  { bars, voice }: { bars: readonly { readonly label: string; readonly figures: Figures }[]; voice: PeriodVoice },
): SummaryPicture {
  const say = (key: PhraseKey, params: PhraseParams = {}) => voice.phrases.text(voice.language, key, params)
  const points =
    days.length <= mostDays ? days.map((one) => point([one], dayNames(one.day, say), voice)) : weekPoints(days, voice)
  const name = { period: periodName(period, voice), school: voice.school }
  return {
    title: say('summary.period.title', name),
    school: voice.school,
    headline:
      totals.enrolled === 0
        ? say('summary.picture.nobody')
        : say('summary.period.share', { rate: writtenPercent(totals.present, totals.enrolled, voice) }),
    note: totals.enrolled === 0 ? '' : say('summary.period.counted', { present: totals.present, enrolled: totals.enrolled }),
    classesTitle: say('summary.period.bars'),
    classes: bars.map((bar) => barOf(bar, voice)),
    legend: {
      ...(Object.fromEntries(barParts.map((part) => [part, say(`summary.picture.${part}`)])) as SummaryPicture['legend']),
      missing: say('summary.picture.missing'),
    },
    daysTitle: say(days.length <= mostDays ? 'summary.period.by_day' : 'summary.period.by_week'),
    days: points,
    daysNote: points.every(({ isComplete }) => isComplete) ? '' : say('summary.picture.incomplete'),
  }
}

function barOf({ label, figures }: { label: string; figures: Figures }, voice: PeriodVoice): PictureBar {
  const { present, enrolled, absent, absentBy } = figures
  if (enrolled === 0)
    return { label, figure: voice.phrases.text(voice.language, 'summary.picture.missing'), parts: null, roster: 1 }
  const parts = { present, ill: absentBy.sick, away: absent - absentBy.sick }
  return { label, figure: writtenPercent(present, enrolled, voice), parts, roster: enrolled }
}

const dayNames = (day: SchoolDay, say: (key: PhraseKey, params: PhraseParams) => string) => ({
  weekday: say('summary.picture.weekday', { weekday: String(weekdayOf(day)) }),
  date: writtenDay(day).slice(0, 5),
})

function weekPoints(days: readonly FiguredDay[], voice: PeriodVoice): PictureDay[] {
  return [...Map.groupBy(days, ({ day }) => weekOf(day).from).values()].map((week) =>
    point(week, { weekday: writtenDay(week[0]!.day).slice(0, 5), date: `–${writtenDay(week.at(-1)!.day).slice(0, 5)}` }, voice),
  )
}

function point(days: readonly FiguredDay[], names: Pick<PictureDay, 'weekday' | 'date'>, { language }: PeriodVoice): PictureDay {
  const classes = days.flatMap(({ summary }) => summary.classes)
  const { present, enrolled } = sum(classes)
  const rate = percent(present, enrolled)
  const figure = rate === null ? '–' : language === 'vi' ? rate.toFixed(1).replace('.', ',') : rate.toFixed(1)
  return { ...names, rate, figure, isComplete: classes.every(({ figures }) => figures !== null) }
}
