import { addDays, type SchoolDay } from '../../core/clock.ts'
import type { CalendarStore } from '../calendar/calendar-store.ts'
import type { KnownClass } from '../calendar/parts-named.ts'
import { schoolYearOf } from '../calendar/school-year.ts'
import type { ImportContent } from './import-store.ts'
import type { OddYear } from './pasted-headings.ts'
import { type Plan, planImport } from './plan.ts'
import { readPasted } from './read-pasted.ts'
import { readTable } from './read-table.ts'
import type { Reading } from './row.ts'
import type { ImportWindow } from './sent-file.ts'

/** How the office wants years to be read that do not fit. */
export interface YearChoice {
  /** A heading whose year does not fit the others is read as the year that does. */
  readonly mend: boolean
  /** What is of a school year gone by is laid on the coming one. */
  readonly lay: boolean
}

export const usualChoice: YearChoice = { mend: true, lay: true }

/** What was sent, as it would be taken. */
export interface Interpreted {
  readonly reading: Reading
  readonly odd: readonly OddYear[]
  /** The year it speaks of and the one it is laid on, when that is another. `mayStand`: the first may be written to, too. */
  readonly laid?: { readonly from: string; readonly on: string; readonly mayStand: boolean }
}

/** The school year that a day without a year means: this one, and in July already the next. */
export const comingYear = (today: SchoolDay): string => schoolYearOf(addDays(today, 31))

/** The days that an import may touch: last, this and next school year. */
export function importWindow(today: SchoolDay): ImportWindow {
  const start = Number(schoolYearOf(today).slice(0, 4))
  return { from: `${start - 1}-08-01`, to: `${start + 2}-07-31`, seriesTo: `${Number(comingYear(today).slice(0, 4)) + 1}-07-31` }
}

/** Reads what was sent; of a school year that is over it is laid on the coming one, unless the office wants it as it stands. */
export function interpret(
  content: ImportContent,
  { today, classes, choice }: { readonly today: SchoolDay; readonly classes: readonly KnownClass[]; readonly choice: YearChoice },
): Interpreted {
  const context = { schoolYear: comingYear(today), classes }
  const read = (layOn?: string): { reading: Reading; odd: readonly OddYear[]; schoolYear?: string } => {
    const inYear = { ...context, ...(layOn === undefined ? {} : { layOn }) }
    if (content.kind === 'text') {
      const { odd, schoolYear, ...reading } = readPasted(content.text, { ...inYear, mend: choice.mend })
      return { reading, odd, ...(schoolYear === undefined ? {} : { schoolYear }) }
    }
    if (content.kind === 'table') return { reading: readTable(content.rows, inYear), odd: [] }
    return { reading: content.reading, odd: [] }
  }
  const first = read()
  const from = first.schoolYear ?? mostYear(first.reading)
  const isOver = from !== undefined && from < schoolYearOf(today)
  if (!isOver || !choice.lay || content.kind === 'reading') return { reading: first.reading, odd: first.odd }
  const { reading, odd } = read(context.schoolYear)
  return {
    reading,
    odd,
    laid: { from, on: context.schoolYear, mayStand: `${from.slice(0, 4)}-08-01` >= importWindow(today).from },
  }
}

function mostYear({ rows }: Reading): string | undefined {
  const years = rows.map(({ what }) => (what.kind === 'event' ? what.schoolYear : schoolYearOf(what.day)))
  return [...Map.groupBy(years, (one) => one)].sort((one, other) => other[1].length - one[1].length)[0]?.[0]
}

/** The plan of an interpreted import, against the calendar as it stands. */
export async function planFor(
  calendar: Pick<CalendarStore, 'events' | 'closures'>,
  { schoolId, today }: { schoolId: string; today: SchoolDay },
  { reading }: Interpreted,
): Promise<Plan> {
  const window = importWindow(today)
  const years = [-2, -1, 0, 1, 2]
    .map((offset) => Number(window.from.slice(0, 4)) + offset)
    .map((start) => `${start}-${start + 1}`)
  const events = await calendar.events(schoolId, ...years)
  return planImport(reading, { events, closures: await calendar.closures(schoolId), window })
}
