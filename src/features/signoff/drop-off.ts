import type { SchoolDay } from '../../core/clock.ts'
import { fold, withoutDiacritics } from '../../core/text.ts'
import type { Whose } from '../absence/notice.ts'
import { namedDays, type When } from '../absence/span.ts'
import { childrenNamed } from '../absence/which-child.ts'

/** What a guardian says of a child that goes to school that day. The words are passed on as typed; only whose they are and for when is read. */
export interface DropOff {
  readonly whose: Whose
  readonly isMedicine: boolean
  /** The one day that was named; null: the day at hand. */
  readonly day: SchoolDay | null
}

const longestText = 600

const medicine =
  /\b(?:(?:cho|uong|xit|nho|boi|ngam|ton|dung) (?:[a-z§]+ ){0,3}?(?:thuoc|siro|men|nuoc muoi|khang sinh|ha sot|vitamin)|thuoc (?:ho|sot|cam|ha sot|khang sinh|di ung|bo)|(?:goi|lieu|lo|chai|vien|tui) thuoc|gui thuoc|thuoc (?:em|chi|me|mo|de) (?:de|gui)|nho (?:mat|mui|tai)|xit mui|(?:medicine|syrup|antibiotics?|inhaler|drops|pills?|tablets?))\b/
const ailing =
  /\b(?:ho(?! (?:ten|hang|so|tro|cong|khau|dan|phai|da|se|bao|thuoc|ngoai|noi))|sot|so mui|chay mui|nghet mui|ngat mui|hat hoi|met|uoai|lu du|bieng an|chan an|dau (?:bung|dau|hong|hong|rang|tai|mat|chan|tay)|di ngoai|tieu chay|tao bon|non|oi|tro|di ung|man (?:do|ngua)|phat ban|noi (?:me day|man|ban|hat)|ngua|moc rang|kho ngu|ngu (?:it|muon|khong ngon|chap chon)|an (?:it|kem)|chua an(?: sang)?|bo an|quay khoc|quay|khoc|trat chan|nga|tray|sung|bam tim|vet thuong|cam(?: lanh| cum)?|viem (?:hong|mui|phe quan|tai)|cough\w*|sneez\w*|runny nose|tired|rash|tummy ache|stomach ache|didn't sleep|did not sleep|hasn't eaten)\b/
const asksCare =
  /\b(?:nho|phien|xin|mong)? ?co(?: giao)? (?:[a-z]+ ){0,2}?(?:de y|theo doi|trong|luu y|chu y|nhac|cho|giup|ho tro|thay|boi|xit|nho|lau|mac|dap|giu am|canh)\b|\b(?:de y|theo doi|luu y|chu y|nhac|trong chung|giu am|mac am|dap chan|han che|kieng|khong cho (?:be|con|chau|§) (?:an|uong|tam|ra|choi|nam|dung))\b|\b(?:please|could you) (?:keep an eye|watch|remind|give|make sure|let)\b|\bkeep an eye\b/
const aboutChild = /§|\b(?:be|con|chau|nhoc|cu)\b|\b(?:she|he|my (?:son|daughter|child|kid))\b/
/** Asking how something is, or what the rule is: not to be taken for word of a child. */
const asks =
  /\b(?:the nao|ra sao|lam sao|bao nhieu|bao gio|khi nao|luc nao|may gio|o dau|tai sao|vi sao|la gi|gi khong|quy dinh|thu tuc|co phai|co can|co nen|can gi|truong (?:minh )?co|lop co (?:nhieu|be|ai)|dang co dich|tiem|sua hoc duong|hoc phi|how|what|when|why|which|do (?:i|we)|does the|is there)\b|\bcon (?:nao|cac)\b|\bneu (?:be|con|tre|chau)\b|\b(?:tre|cac (?:be|con|chau)|hoc sinh)\b/
const asksWhat = /\b(?:gi|nao|sao|dau|may)(?: (?:a|vay|the|nhi|co|em|day|ha|duoc|day))*\s*\?*$/
const yesOrNo = /\b(?:khong|chua|ko)(?: (?:a|co|vay|nhi|the|em|co oi))*\s*\?*$/
const polite = /\b(?:duoc (?:khong|ko)|giup (?:em|chi|anh|minh|con|chau|be)|ho (?:em|chi|anh|minh)|nhe|nha)\b/
const gone = /\b(?:hom qua|hom kia|hom truoc|tuan truoc|thang truoc|nam ngoai|hoi nho)\b(?!.*\b(?:nay|van|chua))/
const wellNow = /\b(?:het|khoi|khong con|do) (?:ho|sot|om|benh|han)(?: roi| han)?\b/

/** Reads what a linked guardian wrote; undefined when it is no word for the child's teacher. @param context their own children by roster name */
export function parseDropOff(text: string, context: When & { readonly children: readonly string[] }): DropOff | undefined {
  if (text.length > longestText || context.children.length === 0) return undefined
  const { whose, rest } = childrenNamed(text, context.children)
  const bare = withoutDiacritics(fold(rest))
    .replace(/[^a-z0-9§?'.,:]+/g, ' ')
    .replace(/[,.:]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const isMedicine = medicine.test(bare)
  const isCare = asksCare.test(bare)
  const isAiling = ailing.test(bare.replace(wellNow, ' '))
  if (!isMedicine && !isAiling && !(isCare && (wellNow.test(bare) || polite.test(bare)))) return undefined
  if (!aboutChild.test(bare) && !isCare) return undefined
  if (asks.test(bare) || asksWhat.test(bare) || gone.test(bare)) return undefined
  if ((yesOrNo.test(bare) || text.includes('?')) && !(isCare && polite.test(bare))) return undefined
  const [day, ...more] = namedDays(bare.replace(/\b\d{1,2} ?(?:h|g|gio)\b ?\d{0,2}/g, ' '), context) ?? []
  return { whose, isMedicine, day: more.length > 0 ? null : (day ?? null) }
}
