import type { SchoolDay } from '../../../core/clock.ts'

/** One cell. A text stays a text whatever it begins with; only we write formulas. */
export type Cell =
  | null
  | { readonly kind: 'text'; readonly text: string; readonly bold?: boolean }
  | { readonly kind: 'number'; readonly value: number; readonly decimals?: number }
  | { readonly kind: 'date'; readonly day: SchoolDay }
  /** Without the equals sign. `value` is what it comes to, for readers that do not calculate; null: an empty text. */
  | { readonly kind: 'formula'; readonly formula: string; readonly value: number | null; readonly isShare?: boolean }

export interface Sheet {
  /** At most 31 characters, without `\/?*[]:`. */
  readonly name: string
  /** In characters, one a column. */
  readonly widths: readonly number[]
  /** Rows at the top that stay while the others are scrolled. */
  readonly headerRows: number
  readonly rows: readonly (readonly Cell[])[]
}

export const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Writes an XLSX file. */
export type WriteWorkbook = (sheets: readonly Sheet[]) => Promise<Uint8Array>

export const text = (value: string): Cell => ({ kind: 'text', text: value })
export const bold = (value: string): Cell => ({ kind: 'text', text: value, bold: true })
export const number = (value: number): Cell => ({ kind: 'number', value })
export const date = (day: SchoolDay): Cell => ({ kind: 'date', day })

/** The name of a column: 0 is A, 26 is AA. */
export function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26)
}

/**
 * The sum of a column's rows, as a formula.
 * @param rows the rows above, the header rows included
 */
export function sumOf(rows: readonly (readonly Cell[])[], column: number, headerRows: number): Cell {
  const name = columnName(column)
  const value = rows.slice(headerRows).reduce((sum, row) => sum + numberIn(row[column]), 0)
  if (rows.length === headerRows) return number(0)
  return { kind: 'formula', formula: `SUM(${name}${headerRows + 1}:${name}${rows.length})`, value }
}

const numberIn = (cell: Cell | undefined): number => (cell?.kind === 'number' || cell?.kind === 'formula' ? (cell.value ?? 0) : 0)

/** A share of two columns of one row, as a formula. @param row counted from 1 */
export function shareOf(part: { column: number; value: number }, whole: { column: number; value: number }, row: number): Cell {
  const [above, below] = [`${columnName(part.column)}${row}`, `${columnName(whole.column)}${row}`]
  return {
    kind: 'formula',
    formula: `IF(${below}=0,"",${above}/${below})`,
    value: whole.value === 0 ? null : part.value / whole.value,
    isShare: true,
  }
}
