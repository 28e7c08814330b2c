import type { SchoolDay } from '../../core/clock.ts'
import { fold } from '../../core/text.ts'
import type { Whose } from '../absence/notice.ts'
import { namedDays, type When } from '../absence/span.ts'
import { childrenNamed } from '../absence/which-child.ts'
import { type Adult, adultIn, type FoundAdult, partsOf } from './adult.ts'
import { aligned } from './aligned-text.ts'
import { saysWorry } from './worry.ts'

/** Against what a message about collecting children is read. */
export interface PickupContext extends When {
  /** The writer's own children, by roster names; empty for somebody who has proved to be nobody's guardian. */
  readonly children: readonly string[]
}

export type ParsedPickup =
  /** Somebody may not have the child: a person decides. */
  | { readonly kind: 'worry'; readonly whose: Whose }
  /** Another adult collects on one day. `days` is null when none was named. */
  | { readonly kind: 'change'; readonly whose: Whose; readonly adult: Adult; readonly days: readonly SchoolDay[] | null }
  /** An earlier change no longer holds. `adult` is null when nobody was named. */
  | { readonly kind: 'withdraw'; readonly whose: Whose; readonly adult: Adult | null }
  /** The list of who may collect on any day. */
  | { readonly kind: 'list'; readonly whose: Whose }
  | { readonly kind: 'add'; readonly whose: Whose; readonly adult: Adult | null; readonly phoneEnd: string | null }
  | { readonly kind: 'remove'; readonly whose: Whose; readonly adult: Adult | null }

const longestText = 600

const list =
  /^(?:cho (?:em|toi|minh) )?(?:xem )?(?:danh sach |ds )?(?:nhung )?(?:nguoi|ai) (?:duoc |duoc phep |co the |hay )?(?:don|ruoc)(?: (?:be|con|chau|tre|§))*(?: duoc| a| vay| the| hom nay| chieu nay| nay)*[?.! ]*$|^(?:hom nay |chieu nay |nay )?ai (?:se |duoc |duoc phep )?(?:don|ruoc)(?: (?:be|con|chau|§))*(?: hom nay| chieu nay| a| nhi| vay| the)*[?.! ]*$|^who (?:may |can |is allowed to |will )?(?:pick|collect|picks|collects).{0,30}$|^pick ?up list$/
const add = /^(?:em |toi |minh |cho em |cho minh |nho em |xin )*(?:them|bo sung|add|dang ky(?: them)?)(?! gio| sua| chuyen)\b/
/** "Bỏ", not "bố". */
const drops = '(?:xoa|xoá|xóa|bỏ|gỡ|remove)'
const remove = new RegExp(
  `^(?:em |tôi |mình |cho em |cho mình |nhờ em |xin )*${drops}(?: tên)? (?=.*(?:người (?:được )?đón|danh sách|nguoi (?:duoc )?don|danh sach|khỏi|khoi|list))`,
  'u',
)
const always = /\b(?:tu nay|tu gio|tu hom nay|tu mai|hang ngay|moi ngay|hang tuan|thuong xuyen|luon|ca tuan|every day|always)\b/
const callsOff =
  /\b(?:huy|rut|thoi|khoi|khong can|cancel)(?! (?:de|cho|nho|co)\b)\b.{0,40}\b(?:don|ruoc|doi nguoi|pick|collect)\b/
const doesNotCome = /\b(?:khong|ko|khoi) (?:den |qua |the |con )*(?:don|ruoc)(?: (?:be|con|chau|§))*(?: duoc| nua| kip| a|$)/
const oneself = /\b(?:em|toi|minh|anh|chi|me|bo|ba|nha em|gia dinh|bo me)(?: van| se| lai)? tu (?:don|ruoc|den don)\b/
const asks =
  /\b(?:may gio|luc nao|khi nao|bao gio|the nao|ra sao|lam sao|bao nhieu|o dau|tai sao|vi sao|co can|can (?:gi|giay|nhung)|phai (?:lam|mang|bao|co)|quy dinh|thu tuc|xe dua|dua don|neu)\b|\bco (?:duoc|the|phai)\b.{0,60}\b(?:khong|chua)\b|^ai\b|\bai (?:se |duoc )?(?:don|ruoc)\b/
const past =
  /\b(?:hom qua|hom truoc|hom kia|tuan truoc|luc nay|vua nay|da|vua|moi) (?:[a-z§]+ ){0,4}(?:don|ruoc)\b|\b(?:don|ruoc)(?: (?:be|con|chau|§|ve))* roi\b|\b(?:hom qua|hom truoc|hom kia|tuan truoc)\b/
/** The teacher who takes the children in at the gate. */
const atTheGate = /\b(?:o|tai|ngoai) cong\b|\bdon (?:tre|cac con|khach|doan|tet|nam moi|xuan|giao thua)\b|\bdua don\b/
const parent = /^(?:bố|bo|ba|cha|mẹ|me|má|ma)$/u
const hour = /\b\d{1,2} ?(?:h|g|gio|:)|\b(?:som|muon|tre|early|late)\b/
const phone = /(?:\b(?:sdt|so dt|dt|dien thoai|so|phone|duoi|cuoi)\b[^\d]{0,12})?(\+?\d[\d .-]{2,14}\d)/

/**
 * Whether a message is about who collects a child, and what it says of it; undefined when it is about something else. It only reads:
 * whether the writer may say so is not decided here. At what hour the child is collected is another reading of the same words.
 */
export function parsePickup(text: string, context: PickupContext): ParsedPickup | undefined {
  if (text.length > longestText) return saysWorry(text) ? { kind: 'worry', whose: everybody(context) } : undefined
  const typed = text.normalize('NFC')
  const whole = aligned(typed)
  if (!/\b(?:don|ruoc|giao|pick|collect|nuoi|bat|cuop|let|give|hand|custody)\b|\bpick ?up\b|doi nguoi|kidnap/.test(whole))
    return undefined
  const first = adultIn(typed)
  // "bác An" is no child, and "bố An" is An's father.
  const isOwn = first?.isNamed === true && !isNamedAfter(typed, first, context.children)
  const masked = isOwn ? `${typed.slice(0, first.start)}${' '.repeat(first.end - first.start)}${typed.slice(first.end)}` : typed
  const { whose, rest } = childrenNamed(masked, context.children)
  if (saysWorry(isOwn ? typed : rest)) return { kind: 'worry', whose }
  const bare = aligned(rest).replace(/\s+/g, ' ').trim()
  const low = fold(rest)
  if (!/\b(?:don|ruoc|pick|collect|picks|collects)\b|doi nguoi/.test(bare) || atTheGate.test(whole)) return undefined
  if (list.test(bare)) return { kind: 'list', whose }
  const adult = isOwn ? first : (adultIn(rest) ?? null)
  const plain: Adult | null = adult === null ? null : { called: adult.called.replaceAll('§', '').trim(), isNamed: adult.isNamed }
  if (add.test(bare)) return { kind: 'add', whose, adult: plain ?? listedAdult(typed), phoneEnd: phoneEnd(typed) }
  if (remove.test(low)) return { kind: 'remove', whose, adult: plain ?? listedAdult(typed) }
  // "Bố không đón được, bác Tư đón" says who does come.
  const said = isOwn ? whole.slice(first.start) : aligned(rest).slice(adult?.start ?? 0)
  const isOff = callsOff.test(whole) || /(?:^|\s)bỏ .{0,40}(?:đón|đổi người)/u.test(low) || oneself.test(bare)
  if (isOff || doesNotCome.test(plain === null ? bare : said))
    return { kind: 'withdraw', whose, adult: plain ?? leavingAdult(typed) }
  if (plain === null || asks.test(bare) || past.test(bare)) return undefined
  // Everybody at the school knows the parents: when they come is what such a message is about.
  if (!plain.isNamed && /^(?:bố mẹ|ba mẹ|bo me|ba me|cha mẹ)$/u.test(fold(plain.called))) return undefined
  if (!plain.isNamed && parent.test(fold(plain.called)) && hour.test(bare)) return undefined
  const days = namedDays(aligned(masked).replace(/\s+/g, ' ').trim(), context)
  if (always.test(bare)) return { kind: 'add', whose, adult: plain, phoneEnd: phoneEnd(typed) }
  return { kind: 'change', whose, adult: plain, days }
}

/** The end of a telephone number, if one was typed: enough to tell two adults of one name apart, too little to call. */
export function phoneEnd(text: string): string | null {
  const digits = phone.exec(text)?.[1]?.replace(/\D/g, '') ?? ''
  return digits.length < 3 || digits.length > 12 ? null : digits.slice(-3)
}

function everybody({ children }: PickupContext): Whose {
  return { kind: 'ambiguous', mention: null, candidates: children.map((_, index) => index) }
}

/** "Bố An", "chú bé An": how somebody is related to An, not what they are called. */
function isNamedAfter(text: string, { called, start, end }: FoundAdult, children: readonly string[]): boolean {
  const { relation, name } = partsOf(called)
  const isParent = /^(?:bo|ba|cha|tia|me|ma|ong)\b/.test(relation) || /\s(?:bé|con|cháu|be|chau)\s/iu.test(text.slice(start, end))
  return isParent && children.some((child) => namesOf(child).includes(name))
}

function namesOf(child: string): string[] {
  const nickname = /\(([^)]+)\)/.exec(child)?.[1] ?? ''
  const full = aligned(child.replace(/\s*\(.*/, '')).split(' ')
  return [aligned(nickname), full.slice(-1).join(' '), full.slice(-2).join(' '), full.join(' ')]
}

/** "thêm bà Lan (bà ngoại) vào danh sách đón": the adult does not stand before the verb. */
function listedAdult(typed: string): Adult | null {
  const after =
    /(?:thêm|them|xoá|xóa|xoa|bỏ|bo|gỡ|go|add|remove|ký|ky|sung)\s+(?:(?:người|nguoi)\s+(?:được\s+|duoc\s+)?(?:đón|don)\s*(?:là|la|:)?\s*)?(?:cho\s+)?(?:tên\s+|ten\s+)?([^,;(\d]{2,60})/iu.exec(
      typed,
    )?.[1]
  if (after === undefined) return null
  const name = after
    .replace(/\s+(?:vào|vao|khỏi|khoi|được|duoc|đón|don|ra|sđt|sdt|số|so|để|de|cùng|cung|là người|la nguoi)(?:\s.*)?$/iu, '')
    .trim()
  if (name === '' || /^(?:người|nguoi|một|mot|1|ai)\b/iu.test(name)) return null
  return { called: name, isNamed: partsOf(name).name !== '' }
}

/** "bác Tư không đón được nữa". */
function leavingAdult(typed: string): Adult | null {
  const positive = typed.replace(/\s(?:không|khong|ko|khỏi|khoi|thôi|thoi)(?=\s)/giu, ' ').replace(/\s+/g, ' ')
  const found = adultIn(positive)
  return found === undefined ? null : { called: found.called, isNamed: found.isNamed }
}
