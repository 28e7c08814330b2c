import type { SchoolDay } from '../../../core/clock.ts'
import type { Entry } from '../entry.ts'
import { asksToConfirm, asksYesOrNo } from './cue.ts'

/** A start, an end or a year that a message takes for granted: "kết thúc năm 2023 rồi phải không", "đến 2025 vẫn còn 47 %?". */
export interface TimeClaim {
  readonly side: 'start' | 'end' | 'still' | 'on'
  readonly year: number
  readonly month?: number
  readonly day?: number
}

const date = '(?:ngay |thang |nam |hoc |het |cuoi |dau )*(?:(\\d{1,2})/)?(?:(\\d{1,2})(?:/| nam | ))?(20[1-3]\\d)(?! ?- ?20| 20)'
const lead = '(?: \\w+){0,3}? '
const end = new RegExp(
  `\\b(?:ket thuc|cham dut|het han|het|ngung|keo dai|lam|chay|uong|thuc hien|end|ends|ended|finish|finished|until|xong)(?: (?:den|toi|vao|tu|in|on|by))?${lead}?(?:den |toi )?${date}`,
)
const start = new RegExp(`\\b(?:bat dau|khoi dong|trien khai|start|starts|started|begin|began|since)${lead}?(?:tu |vao )?${date}`)
const lasting = '(?:(?:van|con) (?:con|dong|phai|duoc|la|giu|ap dung|o|nhu|muc|hieu luc|thuc hien|uong)|still|tiep tuc)'
const still = new RegExp(`\\b${date}\\b.{0,25}\\b${lasting}\\b|\\b${lasting}\\b.{0,40}\\b${date}`)

/** The claim of a message (folded), if it puts one to be confirmed. A year beside a share is the goal's year, not an end. */
export function timeClaimOf(text: string): TimeClaim | null {
  if (!asksYesOrNo(text)) return null
  const found = still.exec(text)
  if (found !== null) return claim('still', found.slice(1).some(Boolean) ? found.slice(1) : [])
  if (!asksToConfirm(text) || /%|phan tram|percent/.test(text)) return null
  for (const [side, pattern] of [
    ['end', end],
    ['start', start],
  ] as const) {
    const match = pattern.exec(text)
    if (match !== null) return claim(side, match.slice(1))
  }
  const day = /\b(\d{1,2})\/(\d{1,2})\/(20[1-3]\d)\b/.exec(text)
  return day === null ? null : claim('on', day.slice(1))
}

function claim(side: TimeClaim['side'], groups: readonly (string | undefined)[]): TimeClaim | null {
  const numbers = groups.filter((group) => group !== undefined).map(Number)
  const year = numbers.at(-1)
  if (year === undefined) return null
  const month = numbers.at(-2)
  const day = numbers.at(-3)
  return { side, year, ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) }
}

interface Dated {
  readonly year: number
  readonly month?: number
  readonly day?: number
}

/** Whether the claimed time lies after all that the entry speaks of. */
export function isOver({ side, year }: TimeClaim, { validTo }: Entry): boolean {
  return side === 'still' && `${year}` > validTo.slice(0, 4)
}

/** Whether the entry has starts and ends and none of them is the claimed one. */
export function isWrongTime(claimed: TimeClaim, { figures }: Entry): boolean {
  const { side } = claimed
  if (side === 'still') return false
  const dates = figures.flatMap(({ value, unit }) =>
    /^(ngày|tháng|năm|năm học|giai đoạn)$/.test(unit) ? datesOf(value, side === 'start' ? 'start' : 'end') : [],
  )
  if (dates.length === 0) return false
  const fine = dates.filter(({ month }) => month !== undefined)
  // A year agrees with any day in it: it says nothing where days are told.
  return isNoneOf(claimed, claimed.month !== undefined && fine.length > 0 ? fine : dates)
}

function isNoneOf(claimed: TimeClaim, dates: readonly Dated[]): boolean {
  const { side } = claimed
  const keys = dates.map(dayOf)
  const farthest = side !== 'start' ? keys.toSorted()[0] : keys.toSorted().at(-1)
  // Where both ends are told, a start is not an end.
  const possible = side !== 'on' && new Set(keys).size > 1 ? dates.filter((one) => dayOf(one) !== farthest) : dates
  return !possible.some((one) => agrees(one, claimed))
}

/** `07/9/2020`, `5/2021`, `2025`; of a school year or a span the end that is claimed. */
function datesOf(value: string, side: 'start' | 'end'): Dated[] {
  const span = /^(20\d\d)\s*-\s*(20\d\d)$/.exec(value)
  if (span !== null) return [{ year: Number(span[side === 'end' ? 2 : 1]) }]
  const [, day, month, year] = /^(?:(\d{1,2})\/)?(?:(\d{1,2})\/)?(20\d\d)$/.exec(value) ?? []
  if (year === undefined) return []
  // One number before the year is the month.
  const [first, second] = [day, month].filter((part) => part !== undefined).map(Number)
  if (first === undefined) return [{ year: Number(year) }]
  return [second === undefined ? { year: Number(year), month: first } : { year: Number(year), month: second, day: first }]
}

function dayOf({ year, month = 0, day = 0 }: Dated): SchoolDay {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function agrees(one: Dated, { year, month, day }: TimeClaim): boolean {
  return (
    one.year === year &&
    (month === undefined || one.month === undefined || one.month === month) &&
    (day === undefined || one.day === undefined || one.day === day)
  )
}
