import type { SchoolDay } from '../../core/clock.ts'
import { fold, withoutDiacritics } from '../../core/text.ts'
import { closingDays } from './closing-days.ts'
import type { HolidayName } from './holidays.ts'

/** Feasts that are kept at school, on days of the lunar calendar or fixed ones; none is a day off by law. */
export const feasts = {
  mid_autumn: { lunar: { month: 8, day: 15 } },
  kitchen_gods: { lunar: { month: 12, day: 23 } },
  teachers_day: { solar: { month: 11, day: 20 } },
  children_day: { solar: { month: 6, day: 1 } },
  womens_day: { solar: { month: 3, day: 8 } },
  christmas: { solar: { month: 12, day: 25 } },
} as const
export type FeastName = keyof typeof feasts

/**
 * Somebody asks whether there is school.
 * - `days`: on these days
 * - `holiday`: how long, or when, a public holiday's break is
 * - `feast`: when a feast is
 * - `back`: when lessons begin again
 * - `term`: when the school year or a term begins or ends
 */
export type DayQuestion =
  | { readonly kind: 'days'; readonly days: readonly SchoolDay[] }
  | { readonly kind: 'holiday'; readonly name: HolidayName }
  | { readonly kind: 'feast'; readonly name: FeastName }
  | { readonly kind: 'back' }
  | { readonly kind: 'term'; readonly what: TermMoment }

/** A moment of the school year that somebody asks for. */
export type TermMoment = 'year_begins' | 'first_term_ends' | 'second_term_begins' | 'year_ends'

const holidayWords: readonly (readonly [RegExp, HolidayName])[] = [
  [/\btet (?:duong(?: lich)?|tay)\b|\bnam moi duong lich\b|\bnew year'?s? day\b/, 'new_year'],
  [/\b(?:tet(?: nguyen dan| am lich| ta| co truyen)?|tet am)\b|\blunar new year\b/, 'tet'],
  [/\bgio to\b|\bhung vuong\b|\bmung 10\/3\b|\b10\/3 (?:am|al)\b/, 'hung_kings'],
  [/\b30 ?\/ ?0?4\b|\b30 thang 4\b|\bgiai phong mien nam\b|\breunification\b/, 'reunification'],
  [/\b0?1 ?\/ ?0?5\b|\b1 thang 5\b|\bquoc te lao dong\b|\blabou?r day\b/, 'labour_day'],
  [/\b0?2 ?\/ ?0?9\b|\b(?:mung )?2 thang 9\b|\bquoc khanh\b|\bnational day\b/, 'national_day'],
]
const feastWords: readonly (readonly [RegExp, FeastName])[] = [
  [/\b(?:tet )?trung thu\b|\bram thang (?:8|tam)\b|\bmid-?autumn\b/, 'mid_autumn'],
  [/\bong cong\b|\bong tao\b|\b23 thang chap\b/, 'kitchen_gods'],
  [/\b20 ?\/ ?11\b|\bngay nha giao\b|\bteachers'? day\b/, 'teachers_day'],
  [/\b0?1 ?\/ ?0?6\b|\bquoc te thieu nhi\b|\bchildren'?s day\b/, 'children_day'],
  [/\b0?8 ?\/ ?0?3\b|\bquoc te phu nu\b/, 'womens_day'],
  [/\bnoel\b|\bgiang sinh\b|\bchristmas\b/, 'christmas'],
]

const termWords: readonly (readonly [RegExp, TermMoment])[] = [
  [
    /\b(?:het|ket thuc|xong) (?:hoc )?ky (?:1|i|mot)\b|\b(?:hoc )?ky (?:1|i|mot) (?:ket thuc|het)\b|\bend of (?:the )?first (?:term|semester)\b/,
    'first_term_ends',
  ],
  [
    /\b(?:vao|bat dau) (?:hoc )?ky (?:2|ii|hai)\b|\b(?:hoc )?ky (?:2|ii|hai) (?:bat dau|vao)\b|\bsecond (?:term|semester) (?:begin|start)/,
    'second_term_begins',
  ],
  [/\b(?:ket thuc|het|be giang) nam hoc\b|\bnam hoc (?:nay )?(?:ket thuc|het)\b|\bend of (?:the )?school year\b/, 'year_ends'],
  [/\b(?:bat dau|vao) nam hoc\b|\bnam hoc (?:nay |moi )?bat dau\b|\bschool year (?:begin|start)/, 'year_begins'],
]

const school = '(?:di hoc|hoc|nghi hoc|nghi|mo cua|dong cua|don tre|day|lam viec)'
const ends = '(?: (?:a|em|co|vay|nhi|the|ad|nha|ha|truong|be|nhe|day))*$'
/** "mai có học không", "thứ 7 trường nghỉ không ạ", "mai học hay nghỉ". */
const whether = new RegExp(
  `\\b(?:co|duoc|phai) (?:\\S+ ){0,3}?${school}(?: \\S+){0,3}? (?:khong|chua)${ends}|\\b${school}(?: \\S+){0,2}? khong${ends}|\\b(?:hoc hay (?:la )?nghi|nghi hay (?:la )?(?:di )?hoc)\\b|\\b(?:is there|is it|do we have|will there be) (?:any )?(?:a )?school|\\bis (?:the )?school (?:open|closed|on|off)\\b`,
)
/** "nghỉ mấy ngày", "được nghỉ từ hôm nào", "bao giờ nghỉ Tết". */
const howLong =
  /\bnghi (?:\S+ ){0,4}?(?:may (?:ngay|hom|bua)|bao lau|bao nhieu|tu (?:ngay|hom|bao gio|khi)|den (?:ngay|hom|bao gio|khi|het)|ngay nao|hom nao|khi nao|bao gio|the nao|nhung ngay)\b|\b(?:bao gio|khi nao|ngay nao|hom nao|ngay may|hom may|may ngay|bao nhieu ngay|lich)\b(?: \S+){0,4}? nghi\b|\b(?:how (?:long|many days)|when)\b.*\b(?:off|closed|holiday|break|tet)\b/
const whenIs = /\b(?:ngay nao|hom nao|khi nao|bao gio|ngay may|vao ngay|ngay bao nhieu|thu may|when)\b/
const backAgain =
  /\b(?:bao gio|khi nao|hom nao|ngay nao|when)\b(?: \S+){0,4}? (?:hoc lai|di hoc lai|don tre lai|mo cua lai|back)\b|\bhoc lai (?:bao gio|khi nao|hom nao|ngay nao|ngay may)\b/
/** A child's own absence, money, a person: not the school's days. */
const otherMatter =
  /\bnghi duoc khong\b|\bcho (?:con|be|chau|em) (?:\S+ )?nghi\b|\b(?:tuoi|tin hoc|ngoai ngu|lam quen|to chuc|xin|phep|om|sot|ho|benh|tien|phi|tru|hoan|com|suat|sua|bao hiem|giao vien nghi|co (?!duoc|phai|nghi|truong|lop)\S+ nghi|nghi he|tuyen sinh|hoc them|hoc thu|thi|hoc ky|hoc gi|day gi|bao cao|vang|diem danh|thuc don|dang ky|he ?thong)\b/

/**
 * Reads a question about the school's days: "mai có học không?", "2/9 nghỉ mấy ngày", "bao giờ nghỉ Tết", "trung thu là ngày nào". Undefined:
 * the text asks something else, or nothing.
 */
export function readDayQuestion(text: string, today: SchoolDay): DayQuestion | undefined {
  const plain = withoutDiacritics(fold(text))
    .replace(/[?!.…,]+/g, ' ')
    .replace(/\b(?:ko|k|hok|hong|hem|kg)\b/g, 'khong')
    .replace(/\s+/g, ' ')
    .trim()
  const term = plain.length > 120 || !whenIs.test(plain) ? undefined : termWords.find(([words]) => words.test(plain))?.[1]
  if (term !== undefined) return { kind: 'term', what: term }
  if (plain.length > 120 || otherMatter.test(plain)) return undefined
  if (backAgain.test(plain)) return { kind: 'back' }
  const holiday = holidayWords.find(([words]) => words.test(plain))?.[1]
  const feast = feastWords.find(([words]) => words.test(plain))?.[1]
  const isFeast = feast !== undefined
  if (holiday !== undefined && !isFeast && howLong.test(plain)) return { kind: 'holiday', name: holiday }
  if (isFeast && (whenIs.test(plain) || howLong.test(plain) || whether.test(plain))) return { kind: 'feast', name: feast }
  if (holiday !== undefined && whether.test(plain) && !/\d/.test(plain)) return { kind: 'holiday', name: holiday }
  if (!whether.test(plain) && !/\bnghi (?:ngay|hom) nao\b/.test(plain)) return undefined
  const found = closingDays(plain, today, [])
  return found.kind === 'days' ? { kind: 'days', days: found.days } : undefined
}
