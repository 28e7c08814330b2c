import { fold, withoutDiacritics } from '../../core/text.ts'
import type { Role, SchoolClass } from '../people/person.ts'
import { readAudience } from './read-audience.ts'
import type { ReminderPlan } from './reminder.ts'

/** What a line changes in a reminder; what it does not name stays. */
export type PlanChange = Partial<ReminderPlan>

export type ReminderLine =
  | { readonly kind: 'list' }
  | { readonly kind: 'event'; readonly number: number }
  | { readonly kind: 'add'; readonly number: number; readonly plan: PlanChange }
  | Refused

/** Words that are no part of a reminder, or a class that is not there. Nothing is taken then. */
export type Refused =
  | { readonly kind: 'not_understood'; readonly rest: string }
  | { readonly kind: 'no_such_class'; readonly names: string }

const opening = /^(?:xem )?(?:them )?(?:cac )?(?:loi )?nhac(?: nho)?(?: (?:su kien|viec|so))*(?: so)?(?= |$)/

/**
 * Reads "nhắc", "nhắc 12", "nhắc sự kiện 12 trước 3 ngày lúc 18h cho phụ huynh lớp A1: …". Undefined: the line is about something else.
 */
export function parseReminder(line: string, classes: readonly SchoolClass[]): ReminderLine | undefined {
  const typed = line.normalize('NFC').trim()
  const { head, words } = cutWords(typed)
  const plain = plainOf(head).replace(/[.?!]+$/, '')
  const begun = opening.exec(plain)
  if (begun === null) return undefined
  const rest = plain.slice(begun[0].length).trim()
  if (rest === '' && words === undefined) return { kind: 'list' }
  const number = /^(?:#|so )?(\d{1,6})(?=\s|,|$)/.exec(rest)
  if (number === null) return undefined
  const clauses = rest.slice(number[0].length)
  if (clauses.trim() === '' && words === undefined) return { kind: 'event', number: Number(number[1]) }
  const read = readClauses(clauses, classes)
  if ('kind' in read) return read
  return { kind: 'add', number: Number(number[1]), plan: { ...read, ...(words === undefined ? {} : { text: words }) } }
}

/** Reads a change of a reminder that is known already: "trước 2 ngày lúc 17h", "nội dung: …". */
export function parseChange(line: string, classes: readonly SchoolClass[]): PlanChange | Refused {
  const { head, words } = cutWords(line.normalize('NFC').trim())
  const clauses = plainOf(head).replace(/^(?:noi dung|loi nhan|sua|doi|thanh)(?: thanh)?(?= |$)/, '')
  const read = readClauses(clauses, classes)
  if ('kind' in read) return read
  const change = { ...read, ...(words === undefined ? {} : { text: words }) }
  return Object.keys(change).length === 0 ? { kind: 'not_understood', rest: line.trim() } : change
}

/** The office's own words stand behind the first colon that is not part of a time; English ones after "EN:". */
function cutWords(typed: string): { head: string; words?: ReminderPlan['text'] } {
  const cut = /:(?!\d\d(?!\d))/.exec(typed)?.index
  if (cut === undefined) return { head: typed }
  const [vi = '', en] = typed.slice(cut + 1).split(/(?:^|\s|\|)\s*(?:EN|en|English|Tiếng Anh)\s*:\s*/)
  const words = { ...(vi.trim() === '' ? {} : { vi: vi.trim() }), ...(en?.trim() ? { en: en.trim() } : {}) }
  return { head: typed.slice(0, cut), words }
}

const time = '(\\d{1,2}) ?(?:h|g|gio|:) ?([0-5]\\d)?(?: ?(?:phut|p))?'

/** Takes clause after clause out of the line; whatever is left over was not understood. */
function readClauses(clauses: string, classes: readonly SchoolClass[]): PlanChange | Refused {
  let rest = ` ${clauses} `
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const found = pattern.exec(rest)
    if (found !== null) rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`
    return found
  }
  const plan: { -readonly [K in keyof ReminderPlan]?: ReminderPlan[K] } = {}
  const latest = take(new RegExp(`(?:gui )?(?:muon nhat|cham nhat|khong muon hon|truoc luc)(?: la)?(?: luc)? ${time}(?=[\\s,])`))
  const late = latest && timeOf(latest)
  if (late) plan.latest = late
  const before = take(/ truoc (?:do )?(\d{1,2}) (ngay hoc|ngay|tuan|hom)(?=[\s,])/)
  if (before !== null) {
    plan.daysBefore = Number(before[1]) * (before[2] === 'tuan' ? 7 : 1)
    plan.schoolDays = before[2] === 'ngay hoc'
  } else if (take(/ (?:(?:ngay )?hom truoc|ngay truoc do)(?=[\s,])/) !== null) {
    plan.daysBefore = 1
    plan.schoolDays = false
  } else if (take(/ (?:cung ngay|(?:sang )?hom do|trong ngay|dung ngay)(?=[\s,])/) !== null) {
    plan.daysBefore = 0
    plan.schoolDays = false
  }
  const at = take(new RegExp(` (?:vao )?(?:luc )?${time}(?: (?:sang|chieu|toi))?(?=[\\s,])`))
  const hour = at && timeOf(at)
  if (hour) plan.time = hour
  if (take(/ (?:qua|bang|tren) zalo(?=[\s,])/) !== null) plan.channel = 'zalo'
  else if (take(/ (?:qua|bang|tren) tele(?:gram)?(?=[\s,])/) !== null) plan.channel = 'telegram'
  else if (take(/ (?:qua|bang) (?:moi kenh|kenh nao cung duoc)(?=[\s,])/) !== null) plan.channel = null
  if (take(/ (?:bat buoc )?(?:vi|do) an toan(?=[\s,])/) !== null) plan.required = 'safety'
  else if (take(/ bat buoc(?: theo (?:luat|quy dinh))?(?=[\s,])/) !== null) plan.required = 'law'
  if (take(/ (?:(?:cua )?(?:cac )?be )?chua (?:duoc )?can(?: do)?(?: (?:trong )?quy nay)?(?=[\s,])/) !== null)
    plan.condition = 'not_weighed'
  else if (take(/ (?:nao )?chua xac nhan(?=[\s,])/) !== null) plan.condition = 'unconfirmed'
  if (take(/ (?:va )?(?:xin|can|nho) xac nhan(?=[\s,])/) !== null) plan.confirm = true
  const whom = readAudience(rest, classes)
  if (whom.kind === 'no_such_class') return whom
  if (whom.kind === 'audience') {
    plan.roles = whom.roles satisfies readonly Role[]
    plan.classIds = whom.classIds
    plan.ageGroups = whom.ageGroups
  }
  const left = whom.rest
    .replace(/[,;.]/g, ' ')
    .replace(/(?:^|\s)(?:va|gui|voi|a|nhe|em|gium|giup|luc|thi)(?=\s|$)/g, ' ')
    .trim()
  return left === '' ? plan : { kind: 'not_understood', rest: left.replace(/\s+/g, ' ') }
}

function timeOf([, hours = '', minutes = '00']: readonly string[]): string | undefined {
  return Number(hours) < 24 ? `${hours.padStart(2, '0')}:${minutes}` : undefined
}

const plainOf = (text: string): string => withoutDiacritics(fold(text))
