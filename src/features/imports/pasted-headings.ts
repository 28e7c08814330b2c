import { fold, withoutDiacritics } from '../../core/text.ts'

/** A heading of an official schedule: "THÁNG 9/2020:", "THÁNG 01, 02/2021:", "Tháng 6,7,8/2021". */
export interface Heading {
  /** Counted from 1. */
  readonly line: number
  /** As printed, shortened. */
  readonly text: string
  readonly months: readonly number[]
  /** As printed; absent: none. */
  readonly year?: number
}

const form =
  /^[\W_]*(?:thang|thag|thnag|tahng|thag|th\.?|t)\s*(?<months>[\dol]{1,2}(?:\s*(?:,|-|–|&|\+|va|;)\s*[\dol]{1,2})*)\s*(?:(?:\/|-|–|\.|nam)\s*(?<year>[\dol]{4}))?\s*[:.;]?\s*$/

/** Reads a line as a heading; letters that look like digits (`202O`, `l0`) are taken for them. */
export function readHeading(text: string, line: number): Heading | undefined {
  const match = form.exec(withoutDiacritics(fold(text)))
  if (match === null) return undefined
  const digits = (said: string) => Number(said.replace(/o/g, '0').replace(/l/g, '1'))
  const months = match.groups!.months!.split(/[^\dol]+/).map(digits)
  if (months.some((month) => month < 1 || month > 12)) return undefined
  const year = match.groups!.year === undefined ? undefined : digits(match.groups!.year)
  return { line, text: text.trim().replace(/[:.;\s]+$/, ''), months: spread(months), ...(year === undefined ? {} : { year }) }
}

/** "6-8" is June to August; "1, 2" is as it stands. */
function spread(months: readonly number[]): number[] {
  const [first = 1, last = first, ...more] = months
  if (more.length > 0 || last - first < 2) return [...new Set(months)]
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

/** The year in which a school year's heading of these months stands. */
export function yearOfHeading(months: readonly number[], schoolYear: string): number {
  const start = Number(schoolYear.slice(0, 4))
  const endsInSummer = months.some((month) => month < 8)
  return months.some((month) => month > 8 || (month === 8 && !endsInSummer)) ? start : start + 1
}

/** The school year that a heading speaks of by its own year. */
export function schoolYearOfHeading({ months, year }: Pick<Heading, 'months' | 'year'>): string | undefined {
  if (year === undefined) return undefined
  const start = yearOfHeading(months, '2000-2001') === 2000 ? year : year - 1
  return `${start}-${start + 1}`
}

/** A heading whose year does not fit the others: "THÁNG 5/2020" between 4/2021 and 6/2021. */
export interface OddYear {
  readonly heading: Heading
  /** The year that fits. */
  readonly fits: number
}

/** The school year that most headings speak of, and the headings that speak of another. Undefined: no heading has a year. */
export function oddYears(headings: readonly Heading[]): { schoolYear: string; odd: OddYear[] } | undefined {
  const said = headings.flatMap((heading) => schoolYearOfHeading(heading) ?? [])
  const counts = [...Map.groupBy(said, (one) => one)].sort((one, other) => other[1].length - one[1].length)
  const [most, next] = counts
  if (most === undefined) return undefined
  const schoolYear = most[0]
  // Two years of equal weight are two schedules, not a slip.
  if (next !== undefined && next[1].length * 2 > most[1].length) return { schoolYear, odd: [] }
  const odd = headings
    .filter((heading) => heading.year !== undefined && schoolYearOfHeading(heading) !== schoolYear)
    .map((heading) => ({ heading, fits: yearOfHeading(heading.months, schoolYear) }))
  return { schoolYear, odd }
}
