import { type ImportWindow, mostBytes, type SentFile, type Unreadable } from '../../features/imports/sent-file.ts'
import { decodeText } from './decode-text.ts'
import { isTable, readCsv } from './read-csv.ts'
import { readIcs } from './read-ics.ts'
import { readXlsx } from './read-xlsx.ts'

/** Kinds of file by their first bytes: the name of a file proves nothing. */
const signatures: readonly (readonly [readonly number[], Unreadable | 'zipped'])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'zipped'],
  [[0x50, 0x4b, 0x05, 0x06], 'empty'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'old_excel'],
  [[0x25, 0x50, 0x44, 0x46], 'pdf'],
  [[0x89, 0x50, 0x4e, 0x47], 'picture'],
  [[0xff, 0xd8, 0xff], 'picture'],
  [[0x47, 0x49, 0x46, 0x38], 'picture'],
  [[0x1f, 0x8b], 'zip'],
  [[0x52, 0x61, 0x72, 0x21], 'zip'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'zip'],
]

/** Rows of a table, unless more are asked for: many times a year's calendar. */
const usualRows = 20_000

/** Reads a file by what it is, not by what it is called. Takes what time and memory it takes: see `readSentFile`. */
export async function readFileBytes(
  { name, bytes }: { name: string; bytes: Uint8Array },
  window: ImportWindow,
  mostRows: number = usualRows,
): Promise<SentFile> {
  const unreadable = (why: Unreadable): SentFile => ({ kind: 'unreadable', why })
  if (bytes.length === 0) return unreadable('empty')
  if (bytes.length > mostBytes) return unreadable('too_large')
  const kind = signatures.find(([start]) => start.every((byte, index) => bytes[index] === byte))?.[1]
  if (kind === 'zipped') return await readXlsx(bytes, mostRows)
  if (kind !== undefined) return unreadable(kind)
  const text = decodeText(bytes)
  if (text === undefined) return unreadable(isBinary(bytes) ? 'other' : 'encoding')
  if (isBinaryText(text)) return unreadable('other')
  if (text.trim() === '') return unreadable('empty')
  if (/^\s*BEGIN:VCALENDAR/i.test(text)) return readIcs(text, window)
  if (/\.(?:csv|tsv)$/i.test(name) || isTable(text)) return readCsv(text, mostRows)
  return { kind: 'text', text }
}

const isBinary = (bytes: Uint8Array): boolean => bytes.subarray(0, 4096).includes(0)
const isBinaryText = (text: string): boolean => /[\u0000-\u0008\u000e-\u001a]/.test(text.slice(0, 4096))
