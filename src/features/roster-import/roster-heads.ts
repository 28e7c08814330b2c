import { fold, withoutDiacritics } from '../../core/text.ts'
import { asText } from '../imports/columns.ts'
import type { TableRow } from '../imports/sent-file.ts'

export const rosterColumns = [
  'number',
  'family',
  'name',
  'nickname',
  'birth',
  'birthDay',
  'birthMonth',
  'birthYear',
  'male',
  'female',
  'sex',
  'class',
  'phone',
] as const
export type RosterColumn = (typeof rosterColumns)[number]

/** Where each column is; of telephone numbers there may be several, the first usable one counts. */
export interface RosterHead {
  readonly at: Readonly<Partial<Record<RosterColumn, number>>>
  readonly phones: readonly number[]
  readonly ignored: readonly string[]
  /** How many rows the head takes. */
  readonly depth: number
}

/** How the heads of such lists are written, without marks; upper and lower row joined. The first that fits. */
const heads: readonly (readonly [RosterColumn, RegExp])[] = [
  ['number', /^(?:stt|tt|so tt|so thu tu|no|#)$/],
  ['phone', /\b(?:sdt|dt|so dt|dien thoai|so dien thoai|phone|di dong|lien lac)\b/],
  ['nickname', /\b(?:biet danh|ten o nha|ten goi(?: o nha)?|ten thuong goi|nickname|o nha)\b/],
  ['birthDay', /^(?:(?:ngay|nam)(?: .*)? sinh ngay|ngay)$/],
  ['birthMonth', /^(?:(?:ngay|nam)(?: .*)? sinh thang|thang)$/],
  ['male', /^(?:(?:ngay|nam|ngay thang nam|thang)? ?sinh.* |gioi tinh |gt )?(?:tre )?(?:nam|trai)$/],
  ['female', /^(?:(?:ngay|nam|ngay thang nam|thang)? ?sinh.* |gioi tinh |gt )?(?:tre )?(?:nu|gai)$/],
  [
    'birth',
    /^(?:(?:ngay|ngay thang|ngay thang nam|thang nam|nam) ?sinh|sinh ngay|ngay sinh.*|ns|ngay, thang, nam sinh|dob|date of birth|birth ?date|birthday)$/,
  ],
  ['sex', /^(?:gioi tinh|gt|phai|nam nu|nu nam|sex|gender)$/],
  ['class', /^(?:lop|ten lop|lop hoc|nhom lop|nhom\/lop|class)$/],
  [
    'family',
    /^(?:(?:ho va ten|ho ten).* )?(?:ho|ho dem|ho va dem|ho va ten dem|ho ten dem|ho lot|ho va chu lot|ho va ten lot|ho va lot|last name|family name)$/,
  ],
  [
    'name',
    /^(?:ho va ten|ho ten|ho & ten|ten|ten tre|full ?name|name|first name|given name)(?: (?:cua )?(?:tre|be|hoc sinh|chau|tre em|hs|khai sinh|ten))?(?: em)?$/,
  ],
]
const own = /\b(?:bo|me|cha|phu huynh|ph|giam ho|ba|ong|nguoi|giao vien|gv|father|mother|parent)\b/

/** A head at this row: one to three rows, the columns' names joined from top to bottom. Undefined: it is none. */
export function rosterHead(rows: readonly TableRow[], index: number): RosterHead | undefined {
  const top = headOf(rows.slice(index, index + 1))
  const alone = top !== undefined && isHead(top) ? top : undefined
  const below = rows[index + 1]
  if (below === undefined || below.sheet !== rows[index]!.sheet || !mayBeHead(rows[index]!)) return alone
  const isLower = alone === undefined ? mayBeHead(below) : continues(rows[index]!, below, alone)
  const two = isLower ? headOf(rows.slice(index, index + 2)) : undefined
  return two !== undefined && isHead(two) ? two : alone
}

const isHead = ({ at, ignored }: RosterHead): boolean =>
  at.name !== undefined && (Object.keys(at).length > 1 || ignored.length === 0)
const wordsOf = (row: TableRow): string[] => row.cells.map((cell) => asText(cell))
const mayBeHead = (row: TableRow): boolean =>
  wordsOf(row).filter((text) => /\p{L}/u.test(text)).length >= 2 && !wordsOf(row).some((text) => /\d{3}/.test(text))

/** Whether the row below belongs to the head: nothing of a child in it, only names of parts. */
function continues(upper: TableRow, lower: TableRow, { at }: RosterHead): boolean {
  const texts = wordsOf(lower)
  const name = texts[at.name ?? -1] ?? ''
  const isNamed =
    name !== '' && name !== wordsOf(upper)[at.name ?? -1] && !/^(?:họ|tên|đệm|họ đệm|họ và tên đệm|họ và đệm)$/iu.test(name)
  return !isNamed && texts.some((text) => text !== '') && !texts.some((text) => /\d/.test(text))
}

function headOf(rows: readonly TableRow[]): RosterHead | undefined {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const at: Partial<Record<RosterColumn, number>> = {}
  const phones: number[] = []
  const ignored: string[] = []
  for (let place = 0; place < width; place += 1) {
    const parts = rows.map((row, depth) => partAt(row, place, { isLast: depth === rows.length - 1, below: rows[depth + 1] }))
    const written = [...new Set(parts.filter((part) => part !== ''))].join(' ')
    const column = columnOf(written)
    if (column === 'phone') phones.push(place)
    if (column !== undefined && at[column] === undefined) at[column] = place
    else if (column === undefined && written !== '') ignored.push(written)
  }
  // Without marks only its neighbours tell "năm" from "nam": a day and a month need a year.
  if (at.birthDay !== undefined && at.birthMonth !== undefined && at.birthYear === undefined && at.male !== undefined) {
    at.birthYear = at.male
    delete at.male
  }
  return { at, phones, ignored, depth: rows.length }
}

/** A cell over several columns stands in the first of them: the ones below belong to it. */
function partAt(row: TableRow, place: number, { isLast, below }: { isLast: boolean; below: TableRow | undefined }): string {
  const own = asText(row.cells[place])
  if (own !== '' || isLast || asText(below?.cells[place]) === '') return own
  for (let left = place - 1; left >= 0; left -= 1) {
    const text = asText(row.cells[left])
    if (text !== '') return text
  }
  return ''
}

function columnOf(written: string): RosterColumn | undefined {
  const text = fold(written)
    .replace(/\(.*?\)/g, ' ')
    .replace(/[.:*\n/,;-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const plain = withoutDiacritics(text)
  const column = heads.find(([, form]) => form.test(plain))?.[0]
  if (column === 'male' && text.endsWith('năm')) return 'birthYear'
  // A parent's number may be kept; a parent's name, birthday or sex never is.
  return column !== undefined && column !== 'phone' && own.test(plain) ? undefined : column
}
