import { addDays, type SchoolDay, weekdayOf } from '../../core/clock.ts'

/** A stretch of days somebody named, and where it stands in the text. */
export interface DayMention {
  readonly start: number
  readonly end: number
  readonly from: SchoolDay
  readonly to: SchoolDay
  /** A weekday without its week: behind "đến" it is the first one after the beginning. */
  readonly weekday?: number
}

/** Everything a message says about when. */
export interface SpokenDays {
  readonly mentions: readonly DayMention[]
  /** "3 ngày", "một tuần": how many school days, or days of a whole week. */
  readonly count?: { readonly days: number; readonly isWeeks: boolean }
  /** "vài hôm", "đến khi khỏi". */
  readonly vague: boolean
  /** Only days gone by were named. */
  readonly past: boolean
}

interface Today {
  readonly today: SchoolDay
  /** The school day is over: a bare weekday of the same name is next week's. */
  readonly isOver: boolean
}

type Read = (match: RegExpMatchArray, today: Today) => Omit<DayMention, 'start' | 'end'> | null

const numbers: Readonly<Record<string, number>> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tu: 4,
  one: 1,
  two: 2,
  three: 3,
}
const englishDays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

const one = (day: SchoolDay) => ({ from: day, to: day })
const mondayOf = (day: SchoolDay) => addDays(day, -((weekdayOf(day) + 6) % 7))

const forms: readonly (readonly [RegExp, Read])[] = [
  // 24-26/11, 24 đến 26/11
  [
    /(?<![\d/])(?:ngay |tu )*(\d{1,2})\s?(?:-|den|toi)\s?(?:het )?(?:ngay )?(\d{1,2})\s?(?:\/|thang )\s?(\d{1,2})(?:\/\d{2,4})?(?![\d:])/g,
    ([, first, last, month], { today }) => {
      const to = dated(Number(last), Number(month), today)
      const from = dated(Number(first), Number(month), today)
      return from !== null && to !== null && from <= to ? { from, to } : null
    },
  ],
  // 24, 25/11; 24 và 25/11: the month is said once
  [
    /(?:ngay )?(\d{1,2})(?=\s?(?:,|va)\s?(?:ngay )?\d{1,2}\s?(?:\/|thang )\s?(\d{1,2}))/g,
    ([, day, month], { today }) => oneOrNull(dated(Number(day), Number(month), today)),
  ],
  [
    /(?:ngay |hom |mung )?(\d{1,2})\s?(?:\/|thang )\s?(\d{1,2})(?:\/\d{2,4})?(?![\d:])/g,
    ([, day, month], { today }) => oneOrNull(dated(Number(day), Number(month), today)),
  ],
  [
    /(?<=\b(?:den|toi)(?: het)? )(\d{1,2})(?!\s?(?:ngay|h\b|gio|g\b|phut|tieng|\d|:|\/))/g,
    ([, day], { today }) => oneOrNull(dayOfMonth(Number(day), today)),
  ],
  [
    /(?<=\b(?:ngay|hom) \d{1,2}\s?(?:,|va)\s?)(\d{1,2})(?!\s?(?:ngay|h\b|gio|g\b|phut|\d|:|\/))/g,
    ([, day], { today }) => oneOrNull(dayOfMonth(Number(day), today)),
  ],
  [/(?:ngay|hom|mung) (\d{1,2})(?!\s?(?:ngay|h\b|gio|\d|:))/g, ([, day], { today }) => oneOrNull(dayOfMonth(Number(day), today))],
  [
    /\b(?:thu\s?([2-7]|hai|ba|tu|nam|sau|bay)|(chu nhat)|(?:on )?((?:mon|tues|wednes|thurs|fri|satur|sun)day))\b(\s(?:tuan )?(?:nay|sau|toi)\b|\s(?:this|next) week)?/g,
    ([, nth, sunday, english, week], today) => weekdayMeant({ nth, sunday, english, week: week?.trim() }, today),
  ],
  [
    /\b(?:(?:ca|het|nguyen|trong|cuoi) )?(?:tuan (nay|sau|toi)|(this|next) week)\b/g,
    ([phrase, vietnamese, english], { today }) => {
      const monday = addDays(mondayOf(today), vietnamese === 'nay' || english === 'this' ? 0 : 7)
      if (phrase.startsWith('cuoi')) return one(addDays(monday, 4))
      return { from: monday < today ? today : monday, to: addDays(monday, 6) }
    },
  ],
  [
    /\b(?:(?:ca|het|nguyen|cuoi) tuan|the (?:whole|rest of the) week)\b/g,
    (_, { today }) => ({ from: today, to: addDays(mondayOf(today), 6) }),
  ],
  [
    /\b(?:het|cuoi) thang(?: nay)?\b(?! \d)/g,
    (_, { today }) => ({ from: today, to: addDays(`${addDays(`${today.slice(0, 7)}-28`, 4).slice(0, 7)}-01`, -1) }),
  ],
  [
    /\b(?:(?:ngay )?hom nay|(?:sang|trua|chieu|bua|toi|ngay) nay|nay|today|this (?:morning|afternoon))\b/g,
    (_, { today }) => one(today),
  ],
  [/\b(?:(?:ngay|sang|trua|chieu|bua) mai|mai|tomorrow|hom sau)\b/g, (_, { today }) => one(addDays(today, 1))],
  [/\b(?:ngay kia|ngay mot|mot\b(?= (?:con|be|chau|em|§|cho|xin|nghi)))/g, (_, { today }) => one(addDays(today, 2))],
]

const past =
  /\b((?:may|vai|ca) (?:hom|bua|ngay) (?:nay|truoc|qua)|hom (?:qua|kia|truoc|bua)|bua (?:qua|truoc|hom)|(?:toi|dem|chieu|sang|trua) (?:hom )?qua|tuan (?:truoc|roi|vua roi)|thang truoc|yesterday|last (?:night|week)|tu hom qua|toi nay)\b/g
const counted =
  /\b(\d{1,2}|mot|hai|ba|bon|nam|sau|bay|one|two|three) (ngay|hom|bua|buoi|tuan|days?|weeks?)\b(?! (?:nay|truoc|sau|toi|mai|\d))/g
const open =
  /\b((?:vai|may|it) (?:hom|ngay|bua|buoi)|den khi|toi khi|bao gio khoi|khi nao (?:khoi|khoe|do)|chua biet (?:khi nao|bao gio)|a few days|until (?:he|she|they))\b/

/** Every day named, in the order of the text. @param bare lower case without marks */
export function spokenDays(bare: string, today: Today): SpokenDays {
  const gone = [...bare.matchAll(past)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
  const taken = [...gone]
  const mentions: DayMention[] = []
  const count = [...bare.matchAll(counted)][0]
  const isCounted = count !== undefined && !taken.some(({ start, end }) => start <= count.index && count.index < end)
  for (const [form, read] of forms)
    for (const match of bare.matchAll(form)) {
      const place = { start: match.index, end: match.index + match[0].length }
      if (taken.some(({ start, end }) => place.start < end && start < place.end)) continue
      taken.push(place)
      const meant = read(match, today)
      if (meant !== null) mentions.push({ ...place, ...meant })
    }
  // "tuần sau nghỉ cả tuần" names one week.
  const isOwn = ({ start, end }: DayMention) => mentions.length === 1 || !/^(?:ca|nguyen) tuan$/.test(bare.slice(start, end))
  const amount = isCounted ? (numbers[count[1]!] ?? Number(count[1])) : 0
  return {
    mentions: mentions.filter(isOwn).sort((first, second) => first.start - second.start),
    ...(isCounted ? { count: { days: amount, isWeeks: /tuan|week/.test(count[2]!) } } : {}),
    vague: open.test(bare),
    past: gone.length > 0 && mentions.length === 0,
  }
}

function oneOrNull(day: SchoolDay | null) {
  return day === null ? null : one(day)
}

function dated(day: number, month: number, today: SchoolDay): SchoolDay | null {
  const thisYear = Number(today.slice(0, 4))
  // In December the coming January is meant; what lies a little back lies back.
  const year = month + 6 < Number(today.slice(5, 7)) ? thisYear + 1 : thisYear
  return real(year, month, day)
}

function dayOfMonth(day: number, today: SchoolDay): SchoolDay | null {
  const [year, month] = today.split('-').map(Number) as [number, number]
  const own = real(year, month, day)
  if (own !== null && own >= today) return own
  return month === 12 ? real(year + 1, 1, day) : real(year, month + 1, day)
}

function real(year: number, month: number, day: number): SchoolDay | null {
  const written = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const time = Date.parse(`${written}T00:00:00Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== written ? null : written
}

function weekdayMeant(
  { nth, sunday, english, week }: { nth?: string; sunday?: string; english?: string; week?: string },
  { today, isOver }: Today,
) {
  const weekday = sunday ? 0 : english ? englishDays.indexOf(english) : nth!.length === 1 ? Number(nth) - 1 : numbers[nth!]! - 1
  const inWeek = (weeks: number) => addDays(mondayOf(today), ((weekday + 6) % 7) + 7 * weeks)
  if (week === 'tuan sau' || week === 'tuan toi' || week === 'next week') return one(inWeek(1))
  if (week === 'tuan nay' || week === 'this week') return one(inWeek(0))
  const first = isOver || week === 'sau' || week === 'toi' ? addDays(today, 1) : today
  return { ...one(onOrAfter(first, weekday)), weekday }
}

/** The first such weekday from a day on. */
export function onOrAfter(day: SchoolDay, weekday: number): SchoolDay {
  return addDays(day, (weekday - weekdayOf(day) + 7) % 7)
}
