import ICAL from 'ical.js'
import type { ExpandRule } from '../../features/calendar/read-rhythm.ts'

const mostDays = 2_000
const perDay: ReadonlySet<string> = new Set(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'])

/** Unrolls a rule of RFC 5545 into days. */
export const expandRule: ExpandRule = (rule, { from, to }) => {
  try {
    const recur = ICAL.Recur.fromString(rule)
    if (!perDay.has(recur.freq)) return undefined
    const iterator = recur.iterator(ICAL.Time.fromDateString(from))
    const days: string[] = []
    for (let next = iterator.next(); next && days.length < mostDays; next = iterator.next()) {
      const day = next.toString().slice(0, 10)
      if (day > to) break
      // The day it is counted from is no turn of its own unless the rule says so.
      if (day >= from) days.push(day)
    }
    return days
  } catch {
    return undefined
  }
}
