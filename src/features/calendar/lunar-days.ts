import { addDays, type SchoolDay } from '../../core/clock.ts'
import { lunarTable } from './lunar-table.ts'

/** The lunar years that are known. Outside of them only the fixed holidays are, and the office must add Tết itself. */
export const lunarYears = { first: 1984, last: 2050 } as const

/** A day of the lunar calendar: 15/8 is `{ month: 8, day: 15 }`. */
export interface LunarDay {
  /** The lunar year: 2026 begins at Tết 2026. */
  readonly year: number
  readonly month: number
  readonly day: number
  /** In the second of two months of this number. */
  readonly leap: boolean
}

interface LunarMonth {
  readonly month: number
  readonly leap: boolean
  readonly first: SchoolDay
  readonly length: number
}

const known = new Map<number, readonly LunarMonth[]>()

function monthsOf(year: number): readonly LunarMonth[] {
  const found = known.get(year)
  if (found !== undefined) return found
  const row = lunarTable[year]
  const months: LunarMonth[] = []
  let first = row === undefined ? '' : `${year}-${row.first}`
  for (const [index, long] of [...(row?.long ?? '')].entries()) {
    const leap = row?.leap !== undefined && index === row.leap
    const month = row?.leap !== undefined && index >= row.leap ? index : index + 1
    const length = long === '1' ? 30 : 29
    months.push({ month, leap, first, length })
    first = addDays(first, length)
  }
  known.set(year, months)
  return months
}

/**
 * The solar day of a lunar one; undefined outside the known years, and for a day that its month does not have (30 of a short month).
 * Of a month that comes twice the first is meant unless `leap` is said: feasts are held once.
 */
export function solarDayOf({
  year,
  month,
  day,
  leap = false,
}: Omit<LunarDay, 'leap'> & { leap?: boolean }): SchoolDay | undefined {
  const found = monthsOf(year).find((one) => one.month === month && one.leap === leap)
  return found === undefined || day < 1 || day > found.length ? undefined : addDays(found.first, day - 1)
}

/** The lunar day of a solar one; undefined outside the known years. */
export function lunarDayOf(day: SchoolDay): LunarDay | undefined {
  const solarYear = Number(day.slice(0, 4))
  for (const year of [solarYear, solarYear - 1]) {
    const found = monthsOf(year).findLast(({ first }) => first <= day)
    if (found === undefined) continue
    const count = (Date.parse(day) - Date.parse(found.first)) / 86_400_000 + 1
    return count > found.length ? undefined : { year, month: found.month, day: count, leap: found.leap }
  }
  return undefined
}
