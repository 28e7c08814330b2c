import type { SchoolDay } from '../../../core/clock.ts'
import type { AbsentChild, ClassReport, IllChild } from '../../checkin/report.ts'
import type { SchoolClass } from '../../people/person.ts'
import type { DayOfSheets, Say } from './day-of-sheets.ts'
import { bold, type Cell, date, type Sheet, text } from './workbook.ts'

/**
 * - `unclear`: the class has children away who are not named yet, so it may be this one
 * - `not_reported`: nothing is known of the class
 */
const whereabouts = ['present', 'absent', 'unclear', 'not_reported'] as const
type Whereabouts = (typeof whereabouts)[number]

const keys = ['day', 'class', 'child', 'where', 'reason', 'leave', 'symptoms', 'temperature', 'left_early'] as const

/** A line a child, and how many are there, away and unclear. */
export function childSheet({ day, summary, classes, checkins }: DayOfSheets, say: Say): Sheet {
  const shown = new Set(summary.classes.map(({ className }) => className))
  const rows: (readonly Cell[])[] = [
    keys.map((key) => bold(say(`summary.sheet.${key}`))),
    ...classes
      .filter(({ name }) => shown.has(name))
      .flatMap((one) => linesOf(one, { day, report: checkins.get(one.id)?.report, say })),
  ]
  const last = rows.length
  for (const where of whereabouts) {
    const word = say(`summary.sheet.${where}`)
    const value = rows.slice(1, last).filter(([, , , cell]) => cell?.kind === 'text' && cell.text === word).length
    const count: Cell =
      last === 1
        ? { kind: 'number', value }
        : { kind: 'formula', formula: `COUNTIF(D2:D${last},"${word.replaceAll('"', '""')}")`, value }
    rows.push([null, null, bold(say('summary.sheet.count_of', { what: word })), count, null, null, null, null, null])
  }
  return { name: say('summary.sheet.children'), widths: [12, 24, 30, 16, 16, 14, 30, 10, 10], headerRows: 1, rows }
}

function linesOf(
  one: SchoolClass,
  { day, report, say }: { day: SchoolDay; report: ClassReport | undefined; say: Say },
): (readonly Cell[])[] {
  return one.children.map(({ rosterName: name }) => {
    const away = report?.absent.find((child) => child.name === name)
    const ill = report?.illPresent.find((child) => child.name === name)
    const where = whereIs(report, away)
    return [
      date(day),
      text(one.name),
      text(name),
      text(say(`summary.sheet.${where}`)),
      away === undefined ? null : text(say(`summary.sheet.${away.reason ?? 'unsaid'}`)),
      away === undefined ? null : text(say(`summary.sheet.${leaveOf(away)}`)),
      ...healthOf(away ?? ill, say),
      report?.leftEarly.includes(name) ? text('x') : null,
    ]
  })
}

function whereIs(report: ClassReport | undefined, away: AbsentChild | undefined): Whereabouts {
  if (report === undefined || report.present === null) return 'not_reported'
  if (away !== undefined) return 'absent'
  return report.unnamedAbsent > 0 ? 'unclear' : 'present'
}

const leaveOf = ({ excused }: AbsentChild) => (excused === null ? 'unsaid' : excused ? 'excused' : 'unexcused')

function healthOf(child: Pick<IllChild, 'symptoms' | 'temperatureC'> | undefined, say: Say): Cell[] {
  if (child === undefined) return [null, null]
  const words = child.symptoms.map((code) => say(`summary.symptom.${code}`)).join(', ')
  const { temperatureC: degrees } = child
  return [words === '' ? null : text(words), degrees === null ? null : { kind: 'number', value: degrees, decimals: 1 }]
}
