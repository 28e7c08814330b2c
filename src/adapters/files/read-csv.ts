import { parse } from 'csv-parse/sync'
import type { SentFile, TableRow } from '../../features/imports/sent-file.ts'

const signs = [';', '\t', ',', '|'] as const

/** The rows of a CSV text, whichever sign parts its cells; lines are those of the file, also after quoted line breaks. */
export function readCsv(text: string, mostRows: number): SentFile {
  const delimiter = signOf(text)
  try {
    const parsed = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: 100_000,
      to: mostRows + 1,
    }) as unknown as { record: string[]; info: { lines: number } }[] // the package's types do not know `info`
    if (parsed.length > mostRows) return { kind: 'unreadable', why: 'too_large' }
    const rows = parsed.map(
      ({ record, info }): TableRow => ({
        line: info.lines - record.join('').split('\n').length + 1,
        cells: record.map((cell) => (cell === '' ? null : cell)),
      }),
    )
    return rows.length === 0 ? { kind: 'unreadable', why: 'empty' } : { kind: 'table', source: 'csv', rows }
  } catch {
    return { kind: 'unreadable', why: 'damaged' }
  }
}

/** The sign that parts most lines into the same number of cells. */
function signOf(text: string): string {
  const lines = text.split(/\r\n|\r|\n/, 60).filter((line) => line.trim() !== '')
  const scored = signs.map((sign) => {
    const counts = lines.map((line) => line.replace(/"[^"]*"/g, '').split(sign).length - 1)
    return { sign, lines: counts.filter((count) => count > 0).length, most: Math.max(0, ...counts) }
  })
  const best = scored.sort((one, other) => other.lines - one.lines)[0]!
  return best.lines === 0 ? ',' : best.sign
}

/** Whether a text is a table: most of its lines are parted by one sign. */
export function isTable(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/, 60).filter((line) => line.trim() !== '')
  const sign = signOf(text)
  const parted = lines.filter((line) => line.includes(sign)).length
  return lines.length > 0 && parted >= lines.length * 0.6 && sign !== ',' ? true : sign === ',' && parted >= lines.length * 0.9
}
