import { addDays, type SchoolDay } from '../../core/clock.ts'
import { fold, withoutDiacritics } from '../../core/text.ts'

/** What a member of staff wants to see of the daily exchange: `rest` names a child or a class; empty: their own classes. */
export interface RecordRequest {
  readonly rest: string
  readonly day: SchoolDay
}

const record =
  /^(?:xem )?(?:sổ|so (?=(?:suc khoe|don tra|don - tra|theo doi|be|lop)\b))\s?(?:sức khoẻ|sức khỏe|suc khoe|đón[ –-]*trả|don[ –-]*tra|theo dõi|theo doi)?\s*(?:của |cua )?(?:lớp |lop |bé |be |cháu |chau )?(?<rest>.*)$/u
const seen =
  /^(?:hom nay )?(?:(?:phu huynh|ph|gia dinh|nha)(?: nao| be)? (?:da |nao da )?(?:xem|doc|xac nhan)(?: chua| roi| so)*|ai (?:da |chua )(?:xem|doc|xac nhan)(?: so)?)(?: hom nay)?(?: a| chua| roi)*$/
const date = /(?:ngày |ngay )?(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?/u

/** Reads "sổ bé An", "sổ A1 23/11", "ai đã xem"; undefined when it is none of it. */
export function readRecordRequest(text: string, today: SchoolDay): RecordRequest | undefined {
  const low = fold(text).replace(/[?.!]+$/, '')
  if (low.length > 80) return undefined
  if (seen.test(withoutDiacritics(low))) return { rest: '', day: today }
  const rest = record.exec(low)?.groups?.rest
  if (rest === undefined) return undefined
  const named = date.exec(rest)
  const isYesterday = /(?:hôm|hom) qua/.test(rest)
  const left = rest
    .replace(date, ' ')
    .replace(/(?:hôm nay|hom nay|hôm qua|hom qua)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (named === null) return { rest: left, day: isYesterday ? addDays(today, -1) : today }
  const [, day = '', month = '', year] = named
  const of = (inYear: number) => `${inYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const thisYear = Number(today.slice(0, 4))
  const meant = year === undefined ? (of(thisYear) > today ? of(thisYear - 1) : of(thisYear)) : of(Number(year))
  return Number.isNaN(Date.parse(`${meant}T00:00:00Z`)) ? undefined : { rest: left, day: meant }
}
