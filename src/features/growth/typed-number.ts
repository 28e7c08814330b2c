import { withoutDiacritics } from '../../core/text.ts'
import type { Token } from '../checkin/parse/token.ts'

/** A number of a weight line, and what it measures as far as it was typed. */
export interface TypedNumber {
  /** In kg for a weight, in cm for a height, as typed for neither. */
  readonly value: number
  readonly is: 'weight' | 'height' | null
  /** As typed, for the read-back. */
  readonly typed: string
}

const kilograms = /^(?:kg|kgs|ki|ky|kilo|kilogam|kilogram|can|k)$/
const grams = /^(?:g|gr|gam|gram)$/
const centimetres = /^(?:cm|xang|xangtimet|phan)$/
const metres = /^(?:m|met)$/
/** What makes a number something else: a temperature, an hour, an age, a share. */
const otherwise = /^(?:do|oc|c|h|g\d|gio|phut|tuoi|thang|ngay|tuan|lan|be|ban|chau|hs|em|con|vien|ml|hop|lop|%|°|º)$/

/** The number at this token with its unit; `other` when what follows makes it no weight and no height. */
export function typedNumberAt(
  tokens: readonly Token[],
  at: number,
): { number: TypedNumber | 'other'; length: number } | undefined {
  const first = tokens[at]
  if (first?.kind !== 'number') return undefined
  let next = at + 1
  let value = first.value
  const [point, decimals] = [tokens[next], tokens[next + 1]]
  // "14.8/97": the point is typed on its own.
  if (
    /^[.,]$/.test(point?.raw ?? '') &&
    point!.glued &&
    decimals?.kind === 'number' &&
    decimals.glued &&
    /^\d{1,2}$/.test(decimals.raw)
  ) {
    value = Number(`${first.raw}.${decimals.raw}`)
    next += 2
  }
  const unit = bare(tokens[next])
  const read = (is: TypedNumber['is'], scaled: number, end: number) => ({
    number: { value: Math.round(scaled * 100) / 100, is, typed: tokens.slice(at, end).map(spaced).join('').trim() },
    length: end - at,
  })
  if (kilograms.test(unit) && (unit !== 'k' || tokens[next]!.glued)) {
    const rest = restAt(tokens, next + 1)
    return read('weight', value + rest.value, next + 1 + rest.length)
  }
  if (grams.test(unit) && value >= 1000) return read('weight', value / 1000, next + 1)
  if (centimetres.test(unit)) return read('height', value, next + 1)
  if (metres.test(unit)) {
    const behind = tokens[next + 1]
    const hasRest = behind?.kind === 'number' && /^\d{1,2}$/.test(behind.raw) && (behind.glued || behind.raw.length === 2)
    return read('height', (value + (hasRest ? Number(`0.${behind.raw}`) : 0)) * 100, next + (hasRest ? 2 : 1))
  }
  if (otherwise.test(unit)) return { number: 'other', length: next + 1 - at }
  // A height in metres tells itself: nobody weighs a kilogram.
  if (value > 0.4 && value < 1.5 && !Number.isInteger(value)) return read('height', value * 100, next)
  return read(null, value, next)
}

/** "15kg2", "15 ký rưỡi". */
function restAt(tokens: readonly Token[], at: number): { value: number; length: number } {
  const token = tokens[at]
  if (bare(token) === 'ruoi') return { value: 0.5, length: 1 }
  if (token?.kind !== 'number' || !/^\d$/.test(token.raw)) return { value: 0, length: 0 }
  const behind = bare(tokens[at + 1])
  const isOwn = token.glued || tokens[at + 1] === undefined || tokens[at + 1]!.kind !== 'word' || /^(?:cao|va|be)$/.test(behind)
  return isOwn ? { value: Number(token.raw) / 10, length: 1 } : { value: 0, length: 0 }
}

function spaced(token: Token): string {
  return token.glued ? token.raw : ` ${token.raw}`
}

/** As typed, without marks: the check-in's spelling would read `kg` as "không". */
export function bare(token: Token | undefined): string {
  return token === undefined ? '' : withoutDiacritics(token.raw.toLowerCase())
}
