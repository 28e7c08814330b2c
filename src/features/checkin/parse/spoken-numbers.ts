import type { Item } from './item.ts'
import type { Token } from './token.ts'

interface Spoken {
  readonly item: { readonly kind: 'number' | 'temperature'; readonly value: number }
  readonly length: number
}

const digits = ['khong', 'mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi']
const ones: Readonly<Record<string, number>> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  lam: 5,
  nham: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
}
const marked = new Set('một mốt hai ba bốn tư năm lăm nhăm sáu bảy bẩy tám chín mười mươi'.split(' '))

/** The digit a word says, 1 to 9; undefined when it says none, or is another word by its marks. */
export function spokenDigit(token: Token | undefined): number | undefined {
  if (token?.kind !== 'word' || !(token.plain || marked.has(token.low))) return undefined
  return ones[token.bare]
}

/** "hai mươi tám", "ba mốt"; a single word counts only next to what is counted. */
export function spokenNumber(tokens: readonly Token[], at: number, items: readonly Item[]): Spoken | undefined {
  const word = (offset: number) => (tokens[at + offset]?.kind === 'word' ? tokens[at + offset]! : undefined)
  const first = word(0)!
  if (!digits.includes(first.bare) || (!first.plain && !marked.has(first.low))) return undefined
  const tens = first.bare === 'muoi' ? 10 : (ones[first.bare] ?? 0) * 10
  const second = word(1)?.bare ?? ''
  if (first.bare === 'muoi') return { item: { kind: 'number', value: 10 + (ones[second] ?? 0) }, length: second in ones ? 2 : 1 }
  if (tens > 10 && (second === 'muoi' || second === 'chuc')) {
    const third = word(2)?.bare ?? ''
    return { item: { kind: 'number', value: tens + (ones[third] ?? 0) }, length: third in ones ? 3 : 2 }
  }
  const counted = /^(ban|chau|be|con|em|hs|hoc|tre|dua)$/.test(second) && first.bare !== 'khong'
  const flagged = /^(một|hai|ba|mot)$/.test(first.low) && flagAt(tokens, at + 1, items)
  const last = items.at(-1)
  const ready =
    last?.kind === 'sense' &&
    (last.sense === 'away' || last.sense === 'full') &&
    first.bare !== 'khong' &&
    tokens[at + 1]?.kind !== 'number'
  const both = tokens[at - 1]?.bare === 'ca'
  return counted || ready || both || flagged ? { item: { kind: 'number', value: ones[first.bare] ?? 0 }, length: 1 } : undefined
}

/** "một có phép, một không". */
function flagAt(tokens: readonly Token[], at: number, items: readonly Item[]): boolean {
  const [next, after] = [tokens[at]?.bare ?? '', tokens[at + 1]?.bare ?? '']
  if (/^(phep|p|kp)$/.test(next) || (/^(co|khong)$/.test(next) && after === 'phep')) return true
  return next === 'khong' && items.slice(-3).some((item) => item.kind === 'sense' && item.sense === 'excused')
}

/** "ba mươi tám phẩy năm", "ba chín độ rưỡi", "bốn mươi độ"; `hot`: the words before speak of fever. */
export function spokenTemperature(tokens: readonly Token[], at: number, hot: boolean): Spoken | undefined {
  const tens = spokenDigit(tokens[at])
  if (tens !== 3 && tens !== 4) return undefined
  let next = at + 1
  const ten = /^(mươi|muoi)$/.test(tokens[next]?.low ?? '')
  if (ten) next += 1
  const one = spokenDigit(tokens[next])
  if (one === undefined && !ten) return undefined
  if (one !== undefined) next += 1
  const whole = tens * 10 + (one ?? 0)
  const degree = tokens[next]?.kind === 'word' && /^(độ|do)$/.test(tokens[next]!.low)
  if (degree) next += 1
  const tenths = tenthsAt(tokens, next, degree || hot)
  if (whole < 35 || whole > 42 || !(hot || degree || tenths.value > 0)) return undefined
  return { item: { kind: 'temperature', value: whole + tenths.value / 10 }, length: next + tenths.length - at }
}

/** What follows the degrees: "rưỡi", "phẩy năm", "hai"; after the word for degrees no point is needed. */
export function tenthsAt(tokens: readonly Token[], at: number, bare: boolean): { value: number; length: number } {
  if (/^(rưỡi|ruoi)$/.test(tokens[at]?.low ?? '')) return { value: 5, length: 1 }
  const point = /^(phẩy|phảy|chấm|phay|cham)$/.test(tokens[at]?.low ?? '') || tokens[at]?.low === ','
  if (!point && !bare) return { value: 0, length: 0 }
  const said = tokens[point ? at + 1 : at]
  const value = said?.kind === 'number' && said.raw.length === 1 && point ? said.value : spokenDigit(said)
  const behind = tokens[at + (point ? 2 : 1)]
  // "38 độ, hai bạn …" counts children.
  if (
    value === undefined ||
    /^(ngay|hom|lan|ban|chau|be|me|bo|ba|ma|don|nghi|xin|om|cho|dua|ruoc)$/.test(behind?.bare ?? '') ||
    tokens[at]?.low === ','
  )
    return { value: 0, length: 0 }
  return { value, length: point ? 2 : 1 }
}
