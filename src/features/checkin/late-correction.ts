import { addDays, type SchoolDay, weekdayOf } from '../../core/clock.ts'
import { fold, withoutDiacritics } from '../../core/text.ts'

/** A correction of a day gone by, as typed. */
export interface LateCorrection {
  readonly day: SchoolDay
  /** What is to be changed, without the day and the reason. */
  readonly change: string
  /** Why; null when it is not said yet. */
  readonly reason: string | null
}

const opening =
  /^(?:(?:da|em|co|chi|cho em|em xin|xin|nho) )*(?:sua|dinh chinh|chinh|cap nhat)(?: lai)?(?: (?:bao cao|si so|diem danh|so lieu))?(?: (?:cua|cho|ngay))* /
const dayForms =
  /^(?:(?<yesterday>hom qua)|(?<before>hom kia)|(?<d>\d{1,2})\/(?<m>\d{1,2})(?:\/\d{2,4})?|thu (?<weekday>[2-7]|hai|ba|tu|nam|sau|bay)(?: (?:vua roi|truoc|tuan truoc))?)(?![\d/])[\s:,-]*/
const reasonForm = /[\s,;.–-]*(?:lý do|lí do|ly do|li do)(?: sửa| sua)?\s*[:：]\s*(?<reason>\S[\s\S]*)$/iu
const weekdays: Readonly<Record<string, number>> = { hai: 1, ba: 2, tu: 3, nam: 4, sau: 5, bay: 6 }
/** Older records are the office's to change. */
const longestAgo = 31

/** "sửa hôm qua: An nghỉ phép, lý do: …"; undefined when a message corrects no day gone by. */
export function readLateCorrection(text: string, today: SchoolDay): LateCorrection | undefined {
  const typed = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  const bare = withoutDiacritics(fold(typed))
  if (bare.length !== typed.length) return undefined
  const opened = opening.exec(bare)?.[0].length
  if (opened === undefined) return undefined
  const named = dayForms.exec(bare.slice(opened))
  const day = named?.groups && dayMeant(named.groups, today)
  if (!named || !day || day >= today || day < addDays(today, -longestAgo)) return undefined
  const rest = typed.slice(opened + named[0].length)
  const reason = reasonForm.exec(rest)
  return { day, change: rest.slice(0, reason?.index ?? rest.length).trim(), reason: reason?.groups?.reason?.trim() ?? null }
}

function dayMeant(
  { yesterday, before, d, m, weekday }: Record<string, string | undefined>,
  today: SchoolDay,
): SchoolDay | undefined {
  if (yesterday) return addDays(today, -1)
  if (before) return addDays(today, -2)
  if (weekday) {
    const wanted = weekdays[weekday] ?? Number(weekday) - 1
    return addDays(today, -(((weekdayOf(today) - wanted + 6) % 7) + 1))
  }
  const year = Number(today.slice(0, 4)) - (Number(m) > Number(today.slice(5, 7)) ? 1 : 0)
  const written = `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
  return Number.isNaN(Date.parse(`${written}T00:00:00Z`)) ? undefined : written
}
