import readExcelFile from 'read-excel-file/node'
import type { Cell, SentFile, TableRow } from '../../features/imports/sent-file.ts'
import { type MergedRange, mergedRanges } from './merged-cells.ts'
import { slimSheet } from './slim-sheet.ts'
import { zipArchive } from './zip-archive.ts'
import { unzipped, zipDirectory } from './zip-directory.ts'

/** What a calendar's sheets may unpack to. A sheet of a million empty rows has some thirty megabytes. */
const mostUnpacked = 96 * 1024 * 1024
const mostColumns = 60

const tooLarge: SentFile = { kind: 'unreadable', why: 'too_large' }

/** The rows of an Excel file, empty ones left out; of cells that are joined over rows each row has the value. */
export async function readXlsx(bytes: Uint8Array, mostRows: number): Promise<SentFile> {
  const entries = zipDirectory(bytes)
  if (entries === undefined) return { kind: 'unreadable', why: 'damaged' }
  const names = new Set(entries.map(({ name }) => name))
  if (names.has('word/document.xml')) return { kind: 'unreadable', why: 'word' }
  if (!names.has('xl/workbook.xml')) return { kind: 'unreadable', why: 'zip' }
  if (entries.reduce((sum, { size }) => sum + size, 0) > mostUnpacked) return tooLarge
  const sheets = new Map<string, Sheet>()
  const files: { name: string; content: string }[] = []
  for (const entry of entries) {
    const isSheet = /^xl\/worksheets\/[^/]+\.xml$/.test(entry.name)
    if (!isSheet && !/^(?:xl\/(?:workbook|styles|sharedStrings)\.xml|.*\.rels|\[Content_Types\]\.xml)$/.test(entry.name)) continue
    const xml = unzipped(bytes, entry, mostUnpacked)
    if (xml === undefined) return { kind: 'unreadable', why: 'damaged' }
    const slim = isSheet ? slimSheet(xml, mostRows) : undefined
    if (isSheet && slim === undefined) return tooLarge
    if (slim !== undefined) sheets.set(entry.name, { lines: slim.lines, merged: mergedRanges(xml) })
    files.push({ name: entry.name, content: slim?.xml ?? xml })
  }
  const read = (name: string) => files.find((one) => one.name === name)?.content ?? ''
  const places = sheetFiles(read('xl/workbook.xml'), read('xl/_rels/workbook.xml.rels'))
  const data = await readExcelFile(zipArchive(files))
  const rows = data.flatMap((one) => {
    const own = sheetRows(one.data as unknown as unknown[][], sheets.get(places.get(one.sheet) ?? '') ?? noSheet, mostRows)
    return data.length > 1 ? own.map((row) => ({ ...row, sheet: one.sheet })) : own
  })
  if (rows.length > mostRows) return tooLarge
  return rows.length === 0 ? { kind: 'unreadable', why: 'empty' } : { kind: 'table', source: 'xlsx', rows }
}

interface Sheet {
  /** For each row that is left its number in the file. */
  readonly lines: readonly number[]
  readonly merged: readonly MergedRange[]
}
const noSheet: Sheet = { lines: [], merged: [] }

function sheetRows(data: readonly unknown[][], { lines, merged }: Sheet, mostRows: number): TableRow[] {
  const filled = new Map<number, Cell[]>()
  for (const [index, row] of data.entries()) {
    if (row.some((value) => value !== null && value !== ''))
      filled.set(lines[index] ?? index + 1, row.slice(0, mostColumns).map(cellOf))
  }
  for (const { top, bottom, left } of merged) {
    const value = filled.get(top)?.[left - 1] ?? null
    // A joined cell says the same for each of its rows; rows that have nothing else stay empty.
    for (let line = top + 1; value !== null && line <= Math.min(bottom, top + mostRows); line += 1) {
      const row = filled.get(line)
      if (row !== undefined && (row[left - 1] ?? null) === null) row[left - 1] = value
    }
  }
  return [...filled].map(([line, cells]) => ({ line, cells: Array.from(cells, (cell) => cell ?? null) }))
}

function cellOf(value: unknown): Cell {
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return null
    const [day = '', time = ''] = value.toISOString().split('T')
    return time.startsWith('00:00') ? { day } : { day, time: time.slice(0, 5) }
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

/** Which file of the archive each sheet is, by the sheet's name. */
function sheetFiles(workbook: string, relations: string): Map<string, string> {
  const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  const targets = new Map(
    [...relations.matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [attribute(tag, 'Id'), attribute(tag, 'Target')]),
  )
  return new Map(
    [...workbook.matchAll(/<sheet\b[^>]*>/g)].map(([tag]) => {
      const target = targets.get(attribute(tag, 'r:id')) ?? ''
      return [unescaped(attribute(tag, 'name')), target.startsWith('/') ? target.slice(1) : `xl/${target}`]
    }),
  )
}

const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (_all, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name]!)
