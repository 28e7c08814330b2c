import { weekdayOf, writtenDay } from '../../../core/clock.ts'
import type { PhraseKey, PhraseParams } from '../../../core/phrases.ts'
import type { FiguredDay } from '../day-figures.ts'
import { percent, writtenPercent } from '../percent.ts'
import type { ClassFigures, DaySummary } from '../totals.ts'
import { type SummaryVoice, summaryDay } from '../wording.ts'
import { barParts, type PictureBar, type PictureDay, type SummaryPicture } from './picture.ts'

/**
 * The picture of a day's summary, from the figures that its message tells. Counts only, no child's name.
 * @param days school days up to and with the summary's own, oldest first
 * @param codes how each class is called for short, by its name
 */
export function pictureOf(
  summary: DaySummary,
  { days, codes, voice }: { days: readonly FiguredDay[]; codes: ReadonlyMap<string, string>; voice: SummaryVoice },
): SummaryPicture {
  const say = (key: PhraseKey, params: PhraseParams = {}) => voice.phrases.text(voice.language, key, params)
  const { totals, classes, reportedClasses } = summary
  const counts = { reported: reportedClasses, classes: classes.length }
  const points = days.map((one) => dayPoint(one, say))
  return {
    title: say('summary.picture.title', summaryDay(voice.day)),
    school: voice.school,
    headline:
      reportedClasses === 0
        ? say('summary.picture.nobody')
        : say('summary.picture.headline', {
            present: totals.present,
            enrolled: totals.enrolled,
            rate: writtenPercent(totals.present, totals.enrolled, voice),
          }),
    note: 0 < reportedClasses && reportedClasses < classes.length ? say('summary.picture.partial', counts) : '',
    classesTitle: say('summary.picture.classes'),
    classes: classes.map((one) => classBar(one, { label: codes.get(one.className) ?? one.className, say })),
    legend: {
      ...(Object.fromEntries(barParts.map((part) => [part, say(`summary.picture.${part}`)])) as SummaryPicture['legend']),
      missing: say('summary.picture.missing'),
    },
    daysTitle: say('summary.picture.days', { count: days.length }),
    days: points.map((point) => ({ ...point, figure: point.rate === null ? '–' : figureIn(voice, point.rate) })),
    daysNote: points.every(({ isComplete }) => isComplete) ? '' : say('summary.picture.incomplete'),
  }
}

type Say = (key: PhraseKey, params?: PhraseParams) => string

function classBar({ figures, roster }: ClassFigures, { label, say }: { label: string; say: Say }): PictureBar {
  if (figures === null) return { label, figure: say('summary.picture.missing'), parts: null, roster }
  const { present, enrolled, absent, absentBy } = figures
  return {
    label,
    figure: `${present}/${enrolled}`,
    parts: { present, ill: absentBy.sick, away: absent - absentBy.sick },
    roster,
  }
}

function dayPoint({ day, summary }: FiguredDay, say: Say): Omit<PictureDay, 'figure'> {
  return {
    weekday: say('summary.picture.weekday', { weekday: String(weekdayOf(day)) }),
    date: writtenDay(day).slice(0, 5),
    rate: percent(summary.totals.present, summary.totals.enrolled),
    isComplete: summary.reportedClasses === summary.classes.length,
  }
}

const figureIn = ({ language }: SummaryVoice, share: number): string => {
  const figure = share.toFixed(1)
  return language === 'vi' ? figure.replace('.', ',') : figure
}
