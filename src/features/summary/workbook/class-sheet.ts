import { schoolTimeOf } from '../../../core/clock.ts'
import type { ClassFigures, Figures } from '../totals.ts'
import type { DayOfSheets, Say } from './day-of-sheets.ts'
import { bold, type Cell, date, number, type Sheet, shareOf, sumOf, text } from './workbook.ts'

/** The counts of a class in the order of their columns; the first stands in column E. */
const counts = {
  enrolled: ({ enrolled }) => enrolled,
  present: ({ present }) => present,
  absent: ({ absent }) => absent,
  sick: ({ absentBy }) => absentBy.sick,
  family: ({ absentBy }) => absentBy.family,
  other: ({ absentBy }) => absentBy.other,
  unsaid: ({ absentBy }) => absentBy.unsaid,
  excused: ({ leaveBy }) => leaveBy.excused,
  unexcused: ({ leaveBy }) => leaveBy.unexcused,
  ill_absent: ({ illAbsent }) => illAbsent,
  ill_present: ({ illPresent }) => illPresent,
  left_early: ({ leftEarly }) => leftEarly,
} as const satisfies Record<string, (figures: Figures) => number>
type Count = keyof typeof counts
const columns = Object.keys(counts) as Count[]
const firstCount = 4
const enrolledColumn = firstCount + columns.indexOf('enrolled')
const presentColumn = firstCount + columns.indexOf('present')

/** A line a class, and the sums. A class that has not reported has its list and no figures, so that no sum counts it. */
export function classSheet({ day, summary, classes, checkins }: DayOfSheets, say: Say): Sheet {
  const header = [
    ...(['day', 'class', 'age', 'roster'] as const).map((key) => bold(say(`summary.sheet.${key}`))),
    ...columns.map((key) => bold(say(`summary.sheet.${key}`))),
    ...(['rate', 'state', 'reported_at'] as const).map((key) => bold(say(`summary.sheet.${key}`))),
  ]
  const rows: (readonly Cell[])[] = [header]
  for (const one of summary.classes) {
    const id = classes.find(({ name }) => name === one.className)?.id
    const at = id === undefined ? undefined : checkins.get(id)?.reportedAt
    rows.push([
      date(day),
      text(one.className),
      text(say(`summary.age_group.${one.ageGroup}`)),
      number(one.roster),
      ...countsOf(one),
      one.figures === null ? null : rate(one.figures, rows.length + 1),
      text(say(`summary.sheet.${one.state}`)),
      one.figures === null || at === undefined ? null : text(schoolTimeOf(at)),
    ])
  }
  const sums = [3, ...columns.map((_key, at) => firstCount + at)].map((column) => sumOf(rows, column, 1))
  rows.push([null, bold(say('summary.sheet.sum')), null, ...sums, rate(summary.totals, rows.length + 1), null, null])
  return {
    name: say('summary.sheet.classes'),
    widths: [12, 24, 12, 11, ...columns.map(() => 11), 11, 16, 10],
    headerRows: 1,
    rows,
  }
}

const countsOf = ({ figures }: ClassFigures): Cell[] =>
  columns.map((key) => (figures === null ? null : number(counts[key](figures))))

const rate = ({ present, enrolled }: Figures, row: number): Cell =>
  shareOf({ column: presentColumn, value: present }, { column: enrolledColumn, value: enrolled }, row)
