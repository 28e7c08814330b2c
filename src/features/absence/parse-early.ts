import type { SchoolDay } from '../../core/clock.ts'
import { isSchoolDay } from '../calendar/school-day.ts'
import type { Whose } from './notice.ts'
import type { AbsenceContext } from './parse-absence.ts'
import { namedDays } from './span.ts'
import { typedText } from './typed-text.ts'
import { childrenNamed } from './which-child.ts'

/** A child who will leave before the others. */
export interface EarlyNotice {
  readonly whose: Whose
  /** School days. */
  readonly days: readonly SchoolDay[]
  readonly daysOff: readonly SchoolDay[]
  /** School clock, `HH:MM`; null when no hour was said. */
  readonly leaveAt: string | null
}

const longestText = 600
const collecting =
  /\b(?:don|ruoc)\b|\bpick(?:ing)?\b.{0,20}\bup\b|\bcollect\b|\bxin (?:cho )?(?:be |con |chau |§ )?ve\b|\bve (?:som|luc|tam|khoang|truoc)\b|\bnghi (?:buoi )?chieu\b/
const saysEarly =
  /\b(?:som|early|truoc gio|nghi (?:buoi )?chieu|xin (?:cho )?(?:be |con |chau |§ )?ve|giua buoi|buoi trua|truoc khi ngu)\b/
const saysLate = /\b(?:muon|tre|cham|late|ngoai gio|tang ca)\b/
const asks =
  /\?.*$|\b(?:may gio|luc nao|khi nao|bao gio|the nao|ra sao|lam sao|o dau|quy dinh|thu tuc|co (?:duoc|phai|can)\b.{0,40}\b(?:khong|chua))\b|^(?:neu|ai)\b|\bai don\b/
const past =
  /\b(?:hom qua|hom truoc|hom kia|tuan truoc)\b|\b(?:da|vua) (?:[a-z§]+ ){0,3}(?:don|ruoc)\b|\b(?:don|ruoc)(?: (?:be|con|chau|§|ve))* roi\b/
const always = /\b(?:tu nay|tu gio|hang ngay|moi ngay|hang tuan|thuong xuyen|luon|every day|always)\b/
const time = /\b(\d{1,2}) ?(?:h|g|gio|:) ?(\d{2})?(?: ?(ruoi))?(?![\d/])|\b(\d{1,2})(?::(\d{2}))? ?(?:pm|o'clock)\b/
/** From then on every child is collected. School clock. */
const usualFrom = '16:00'

/**
 * Reads that a child leaves before the others: "chiều nay bà đón con lúc 15h", "mai xin cho bé về sớm ạ". Who collects is another reading of
 * the same words, and nothing here authorises anybody. Undefined: it says nothing of the kind.
 */
export function parseEarly(text: string, context: AbsenceContext): EarlyNotice | undefined {
  if (text.length > longestText || context.children.length === 0) return undefined
  const { whose, rest } = childrenNamed(text, context.children)
  const { bare } = typedText(rest)
  if (!collecting.test(bare) || saysLate.test(bare) || past.test(bare) || always.test(bare)) return undefined
  // "được không ạ" only asks leave.
  const said = bare.replace(/[, ]*(?:co )?duoc (?:khong|ko|chu)(?: a| co| em)*\s*\??\s*$/, '')
  if (asks.test(said)) return undefined
  const leaveAt = hourIn(said)
  if (leaveAt === 'none' ? !saysEarly.test(said) : leaveAt >= usualFrom && !saysEarly.test(said)) return undefined
  const named = (namedDays(said, context) ?? [context.today]).filter((day) => day >= context.today)
  if (named.length === 0) return undefined
  const isOpen = (day: SchoolDay) => isSchoolDay(day, context.closures).kind === 'school_day'
  const daysOff = named.filter((day) => !isOpen(day))
  return { whose, days: named.filter(isOpen), daysOff, leaveAt: leaveAt === 'none' ? null : leaveAt }
}

/** Nobody is collected at three in the morning: "3h" is 15:00. */
function hourIn(said: string): string {
  const found = time.exec(said)
  if (found === null) return 'none'
  const typed = Number(found[1] ?? found[4])
  const hour = typed >= 1 && typed <= 6 ? typed + 12 : typed
  const minute = found[3] === undefined ? Number(found[2] ?? found[5] ?? 0) : 30
  if (hour < 7 || hour > 19 || minute > 59) return 'none'
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
