import { fold, withoutDiacritics } from '../../core/text.ts'
import { lex } from '../checkin/parse/lex.ts'
import { rosterNames } from '../checkin/parse/roster-names.ts'
import type { Roster } from '../checkin/report.ts'
import { type GrowthEntry, growthParts } from './growth-parts.ts'
import { bare } from './typed-number.ts'

export interface GrowthLine {
  readonly entries: readonly GrowthEntry[]
  /** What was typed beside it, and is not recorded. */
  readonly leftOver: readonly string[]
}

/** Opens a weight line. "Đo" alone may be a temperature. */
const heading = /^(?:[\s\S]{0,40}?[\s,.:!])?(?:can do|can nang|do can|chieu cao|do chieu cao|can|weights?|heights?)(?=[\s:,]|$)/
/** Words of a check-in that no weight line has: then the line is left to it. */
const attendance =
  /\b(?:vang|si so|co mat|hien dien|du|phep|khong phep|nghi hoc|diem danh|absent|present)\b|\d{1,2}\s*\/\s*(?:[1-4]\d|[1-9])(?!\d)/
const corrects = /\b(?:nham|sua|chinh lai|khong phai|mistake|correct)\b/
const denied = /(?:,?\s*(?:chứ|chu)\s+)?(?:không|khong|ko|k)\s+(?:phải|phai)\s+(?:là |la )?\d+(?:[.,]\d+)?\s*(?:kg|cm|ký|ky)?/giu
const coarse = { weight: { from: 2, to: 50 }, height: { from: 45, to: 140 } }

/** A unit, a word that speaks of measuring or mending, or a number as large as a height. */
const mayMeasure =
  /kg|cm|\dk|\dm|\b(?:ky|ki|gr?|can|cao|nang|nham|sua|phai|weights?|heights?)\b|(?<!\d)(?:[5-9]\d|1[0-4]\d)(?:[.,]\d)?(?!\d)/

/** Whether a message is worth reading as a weight line at all; most check-ins are not. */
export function mayBeGrowth(text: string): boolean {
  return /\d/.test(text) && mayMeasure.test(plain(text))
}

/** Whether a message opens like a weight line. */
export function saysWeighing(text: string): boolean {
  return heading.test(plain(text))
}

function plain(text: string): string {
  return withoutDiacritics(fold(text.slice(0, 4_000)))
}

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
  const read = growthParts(line, names)
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
