import { fold, withoutDiacritics } from '../../core/text.ts'

/** Words of a child in danger, without marks. */
const danger =
  /\b(?:kho tho|ngung tho|khong tho duoc|tho khong duoc|tim tai|tim ngat|tim moi|co giat|giat kinh|len con giat|ngat xiu|bi ngat|bat tinh|hon me|mat y thuc|(?:dap|va|u|vo) dau (?:xuong|vao)|dap dau|nga (?:[a-z]+ ){0,3}(?:dau|cau thang|lau)|chay mau (?:nhieu|dau|khong cam)|gay (?:tay|chan|xuong)|bong (?:nang|nuoc|bo)|duoi nuoc|dien giat|uong nham|nuot (?:phai|nham|pin|xu)|ngo doc|trung doc|soc phan ve|bi hoc|mac hoc|hoc (?:di vat|xuong|hat|keo|sua|thach|do an|com)|nghen tho|mac nghen|bi nghen|cap cuu|ong dot sung|ran can|cho can|seizures?|chok(?:e|ed|es|ing)|unconscious|not breathing|can ?t breathe|turning blue|bleeding)\b/g
/** "Hóc" typed alone is danger only with its mark: without it, it is "học". */
const marked = /(?<![\p{L}])(?:hóc|ngất|ngạt)(?![\p{L}])/u
/** Danger that is over, denied, long ago or only taught. */
const denied = /\b(?:khong|het|chua|da het|khong bi|khong con|do|bot|khoi|no longer|no)(?: (?:bi|con|thay|co|be|chau))* $/
const taught =
  /\b(?:tap huan|dien tap|phong (?:tranh|chong|ngua)|bai hoc|day (?:be|tre|cac con|cac chau)|ky nang|so cuu ban dau|ke hoach|chuyen de|neu (?:be|tre|co)|quy trinh|training|lesson|prevent\w*)\b/

/** Whether a message carries more than the danger: figures, or who is away. Without, a child in convulsions is no absent child. */
export function mayBeReport(text: string): boolean {
  return /\d\s*\/\s*\d|\b(?:vang|nghi|du|si so|co mat|p|kp|absent)\b/.test(withoutDiacritics(fold(text)))
}

/** Whether a message of a teacher says that a child is in danger now, inside a report or alone, with marks or without. */
export function saysDanger(text: string): boolean {
  const low = fold(text.slice(0, 5_000)).replace(/[’']/g, '')
  const bare = withoutDiacritics(low).replace(/[^a-z0-9]+/g, ' ')
  if (taught.test(bare)) return false
  const found = [...bare.matchAll(danger)].some(({ index }) => !denied.test(bare.slice(0, index)))
  return found || (marked.test(low) && !/(?:không|hết|chưa|đã đỡ) (?:bị )?(?:hóc|ngất|ngạt)/u.test(low))
}
