import type { Item } from './item.ts'
import { spokenNumber, spokenTemperature, tenthsAt } from './spoken-numbers.ts'
import type { Line, Token } from './token.ts'

type NumberItem =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'ratio'; readonly left: number; readonly right: number }
  | { readonly kind: 'temperature'; readonly value: number }
  | { readonly kind: 'sense'; readonly sense: 'word'; readonly codes: readonly [] }

interface Found {
  readonly item: NumberItem
  readonly length: number
}

const nothing = { kind: 'sense', sense: 'word', codes: [] } as const
const units =
  /^(ngay|hom|lan|tuan|thang|tuoi|kg|ky|cm|phut|buoi|gio|h|g|vien|ml|hop|bua|days?|times?|weeks?|k|nam hoc|am|pm|toi|giay|co|gv|bua|tieng|hours?)$/

/** Reads the number at this token, with what belongs to it: 28/30, 38 độ rưỡi, 9h30, "ba mươi". Undefined when there is none. */
export function numberAt(line: Line, items: readonly Item[], place: { at: number; total: number }): Found | undefined {
  const { tokens } = line
  const { at, total } = place
  const token = tokens[at]!
  if (token.kind === 'word')
    return spokenTemperature(tokens, at, afterFever(items) || measured(tokens, at)) ?? spokenNumber(tokens, at, items)
  if (token.kind !== 'number') return undefined
  const bullet = bulletLength(tokens, at)
  if (bullet > 0) return { item: nothing, length: bullet }
  if (token.raw.length > 5) return { item: nothing, length: 1 }
  return (
    clockTime(tokens, at) ??
    dateAt(tokens, { at, total }) ??
    ratioAt(tokens, at, total) ??
    temperatureAt(tokens, at, items) ??
    plain(tokens, at)
  )
}

function plain(tokens: readonly Token[], at: number): Found {
  const token = tokens[at]!
  const previous = tokens[at - 1]?.bare
  const next = tokens[at + 1]
  if (previous === 'thu' || (previous === 't' && token.glued) || !Number.isInteger(token.value))
    return { item: nothing, length: 1 }
  if (next?.kind === 'separator' && next.low === '%') return { item: nothing, length: 2 }
  const unit =
    next?.kind === 'word' &&
    !(next.capital && !token.glued && token.raw.length < 3 && next.bare.length > 2) &&
    units.test(next.bare) &&
    !(next.bare === 'co' && next.low !== 'cô') &&
    !(next.bare === 'k' && next.low !== 'k')
  if (unit && next!.bare !== 'nam') return { item: nothing, length: 2 }
  return { item: { kind: 'number', value: token.value }, length: 1 }
}

/** `1. An`, `2) Bình` at the start of a line. */
function bulletLength(tokens: readonly Token[], at: number): number {
  const starts = at === 0 || tokens[at - 1]!.low === '\n' || numbered(tokens, at)
  const next = tokens[at + 1]
  const after = tokens[at + 2]
  return starts && next?.kind === 'separator' && /[.)/\-:]/.test(next.low) && after?.kind === 'word' && tokens[at]!.value < 40
    ? 2
    : 0
}

/** "nghỉ: 1. Lâm 2. Sơn": counted up within a line. */
function numbered(tokens: readonly Token[], at: number): boolean {
  const dotted = (place: number) => /^[.)]$/.test(tokens[place + 1]?.low ?? '') && tokens[place + 1]!.glued
  if (!dotted(at) || tokens[at + 2]?.glued) return false
  const { value } = tokens[at]!
  const neighbour = value === 1 ? 2 : value - 1
  return tokens.some(({ kind, value: other }, place) => kind === 'number' && other === neighbour && place !== at && dotted(place))
}

function clockTime(tokens: readonly Token[], at: number): Found | undefined {
  const [hour, mark, minute] = [tokens[at]!, tokens[at + 1], tokens[at + 2]]
  if (mark === undefined || hour.value > 24) return undefined
  const minutes = minute?.kind === 'number' && minute.glued && minute.value < 60
  if (/^(h|g|gio)$/.test(mark.bare) && mark.kind === 'word' && !(mark.bare === 'g' && !mark.glued)) {
    const spaced = minute?.kind === 'number' && minute.value < 60 && mark.bare === 'gio' && tokens[at + 3]?.low !== '/'
    if (minute?.bare === 'ruoi') return { item: nothing, length: 3 }
    if (minute?.bare === 'kem') return { item: nothing, length: 3 + minutesAt(tokens, at + 3) }
    return { item: nothing, length: minutes || spaced ? 3 : 2 }
  }
  if (mark.low === ':' && mark.glued && minutes && minute!.raw.length === 2 && hour.value < 19)
    return { item: nothing, length: 3 }
  const halfPast = /^(ruoi|kem)$/.test(mark.bare) && hour.value >= 6 && hour.value < 19 && Number.isInteger(hour.value)
  if (halfPast) return { item: nothing, length: 2 + (mark.bare === 'kem' ? minutesAt(tokens, at + 2) : 0) }
  if (/^(luc|khoang|tam)$/.test(tokens[at - 1]?.bare ?? '') && !/^(chau|be|ban|con|em|hs)$/.test(tokens[at + 1]?.bare ?? ''))
    return { item: nothing, length: 1 }
  return undefined
}

/** The "15 phút", "mười" behind "8 giờ kém". */
function minutesAt(tokens: readonly Token[], at: number): number {
  const minutes = tokens[at]
  if (minutes?.kind === 'number' ? minutes.value >= 60 : !/^(mười|muoi|năm|nam|hai)$/.test(minutes?.low ?? '')) return 0
  const spoken = minutes?.kind === 'word' && /^(mươi|muoi|lăm|lam|năm|nam)$/.test(tokens[at + 1]?.low ?? '') ? 2 : 1
  return spoken + (/^(phút|phut|p|ph)$/.test(tokens[at + spoken]?.low ?? '') ? 1 : 0)
}

/** `ngày 22/11`, `20/11/2026`: two numbers that are no head count of this class. */
function dateAt(tokens: readonly Token[], place: { at: number; total: number }): Found | undefined {
  const { at, total } = place
  const [day, slash, month] = [tokens[at]!, tokens[at + 1], tokens[at + 2]]
  if (slash === undefined || !/[/.-]/.test(slash.low) || month?.kind !== 'number' || !month.glued) {
    const dotted = /^(ngay|hom nay|thu)$/.test(tokens[at - 1]?.bare ?? '') && /^\d{1,2}[.,]\d{1,2}$/.test(day.raw)
    return dotted || tokens[at - 1]?.bare === 'ngay' ? { item: nothing, length: 1 } : undefined
  }
  const year = tokens[at + 3]?.low === slash.low && tokens[at + 4]?.kind === 'number' && tokens[at + 4]!.raw.length >= 2
  const could = day.value <= 31 && month.value <= 12 && month.value > 0
  const named =
    /^(ngay|nay|mung|thu|sang)$/.test(tokens[at - 1]?.bare ?? '') ||
    (tokens[at - 1]?.kind === 'number' && tokens[at - 2]?.bare === 'thu')
  const count = month.value === total || day.value === total
  if (
    could &&
    (year || (named && (!count || tokens[at - 1]!.bare === 'ngay')) || (slash.low === '/' && !count && month.value < total / 2))
  )
    return { item: nothing, length: year ? 5 : 3 }
  return undefined
}

function ratioAt(tokens: readonly Token[], at: number, total: number): Found | undefined {
  const left = tokens[at]!
  if (!Number.isInteger(left.value)) return undefined
  let next = at + 1
  while (next < at + 4 && tokens[next]?.kind === 'word' && /^(chau|be|ban|hs|hoc|sinh|tre|con|em)$/.test(tokens[next]!.bare))
    next += 1
  const over = tokens[next]
  if (over?.low === '/' || over?.low === '|' || (over?.low === '-' && tokens[next + 1]?.value === total && over.glued)) {
    const right = tokens[next + 1]
    return right?.kind === 'number' && Number.isInteger(right.value)
      ? { item: { kind: 'ratio', left: left.value, right: right.value }, length: next + 2 - at }
      : undefined
  }
  const rest = tokens[next + 1]
  if (over?.low === '-' && left.value === total && rest?.kind === 'number' && rest.value < total / 2)
    return {
      item: { kind: 'ratio', left: total - rest.value, right: total },
      length: next + 2 - at + difference(tokens, next + 2),
    }
  let after = next
  while (after < next + 4 && /^(tren|tong|so|si|of|out|trong)$/.test(tokens[after]?.bare ?? '')) after += 1
  const right = tokens[after]
  if (after > next && right?.kind === 'number' && /^(tren|of|out|trong)$/.test(tokens[next]!.bare))
    return { item: { kind: 'ratio', left: left.value, right: right.value }, length: after + 1 - at }
  return undefined
}

/** The "= 13" of "15-2=13". */
function difference(tokens: readonly Token[], at: number): number {
  return tokens[at]?.low === ':' && tokens[at]!.raw === '=' && tokens[at + 1]?.kind === 'number' ? 2 : 0
}

function temperatureAt(tokens: readonly Token[], at: number, items: readonly Item[]): Found | undefined {
  const token = tokens[at]!
  let value = token.value
  let next = at + 1
  const separator = tokens[next]
  const degree =
    separator !== undefined &&
    (/^(do|º|°)$/.test(separator.bare) ||
      (separator.bare === 'o' && separator.glued) ||
      (separator.bare === 'c' && separator.glued && value > 30) ||
      // "38d5", "38t2"
      (/^[dt]$/.test(separator.raw) && separator.glued && value > 30 && tokens[next + 1]?.glued === true))
  const point = separator !== undefined && /^(phay|cham)$/.test(separator.bare)
  const hot = afterFever(items) || measured(tokens, at) || likeTheOthers(token, items)
  // "sốt 3.85" is a slip of the point, "sốt 2.5 ngày" a span.
  const slipped = hot && /[.,]/.test(token.raw) && !(separator?.kind === 'word' && units.test(separator.bare))
  const decimal = slipped || (!Number.isInteger(value) && value >= 30)
  if (!degree && !point && !decimal && !(hot && value >= 30)) return undefined
  if (degree || point) {
    next += 1
    if (/^(c|oc)$/.test(tokens[next]?.bare ?? '') && tokens[next]!.glued) next += 1
    const tenths = tokens[next]
    if (
      tenths?.kind === 'number' &&
      tenths.value < 10 &&
      tenths.raw.length === 1 &&
      !/^(ngay|hom|lan|ban|chau|be|h|p|kp)$/.test(tokens[next + 1]?.bare ?? '')
    ) {
      value += tenths.value / 10
      next += 1
    } else if (tenths?.kind === 'word') {
      const spoken = tenthsAt(tokens, point ? next - 1 : next, true)
      value += spoken.value / 10
      next += spoken.length - (point && spoken.length > 0 ? 1 : 0)
    }
  } else if (tokens[next]?.bare === 'ruoi') {
    value += 0.5
    next += 1
  }
  while (
    /^(do|c|oc|º|°|o)$/.test(tokens[next]?.bare ?? '') &&
    !(tokens[next]!.bare === 'c' && !tokens[next]!.glued && tokens[next - 1]!.bare !== 'do' && tokens[next - 1]!.low !== '°')
  )
    next += 1
  return { item: { kind: 'temperature', value: Math.round(value * 10) / 10 }, length: next - at }
}

/** "nhiệt độ của Bình là 39", "đo lại 39": a thermometer was read. */
function measured(tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 7); back -= 1) {
    const token = tokens[back]!
    if (token.kind !== 'word' && token.low !== ':') return false
    const next = tokens[back + 1]?.bare ?? ''
    if (token.low === 'nhiệt' || (token.bare === 'nhiet' && (token.plain || next === 'do'))) return true
    if ((token.low === 'đo' || token.low === 'do') && /^(lai|duoc|dc|nhiet|luc|con)$/.test(next)) return true
  }
  return false
}

/** "Lâm 38.5, Sơn 39": behind a name, where temperatures are given. */
function likeTheOthers({ value }: Token, items: readonly Item[]): boolean {
  const told = items.at(-1)?.kind === 'name' && value >= 36.5 && value <= 42
  return told && items.some(({ kind }) => kind === 'temperature')
}

/** A bare "39" is a temperature after a fever, another temperature or the word for it. */
function afterFever(items: readonly Item[]): boolean {
  for (let back = items.length - 1; back >= Math.max(0, items.length - 4); back -= 1) {
    const item = items[back]!
    if (item.kind === 'temperature') return true
    if (item.kind === 'sense' && item.sense === 'symptom') return item.codes.includes('fever')
    if (item.kind === 'emoji') continue
    if (item.kind === 'sense' && ['word', 'and', 'mild', 'turns', 'but', 'instead', 'not'].includes(item.sense)) continue
    if (item.kind === 'separator' && ['-', '(', ':', '>'].includes(item.separator)) continue
    return false
  }
  return false
}
