import { type SchoolDay, schoolDayOf } from '../../core/clock.ts'
import type { Cell } from '../imports/sent-file.ts'

export type ReadDay =
  | { readonly kind: 'day'; readonly day: SchoolDay }
  | { readonly kind: 'none' }
  | { readonly kind: 'fault'; readonly why: 'bad_birth_date' | 'year_only' | 'odd_age' }

/** Preschools take children up to the summer after they turn six; two years more for who stayed back. */
const oldestYears = 8
const dayMs = 86_400_000
/** Day 0 of Excel's calendar, which counts a 29 February 1900 that never was. */
const excelStart = Date.UTC(1899, 11, 30)
const forms = [
  /^(?<d>\d{1,2})\s*[/.-]\s*(?<m>\d{1,2})\s*[/.-]\s*(?<y>\d{4}|\d{2})$/,
  /^(?<y>\d{4})\s*[/.-]\s*(?<m>\d{1,2})\s*[/.-]\s*(?<d>\d{1,2})(?:[T ]00:00.*)?$/,
  /^(?:ngày )?(?<d>\d{1,2}) tháng (?<m>\d{1,2}) năm (?<y>\d{4})$/i,
]

/**
 * A birth date as lists have it: a date cell, `05/03/2021`, `5-3-21`, `2021-03-05`, or the number that Excel keeps a date as. The day stands before
 * the month; `03/25/2021` is a fault, since who writes so may mean `03/04/2021` either way.
 */
export function readBirthDate(cell: Cell | undefined, today: SchoolDay): ReadDay {
  if (cell === null || cell === undefined || cell === '') return { kind: 'none' }
  if (typeof cell === 'object') return checked(cell.day, today)
  const text = String(cell).normalize('NFC').replace(/\s+/g, ' ').trim()
  if (text === '' || text === '-') return { kind: 'none' }
  if (/^(?:19|20)\d{2}$/.test(text)) return { kind: 'fault', why: 'year_only' }
  if (/^\d{5}(?:[.,]0+)?$/.test(text))
    return checked(schoolDayOf(new Date(excelStart + Number.parseInt(text, 10) * dayMs)), today)
  const parts = forms.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined)
  if (parts === undefined) return { kind: 'fault', why: 'bad_birth_date' }
  return dayOf(Number(parts.y!.length === 2 ? `20${parts.y}` : parts.y), Number(parts.m), Number(parts.d), today)
}

/** From three columns. */
export function joinBirthDate(parts: { day: string; month: string; year: string }, today: SchoolDay): ReadDay {
  if (parts.day === '' && parts.month === '') return parts.year === '' ? { kind: 'none' } : { kind: 'fault', why: 'year_only' }
  return readBirthDate(`${parts.day}/${parts.month}/${parts.year}`, today)
}

function dayOf(year: number, month: number, day: number, today: SchoolDay): ReadDay {
  const instant = new Date(Date.UTC(year, month - 1, day))
  const isReal = instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day
  return isReal ? checked(instant.toISOString().slice(0, 10), today) : { kind: 'fault', why: 'bad_birth_date' }
}

function checked(day: SchoolDay, today: SchoolDay): ReadDay {
  const oldest = `${Number(today.slice(0, 4)) - oldestYears}${today.slice(4)}`
  return day > today || day < oldest ? { kind: 'fault', why: 'odd_age' } : { kind: 'day', day }
}
