import { namesAt, type RosterNames } from '../checkin/parse/roster-names.ts'
import type { Line } from '../checkin/parse/token.ts'
import { bare, type TypedNumber, typedNumberAt } from './typed-number.ts'

/** One child's part of a weight line. */
export interface GrowthEntry {
  readonly mention: string
  /** Places in the roster; several: asked about; none: nobody of the class. */
  readonly candidates: readonly number[]
  readonly numbers: readonly TypedNumber[]
}

/** A weight line cut into children's parts, before it is known to be one. */
export interface GrowthParts {
  readonly entries: readonly GrowthEntry[]
  /** What stands between them. */
  readonly leftOver: readonly string[]
  /** A number measures something else: a temperature, an hour, an age. */
  readonly hasOther: boolean
}

const filler =
  /^(?:can|do|nang|cao|chieu|duoc|dc|la|con|be|chau|ban|em|co|a|ah|nhe|nha|ne|va|hom|nay|kia|lop|cn|cc|so|ket|qua|bao|cao|gui|nham|sua|lai|moi|dung|roi|thi|thanh|cho|oi|da|weights?|heights?|is|and)$/
const opensWeight = /^(?:nang|can|cn|weight)$/
const opensHeight = /^(?:cao|cc|height)$/

type Span = { start: number; end: number }
type Open = Span & { mention: string; candidates: readonly number[]; numbers: TypedNumber[] }

/** Goes through a line from left to right: a name opens a child's part, the numbers behind it are the child's. */
export function growthParts(line: Line, names: RosterNames): GrowthParts {
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
