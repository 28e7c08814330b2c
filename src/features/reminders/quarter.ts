import { addDays, type SchoolDay } from '../../core/clock.ts'

/** First and last day of the quarter of the calendar year in which a day lies. */
export function quarterOf(day: SchoolDay): { readonly from: SchoolDay; readonly to: SchoolDay } {
  const year = Number(day.slice(0, 4))
  const first = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1
  const next = first === 10 ? `${year + 1}-01-01` : `${year}-${String(first + 3).padStart(2, '0')}-01`
  return { from: `${year}-${String(first).padStart(2, '0')}-01`, to: addDays(next, -1) }
}
