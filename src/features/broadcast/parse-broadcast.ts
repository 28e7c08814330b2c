import { fold, withoutDiacritics } from '../../core/text.ts'
import type { Role, SchoolClass } from '../people/person.ts'
import type { BroadcastAudience } from './broadcast-store.ts'

export type BroadcastLine =
  | { readonly kind: 'broadcast'; readonly audience: BroadcastAudience; readonly text: string }
  /** `names`: what was typed where a class was expected. */
  | { readonly kind: 'no_such_class'; readonly names: string }
  | { readonly kind: 'no_text' }

export type BroadcastOrder = 'progress' | 'missed' | 'stop'

const begins = /^(?:bao|thong bao|gui thong bao|gui|nhan|nhan tin|tell)(?: (?:tin|cho|toi|den|gap|ngay))* /
const groups: readonly { readonly words: RegExp; readonly roles: readonly Role[] }[] = [
  {
    words: /^(?:tat ca(?: moi nguoi)?|moi nguoi|toan truong|ca truong|everyone|everybody|all)(?= |$)/,
    roles: ['guardian', 'teacher', 'office'],
  },
  {
    words: /^(?:(?:cac |tat ca |toan the )*(?:phu huynh|bo me|ba me|cha me|gia dinh|ph)|parents)(?= |$)/,
    roles: ['guardian'],
  },
  {
    words: /^(?:(?:cac |tat ca |toan the )*(?:giao vien|co giao|thay co|cac co|gv)|teachers)(?= |$)/,
    roles: ['teacher'],
  },
  { words: /^(?:van phong|ban giam hieu|bgh|office)(?= |$)/, roles: ['office'] },
]
/** A check-in line that an office member who teaches might type: "báo lớp A1: 28/30". */
const isCount = /^\s*\d{1,3}\s*\/\s*\d{1,3}\b/

/**
 * Reads "báo tất cả: …", "báo lớp A1, A2: …", "báo phụ huynh: …", "báo giáo viên: …", "báo phụ huynh lớp A1: …". Undefined: no such line.
 * A class stands for its guardians and teachers.
 */
export function parseBroadcast(line: string, classes: readonly SchoolClass[]): BroadcastLine | undefined {
  const typed = line.normalize('NFC').trim()
  const cut = /[:：\n]/.exec(typed)?.index
  if (cut === undefined) return undefined
  const head = `${plainOf(typed.slice(0, cut))} `
  const opening = begins.exec(head)
  if (opening === null) return undefined
  const whom = head.slice(opening[0].length).trim()
  const text = typed.slice(cut + 1).trim()
  const group = groups.find(({ words }) => words.test(whom))
  const rest = group === undefined ? whom : whom.replace(group.words, '').trim()
  const named = rest.replace(/^(?:cua |cac |trong )*/, '')
  if (
    named !== '' &&
    group === undefined &&
    !/^(?:lop|class)\b/.test(named) &&
    !classes.some(({ code }) => plainOf(code) === named)
  )
    return undefined
  if (named === '' && group === undefined) return undefined
  const asked = named
    .replace(/^(?:cua |cac |lop |class )+/, '')
    .split(/\s*(?:,|\+|&|;| va | and )\s*(?:lop )?/)
    .filter(Boolean)
  const found = asked.map((name) => ({ name, one: classNamed(name, classes) }))
  const missing = found.filter(({ one }) => one === undefined)
  if (isCount.test(text)) return undefined
  if (missing.length > 0) return { kind: 'no_such_class', names: missing.map(({ name }) => name.toUpperCase()).join(', ') }
  if (text === '') return { kind: 'no_text' }
  const classIds = found.map(({ one }) => one!.id)
  return { kind: 'broadcast', audience: { roles: group?.roles ?? ['guardian', 'teacher'], classIds }, text }
}

/** "báo thế nào rồi", "ai chưa nhận được", "dừng báo"; undefined when it is none of them. */
export function readBroadcastOrder(line: string): BroadcastOrder | undefined {
  const words = plainOf(line).replace(/[.!?]+$/, '')
  if (
    /^(?:thong bao|bao|tin bao|gui)(?: tin)? (?:the nao|den dau|toi dau|sao|xong|duoc bao nhieu|duoc may nguoi)(?: roi| chua)?(?: a)?$/.test(
      words,
    ) ||
    /^(?:tien do|tinh hinh)(?: gui)? (?:thong bao|bao)(?: the nao)?(?: roi)?(?: a)?$/.test(words)
  )
    return 'progress'
  if (
    /^(?:nhung )?(?:ai|con ai|phu huynh nao|be nao|nha nao|lop nao)(?: van)? chua (?:nhan|doc)(?: duoc)?(?: thong bao| tin)?(?: a)?$/.test(
      words,
    )
  )
    return 'missed'
  return /^(?:dung|ngung|huy|thoi)(?: gui)? (?:thong bao|bao|gui)(?: (?:di|lai|nhe|a))*$/.test(words) ? 'stop' : undefined
}

const plainOf = (text: string): string => withoutDiacritics(fold(text))

function classNamed(name: string, classes: readonly SchoolClass[]): SchoolClass | undefined {
  const wanted = plainOf(name).replace(/\s/g, '')
  return classes.find((one) => [one.code, one.name].some((own) => plainOf(own).replace(/\s/g, '') === wanted))
}
