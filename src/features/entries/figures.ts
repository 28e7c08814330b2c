import type { Mention } from '../knowledge/concepts.ts'
import type { Word } from '../knowledge/words.ts'
import type { Term } from './terms.ts'

/** A day of the week, by whatever words: `thứ bảy`, `thứ 7`, `t7`, `Saturday`. */
export interface Weekday {
  readonly at: number
  readonly length: number
  /** Empty for `thứ mấy`. */
  readonly day: string
}

const weekdayWords: Readonly<Record<string, string>> = { hai: '2', ba: '3', tu: '4', nam: '5', sau: '6', bay: '7' }

/** The weekdays that a question names. */
export function weekdaysIn(words: readonly Word[]): Weekday[] {
  return words.flatMap(({ folded }, at) => {
    const next = words[at + 1]?.folded ?? ''
    if (folded === 'thu' && (weekdayWords[next] ?? (/^[2-7]$/.test(next) ? next : undefined)) !== undefined)
      return [{ at, length: 2, day: `weekday ${weekdayWords[next] ?? next}` }]
    if (folded === 'thu' && next === 'may') return [{ at, length: 2, day: '' }]
    if ((folded === 'chu' && next === 'nhat') || folded === 'sunday')
      return [{ at, length: folded === 'chu' ? 2 : 1, day: 'weekday 8' }]
    return folded === 'saturday' ? [{ at, length: 1, day: 'weekday 7' }] : []
  })
}

/** Numbers, ages, classes and weekdays of a question. "1 tháng" is "mỗi tháng" and no figure. */
export function figuresIn(
  terms: readonly Term[],
  { folded, mentions, days }: { folded: string; mentions: readonly Mention[]; days: readonly Weekday[] },
): ReadonlySet<string> {
  const classes = folded.match(/\b(?:[a-d]\d{1,2}|\d[a-d]\d?)\b/g) ?? []
  const numbers = terms.flatMap(({ word, weight }, at) => {
    const isCount = word !== '1' || terms[at + 1]?.word === 'tuoi'
    return /^\d/.test(word) && weight > 0 && isCount ? [word.replace('.', ',')] : []
  })
  const ages = mentions.flatMap(({ role, concept }) => (role === 'age' ? [concept] : []))
  return new Set([...classes, ...numbers, ...ages, ...days.flatMap(({ day }) => day || [])])
}
