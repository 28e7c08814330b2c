import { fold, withoutDiacritics } from '../../core/text.ts'
import type { Whose } from '../absence/notice.ts'
import { childrenNamed } from '../absence/which-child.ts'

/** What a teacher noted of a child's day, for its guardians as typed. */
export interface ParsedDayNote {
  readonly whose: Whose
  /** The report of the class must know it, too: fever, a temperature, what spreads. */
  readonly isSerious: boolean
}

/** Until then an ailment is part of the morning's report. School clock. */
const notesFrom = '10:00'

const asked =
  /^(?:ghi chú|ghi chu|ghi sổ|ghi so|nhắn (?:cho )?(?:phụ huynh|gia đình|nhà|mẹ|bố|ba)|nhan (?:cho )?(?:phu huynh|gia dinh|nha|me|bo|ba)|note)(?: (?:cho|của|cua|bé|be))*\s*[:\s-]/u
const care = new RegExp(
  [
    '(?:^|\\s)(?:ăn|an) (?:ít|it|hết|het|ngon|kém|kem|chậm|cham|tốt|tot|giỏi|gioi|nhiều|nhieu|được|duoc|uống|uong|rất|rat|hơi|hoi|khoẻ|khỏe|khoe|ngoan|có|co|nửa|nua|một|mot)(?=\\s|$|[,.;])',
    '(?:^|\\s)(?:bỏ bữa|bo bua|bỏ ăn|bo an|biếng ăn|bieng an|không ăn|khong an|chưa ăn|chua an|không chịu ăn|uống sữa|uong sua|uống thuốc|uong thuoc)',
    '(?:^|\\s)(?:ngủ|ngu)(?=\\s|$|[,.;])|(?:thức giấc|thuc giac|khó ngủ)',
    '(?:^|\\s)(?:chơi|choi|hát|múa|ngoan|vui|quấy|quay khoc|khóc|khoc|nhớ mẹ|nho me|buồn|hoà đồng|hợp tác)(?=\\s|$|[,.;])',
    '(?:^|\\s)(?:đi ngoài|di ngoai|đi tiểu|tè|ị đùn|thay (?:quần|đồ|bỉm)|thay quan ao)(?=\\s|$|[,.;])',
    '(?:^|\\s)(?:ngã|nga|vấp|vap|trầy|tray|xước|xuoc|bầm|bam tim|sưng|sung|va vào|cắn|can vao|bị cào|bi cao|chảy máu|bong gân|dằm)(?=\\s|$|[,.;])',
  ].join('|'),
  'u',
)
const ailing =
  /\b(?:ho|so mui|chay mui|nghet mui|hat hoi|met|uoai|lu du|dau (?:bung|dau|hong|rang|tai|mat)|ngua|man do|noi man|tao bon|ran nuc|cough\w*|tired|runny nose)\b/
const serious =
  /\b(?:sot|hsot|3[4-9](?:[.,]\d)?|4[0-2](?:[.,]\d)?|non|oi|tieu chay|thuy dau|tay chan mieng|soi|quai bi|cum|dau mat do|viem|kho tho|co giat|phat ban|sxh|covid|fever|vomit\w*)\b/
const otherwise =
  /\d\s*\/\s*\d|\b(?:vang|nghi|phep|kp|si so|co mat|den muon|den lop|di hoc|don ve|ve som|don som|nham|sua lai|hom qua|hom truoc|du)\b|\d ?(?:kg|cm)\b|\?/

/** Reads a teacher's line as word of one child's day; undefined when it is a report, a question or chat. @param time of the school's clock */
export function parseDayNote(
  text: string,
  { children, time }: { children: readonly string[]; time: string },
): ParsedDayNote | undefined {
  const typed = text.normalize('NFC').trim()
  if (typed.length > 500 || children.length === 0) return undefined
  const isAsked = asked.test(fold(typed))
  // Trousers are no Quân.
  const { whose, rest } = childrenNamed(typed.replace(asked, ' ').replace(/quần(?= (?:áo|dài|đùi|con|xà))/giu, 'đồ'), children)
  const isNamed =
    whose.kind === 'known' ? rest.includes('§') : whose.mention !== null && whose.candidates.length < children.length
  if (!isNamed) return undefined
  const low = fold(rest)
  const bare = withoutDiacritics(low)
  if (!isAsked && (otherwise.test(bare) || /^(?:co|nho|cac|em|chi)\b/.test(bare))) return undefined
  const isCare = care.test(low)
  if (!isAsked && !isCare && !(time >= notesFrom && ailing.test(bare) && !serious.test(bare))) return undefined
  return { whose, isSerious: serious.test(bare) }
}
