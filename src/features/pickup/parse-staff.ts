/** What a member of staff types about handing children over. */
export type StaffPickup =
  /** `rest` names the child; empty: everybody whose adult changed today. */
  | { readonly kind: 'who'; readonly rest: string }
  /** The hand-over recorded last was a slip. */
  | { readonly kind: 'undo' }
  | { readonly kind: 'given'; readonly rest: string; readonly adult: string | null }

const child = '(?:bé|be|con|cháu|chau|bạn|ban)'
const who = [
  new RegExp(
    `^(?:hôm nay|hom nay|chiều nay|chieu nay|nay)?\\s*ai\\s+(?:sẽ |se |được |duoc |đến |den )*(?:đón|don|rước|ruoc)(?:\\s+${child}(?=\\s|$))?(?<rest>.*)$`,
    'iu',
  ),
  new RegExp(
    `^(?:danh sách |danh sach |ds )?(?:người |nguoi )(?:được |duoc )?(?:đón|don)(?:\\s+${child}(?=\\s|$))?(?<rest>.*)$`,
    'iu',
  ),
  new RegExp(
    `^(?:${child}\\s+)?(?<rest>.+?)\\s+(?:hôm nay |hom nay |chiều nay |chieu nay |nay )?ai\\s+(?:sẽ |se |được |duoc )?(?:đón|don)(?:\\s+(?:vậy|vay|thế|the|ạ|a))*$`,
    'iu',
  ),
]
const tail = /\s+(?:hôm nay|hom nay|chiều nay|chieu nay|nay|vậy|vay|thế|the|ạ|a|nhỉ|nhi|với|voi)(?=\s|$)/giu
const given = new RegExp(
  `^(?:em |cô |co |mình |minh )?(?:đã|da|vừa|vua)\\s+(?:bàn )?giao\\s+(?:${child}\\s+)?(?<rest>.+?)(?:\\s+(?:cho|với|voi|về với|ve voi)\\s+(?<adult>.+))?$`,
  'iu',
)

/** Reads "ai đón bé An", "đã giao bé An cho bác Tư"; undefined when it is neither. */
export function parseStaffPickup(text: string): StaffPickup | undefined {
  const typed = text
    .normalize('NFC')
    .trim()
    .replace(/[?.!\s]+$/u, '')
  if (typed.length > 120 || typed.includes('\n')) return undefined
  if (/^(?:hoàn tác|hoan tac|undo)(?: giao(?: bé| be)?)?$/iu.test(typed)) return { kind: 'undo' }
  const handed = given.exec(typed)?.groups
  if (handed !== undefined) {
    const adult = handed.adult?.replace(/\s+(?:rồi|roi|ạ|a|nhé|nhe)(?=\s|$)/giu, '').trim()
    return { kind: 'given', rest: handed.rest!.replace(/\s+(?:rồi|roi|ạ|a)(?=\s|$)/giu, '').trim(), adult: adult || null }
  }
  for (const form of who) {
    const rest = form.exec(typed)?.groups?.rest
    if (rest !== undefined) return { kind: 'who', rest: ` ${rest}`.replace(tail, '').trim() }
  }
  return undefined
}
