import type { PhraseKey, PhraseParams } from '../../../core/phrases.ts'
import { attendanceTargetSource } from '../attendance-target.ts'
import type { Attendance, Figures } from '../totals.ts'
import { bold, type Cell, date, number, type Sheet, shareOf, sumOf, text } from '../workbook/workbook.ts'
import type { PeriodFigures } from './period-figures.ts'
import type { PeriodVoice } from './period-message.ts'

export type Say = (key: PhraseKey, params?: PhraseParams) => string

const counts = {
  enrolled: ({ enrolled }) => enrolled,
  present: ({ present }) => present,
  absent: ({ absent }) => absent,
  sick: ({ absentBy }) => absentBy.sick,
  family: ({ absentBy }) => absentBy.family,
  other: ({ absentBy }) => absentBy.other,
  unsaid: ({ absentBy }) => absentBy.unsaid,
} as const satisfies Record<string, (figures: Figures) => number>
const columns = Object.keys(counts) as (keyof typeof counts)[]

/** A line of counts, with what stands before them. */
export interface CountedLine {
  readonly lead: readonly Cell[]
  readonly figures: Figures
}

/** A sheet of counted lines with their sums and shares. @param lead headings of the cells before the counts */
export function countedSheet(
  name: string,
  { lead, lines, say }: { lead: readonly string[]; lines: readonly CountedLine[]; say: Say },
): Sheet {
  const header = [...lead, ...columns.map((key) => say(`summary.sheet.${key}`)), say('summary.sheet.rate')].map(bold)
  const rows: (readonly Cell[])[] = [header]
  const [whole, part] = [lead.length, lead.length + 1]
  const share = (above: number, below: number) =>
    shareOf({ column: part, value: above }, { column: whole, value: below }, rows.length + 1)
  for (const { lead: cells, figures } of lines)
    rows.push([...cells, ...columns.map((key) => number(counts[key](figures))), share(figures.present, figures.enrolled)])
  const total = (key: (typeof columns)[number]) => lines.reduce((sum, { figures }) => sum + counts[key](figures), 0)
  const sums = columns.map((_key, at) => sumOf(rows, lead.length + at, 1))
  rows.push([
    bold(say('summary.sheet.sum')),
    ...lead.slice(1).map(() => null),
    ...sums,
    share(total('present'), total('enrolled')),
  ])
  return { name, widths: [...lead.map(() => 22), ...columns.map(() => 12), 12], headerRows: 1, rows }
}

/** The Excel file of a week or month: per class, per day, against the targets. No child is named. */
export function periodWorkbook({ classes, days, attendance }: PeriodFigures, voice: PeriodVoice): readonly Sheet[] {
  const say: Say = (key, params = {}) => voice.phrases.text(voice.language, key, params)
  const age = (group: Attendance['ageGroup']) => text(say(`summary.age_group.${group}`))
  const perClass = countedSheet(say('summary.sheet.classes'), {
    lead: [
      say('summary.sheet.class'),
      say('summary.sheet.age'),
      say('summary.sheet.expected_days'),
      say('summary.sheet.reported_days'),
    ],
    lines: classes.map(({ className, ageGroup, days: expected, reportedDays, figures }) => ({
      lead: [text(className), age(ageGroup), number(expected), number(reportedDays)],
      figures,
    })),
    say,
  })
  const perDay = countedSheet(say('summary.sheet.days'), {
    lead: [say('summary.sheet.day'), say('summary.sheet.reported_classes')],
    lines: days.map(({ day, summary }) => ({ lead: [date(day), number(summary.reportedClasses)], figures: summary.totals })),
    say,
  })
  const isMeasured = voice.place === attendanceTargetSource.place && attendance.length > 0
  return isMeasured
    ? [
        perClass,
        perDay,
        targetSheet(
          attendance.map((one) => ({ lead: [], ...one })),
          { lead: [], say },
        ),
      ]
    : [perClass, perDay]
}

/** Attendance beside the targets, and where these stand. */
export function targetSheet(
  attendance: readonly (Attendance & { readonly lead: readonly Cell[] })[],
  { lead, say }: { lead: readonly string[]; say: Say },
): Sheet {
  const names = (['age', 'enrolled', 'present', 'rate', 'target', 'reached', 'source'] as const).map((key) =>
    say(`summary.sheet.${key}`),
  )
  const rows: (readonly Cell[])[] = [[...lead, ...names].map(bold)]
  const first = lead.length
  for (const { lead: cells, ageGroup, present, enrolled, target, reached } of attendance) {
    const line = rows.length + 1
    rows.push([
      ...cells,
      text(say(`summary.age_group.${ageGroup}`)),
      number(enrolled),
      number(present),
      shareOf({ column: first + 2, value: present }, { column: first + 1, value: enrolled }, line),
      { kind: 'number', value: target / 100, decimals: 2 },
      text(say('summary.sheet.is_reached', { reached: reached ? 'yes' : 'no' })),
      text(attendanceTargetSource.entry),
    ])
  }
  rows.push([text(say('summary.target_source')), ...lead.map(() => null), ...names.slice(1).map(() => null)])
  return { name: say('summary.sheet.targets'), widths: [...lead.map(() => 22), 14, 12, 12, 12, 12, 12, 36], headerRows: 1, rows }
}
