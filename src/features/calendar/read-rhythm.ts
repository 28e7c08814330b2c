import type { SchoolDay } from '../../core/clock.ts'
import { fold, withoutDiacritics } from '../../core/text.ts'
import type { Rhythm } from './rule.ts'

/** Unrolls a rule of RFC 5545 from a day on; undefined when it is none, or comes more often than daily. */
export type ExpandRule = (rule: string, span: { readonly from: SchoolDay; readonly to: SchoolDay }) => SchoolDay[] | undefined

const numbers: Readonly<Record<string, number>> = { mot: 1, hai: 2, ba: 3, bon: 4, once: 1, twice: 2 }
const weekdays: readonly (readonly [RegExp, string])[] = [
  [/\bthu (?:hai|2)\b|\bt2\b|\bmonday\b/, 'MO'],
  [/\bthu (?:ba|3)\b|\bt3\b|\btuesday\b/, 'TU'],
  [/\bthu (?:tu|4)\b|\bt4\b|\bwednesday\b/, 'WE'],
  [/\bthu (?:nam|5)\b|\bt5\b|\bthursday\b/, 'TH'],
  [/\bthu (?:sau|6)\b|\bt6\b|\bfriday\b/, 'FR'],
  [/\bthu (?:bay|7)\b|\bt7\b|\bsaturday\b/, 'SA'],
]
const orders: readonly (readonly [RegExp, number])[] = [
  [/\b(?:dau tien|dau|thu nhat|first)\b/, 1],
  [/\b(?:tuan (?:thu )?(?:hai|2)|second)\b/, 2],
  [/\b(?:tuan (?:thu )?(?:ba|3)|third)\b/, 3],
  [/\b(?:cuoi cung|cuoi|last)\b/, -1],
]
/** How many years ahead a rule of RFC 5545 is unrolled. */
const yearsAhead = 5

export type ReadRhythm =
  | { readonly kind: 'rhythm'; readonly rhythm: Rhythm; readonly rest: string }
  | { readonly kind: 'bad_rule' }
  | { readonly kind: 'none' }

interface Found {
  readonly words: RegExp
  read(match: RegExpExecArray): Rhythm | { readonly rule: string } | undefined
}

const often = '(?:moi|hang|theo|tung|cac|each|every)'
const forms: readonly Found[] = [
  { words: /\brrule ?[:=] ?(?<rule>[a-z]+=[-+,;:=a-z0-9]+)/, read: ({ groups }) => ({ rule: groups!.rule!.toUpperCase() }) },
  {
    words: new RegExp(`\\b(?:${often} )?quy(?: mot lan| 1 lan)?\\b|\\b(?:3|ba) thang (?:mot|1)? ?lan\\b|\\bquarterly\\b`),
    read: () => ({ kind: 'times_a_year', times: 4 }),
  },
  {
    words:
      /\b(?<count>[1-4]|mot|hai|ba|bon|once|twice)(?: lan)? ?(?:\/|mot|moi|trong|1|a|each|every|times a)? ?(?:nam hoc|nam|school year|year)\b/,
    read: ({ groups }) => ({ kind: 'times_a_year', times: (numbers[groups!.count!] ?? Number(groups!.count)) as 1 | 2 | 3 | 4 }),
  },
  {
    words: new RegExp(`\\b${often} (?:hoc )?ky\\b|\\b${often} (?:term|semester)\\b`),
    read: () => ({ kind: 'times_a_year', times: 2 }),
  },
  {
    words: new RegExp(`\\b${often} nam(?: hoc)?\\b|\\b(?:yearly|once a year)\\b`),
    read: () => ({ kind: 'times_a_year', times: 1 }),
  },
  {
    words:
      /\bngay (?:di )?hoc dau(?: tien)?(?: cua| moi| hang| cua moi)? thang\b|\bfirst school day(?: of (?:the|each|every) month)?\b/,
    read: () => ({ kind: 'monthly', on: 'first_school_day' }),
  },
  {
    words:
      /\bngay (?:di )?hoc cuoi(?: cung)?(?: cua| moi| hang| cua moi)? thang\b|\blast school day(?: of (?:the|each|every) month)?\b/,
    read: () => ({ kind: 'monthly', on: 'last_school_day' }),
  },
  {
    words:
      /\b(?:moi thang )?(?:vao )?(?:ngay|mung) (?<day>\d{1,2})(?: (?:moi|hang|cac))? thang\b|\b(?:moi|hang) thang (?:vao )?(?:ngay|mung) (?<day2>\d{1,2})\b/,
    read: ({ groups }) => onDay(Number(groups!.day ?? groups!.day2)),
  },
  {
    words:
      /\b(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|t[2-7]) (?:tuan )?(?:dau tien|dau|cuoi cung|cuoi|tuan (?:thu )?(?:hai|ba|[23]))(?: cua| moi| hang| cua moi)? thang\b|\b(?:first|second|third|last) (?:mon|tues|wednes|thurs|fri|satur)day of (?:the|each|every) month\b/,
    read: (match) => nthWeekday(match[0]),
  },
  {
    words: new RegExp(
      `\\b(?:${often} )?(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|t[2-7]) (?:hang|moi) tuan\\b|\\b${often} (?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|(?:mon|tues|wednes|thurs|fri|satur)day)\\b`,
    ),
    read: (match) => weekly(match[0]),
  },
  {
    words: new RegExp(`\\b${often} thang(?: mot lan| 1 lan)?\\b|\\bmonthly\\b`),
    read: () => ({ kind: 'monthly', on: 'some_day' }),
  },
]

const onDay = (day: number): Rhythm | undefined => (day >= 1 && day <= 31 ? { kind: 'monthly', on: day } : undefined)
const codeIn = (text: string): string | undefined => weekdays.find(([words]) => words.test(text))?.[1]

function nthWeekday(text: string): { rule: string } | undefined {
  const order = orders.find(([words]) => words.test(text))?.[1]
  const code = codeIn(text)
  return order === undefined || code === undefined ? undefined : { rule: `FREQ=MONTHLY;BYDAY=${order}${code}` }
}

function weekly(text: string): { rule: string } | undefined {
  const code = codeIn(text)
  return code === undefined ? undefined : { rule: `FREQ=WEEKLY;BYDAY=${code}` }
}

/** The rhythm that a text names, and the text without it: "cân đo mỗi quý" is "cân đo", four times a year. */
export function readRhythm(
  text: string,
  { today, expand }: { readonly today: SchoolDay; readonly expand: ExpandRule },
): ReadRhythm {
  const typed = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  const plain = withoutDiacritics(fold(typed))
  for (const { words, read } of forms) {
    const match = words.exec(plain)
    const found = match === null ? undefined : read(match)
    if (match === null || found === undefined) continue
    const isAligned = plain.length === typed.length
    const source = isAligned ? typed : plain
    const rest = `${source.slice(0, match.index)} ${source.slice(match.index + match[0].length)}`.replace(/\s+/g, ' ').trim()
    if ('kind' in found) return { kind: 'rhythm', rhythm: found, rest }
    const to = `${Number(today.slice(0, 4)) + yearsAhead}-07-31`
    const days = expand(found.rule, { from: today, to })
    return days === undefined || days.length === 0
      ? { kind: 'bad_rule' }
      : { kind: 'rhythm', rhythm: { kind: 'rrule', rule: found.rule, days }, rest }
  }
  return { kind: 'none' }
}
