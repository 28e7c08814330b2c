import { fold, withoutDiacritics } from '../../core/text.ts'
import { agesNamed, classesNamed } from '../calendar/parts-named.ts'
import { schoolYearOf } from '../calendar/school-year.ts'
import { asDayOff } from './day-off-line.ts'
import { type Heading, type OddYear, oddYears, readHeading, schoolYearOfHeading } from './pasted-headings.ts'
import { type ReadContext, yearNamed } from './read-table.ts'
import { type EventDraft, type ImportRow, mostRows, type ProblemKind, type Reading, type RowProblem, shortened } from './row.ts'
import { writtenDay } from './written-day.ts'

export interface PastedReading extends Reading {
  /** The school year that most of the text speaks of; absent: it names none. */
  readonly schoolYear?: string
  /** Headings whose year does not fit: a slip of whoever typed it. */
  readonly odd: readonly OddYear[]
}

const dash = /^\s*(?:\[[^\]]*\]\s*)?[-–—•●▪*+·](?!\s*$)\s*(?<words>.+)$/u
/** Titles of the whole, and what stands under a table: nobody expects them in a calendar. */
const title =
  /^(?:(?:lich|ke hoach|bang|phu luc|chuong trinh|cong hoa|doc lap|uy ban|ubnd|phong (?:giao duc|gd)|truong mam non|nam hoc)\b|[ivx]+[.)] |\(?kem theo)/

/** Whether a text is a schedule: it begins with a month's heading, or with a title and then one, or it is all dash lines. */
export function looksLikeSchedule(text: string): boolean {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const dashes = lines.filter((line) => dash.test(line)).length
  const isHeaded = lines.slice(0, 4).some((line) => readHeading(line, 1) !== undefined) && dashes > 0
  return isHeaded || (dashes >= 3 && dashes === lines.length) || (dashes >= 3 && title.test(withoutDiacritics(fold(lines[0]!))))
}

/** Whether a text begins with a line of its own, not within one. */
export function beginsLine(text: string): boolean {
  const first = text.trim().split('\n')[0] ?? ''
  return dash.test(first) || readHeading(first, 1) !== undefined
}

/** Whether a text can only be the rest of one that was cut by the messenger: dash lines, and headings after them. */
export const looksLikeRest = (text: string): boolean => text.split('\n').some((line) => dash.test(line))

/**
 * Reads a pasted schedule: headings of months, and a dash line for each thing to do. A line that names a day has it; the others are "some
 * time in the month". A line without a dash after a dash line goes on with it.
 * @param mend whether a heading whose year does not fit is read as the year that does
 */
export function readPasted(text: string, context: ReadContext & { readonly mend: boolean }): PastedReading {
  const lines = joined(text.split(/\r\n|\r|\n/))
  const headings = lines.flatMap(({ line, words, isDash }) => (isDash ? [] : (readHeading(words, line) ?? [])))
  const found = oddYears(headings)
  const named = yearNamed(
    lines
      .slice(0, 5)
      .map(({ words }) => words)
      .join(' '),
  )
  const schoolYear = found?.schoolYear ?? named
  const odd = new Map((found?.odd ?? []).map((one) => [one.heading.line, one]))
  const rows: ImportRow[] = []
  const problems: RowProblem[] = []
  const refuse = (line: number, words: string, why: ProblemKind) => problems.push({ line, why, text: shortened(words) })
  let heading: Heading | undefined
  for (const { line, words, isDash } of lines) {
    if (!isDash) {
      const next = headings.find((one) => one.line === line)
      if (next !== undefined) heading = next
      else if (heading !== undefined || !title.test(withoutDiacritics(fold(words)))) refuse(line, words, 'not_a_line')
      continue
    }
    const slip = heading === undefined ? undefined : odd.get(heading.line)
    const own = heading === undefined || (slip !== undefined && context.mend) ? undefined : schoolYearOfHeading(heading)
    for (const clause of clausesOf(words)) {
      const draft = readLine(clause, { ...context, schoolYear: own ?? schoolYear ?? context.schoolYear }, heading)
      const notes = slip !== undefined && context.mend ? { notes: ['year_mended' as const] } : {}
      if (typeof draft === 'string') refuse(line, clause, draft)
      else if (rows.length >= mostRows) refuse(line, clause, 'too_many')
      else rows.push({ line, what: asDayOff(draft), ...notes })
    }
  }
  return { rows, problems, odd: [...odd.values()], ...(schoolYear === undefined ? {} : { schoolYear }) }
}

interface Line {
  readonly line: number
  readonly words: string
  readonly isDash: boolean
}

function joined(lines: readonly string[]): Line[] {
  const read: Line[] = []
  for (const [index, raw] of lines.entries()) {
    const text = raw
      .normalize('NFC')
      .replace(/[\u200b\ufeff]/g, '')
      .trim()
    if (text === '') continue
    const said = dash
      .exec(text)
      ?.groups?.words?.replace(/\[bookmark[^\]]*\]/gi, '')
      .trim()
    // A heading may have a dash before it, and a dash nothing behind it.
    const item = said === undefined || readHeading(said, 1) !== undefined || !/\p{L}/u.test(said) ? undefined : said
    const last = read.at(-1)
    const goesOn = item === undefined && last?.isDash === true && /^\p{Ll}/u.test(text) && readHeading(text, 1) === undefined
    if (goesOn) read[read.length - 1] = { ...last!, words: `${last!.words} ${text}` }
    else
      read.push({
        line: index + 1,
        words: item ?? (said !== undefined && readHeading(said, 1) ? said : text),
        isDash: item !== undefined,
      })
  }
  return read
}

/** "bắt đầu ngày 14/9, hoàn thành ngày 24/5" is two things: a line with a day in more than one clause falls apart into them. */
function clausesOf(words: string): string[] {
  const clauses: string[] = []
  for (const part of words.split(/[,;]\s+(?=\p{L})/u)) {
    const last = clauses.at(-1)
    const isOwn = last !== undefined && hasDay.test(part) && hasDay.test(last) && !/^(?:và|-|đến)\b/u.test(part)
    if (last === undefined || isOwn) clauses.push(part)
    else clauses[clauses.length - 1] = `${last}, ${part}`
  }
  if (clauses.length === 1) return [words]
  return clauses.map((clause) => `${clause.charAt(0).toUpperCase()}${clause.slice(1)}`)
}
const hasDay = /\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|ngày \d{1,2}\s*(?:\/|tháng)\s*\d{1,2}/iu

const longestTitle = 300

function readLine(words: string, context: ReadContext, heading: Heading | undefined): EventDraft | ProblemKind {
  const said = words.replace(/\s+/g, ' ').replace(/[.;,/\s]+$/, '')
  const months = heading?.months ?? []
  const day = writtenDay(said, { ...context, months })
  const { ids } = classesNamed(said, context.classes)
  const group = /khoi (?:lop )?(?:nha tre|be|nho|lon|mam|choi|la|\d ?tuoi|\d ?- ?\d ?tuoi)/.exec(withoutDiacritics(fold(said)))
  const ageGroups = group === null ? [] : agesNamed(group[0])
  const parts = { ...(ids.length > 0 ? { classIds: ids } : {}), ...(ageGroups.length > 0 ? { ageGroups } : {}) }
  const title = context.layOn === undefined ? said : laidTitle(said, context.schoolYear, context.layOn)
  const base = { kind: 'event' as const, title: title.slice(0, longestTitle), ...parts }
  if (day.kind === 'problem') return day.why
  const layOn = context.layOn ?? context.schoolYear
  if (day.kind === 'when' && day.when.kind === 'dated') {
    const draft = { ...base, title: withoutDate(title), when: day.when, schoolYear: schoolYearOf(day.when.day) }
    return day.moved ? { ...draft, moved: true } : draft
  }
  if (heading === undefined) return day.kind === 'when' ? { ...base, when: day.when, schoolYear: day.schoolYear } : 'no_month'
  return { ...base, when: { kind: 'within', months }, schoolYear: layOn }
}

/** Words of one school year for another: its name moves along, and a day with its year, which the event has, goes. */
function laidTitle(said: string, from: string, on: string): string {
  const years = Number(on.slice(0, 4)) - Number(from.slice(0, 4))
  return said
    .replace(/\s*(?:từ |vào )?(?:ngày )?\d{1,2}\s*\/\s*\d{1,2}\s*\/\s*\d{4}/giu, '')
    .replace(/(20\d{2})(\s*[-–]\s*)(20\d{2})/g, (all, one: string, sign: string, other: string) =>
      Number(other) === Number(one) + 1 ? `${Number(one) + years}${sign}${Number(other) + years}` : all,
    )
}

/** "05/9: Khai giảng" → "Khai giảng"; a date inside of a sentence stays. */
function withoutDate(said: string): string {
  const rest = said
    .replace(
      /^(?:(?:vào |từ )?(?:ngày )?(?:thứ \S+,? )?(?:ngày )?[\d/.–-]+(?: ?(?:-|–|đến|tới) ?[\d/.-]+)?|ngày \d+ tháng \d+(?: năm \d+)?)\s*[:,–-]?\s+/iu,
      '',
    )
    .replace(/\s*\((?:ngày )?[\d/.–-]+\)$/iu, '')
  return (/\p{L}{2}/u.test(rest) ? `${rest.charAt(0).toUpperCase()}${rest.slice(1)}` : said).slice(0, longestTitle)
}
