import { addDays, type SchoolDay } from '../../../core/clock.ts'
import { fold, withoutDiacritics } from '../../../core/text.ts'
import type { SchoolClass } from '../../people/person.ts'
import { monthOf, type Period, weekOf } from './period.ts'

/** What somebody wants to read of a week, a month, or a class. */
export interface FigureAsk {
  readonly period: Period | { readonly kind: 'day'; readonly day: SchoolDay }
  /** Absent: of the whole school. */
  readonly one?: SchoolClass
}

const asking = /^(?:(?:xem|cho xem|cho em xem|gui) )?(?:(?:bao cao|tong hop|thong ke|so lieu|chuyen can|si so) )?/
const spanWords =
  /(?:^|\s)(?:(?<day>hom nay|hom qua)|(?<unit>tuan)(?<week> nay| truoc| qua| vua roi)?|thang(?: (?<month>\d{1,2})(?:[/-](?<year>\d{4}))?|(?<near> nay| truoc| qua| vua roi))?)$/

/**
 * Reads a whole line such as "báo cáo tuần", "báo cáo tháng 11", "A1 tuần này"; undefined when it is anything else. A month without a year is the
 * last one of that number that has begun.
 */
export function readFigureAsk(
  text: string,
  { classes, today }: { classes: readonly SchoolClass[]; today: SchoolDay },
): FigureAsk | undefined {
  const plain = plainOf(text)
    .replace(/[?.!]+$/, '')
    .replace(/ (?:a|nhe|voi|giup em|giup)$/, '')
    .trim()
  const asked = asking.exec(plain)![0]
  const found = spanWords.exec(plain.slice(asked.length))
  if (found === null) return undefined
  const named = plain
    .slice(asked.length, asked.length + found.index)
    .replace(/^(?:cua )?lop /, '')
    .trim()
  const period = periodIn(found.groups ?? {}, today)
  if (period === undefined) return undefined
  // Without a class and without a word for figures it is about something else: "tuần này".
  if (named === '') return /bao cao|tong hop|thong ke|so lieu|chuyen can|si so/.test(asked) ? { period } : undefined
  const one = classes.find(({ code, name }) => plainOf(code) === named || plainOf(name) === named)
  return one && { period, one }
}

const plainOf = (text: string) => withoutDiacritics(fold(text)).replace(/\s+/g, ' ').trim()

function periodIn(
  { day, unit, week, month, year, near }: Record<string, string | undefined>,
  today: SchoolDay,
): FigureAsk['period'] | undefined {
  if (day !== undefined) return { kind: 'day', day: day === 'hom qua' ? addDays(today, -1) : today }
  const isBefore = (word: string | undefined) => word !== undefined && word !== ' nay'
  if (month !== undefined) {
    if (Number(month) < 1 || Number(month) > 12) return undefined
    const number = month.padStart(2, '0')
    const own = `${today.slice(0, 4)}-${number}`
    return monthOf(
      year === undefined ? (own <= today.slice(0, 7) ? own : `${Number(today.slice(0, 4)) - 1}-${number}`) : `${year}-${number}`,
    )
  }
  if (unit !== undefined) return weekOf(isBefore(week) ? addDays(today, -7) : today)
  return monthOf((isBefore(near) ? addDays(`${today.slice(0, 7)}-01`, -1) : today).slice(0, 7))
}
