import { fold, withoutDiacritics } from '../../core/text.ts'
import type { Cell, TableRow } from './sent-file.ts'

export const columnNames = ['day', 'lastDay', 'month', 'time', 'endTime', 'title', 'place', 'forWhom'] as const
export type Column = (typeof columnNames)[number]
export type Columns = Partial<Record<Column, number>>

/** How the heads of such tables are written, without marks; the first that fits. */
const heads: readonly (readonly [Column, RegExp])[] = [
  ['lastDay', /^(?:den ngay|ngay ket thuc|ket thuc|het ngay|end(?: date)?|to|until)$/],
  ['endTime', /^(?:gio ket thuc|den gio|end time)$/],
  ['time', /^(?:gio|thoi diem|gio bat dau|bat dau luc|time|start time)$/],
  ['month', /^(?:thang|month)$/],
  [
    'day',
    /^(?:ngay|ngay thang|thoi gian|ngay bat dau|tu ngay|ngay thuc hien|thoi gian thuc hien|ngay to chuc|lich|date|day|start(?: date)?|when)$/,
  ],
  [
    'title',
    /^(?:noi dung(?: hoat dong| cong viec)?|hoat dong|su kien|ten(?: su kien| hoat dong)?|cong viec|viec|tieu de|title|event|activity|summary|what|name)$/,
  ],
  ['place', /^(?:dia diem|noi to chuc|tai|place|location|where)$/],
  [
    'forWhom',
    /^(?:doi tuong|danh cho|lop|khoi|khoi lop|thanh phan|nguoi tham gia|doi tuong tham gia|audience|for|class|classes|who)$/,
  ],
]

export const asText = (cell: Cell | undefined): string =>
  cell === null || cell === undefined ? '' : typeof cell === 'object' ? cell.day : String(cell).normalize('NFC').trim()

/** How far from the top a head is looked for: titles and the state's motto stand above it. */
const deepestHead = 20

/** The row with the columns' names, and where each is. Undefined: the table has none. */
export function findHead(rows: readonly TableRow[]): { index: number; columns: Columns } | undefined {
  for (const [index, { cells }] of rows.slice(0, deepestHead).entries()) {
    const columns: Columns = {}
    for (const [place, cell] of cells.entries()) {
      const words = withoutDiacritics(fold(asText(cell)))
        .replace(/[.:*()]/g, '')
        .replace(/\s+/g, ' ')
        .trim()
      const column = heads.find(([name, form]) => columns[name] === undefined && form.test(words))?.[0]
      if (column !== undefined) columns[column] = place
    }
    const isHead = columns.title !== undefined && (columns.day !== undefined || columns.month !== undefined)
    if (isHead) return { index, columns }
  }
  return undefined
}

/** Columns of a table without a head: the first that mostly holds days, and the one with the longest words. */
export function guessColumns(rows: readonly TableRow[], isDay: (cell: Cell) => boolean): Columns | undefined {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const filled = rows.filter(({ cells }) => cells.some((cell) => asText(cell) !== ''))
  const columns = Array.from({ length: width }, (_, place) => {
    const cells = filled.map(({ cells }) => cells[place] ?? null)
    const length = cells.reduce((sum: number, cell) => sum + asText(cell).length, 0)
    return { place, days: cells.filter(isDay).length, length }
  })
  const day = columns.find(({ days }) => days >= Math.max(1, filled.length / 2))
  const title = columns.filter(({ place }) => place !== day?.place).sort((one, other) => other.length - one.length)[0]
  return day === undefined || title === undefined || title.length === 0 ? undefined : { day: day.place, title: title.place }
}
