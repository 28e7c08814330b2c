import { symptoms } from '../../checkin/report.ts'
import type { DayOfSheets, Say } from './day-of-sheets.ts'
import { bold, type Cell, columnName, date, number, type Sheet, text } from './workbook.ts'

/** A line a symptom that somebody has, a column a class that reported. A child with two symptoms counts under both. */
export function symptomSheet({ day, summary }: DayOfSheets, say: Say): Sheet {
  const classes = summary.classes.flatMap(({ className, figures }) => (figures === null ? [] : [{ className, figures }]))
  const header = [
    bold(say('summary.sheet.day')),
    bold(say('summary.sheet.symptom')),
    ...classes.map(({ className }) => bold(className)),
    bold(say('summary.sheet.sum')),
  ]
  const found = symptoms.filter((code) => (summary.totals.symptoms[code] ?? 0) > 0)
  const rows: (readonly Cell[])[] = [header]
  for (const code of found) {
    const line = rows.length + 1
    const total: Cell = {
      kind: 'formula',
      formula: `SUM(C${line}:${columnName(classes.length + 1)}${line})`,
      value: summary.totals.symptoms[code] ?? 0,
    }
    rows.push([
      date(day),
      text(say(`summary.symptom.${code}`)),
      ...classes.map(({ figures }) => number(figures.symptoms[code] ?? 0)),
      total,
    ])
  }
  return {
    name: say('summary.sheet.symptoms'),
    widths: [12, 20, ...classes.map(() => 18), 10],
    headerRows: 1,
    rows,
  }
}
