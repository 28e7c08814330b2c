import { addDays } from '../../core/clock.ts'
import { fold, withoutDiacritics } from '../../core/text.ts'
import type { KnownClass } from '../calendar/parts-named.ts'
import { schoolYearOf } from '../calendar/school-year.ts'
import { asText, type Columns, findHead, guessColumns } from './columns.ts'
import { asDayOff } from './day-off-line.ts'
import { readForWhom } from './for-whom.ts'
import { type EventDraft, type ImportRow, mostRows, type ProblemKind, type Reading, type RowProblem, shortened } from './row.ts'
import type { Cell, TableRow } from './sent-file.ts'
import { type DayContext, type WrittenDay, writtenDay } from './written-day.ts'
import { writtenHours } from './written-hours.ts'

export interface ReadContext {
  /** Where a day without a year lies, unless the file names a year. */
  readonly schoolYear: string
  /** The school year in which the days of another one are laid. */
  readonly layOn?: string
  readonly classes: readonly KnownClass[]
}

/** A table's rows as events and days off, sheet by sheet. */
export function readTable(rows: readonly TableRow[], context: ReadContext): Reading {
  const readings = [...Map.groupBy(rows, ({ sheet }) => sheet).values()].map((own) => readSheet(own, context))
  const all = readings.flatMap((one) => one.rows)
  const beyond = all.slice(mostRows).map((row) => problemOf(row, 'too_many', titleOf(row)))
  return { rows: all.slice(0, mostRows), problems: [...readings.flatMap((one) => one.problems), ...beyond] }
}

function readSheet(rows: readonly TableRow[], context: ReadContext): Reading {
  const head = findHead(rows)
  const above = rows.slice(0, head?.index ?? 3).flatMap(({ cells }) => cells.map(asText))
  const schoolYear = yearNamed(above.join(' ')) ?? context.schoolYear
  const body = rows.slice(head === undefined ? 0 : head.index + 1)
  const inYear = { ...context, schoolYear }
  const columns = head?.columns ?? guessColumns(body, (cell) => dayOf(cell, inYear).kind === 'when')
  if (columns === undefined) return { rows: [], problems: body.flatMap((row) => strange(row)) }
  const read: ImportRow[] = []
  const problems: RowProblem[] = []
  let months: readonly number[] = []
  for (const row of body) {
    const texts = row.cells.map(asText)
    if (texts.every((text) => text === '')) continue
    months = monthHeading(row, columns) ?? months
    if (isOnlyHeading(row, columns)) continue
    const draft = readRow(row, columns, { ...inYear, months })
    if (typeof draft === 'string') problems.push(problemOf(row, draft, texts.filter((text) => text !== '').join(' ')))
    else read.push({ ...at(row), what: asDayOff(draft) })
  }
  return { rows: read, problems }
}

function readRow({ cells }: TableRow, columns: Columns, context: ReadContext & DayContext): EventDraft | ProblemKind {
  const cell = (name: keyof Columns): Cell => (columns[name] === undefined ? null : (cells[columns[name]] ?? null))
  if (cells.some((one) => typeof one === 'string' && /^#(?:REF|N\/A|VALUE|NAME|DIV|NULL|NUM)/.test(one))) return 'formula'
  const title = asText(cell('title'))
    .replace(/^[-–•*+]\s*/, '')
    .replace(/\s+/g, ' ')
  if (title === '') return 'no_title'
  const month = monthIn(cell('month'))
  const inMonth = month === undefined ? context : { ...context, months: [month] }
  const said = cell('day') ?? (month === undefined ? null : `tháng ${month}`)
  if (asText(said) === '') return context.months?.length ? { ...base(title, context), ...within(context) } : 'no_day'
  const begins = dayOf(said, inMonth)
  if (begins.kind !== 'when') return begins.kind === 'problem' ? begins.why : 'which_day'
  const when = withEnd(begins, { lastDay: cell('lastDay'), time: cell('time'), endTime: cell('endTime') }, inMonth)
  if (typeof when === 'string') return when
  const whom = readForWhom(asText(cell('forWhom')), context.classes)
  if (whom === 'no_such_class') return whom
  const place = asText(cell('place'))
  const draft = { ...base(title, context), when, schoolYear: begins.schoolYear, ...whom, ...(place === '' ? {} : { place }) }
  return begins.moved ? { ...draft, moved: true } : draft
}

const base = (title: string, { schoolYear, layOn }: ReadContext) =>
  ({ kind: 'event', title: title.slice(0, 300), schoolYear: layOn ?? schoolYear }) as const
const within = ({ months = [] }: DayContext) => ({ when: { kind: 'within', months } }) as const

function withEnd(
  { when }: Extract<WrittenDay, { kind: 'when' }>,
  ends: { lastDay: Cell; time: Cell; endTime: Cell },
  context: DayContext,
): EventDraft['when'] | ProblemKind {
  if (when.kind !== 'dated') return when
  const last = asText(ends.lastDay) === '' ? undefined : dayOf(ends.lastDay, context)
  if (last !== undefined && (last.kind !== 'when' || last.when.kind !== 'dated')) return 'which_day'
  const lastDay = last?.kind === 'when' && last.when.kind === 'dated' ? last.when.day : when.lastDay
  if (lastDay !== undefined && lastDay < when.day) return 'backwards'
  if (lastDay !== undefined && lastDay > addDays(when.day, 120)) return 'too_long'
  const own = writtenHours(withoutDiacritics(fold(timeText(ends.time))))
  const time = own.time ?? when.time
  const endTime = writtenHours(withoutDiacritics(fold(timeText(ends.endTime)))).time ?? own.endTime ?? when.endTime
  return {
    ...{ kind: 'dated', day: when.day },
    ...(lastDay === undefined || lastDay === when.day ? {} : { lastDay }),
    ...(time === undefined ? {} : { time }),
    ...(endTime === undefined || time === undefined || endTime <= time ? {} : { endTime }),
  }
}

/** A time cell may be a fraction of a day. */
function timeText(cell: Cell): string {
  if (typeof cell === 'object') return cell?.time ?? ''
  if (typeof cell !== 'number' || cell >= 1) return asText(cell)
  const minutes = Math.round(cell * 1440)
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

const firstSerial = 36_526 // 1/1/2000 as a number of Excel
const lastSerial = 73_050

/** A cell as a day: a real one, text, or the number behind one whose format was lost. */
function dayOf(cell: Cell, context: DayContext): WrittenDay {
  if (cell !== null && typeof cell === 'object') {
    const { day, time } = cell
    return writtenDay(time === undefined ? day : `${day} ${time}`, context)
  }
  if (typeof cell === 'number' && Number.isInteger(cell) && cell >= firstSerial && cell <= lastSerial)
    return writtenDay(addDays('1899-12-30', cell), context)
  return writtenDay(asText(cell), context)
}

/** "Tháng 9" in a row of its own, or in the column of months, holds for the rows below. */
function monthHeading({ cells }: TableRow, columns: Columns): readonly number[] | undefined {
  const own = columns.month === undefined ? undefined : monthIn(cells[columns.month] ?? null)
  if (own !== undefined) return [own]
  const filled = cells.map(asText).filter((text) => text !== '')
  const month = filled.length === 1 ? /^tháng\s+(\d{1,2})(?:\s*[/-]\s*\d{4})?\s*:?$/iu.exec(filled[0]!)?.[1] : undefined
  return month === undefined || Number(month) < 1 || Number(month) > 12 ? undefined : [Number(month)]
}

const isOnlyHeading = (row: TableRow, columns: Columns): boolean =>
  monthHeading(row, columns) !== undefined && row.cells.filter((cell) => asText(cell) !== '').length === 1

function monthIn(cell: Cell): number | undefined {
  const month = Number(/^(?:tháng|thang|t)?\s*(\d{1,2})(?:\s*[/-]\s*\d{4})?$/iu.exec(asText(cell))?.[1] ?? 0)
  return month >= 1 && month <= 12 ? month : undefined
}

/** The school year that a title names: "năm học 2026-2027". */
export function yearNamed(text: string): string | undefined {
  const match = /(?<!\d)(20\d{2})\s*[-–—]\s*(20\d{2})(?!\d)/.exec(text)
  return match !== null && Number(match[2]) === Number(match[1]) + 1 ? schoolYearOf(`${match[1]}-09-01`) : undefined
}

const at = ({ sheet, line }: TableRow) => ({ ...(sheet === undefined ? {} : { sheet }), line })
const problemOf = (row: { sheet?: string; line: number }, why: ProblemKind, text: string): RowProblem => ({
  ...(row.sheet === undefined ? {} : { sheet: row.sheet }),
  ...{ line: row.line, why, text: shortened(text) },
})
const titleOf = ({ what }: ImportRow): string => (what.kind === 'event' ? what.title : what.reason)
const strange = (row: TableRow): RowProblem[] => {
  const text = row.cells
    .map(asText)
    .filter((one) => one !== '')
    .join(' ')
  return text === '' ? [] : [problemOf(row, 'no_day', text)]
}
