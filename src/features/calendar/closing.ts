import type { SchoolDay } from '../../core/clock.ts'
import { fold, hasDiacritics, withoutDiacritics } from '../../core/text.ts'
import { type ClosingDaysProblem, closingDays } from './closing-days.ts'
import { classesIn, type KnownClass, partsNamed } from './parts-named.ts'
import type { Closure, SchoolPart } from './school-day.ts'

/** What the office wants of its calendar: shut on these days, open on them, or as if it had said nothing. */
export type ClosingAction = 'close' | 'open' | 'clear'

/**
 * Why a line that is about closing is not taken.
 * - `which_day`: names no day
 * - `no_end`: "đến khi có thông báo mới"
 * - `half_day`: the calendar knows whole days only
 * - `no_such_class`: names a class that the school does not have
 * - and whatever is wrong with the days
 */
export type ClosingProblem = 'which_day' | 'no_end' | 'half_day' | 'no_such_class' | ClosingDaysProblem

export type ClosingLine =
  | {
      readonly kind: 'closing'
      readonly action: ClosingAction
      readonly days: readonly SchoolDay[]
      /** Classes and age groups that it is about; empty: the whole school. */
      readonly parts: readonly SchoolPart[]
      /** In the office's words; absent when it gave none. */
      readonly reason?: string
    }
  | { readonly kind: 'not_understood'; readonly why: ClosingProblem }

const closes =
  /\b(?:nghi|dong cua|tam nghi|khong don (?:tre|hoc sinh|cac con|cac be)|khong to chuc day hoc|closed?|no school|shut)\b/
const opens =
  /\b(?:hoc bu|day bu|di hoc bu|lam bu|hoc binh thuong|di hoc binh thuong|(?:di )?hoc lai|di lam bu|van (?:di )?hoc|van don(?: tre)?|mo cua|don tre binh thuong|school is open|make-?up day)\b/
const clears =
  /^(?:nham,? |a nham,? )?(?:bo|huy|xoa|go|thoi|rut|cancel|undo|khong) (?:lich |ngay |thong bao |viec |bo )*(?:nghi|hoc bu|dong cua|closure)\b|\bkhong nghi (?:nua|bu)\b|\bkhong nghi\b|\b(?:bo|huy) (?:lich )?nghi\b/
/** Asked, not told. */
const asks =
  /\?|\b(?:khi nao|bao gio|hom nao|ngay nao|may ngay|bao nhieu|nhung ngay|the nao|co nghi khong|co duoc nghi|co phai|phai khong|nghi khong|hoc khong|chua a?$|(?<!(?:bo|huy|xoa|go) )lich nghi|may hom|tai sao|vi sao|nhu the nao|dung khong|danh sach|tong hop|may (?:be|chau|con|tre|ban|lop|co))\b|\bkhong(?: a| nhi| vay| the| em| co| ad)*$/
/** Particles that are other words without their marks. */
const asksInMarks = /\s(?:à|hả|nhỉ|hử)[\s?.!]*$/u
/** One child or one teacher is away: no day off for the school. */
const oneAway =
  /\b(?:xin (?:phep |cho )?|vang|om nghi|phu huynh|me (?:be|chau|con)|(?:bao|nhan) (?:nghi )?cho be|thai san|nghi phep|(?:giao vien|co giao|thay co|nhan vien|cap duong) nghi|nghi \d+ (?:be|chau|con|tre|ban|em)|nghi (?:om|sot|ho|viec rieng|viec|huu|an|che do|sinh|khong phep|co phep|trua|ngoi|tay))\b|\bbe (?!deu)|(?<!\bcac )\bchau\b|(?<!\b(?:cac|cho|tat ca) )\bcon (?!nghi)/
const counting = /^\W*(?:tra loi |tl |so |cau )*#?\d{1,9}\s?[:：]|\b\d{1,2}\/(?:[2-9]\d|1[3-9])\b(?!\/)|\bsi so\b|\bnghi \d{1,2}$/
const longestReason = 120
const half =
  /\b(?:sang|chieu|trua|buoi toi|toi nay|toi mai)\b|\bnua ngay\b|\b(?:nghi|ve|tu) (?:som|luc)? ?\d{1,2} ?(?:h|gio)\b|\bnghi som\b|\bve som\b/
const noEnd = /\b(?:den|toi) khi\b|\bvo thoi han\b/
const oneClass =
  /\b(?:lop|khoi|nha tre|mau giao (?:be|nho|lon)|nhom tre) (?!hoc|minh|nao|ta)[a-z0-9]*|\b(?:cac )?lop (?:5|4|3) tuoi\b/
const wholeSchool =
  /\b(?:truong|nha truong|toan truong|ca truong|tat ca cac lop|cac lop) (?:minh |ta |se |duoc |thong bao |cho |phai |tam )*(?:nghi|dong cua)\b|\bcho (?:tre|hoc sinh|cac con|cac be|cac chau|toan truong) (?:duoc )?nghi\b/

/**
 * Reads a line of the office about days off: "mai nghỉ do bão", "nghỉ 25/11 đến 27/11: Tết sớm", "thứ 7 tuần này học bù", "bỏ nghỉ 25/11".
 * Undefined when the line is about something else: a question, a child who is away, a count.
 * "Lớp A1 nghỉ mai vì dịch", "khối nhà trẻ nghỉ thứ Sáu": of a part of the school.
 * @param classes the school's, by whose codes and names a part is known
 */
export function parseClosing(
  text: string,
  {
    today,
    closures,
    classes = [],
  }: { readonly today: SchoolDay; readonly closures: readonly Closure[]; readonly classes?: readonly KnownClass[] },
): ClosingLine | undefined {
  const typed = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  const plain = withoutDiacritics(fold(typed))
    .replace(/[.!\s]+$/, '')
    .replace(/\b(?:ko|k|hok|hong)(?= (?:duoc )?nghi)/g, 'khong')
  if (plain.length > 300 || asks.test(plain) || asksInMarks.test(fold(typed)) || counting.test(plain)) return undefined
  const action = actionOf(plain)
  const told = beforeReason(plain)
  const parts = wholeSchool.test(told) ? [] : partsNamed(told, classes)
  if (action === undefined || oneAway.test(plain) || isTeacherAway(typed)) return undefined
  if (parts.length === 0 && isSomebodyAway(typed)) return undefined
  // A class may be called Hoa Mai, and a reason may name classes again.
  const found = closingDays(`${withoutParts(told, { parts, classes })}${plain.slice(told.length)}`, today, closures)
  if (found.kind === 'none') return wholeSchool.test(plain) ? { kind: 'not_understood', why: 'which_day' } : undefined
  if (parts.length === 0 && oneClass.test(told) && !wholeSchool.test(told))
    return { kind: 'not_understood', why: 'no_such_class' }
  if (noEnd.test(told)) return { kind: 'not_understood', why: 'no_end' }
  if (half.test(told)) return { kind: 'not_understood', why: 'half_day' }
  if (found.kind === 'problem') return { kind: 'not_understood', why: found.why }
  const reason = action === 'clear' ? undefined : reasonOf(typed, found.rest)
  return { kind: 'closing', action, days: found.days, parts, ...(reason === undefined ? {} : { reason }) }
}

function actionOf(plain: string): ClosingAction | undefined {
  if (clears.test(plain)) return 'clear'
  if (opens.test(plain)) return 'open'
  return closes.test(plain) ? 'close' : undefined
}

const isTeacherAway = (typed: string): boolean => /(?:^|\s)(?:cô|Cô|thầy|Thầy|co|Co)\s\p{Lu}/u.test(typed) && hasDiacritics(typed)

/** Words that stand before "nghỉ" in capitals and are no names. */
const noName =
  /^(?:mai|mot|kia|hom|nay|ngay|truong|toan|ca|tuan|sau|toi|thu|hai|ba|tu|nam|bay|cn|nhat|chu|t[2-7]|tet|xin|cho|duoc|phai|se|bo|huy|thoi|khong|tre|be|con|chau|sinh|lop|truong|va|thi|la|lich|ngay|tam)$/
/** "Bảo An nghỉ ngày mai": the word before is a name. */
function isSomebodyAway(typed: string): boolean {
  if (typed === typed.toUpperCase()) return false
  const before = /(\p{Lu}\p{Ll}+)\s+(?:nghỉ|nghi)(?![\p{L}])/u.exec(typed)?.[1]
  return before !== undefined && !noName.test(withoutDiacritics(fold(before)))
}

/** The line without the names of the parts it is about: they are no reason. */
function withoutParts(
  rest: string,
  { parts, classes }: { parts: readonly SchoolPart[]; classes: readonly KnownClass[] },
): string {
  if (parts.length === 0) return rest
  const names = classesIn(parts, classes)
    .flatMap(({ code, name }) => [name, code])
    .map((name) => withoutDiacritics(fold(name)).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .sort((one, other) => other.length - one.length)
  const groups =
    '(?:khoi |lop |cac lop |cac )*(?:nha tre|nhom tre|mau giao (?:be|nho|lon)|khoi (?:be|nho|lon|mam|choi|la)|\\d tuoi)'
  return rest.replace(
    new RegExp(`(?<![a-z0-9])(?:(?:cac )?(?:lop|khoi) )?(?:${[...names, groups].join('|')})(?![a-z0-9])`, 'g'),
    ' ',
  )
}

const because = /(?:^|\s|[,;(])(?:do|vi|boi vi|boi|tai|vi ly do|ly do|li do|nhan dip|because(?: of)?|due to)\b\s*:?\s*(?!\s*$)/
const colon = /[:;]\s*(?!\s*$)/

/** The part of the line that says what and when: a reason may speak of lessons and mornings. */
function beforeReason(plain: string): string {
  const at = plain.search(/\b(?:do|vi|boi|tai|ly do|li do)\b/)
  return at > 0 ? plain.slice(0, at) : plain
}

const before =
  '(?:nhe|a|oi|ghi|lich|giup|em|minh|voi|thong bao|toan|ca|nha truong|truong|trung tam|cho|cac|con|be|chau|tre|hoc sinh|duoc|se|phai|tam|di|hoc|nghi|bu|day|lam|lai|dong cua|mo cua|khong don|van (?:hoc|don)|ngay|tu|vao|thi|la|tat ca|lop|hom|lan nua|binh thuong|don|het|on|the|school|closed?|no|is|open|for|de|va|nen|do|vi)'
const after =
  '(?:nhe|nha|a|oi|em|giup|(?<!ca )ngay|tu|vao|hom|nen|thi|la|va|truong|nghi|hoc|bu|cho|cac con|cac be|hoc sinh|on|the|school|binh thuong|is|closed?)'
const around = new RegExp(
  `^(?:[\\s:;,.()–-]|${before}(?![a-z0-9]))+|(?:[\\s:;,.(–-]|(?<![a-z0-9])${after}(?=[\\s:;,.()–-]*$))+$`,
  'g',
)
/** Where a reason in front of the days ends: "vì mất nước nên mai nghỉ", "do bão, trường nghỉ …". */
const reasonEnd = /\s(?:nen|vi vay|vi the)\b|,\s*(?:(?:nha |toan |ca )?truong|cac con|cac be|cac chau|be|hoc sinh|nghi|cho)\b/

/** The reason in the office's own words: after "do", "vì" or a colon; else what is left when days and the words of closing are gone. */
function reasonOf(typed: string, rest: string): string | undefined {
  const clock = rest.replace(/\d+:\d+/g, '')
  const start = because.exec(clock) ?? colon.exec(clock)
  const said = start === null ? [] : [clock.slice(start.index + start[0].length).split('|')[0]!]
  const words = [...said, ...rest.split('|')]
    .map((part) => part.split(reasonEnd)[0]!.replace(around, '').trim())
    .find((part) => part.length > 1)
  if (words === undefined) return undefined
  const plain = withoutDiacritics(typed.toLowerCase())
  const at = plain.length === typed.length ? plain.lastIndexOf(words) : -1
  return (at < 0 ? words : typed.slice(at, at + words.length)).slice(0, longestReason)
}
