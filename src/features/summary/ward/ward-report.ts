import type { Language, PhraseKey, PhraseParams, Phrases } from '../../../core/phrases.ts'
import { symptoms } from '../../checkin/report.ts'
import { attendanceTargetSource } from '../attendance-target.ts'
import { writtenPercent } from '../percent.ts'
import { periodName } from '../period/period-message.ts'
import { periodPicture } from '../period/period-picture.ts'
import { countedSheet, targetSheet } from '../period/period-workbook.ts'
import type { SummaryPicture } from '../picture/picture.ts'
import { symptomList, targetLines } from '../wording.ts'
import { bold, number, type Sheet, text } from '../workbook/workbook.ts'
import type { WardFigures } from './ward-figures.ts'

type Voice = { readonly phrases: Phrases; readonly language: Language }
const sayIn =
  ({ phrases, language }: Voice) =>
  (key: PhraseKey, params: PhraseParams = {}) =>
    phrases.text(language, key, params)

/** The ward's report as a text: schools, absences, symptoms, the targets with their source. */
export function wardMessage({ ward, period, schools, totals, attendance }: WardFigures, voice: Voice): string {
  const say = sayIn(voice)
  const name = { ward, period: periodName(period, voice), count: schools.length }
  if (totals.enrolled === 0) return say('summary.ward.nothing', name)
  const rate = writtenPercent(totals.present, totals.enrolled, voice)
  const reasons = (['sick', 'family', 'other', 'unsaid'] as const)
    .filter((reason) => totals.absentBy[reason] > 0)
    .map((reason) => say(`summary.reason.${reason}`, { count: totals.absentBy[reason] }))
  const ill = totals.illAbsent + totals.illPresent
  const parts = [
    [say('summary.ward.headline', { ...name, rate, present: totals.present, enrolled: totals.enrolled })],
    [
      ...(totals.absent === 0 ? [] : [say('summary.period.absent', { count: totals.absent, reasons: reasons.join(', ') })]),
      ...(ill === 0 ? [] : [say('summary.period.ill', { count: ill, symptoms: symptomList(totals, say) })]),
    ],
    schools.map(({ school, figures }) =>
      say('summary.ward.school_line', {
        name: school.name,
        rate: writtenPercent(figures.totals.present, figures.totals.enrolled, voice),
        present: figures.totals.present,
        enrolled: figures.totals.enrolled,
        days: figures.days.length,
        complete: figures.completeDays,
      }),
    ),
    targetLines({ attendance }, { ...voice, school: ward, place: attendanceTargetSource.place }),
  ]
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

/** Per school, against the targets, per symptom: counts only. */
export function wardWorkbook({ schools }: WardFigures, voice: Voice): readonly Sheet[] {
  const say = sayIn(voice)
  const perSchool = countedSheet(say('summary.sheet.schools'), {
    lead: [say('summary.sheet.school'), say('summary.sheet.expected_days'), say('summary.sheet.complete_days')],
    lines: schools.map(({ school, figures }) => ({
      lead: [text(school.name), number(figures.days.length), number(figures.completeDays)],
      figures: figures.totals,
    })),
    say,
  })
  const measured = schools.filter(({ school }) => school.place === attendanceTargetSource.place)
  const lines = measured.flatMap(({ school, figures }) =>
    figures.attendance.map((one) => ({ lead: [text(school.name)], ...one })),
  )
  const found = symptoms.filter((code) => schools.some(({ figures }) => (figures.totals.symptoms[code] ?? 0) > 0))
  const perSymptom: Sheet = {
    name: say('summary.sheet.symptoms'),
    widths: [24, ...schools.map(() => 24)],
    headerRows: 1,
    rows: [
      [bold(say('summary.sheet.symptom')), ...schools.map(({ school }) => bold(school.name))],
      ...found.map((code) => [
        text(say(`summary.symptom.${code}`)),
        ...schools.map(({ figures }) => number(figures.totals.symptoms[code] ?? 0)),
      ]),
    ],
  }
  return [
    perSchool,
    ...(lines.length === 0 ? [] : [targetSheet(lines, { lead: [say('summary.sheet.school')], say })]),
    perSymptom,
  ]
}

/** Schools beside each other, and the share of those present over time. */
export function wardPicture(figures: WardFigures, voice: Voice): SummaryPicture {
  const bars = figures.schools.map(({ school, figures: { totals } }) => ({
    label: school.name.replace(/^Trường\s+(?:Mầm non|MN)\s+/i, ''),
    figures: totals,
  }))
  const place = attendanceTargetSource.place
  return periodPicture(figures, {
    bars,
    voice: { ...voice, school: sayIn(voice)('summary.ward.name', { ward: figures.ward }), place },
  })
}
