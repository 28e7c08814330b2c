import { addDays, type SchoolDay } from '../../core/clock.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import { type Closure, isSchoolDay } from '../calendar/school-day.ts'
import { isAboutElsewhere, readWording } from '../entries/wording.ts'
import { sourceLine } from '../knowledge/compose.ts'
import type { Entry } from '../knowledge/entry.ts'
import { pack } from '../knowledge/pack.ts'
import type { School } from '../people/person.ts'

/** For how long somebody asks what the milk costs. */
export type MilkSpan = { readonly kind: 'days'; readonly days: number } | { readonly kind: 'month'; readonly month: string }

/** Who is free, or what others pay, is no sum for this family. */
const otherMatters = ['percent', 'free', 'poor', 'near-poor', 'policy-family', 'city', 'company']
const asksWhen = /\b(khi nao|bao gio|(ngay|thang|luc) (nao|may)|when)\b/
const amountWords = /\b(tien|gia|dong|tra|nop|het|mat|ton|cost|costs|pay|price)\b/
const schoolDaysOfWeek = 5

/** Reads a question for an amount of milk money; undefined when it is none, or when it does not say for how long and need not. */
export function readMilkQuestion(text: string, { place }: Pick<School, 'place'>, today: SchoolDay): MilkSpan | undefined {
  const wording = readWording(text)
  const says = (concept: string) => wording.concepts.has(concept)
  if (place !== 'long-bien' || isAboutElsewhere(wording, place) || !says('milk') || wording.circumstances.period !== null)
    return undefined
  if (otherMatters.some(says) || !(says('how-many') || says('price')) || !amountWords.test(wording.folded)) return undefined
  if (asksWhen.test(wording.folded)) return undefined
  const words = wording.folded
  const counted = /\b(\d{1,3}) (?:ngay|hom|buoi|hop|bua|days|boxes)\b/.exec(words)?.[1]
  if (counted !== undefined) return { kind: 'days', days: Number(counted) }
  const named = /\bthang (\d{1,2})\b/.exec(words)?.[1]
  if (named !== undefined && Number(named) >= 1 && Number(named) <= 12)
    return { kind: 'month', month: comingMonth(Number(named), today) }
  if (/\b(thang|month)\b/.test(words)) return { kind: 'month', month: today.slice(0, 7) }
  if (/\b(tuan|week)\b/.test(words)) return { kind: 'days', days: schoolDaysOfWeek }
  return /\b(ngay|hop|day|box|gia|price)\b/.test(words) ? { kind: 'days', days: 1 } : undefined
}

function comingMonth(month: number, today: SchoolDay): string {
  const year = Number(today.slice(0, 4)) + (month < Number(today.slice(5, 7)) ? 1 : 0)
  return `${year}-${String(month).padStart(2, '0')}`
}

const shareEntry = pack.find(({ id }) => id === 'milk.long-bien.parents-share') as Entry
const share = Number(shareEntry.figures.find(({ label }) => label.startsWith('phần cha mẹ'))?.value)

/**
 * What a family pays: the documents' share × the school's price of a box × days, one box a day. Shows the sum, where each part comes from,
 * and that the share's time is over. Without a price the share alone.
 */
export function tellMilkCost(
  phrases: Phrases,
  asked: {
    language: Language
    span: MilkSpan
    price: number | undefined
    closures: readonly Closure[]
    school: School
    today: SchoolDay
  },
): string {
  const { language, span, price, closures, school, today } = asked
  const source = `${sourceLine(shareEntry, language)}${shareEntry.validTo < today ? `\n${phrases.text(language, 'calculators.share_over')}` : ''}`
  if (price === undefined) return `${phrases.text(language, 'calculators.milk_no_price', { share })}\n${source}`
  const days = span.kind === 'days' ? span.days : schoolDaysIn(span.month, closures)
  const written = (amount: number) => Math.round(amount).toLocaleString(language === 'en' ? 'en-US' : 'vi-VN')
  const month = span.kind === 'month' ? `${Number(span.month.slice(5))}/${span.month.slice(0, 4)}` : 'none'
  const parameters = {
    amount: written((share * price * days) / 100),
    share,
    price: written(price),
    days: String(days),
    month,
    school: school.name,
  }
  return `${phrases.text(language, 'calculators.milk_cost', parameters)}\n${source}`
}

function schoolDaysIn(month: string, closures: readonly Closure[]): number {
  let count = 0
  for (let day: SchoolDay = `${month}-01`; day.startsWith(month); day = addDays(day, 1))
    if (isSchoolDay(day, closures).kind === 'school_day') count += 1
  return count
}
