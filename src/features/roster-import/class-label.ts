import { fold, withoutDiacritics } from '../../core/text.ts'
import type { ClassAge } from '../people/person.ts'

const lead = /^(?:danh sách\s+)?(?:(?:trẻ|học sinh|các cháu|cháu|bé)\s+)?(?:của\s+)?lớp\s*:?\s*(?<label>\S.*)$/iu
const rest = /\s*(?:[,;(–—]|\s-\s|năm học|nh\s*20|sĩ số|tổng số|giáo viên|gvcn|gv\s*:|gv\b|cô\s|\d{4}\s*[-–]\s*\d{4}).*$/iu
const plainSheet = /^(?:sheet|trang tính|trang|ds|danh sách|bảng)?\s*\d*$/iu
const longest = 40

/** The class that a line above some children names: `LỚP A1`, `Danh sách trẻ lớp Hoa Mai - Năm học 2026-2027`; undefined when it names none. */
export function classOfHeading(text: string): string | undefined {
  const label = lead.exec(text.normalize('NFC').replace(/\s+/g, ' ').trim())?.groups?.label?.replace(rest, '').trim()
  return label === undefined || label === '' || label.length > longest ? undefined : label
}

/** The class that a sheet is named after; undefined for `Sheet1` and its kind. */
export function classOfSheet(name: string | undefined): string | undefined {
  const text = name?.normalize('NFC').trim() ?? ''
  return plainSheet.test(text) || text.length > longest ? undefined : (classOfHeading(text) ?? text)
}

/** For comparing: `Lớp A 1` and `a1` are one. */
export function classKey(label: string): string {
  return withoutDiacritics(fold(label))
    .replace(/^lop\b/, '')
    .replace(/[^a-z0-9]/g, '')
}

/** How teachers will type a class: the short code in its name, or the name without "lớp" and its age. */
export function codeOf(label: string): string {
  const text = label
    .replace(/^lớp\s*/iu, '')
    .replace(/\s+/g, ' ')
    .trim()
  const short = /(?:^|\s)([A-ZĐ]{1,3}\s?\d{1,2}[A-Z]?|\d{1,2}[A-Z]\d?)$/u.exec(text.toUpperCase())?.[1]
  if (short !== undefined) return short.replace(/\s/g, '')
  return text.replace(/^(?:mẫu giáo|mg|nhà trẻ)\s+(?:lớn|nhỡ|bé)?\s*(?=\S)/iu, '') || text
}

const ages: readonly (readonly [ClassAge, RegExp])[] = [
  ['nursery', /\bnha tre\b|\bnt\b|\d\d\s*-\s*\d\d thang|\bthang\b/],
  ['3-4', /\bmau giao be\b|\bmg be\b|\bmgb\b|3\s*-\s*4 tuoi|\b3 tuoi/],
  ['4-5', /\bmau giao nho\b|\bmg nho\b|\bmgn\b|4\s*-\s*5 tuoi|\b4 tuoi/],
  ['5', /\bmau giao lon\b|\bmg lon\b|\bmgl\b|5\s*-\s*6 tuoi|\b5 tuoi/],
]

/** The age group that a class's own name tells. */
export function ageOfLabel(label: string): ClassAge | undefined {
  const plain = withoutDiacritics(fold(label))
  return ages.find(([, form]) => form.test(plain))?.[0]
}

/** The age group of most of these children: they go by the year of birth, as schools do. @param schoolYearStart the year of its September */
export function ageOfBirthYears(years: readonly number[], schoolYearStart: number): ClassAge | undefined {
  const groups = years
    .map((year) => schoolYearStart - year)
    .map((age): ClassAge => (age <= 2 ? 'nursery' : age === 3 ? '3-4' : age === 4 ? '4-5' : '5'))
  const [first] = [...Map.groupBy(groups, (age) => age)].sort(([, one], [, other]) => other.length - one.length)
  return first !== undefined && first[1].length * 2 > groups.length ? first[0] : undefined
}
