import type { SchoolDay } from '../../core/clock.ts'
import type { Place } from '../../core/place.ts'
import type { Mention } from './concepts.ts'
import type { AgeGroup, DocumentId, Entry } from './entry.ts'
import type { Word } from './words.ts'

/** Whom a question is about, as far as it says. */
export type AskedAge = 'nursery' | '3' | '4' | '5' | 'kindergarten' | 'under-24-months' | 'over-24-months'

/** Place, time, age and document that a question names. */
export interface Circumstances {
  readonly places: readonly Place[]
  /** A place that no document speaks of: Đà Nẵng, Cầu Giấy. */
  readonly isElsewhere: boolean
  readonly ages: readonly AskedAge[]
  readonly period: { readonly from: SchoolDay; readonly to: SchoolDay } | null
  readonly asksNow: boolean
  /** The place whose office has the level named: `cấp quận` is Long Biên's, `cấp huyện` Krông Pa's. Settles only what is open. */
  readonly level: Place | null
  readonly documents: readonly DocumentId[]
  /** Figures said as a claim: `30` of "30 %". */
  readonly figures: readonly string[]
}

/** Reads them from the words of a message and the concepts found in it. */
export function circumstancesOf(words: readonly Word[], mentions: readonly Mention[]): Circumstances {
  const text = words.map((word) => word.folded).join(' ')
  const wheres = mentions.filter((mention) => mention.role === 'where').map((mention) => mention.concept)
  const places = [...new Set(wheres)].filter((where): where is Place => where !== 'nowhere')
  const ages = [...new Set([...agesByNumber(text), ...mentions.filter((mention) => mention.role === 'age').map(agesByWord)])]
  return {
    places,
    isElsewhere: wheres.includes('nowhere') && places.length === 0,
    ages: isList(text) ? ages : withoutWider(ages),
    period: periodOf(text),
    level: /\b(cap|hoi thi) quan\b/.test(text) ? 'long-bien' : /\b(cap|hoi thi) huyen\b/.test(text) ? 'krong-pa' : null,
    asksNow: mentions.some((mention) => mention.role === 'time'),
    documents: documentsOf(text),
    figures: figuresOf(text),
  }
}

/** Ages told one after the other, each to be answered. */
function isList(text: string): boolean {
  return /\b(lan luot|tung (lua|do) tuoi|moi (lua|do) tuoi|respectively)\b/.test(text)
}

/** "Mẫu giáo 5 tuổi" is of five-year-olds. */
function withoutWider(ages: readonly AskedAge[]): readonly AskedAge[] {
  return ages.filter((age) => age !== 'kindergarten' || !ages.some((other) => /^\d$/.test(other)))
}

function agesByWord({ concept }: Mention): AskedAge {
  return concept as AskedAge
}

/** An age in months: said of a child (`con tui 15 thang`), or plainly one (`thang tuoi`); not a span of time (`3 tháng một lần`). */
const monthPattern =
  /(\b(?:be|con|chau|cu|nhoc|tre|nho|ku|baby|son|daughter|child|toddler|kid)\b(?: [a-z]+){0,4} )?(duoi |under |tren |over |tu |from )?\b(?<![\d/]|ngay )(\d{1,2}) ?(?:(thang tuoi|months? old)|(?:thang|months?|m)\b(?! (?:\d|mot lan|lan|dau|cuoi|nua|sau|truoc|moi|once)))/g

function agesByNumber(text: string): AskedAge[] {
  const ages: AskedAge[] = []
  for (const [, from, to] of text.matchAll(/\b(\d)(?: ?(?:den|toi|to|-|and|va)? ?(\d))? ?(?:tuoi|t\b|years?|yrs?|yo\b|y o\b)/g)) {
    if (to !== undefined && from === '3' && to === '5') ages.push('kindergarten')
    else for (const age of [from, to]) if (age !== undefined && /[345]/.test(age)) ages.push(age as AskedAge)
    if (/^[12]$/.test(from!) && to === undefined) ages.push('nursery')
  }
  for (const [, child, before, months, old] of text.matchAll(monthPattern)) {
    const age = Number(months)
    // "3 tháng cân một lần" is a rhythm, whoever it is said of.
    if (child === undefined && before === undefined && old === undefined && age !== 24) continue
    if (old === undefined && before === undefined && age <= 3) continue
    if (age < 24 || /duoi|under/.test(before ?? '')) ages.push('under-24-months')
    else if (age <= 72) ages.push('over-24-months')
  }
  return ages
}

const documentNumbers: readonly (readonly [RegExp, DocumentId])[] = [
  [/\b(huong dan|guidance)\b.{0,25}\b2020 2021\b|\b2020 2021 (guidance|huong dan)\b/, '001'],
  [/\b(huong dan|guidance)\b.{0,25}\b2022 2023\b|\b2022 2023 (guidance|huong dan)\b/, '002'],
  [/\b142\b/, '000'],
  [/\b157\b/, '003'],
  [/\b396\b/, '004'],
  [/\b(ke hoach|kh|plan|van ban)( cua)?( quan)?( long bien)? (nam |of )?2021\b(?! ?2025| \d)/, '000'],
  [/\b(ke hoach|kh|plan|van ban)( cua)?( quan)?( long bien)? (nam |of )?2022\b/, '003'],
]

function documentsOf(text: string): DocumentId[] {
  return documentNumbers.filter(([pattern]) => pattern.test(text)).map(([, id]) => id)
}

function periodOf(text: string): Circumstances['period'] {
  const pair = /\b(20[12]\d) ?(?:-|–|den|toi|to|\/)? ?(20[1-3]\d|[12]\d)\b/.exec(text)
  if (pair !== null) {
    const from = Number(pair[1])
    const to = pair[2]!.length === 4 ? Number(pair[2]) : 2000 + Number(pair[2])
    if (to === from + 1) return { from: `${from}-08-01`, to: `${to}-07-31` }
    if (to > from && to < from + 12) return { from: `${from}-01-01`, to: `${to}-12-31` }
  }
  const single = /\b(?<![\d/.])(20[1-3]\d)\b(?!\/)/.exec(text.replace(/\b\d{1,3}\/20\d\d\b/g, ''))
  return single === null ? null : { from: `${single[1]}-01-01`, to: `${single[1]}-12-31` }
}

function figuresOf(text: string): string[] {
  const found = [...text.matchAll(/\b(\d{1,3}(?:[.,]\d{1,2})?) ?(?:%|phan tram|percent|per cent)/g)].map((match) => match[1]!)
  const decimals = [...text.matchAll(/\b(\d[.,]\d)\b/g)].map((match) => match[1]!)
  return [...new Set([...found, ...decimals].map((figure) => figure.replace('.', ',').replace(/,0$/, '')))]
}

const agreement: Readonly<Record<AskedAge, Partial<Record<AgeGroup, number>>>> = {
  nursery: { nursery: 1 },
  'under-24-months': { nursery: 1 },
  'over-24-months': { nursery: 0.9, '3-5': 1, '3-4': 0.95, '4': 0.9, '5': 0.9, kindergarten: 1 },
  '3': { '3-4': 1, '3-5': 0.98, kindergarten: 0.97 },
  '4': { '4': 1, '3-4': 1, '3-5': 0.97, kindergarten: 0.96 },
  '5': { '5': 1, '3-5': 0.93, kindergarten: 0.92 },
  kindergarten: { kindergarten: 1, '3-5': 1, '3-4': 0.8, '4': 0.75, '5': 0.8 },
}

/** How well an entry's age group fits the age asked for: 1 fits, about 0.3 speaks of other children. */
export function ageFit(asked: readonly AskedAge[], entry: Entry): number {
  // An age in months asks for the one rhythm, not for all of them.
  const isForAll = entry.group === undefined || entry.group === 'all'
  const inMonths = asked.filter((age) => age.endsWith('-months'))
  if (isForAll && inMonths.length > 0) return inMonths.length > 1 ? 1.02 : 0.85
  if (entry.group === undefined) return 1
  if (asked.length === 0) return entry.group === 'all' ? 1 : 0.98
  if (entry.group === 'all') return 0.97
  const fits = asked.map((age) => agreement[age][entry.group!] ?? 0.3)
  // Asked for several ages at once, the entry that has them all is worth more than the one that has one of them.
  return (Math.max(...fits) + fits.reduce((sum, fit) => sum + fit, 0) / fits.length) / 2
}

/** How well an entry's time fits the time asked for: 1 when none is named, more when it fits closely, less when they do not meet. */
export function timeFit(asked: Circumstances, entry: Entry): number {
  if (asked.documents.length > 0) return asked.documents.includes(entry.document) ? 1.15 : 0.5
  if (asked.period === null) return 1
  const days = (from: string, to: string): number => Math.max(0, (Date.parse(to) - Date.parse(from)) / 86_400_000)
  if (speaksOf(entry, asked.period)) return 1.05
  const { from, to } = asked.period
  const shared = days(from > entry.validFrom ? from : entry.validFrom, to < entry.validTo ? to : entry.validTo)
  if (shared === 0) return 0.85
  const whole = days(from < entry.validFrom ? from : entry.validFrom, to > entry.validTo ? to : entry.validTo)
  return 0.97 + 0.15 * (shared / Math.max(1, whole))
}

/** Whether the entry is about that very year: a plan for 2022 made in 2020. */
function speaksOf(entry: Entry, { from, to }: { from: SchoolDay; to: SchoolDay }): boolean {
  if (from.slice(0, 4) !== to.slice(0, 4))
    return entry.figures.some((figure) => figure.value === `${from.slice(0, 4)}-${to.slice(0, 4)}`)
  return entry.figures.some((figure) => figure.value.endsWith(from.slice(0, 4)))
}

/** Whether an entry held at any time of the period asked for. */
export function covers(asked: Circumstances, entry: Entry): boolean {
  return (
    asked.period === null ||
    speaksOf(entry, asked.period) ||
    (entry.validFrom <= asked.period.to && asked.period.from <= entry.validTo)
  )
}
