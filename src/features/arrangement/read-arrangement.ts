import type { SchoolDay } from '../../core/clock.ts'
import { fold, withoutDiacritics } from '../../core/text.ts'
import { type ClosingDaysProblem, closingDays } from '../calendar/closing-days.ts'
import type { Closure } from '../calendar/school-day.ts'
import type { SchoolClass } from '../people/person.ts'
import type { NamedTeacher } from './arrangement-store.ts'

/** What a line of the office says of merged classes and substitutes. */
export type ArrangementLine =
  | {
      readonly kind: 'merge'
      readonly guests: readonly SchoolClass[]
      readonly host: SchoolClass
      readonly days: readonly SchoolDay[]
    }
  | {
      readonly kind: 'substitute'
      readonly teacher: NamedTeacher
      readonly classes: readonly SchoolClass[]
      readonly days: readonly SchoolDay[]
    }
  /** Back as always: these classes, on these days; without days from today on. */
  | { readonly kind: 'undo'; readonly classes: readonly SchoolClass[]; readonly what: 'merge' | 'substitute' }
  | { readonly kind: 'list' }
  /** It is about this and cannot be taken. */
  | {
      readonly kind: 'unclear'
      readonly why: 'which_class' | 'unknown_class' | 'which_teacher' | 'unknown_teacher' | 'same_class' | ClosingDaysProblem
      readonly names?: readonly string[]
    }

interface Known {
  readonly classes: readonly SchoolClass[]
  readonly teachers: readonly NamedTeacher[]
  readonly today: SchoolDay
  readonly closures: readonly Closure[]
}

const merging =
  /\b(?:hoc chung|hoc ghep|hoc cung|ghep|gop|don|nhap|sap nhap|nhap chung|sang hoc|qua hoc|chuyen sang|merged?|join(?:s|ed)?)\b/
const standing =
  /\b(?:day thay|trong thay|dung lop thay|thay lop|phu trach thay|lam thay|don thay|thay (?:co|thay)|thay cho|thay(?= lop)|tang cuong|substitut\w*|covers?|stands? in)\b/
const undoing =
  /^(?:a |nham,? |thoi,? )?(?:bo|huy|thoi|khong|het|xoa|dung|cancel|undo)\b|\b(?:hoc rieng|tach (?:lop|ra)|ve lop (?:cu|minh)|khong (?:hoc )?(?:chung|ghep)|khong day thay|day lai)\b/
const listing =
  /^(?:xem |danh sach |ds )(?:lop )?(?:ghep|hoc chung|day thay|phan cong)(?: lop)?(?: hom nay)?$|^hom nay (?:lop nao hoc chung|ai day thay)$/
const asking = /\?|\b(?:khong a|chua|lop nao|ai|bao gio|the nao|duoc khong)$/

/** Reads a line of the office about merged classes or substitutes; undefined when it is about something else. */
export function readArrangement(text: string, known: Known): ArrangementLine | undefined {
  const plain = withoutDiacritics(fold(text))
    .replace(/[.!\s]+$/, '')
    .replace(/ (?:nhe|a|em|nha)$/, '')
  if (plain.length > 300) return undefined
  if (listing.test(plain)) return { kind: 'list' }
  if (asking.test(plain)) return undefined
  const isStanding = standing.test(plain)
  const isMerging = !isStanding && merging.test(plain)
  const isUndoing = undoing.test(plain)
  const named = classesIn(plain, known.classes)
  const speaksOfClass = named.length > 0 || /\blop [a-z]+\s?\d/.test(plain)
  if (isUndoing && (isStanding || isMerging || /\b(?:hoc rieng|tach|ve lop|day lai)\b/.test(plain)))
    return {
      kind: 'undo',
      classes: named.map(({ one }) => one),
      what: isStanding || /\bday lai\b/.test(plain) ? 'substitute' : 'merge',
    }
  if (!isStanding && !isMerging) return undefined
  if (isMerging && !speaksOfClass) return undefined
  const days = daysIn(plain, known)
  if ('why' in days) return { kind: 'unclear', why: days.why }
  return isStanding ? substituteIn(plain, { named, days, known }) : mergeIn(plain, { named, days })
}

interface NamedClass {
  readonly one: SchoolClass
  readonly at: number
}

function mergeIn(plain: string, { named, days }: { named: readonly NamedClass[]; days: readonly SchoolDay[] }): ArrangementLine {
  if (named.length < 2)
    return { kind: 'unclear', why: /\blop [a-z]+\s?\d+.*\b[a-z]+\s?\d+/.test(plain) ? 'unknown_class' : 'which_class' }
  // "A2 học chung với A1", "gộp A2 vào A1": the last named receives the others. "Dồn vào A1 lớp A2" names it behind "vào".
  const into = /\b(?:vao|voi|cung|sang|into|with) (?:lop )?$/
  const behindInto = named.filter(({ at }) => into.test(plain.slice(0, at)))
  const host = behindInto.length === 1 ? behindInto[0]! : named.at(-1)!
  return { kind: 'merge', host: host.one, guests: named.filter((one) => one !== host).map(({ one }) => one), days }
}

function substituteIn(
  plain: string,
  { named, days, known }: { named: readonly NamedClass[]; days: readonly SchoolDay[]; known: Known },
): ArrangementLine | undefined {
  const at = standing.exec(plain)!.index
  const found = teachersIn(plain.slice(0, at), known.teachers)
  const replaced = teachersIn(plain.slice(at), known.teachers)
  if (found.length === 0) {
    // Without a class and without a teacher of ours it is about something else.
    return named.length === 0 ? undefined : { kind: 'unclear', why: 'unknown_teacher' }
  }
  if (found.length > 1) return { kind: 'unclear', why: 'which_teacher', names: found.map(({ name }) => name) }
  const [teacher] = found
  // "cô Hoa dạy thay cô Lan": the classes of the teacher she stands in for.
  const classes =
    named.length > 0 || replaced.length !== 1
      ? named.map(({ one }) => one)
      : known.classes.filter(({ id }) => replaced[0]!.classIds.includes(id))
  if (classes.length === 0) return { kind: 'unclear', why: 'which_class' }
  if (classes.every(({ id }) => teacher!.classIds.includes(id)))
    return { kind: 'unclear', why: 'same_class', names: [teacher!.name] }
  return { kind: 'substitute', teacher: teacher!, classes, days }
}

function daysIn(plain: string, { today, closures }: Known): readonly SchoolDay[] | { why: ClosingDaysProblem } {
  // "… hôm nay đến 27/11", "đến hết 27/11": from today on.
  const spoken = plain.replace(/^(?!.*(?:hom nay|tu)).*?\b(?=(?:den|toi) (?:het )?(?:ngay )?\d)/, (words) => `${words}hom nay `)
  const found = closingDays(spoken, today, closures)
  if (found.kind === 'problem') return { why: found.why }
  return found.kind === 'none' ? [today] : found.days
}

function classesIn(plain: string, classes: readonly SchoolClass[]): NamedClass[] {
  const found: (NamedClass & { end: number })[] = []
  const forms = classes
    .flatMap((one) => [one.code, one.name].map((name) => ({ one, form: withoutDiacritics(fold(name)) })))
    .sort((one, other) => other.form.length - one.form.length)
  for (const { one, form } of forms) {
    const pattern = new RegExp(`(?<![a-z0-9])${form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s*')}(?![a-z0-9])`)
    const match = pattern.exec(plain)
    if (match === null || found.some(({ one: known }) => known === one)) continue
    const end = match.index + match[0].length
    if (found.every((other) => end <= other.at || other.end <= match.index)) found.push({ one, at: match.index, end })
  }
  return found.sort((one, other) => one.at - other.at)
}

/** Teachers whose given name, last words or full name are said; "cô" and "thầy" aside. */
function teachersIn(plain: string, teachers: readonly NamedTeacher[]): NamedTeacher[] {
  const said = ` ${plain.replace(/[^a-z0-9]+/g, ' ').trim()} `
  let longest = 0
  let found: NamedTeacher[] = []
  for (const teacher of teachers) {
    const words = withoutDiacritics(fold(teacher.name))
      .replace(/^(?:co|thay) /, '')
      .split(' ')
    const length = words.map((_, from) => words.slice(from)).find((tail) => said.includes(` ${tail.join(' ')} `))?.length ?? 0
    if (length === 0 || length < longest) continue
    if (length > longest) found = []
    longest = length
    found.push(teacher)
  }
  return found
}
