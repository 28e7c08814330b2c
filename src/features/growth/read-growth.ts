import { lex } from '../checkin/parse/lex.ts'
import { namesAt, type RosterNames, rosterNames } from '../checkin/parse/roster-names.ts'
import type { Line } from '../checkin/parse/token.ts'
import type { Roster } from '../checkin/report.ts'
import { bare, type TypedNumber, typedNumberAt } from './typed-number.ts'

/** One child's part of a weight line. */
export interface GrowthEntry {
  readonly mention: string
  /** Places in the roster; several: asked about; none: nobody of the class. */
  readonly candidates: readonly number[]
  readonly numbers: readonly TypedNumber[]
}

export interface GrowthLine {
  readonly entries: readonly GrowthEntry[]
  /** What was typed beside it, and is not recorded. */
  readonly leftOver: readonly string[]
}

/** Opens a weight line. "Đo" alone may be a temperature. */
const heading = /^(?:[\s\S]{0,40}?[\s,.:!])?(?:can do|can nang|do can|chieu cao|do chieu cao|can|weights?|heights?)(?=[\s:,]|$)/
const filler =
  /^(?:can|do|nang|cao|chieu|duoc|dc|la|con|be|chau|ban|em|co|a|ah|nhe|nha|ne|va|hom|nay|lop|cn|cc|so|ket|qua|bao|cao|gui|nham|sua|lai|moi|dung|roi|thi|thanh|cho|oi|da|weights?|heights?|is|and)$/
const opensWeight = /^(?:nang|can|cn|weight)$/
const opensHeight = /^(?:cao|cc|height)$/
/** Words of a check-in that no weight line has: then the line is left to it. */
const attendance =
  /\b(?:vang|si so|co mat|hien dien|du|phep|khong phep|nghi hoc|diem danh|absent|present)\b|\d{1,2}\s*\/\s*(?:[1-4]\d|[1-9])(?!\d)/
const corrects = /\b(?:nham|sua|chinh lai|khong phai|mistake|correct)\b/
const denied = /(?:,?\s*(?:chứ|chu)\s+)?(?:không|khong|ko|k)\s+(?:phải|phai)\s+(?:là |la )?\d+(?:[.,]\d+)?\s*(?:kg|cm|ký|ky)?/giu
const coarse = { weight: { from: 2, to: 50 }, height: { from: 45, to: 140 } }

/**
 * Reads weights and heights as typed: "An 15.2kg 98cm", "cân đo A1: An 15,2 98; Bình 14.8/97". Undefined when the line is not surely one: without
 * a heading every part must carry a unit, or both numbers of a child, and nothing of a check-in.
 * @param measuredToday places in the roster whose figures "nhầm, An 15.4" can correct
 */
export function readGrowth(
  text: string,
  roster: Roster,
  { measuredToday = new Set() }: { measuredToday?: ReadonlySet<number> } = {},
): GrowthLine | undefined {
  const names = rosterNames(roster)
  const line = lex(text.slice(0, 4_000).replace(denied, ' '), (word) => names.words.has(word))
  const raw = line.tokens
    .map((token) => `${token.glued ? '' : ' '}${bare(token)}`)
    .join('')
    .trim()
  const head = heading.exec(raw)?.[0]
  const isHeaded = head !== undefined
  // Behind a heading "Bình vắng" says why Bình was not weighed.
  if (attendance.test(head ?? raw) || raw.includes('?')) return undefined
  const read = parts(line, names)
  const filled = read.entries.filter(({ numbers }) => numbers.length > 0)
  const known = filled.filter(({ candidates }) => candidates.length > 0)
  const isSure = isHeaded || filled.some(({ numbers }) => numbers.some(({ is }) => is !== null)) || filled.every(isPair)
  if (filled.length === 0 || (known.length === 0 && !isHeaded) || read.hasOther) return undefined
  if (!isSure && !(corrects.test(raw) && filled.every((entry) => mends(entry, measuredToday)))) return undefined
  if (!isHeaded && !filled.every(isTyped)) return undefined
  const { leftOver } = read
  return leftOver.length > 0 && !isHeaded && !filled.every(hasUnit) ? undefined : { entries: filled, leftOver }
}

const hasUnit = ({ numbers }: GrowthEntry) => numbers.some(({ is }) => is !== null)
const isTyped = (entry: GrowthEntry) => hasUnit(entry) || isPair(entry) || entry.numbers.length === 1
const within = (value: number, { from, to }: { from: number; to: number }) => from <= value && value <= to

/** A weight and a height, in either order. */
function isPair({ numbers }: GrowthEntry): boolean {
  const [one, other] = numbers
  if (numbers.length !== 2 || one === undefined || other === undefined) return false
  const [low, high] = [one.value, other.value].sort((a, b) => a - b)
  return within(low!, coarse.weight) && within(high!, coarse.height) && high! >= 50
}

/** "nhầm, An 15.4" after today's figures; a number that may be a temperature corrects none. */
function mends({ candidates, numbers }: GrowthEntry, measuredToday: ReadonlySet<number>): boolean {
  const isKnown = candidates.length > 0 && candidates.every((child) => measuredToday.has(child))
  return (
    isKnown &&
    numbers.every(
      ({ value }) => (within(value, coarse.weight) || within(value, coarse.height)) && !within(value, { from: 34, to: 43 }),
    )
  )
}

type Parts = { entries: GrowthEntry[]; leftOver: string[]; hasOther: boolean }
type Span = { start: number; end: number }
type Open = Span & { mention: string; candidates: readonly number[]; numbers: TypedNumber[] }

function parts(line: Line, names: RosterNames): Parts {
  const { tokens } = line
  const entries: Open[] = []
  const beside: Span[] = []
  let hasOther = false
  let open: Open | undefined
  let expects: TypedNumber['is'] = null
  let stranger: Span | undefined
  const said = (start: number, end: number) => line.text.slice(tokens[start]!.start, tokens[end - 1]!.end)
  const drop = () => {
    if (stranger !== undefined) beside.push(stranger)
    stranger = undefined
  }
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at]!
    const className = classNameAt(line, names, at)
    if (className > 0) {
      at += className
      continue
    }
    if (token.kind === 'separator') {
      if (/^[;\n]$/.test(token.low) || token.raw === '.') {
        drop()
        open = undefined
      }
      at += 1
      continue
    }
    if (isBullet(line, names, at)) {
      at += 1
      continue
    }
    const number = typedNumberAt(tokens, at)
    if (number !== undefined) {
      if (stranger !== undefined) {
        open = { ...stranger, mention: said(stranger.start, stranger.end), candidates: [], numbers: [] }
        entries.push(open)
        stranger = undefined
      }
      if (number.number === 'other') hasOther = true
      else if (open === undefined) beside.push({ start: at, end: at + number.length })
      else open.numbers.push({ ...number.number, is: number.number.is ?? expects })
      expects = null
      at += number.length
      continue
    }
    const isKey = tokens[at + 1]?.kind === 'number' && (opensWeight.test(bare(token)) || opensHeight.test(bare(token)))
    const name = isKey || token.kind !== 'word' ? undefined : namesAt(line, at, names)[0]
    if (
      name !== undefined &&
      !(filler.test(bare(token)) && !token.capital && name.length === 1 && !leadsToNumber(line, at + 1))
    ) {
      drop()
      open = { start: at, end: at + name.length, mention: said(at, at + name.length), candidates: name.candidates, numbers: [] }
      entries.push(open)
      at += name.length
      continue
    }
    if (isKey) expects = opensWeight.test(bare(token)) ? 'weight' : 'height'
    else if (token.kind === 'word' && !filler.test(bare(token)) && token.low !== 'vâng') {
      if (stranger?.end !== at) drop()
      stranger = { start: stranger?.start ?? at, end: at + 1 }
    }
    at += 1
  }
  drop()
  const spans = [...beside, ...entries.filter(({ numbers }) => numbers.length === 0)].sort(
    (one, other) => one.start - other.start,
  )
  return { entries, leftOver: joined(spans).map(({ start, end }) => said(start, end)), hasOther }
}

/** Words that stand side by side are one remark. */
function joined(spans: readonly Span[]): Span[] {
  const remarks: Span[] = []
  for (const { start, end } of spans) {
    const last = remarks.at(-1)
    if (last?.end === start) last.end = end
    else remarks.push({ start, end })
  }
  return remarks
}

function leadsToNumber({ tokens }: Line, at: number): boolean {
  const next = tokens[at]
  return next?.kind === 'number' || (next?.kind === 'separator' && tokens[at + 1]?.kind === 'number')
}

/** `1. An`, `2) Bình`, `3 Châu` at the start of a line. */
function isBullet({ tokens }: Line, names: RosterNames, at: number): boolean {
  const starts = at === 0 || /^[\n;:]$/.test(tokens[at - 1]!.low)
  if (!starts || tokens[at]!.kind !== 'number' || !/^\d{1,2}$/.test(tokens[at]!.raw)) return false
  const next = tokens[at + 1]
  const word = next?.kind === 'separator' && /^[.)\-:/]$/.test(next.low) ? at + 2 : at + 1
  if (tokens[word]?.kind !== 'word') return false
  return word > at + 1 || namesAt({ text: '', tokens, marked: false }, word, names).length > 0
}

/** How many tokens of the class's own name stand here. */
function classNameAt({ tokens }: Line, names: RosterNames, at: number): number {
  // Later in the line the same words are rather a child's name.
  if (at > 5 && bare(tokens[at - 1]) !== 'lop') return 0
  const found = names.classNames.find((words) => words.every((word, offset) => bare(tokens[at + offset]) === word))
  return found?.length ?? 0
}
