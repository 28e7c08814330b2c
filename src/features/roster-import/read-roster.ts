import type { SchoolDay } from '../../core/clock.ts'
import { fold, withoutDiacritics } from '../../core/text.ts'
import { asText } from '../imports/columns.ts'
import type { TableRow } from '../imports/sent-file.ts'
import { type ChildFigures, childFigures } from './child-figures.ts'
import { readName } from './child-name.ts'
import { classOfHeading, classOfSheet } from './class-label.ts'
import { type RosterHead, rosterHead } from './roster-heads.ts'
import type { DoubtKind, RosterDoubt, RosterReading, RosterRow } from './roster-row.ts'

const totals = /^(?:tong|cong|si so|ty le|ti le|danh sach (?:nay )?(?:co|gom)|an dinh)\b/
const signatures =
  /^(?:nguoi lap|hieu truong|pho hieu truong|giao vien|ky ten|ky va ghi|xac nhan|thu truong|ban giam hieu|chu nhom)|\bngay \d{1,2} thang \d{1,2}\b/
const longestText = 60

/** What holds for the rows that follow. */
interface Section {
  readonly sheet: string | undefined
  head: RosterHead | undefined
  /** From the line above, or the sheet's name. */
  label: string | undefined
  /** From the class column, which says it once for many rows. */
  columnLabel: string
  /** Totals and signatures stand below: no children until the next head or class. */
  isOver: boolean
}

/**
 * Reads a table as schools keep them: heads of one or two rows, repeated or not, below titles; the class in a column, as a line of its own or as
 * the sheet; totals and signatures under the children. Undefined: no column of names is found.
 * @param only the class of every row that names none
 */
export function readRoster(
  rows: readonly TableRow[],
  { today, only }: { readonly today: SchoolDay; readonly only?: string },
): RosterReading | undefined {
  const found: RosterRow[] = []
  const doubts: RosterDoubt[] = []
  const ignored = new Set<string>()
  let isTable = false
  let section: Section = sectionOf(rows[0]?.sheet)
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!
    if (row.sheet !== section.sheet) section = sectionOf(row.sheet)
    const head = rosterHead(rows, index)
    if (head !== undefined) {
      Object.assign(section, { head, isOver: false, columnLabel: '' })
      for (const name of head.ignored) ignored.add(name)
      isTable = true
      index += head.depth - 1
      continue
    }
    const kind = kindOf(row, section)
    if (kind === 'child' && section.head !== undefined) {
      const label = labelOf(row, section) || only || ''
      const one = readChild(row, section.head, { today, label })
      if ('why' in one) doubts.push(one)
      else found.push(one)
    } else if (typeof kind === 'object') Object.assign(section, { label: kind.label, columnLabel: '', isOver: false })
    else if (kind === 'end') section.isOver = true
  }
  return isTable ? { rows: found, doubts, ignored: [...ignored] } : undefined
}

const sectionOf = (sheet: string | undefined): Section => ({
  sheet,
  head: undefined,
  label: classOfSheet(sheet),
  columnLabel: '',
  isOver: false,
})

function kindOf(row: TableRow, { head, isOver }: Section): 'child' | 'end' | 'nothing' | { readonly label: string } {
  const texts = row.cells.map(asText).filter((text) => text !== '')
  const label = texts.length <= 3 ? texts.map(classOfHeading).find((one) => one !== undefined) : undefined
  const isInName = head !== undefined && classOfHeading(asText(row.cells[head.at.name!])) !== undefined
  if (
    label !== undefined &&
    (texts.length === 1 || isInName || head === undefined || texts.every((text) => !/^\d{1,3}$/.test(text)))
  )
    return { label }
  // A birth date may be written out as the date above a signature is.
  const unsaid = row.cells.filter((_cell, place) => place !== head?.at.birth).map(asText)
  if (unsaid.some((text) => totals.test(plain(text)) || signatures.test(plain(text))) && !isNumbered(row, head)) return 'end'
  if (head === undefined || isOver) return 'nothing'
  const name = nameText(row, head)
  // A row of column numbers, or one with nothing but a number prepared for a child to come.
  return name === '' || /^[\d\s()]+$/.test(name) ? 'nothing' : 'child'
}

const plain = (text: string): string => withoutDiacritics(fold(text))

function isNumbered({ cells }: TableRow, head: RosterHead | undefined): boolean {
  const place = head?.at.number
  return place !== undefined && /^\d+(?:[.,]0+)?\.?$/.test(asText(cells[place]))
}

function labelOf({ cells }: TableRow, section: Section): string {
  const place = section.head?.at.class
  const own = place === undefined ? '' : asText(cells[place])
  if (own !== '') section.columnLabel = own
  return section.columnLabel || section.label || ''
}

/** The whole name; where the head is one cell over two columns, the given name stands in the second. */
function nameText({ cells }: TableRow, { at }: RosterHead): string {
  const name = asText(cells[at.name!])
  if (at.family !== undefined) return `${asText(cells[at.family])} ${name}`.trim()
  const beside = asText(cells[at.name! + 1])
  const isTaken = Object.values(at).includes(at.name! + 1)
  return !isTaken && /^\p{L}[\p{L}\p{M}'’]*(?: \([^)]*\))?$/u.test(beside) && name !== '' && !/\d/.test(name)
    ? `${name} ${beside}`
    : name
}

function readChild(
  row: TableRow,
  head: RosterHead,
  { today, label }: { today: SchoolDay; label: string },
): RosterRow | RosterDoubt {
  const place = { line: row.line, ...(row.sheet === undefined ? {} : { sheet: row.sheet }) }
  const text = nameText(row, head)
  const doubt = (why: DoubtKind): RosterDoubt => ({ ...place, why, text: text.slice(0, longestText) })
  const nickname = head.at.nickname === undefined ? '' : asText(row.cells[head.at.nickname])
  const read = readName(text, nickname)
  if (read.kind === 'doubt') return doubt(read.why)
  const figures: ChildFigures = childFigures(row.cells, head, today)
  const isBare = figures.birthDate === undefined && figures.notes.length === 0
  if (head.at.number !== undefined && !isNumbered(row, head) && isBare) return doubt('no_number')
  if (label === '') return doubt('no_class')
  const { kind: _name, ...name } = read
  return { ...place, ...name, classLabel: label, ...figures }
}
