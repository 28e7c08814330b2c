import { fold, withoutDiacritics } from '../../core/text.ts'
import type { Whose } from '../absence/notice.ts'
import { childrenNamed } from '../absence/which-child.ts'

const child = '(?:§|be|con|chau|nhoc|cu)'
const how =
  '(?:the nao|ra sao|sao roi|sao a|sao co|sao$|co (?:ngoan|on|khoe|quay|khoc|do|ngu|an)|on (?:khong|ko|chua)|ngoan (?:khong|ko)|khoe (?:khong|ko)|do (?:[a-z]+ )?(?:chua|hon)|an (?:ngu|uong|duoc|co|ngoan|het|the)|ngu (?:duoc|co|ngoan|the))'
const forms = [
  new RegExp(`\\b(?:hom nay|bua nay|chieu nay|sang nay|trua nay|o lop|o truong|nay)\\b.*${child}.*\\b${how}`),
  new RegExp(`${child}(?: [a-z]+){0,2} (?:hom nay|bua nay|chieu nay|sang nay|trua nay|o lop|o truong|nay)\\b.*\\b${how}`),
  new RegExp(
    `^(?:co oi |da |em chao co |chao co )*(?:(?:be|con|chau) )?${child}(?: (?:nha em|em|o lop|o truong))? ${how}(?: (?:roi|khong|ko|chua|co|a|vay|the|nhi|hon))*[?. ]*$`,
  ),
  /\bhow (?:is|was|did) (?:§|he|she|my (?:son|daughter|child|kid))(?= |$).*\b(?:today|doing|day|do)\b/,
]
/** What is cooked, learnt or paid is no question about one child's day. */
const elsewhere =
  /\b(?:an gi|mon gi|thuc don|hoc gi|hoc phi|may gio|dong|di da ngoai|le|thoi khoa bieu|mac gi|mang gi|nghi|don|ruoc|sot (?:thi|co))\b/

/** Whether a guardian asks how the child's day is, and whose; undefined otherwise. @param children their own, by roster name */
export function asksAboutDay(text: string, children: readonly string[]): Whose | undefined {
  if (text.length > 160 || children.length === 0) return undefined
  const { whose, rest } = childrenNamed(text, children)
  const bare = withoutDiacritics(fold(rest))
    .replace(/[,.!:]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (elsewhere.test(bare) || !forms.some((form) => form.test(bare))) return undefined
  return whose.kind === 'ambiguous' && whose.mention !== null ? undefined : whose
}

/** "Đã xem", "đã đọc ạ" in place of the number under a line. */
export function saysSeen(text: string): boolean {
  const bare = withoutDiacritics(fold(text)).replace(/[.!]+$/, '')
  return /^(?:da )*(?:em|chi|anh|me|bo|minh|gia dinh)? ?(?:da|da) (?:xem|doc|nam|ro|nhan duoc)(?: (?:roi|a|co|tin|nhe|thong tin))*$|^(?:seen|read)$/.test(
    bare,
  )
}
