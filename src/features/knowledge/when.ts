import type { Clause } from './clauses.ts'
import type { Entry } from './entry.ts'
import { isDate } from './units.ts'

const when =
  /\b(khi nao|bao gio|ngay (nao|may|bao nhieu)|thang (nao|may)|hom nao|bua nao|luc nao|hoi nao|chung nao|when|what date|which (day|date|month))\b/
/** A rhythm, an occasion, or the plain word that no date is given: an answer to "when" without one. */
const occasion = /\b(hằng ngày|hàng ngày|mỗi ngày|hằng năm|hằng tháng|khi |lúc |đầu năm|cuối năm)|không ghi/i

/** Whether a question asks for a time, in so many words. */
export function asksWhen({ wording, features }: Clause): boolean {
  return when.test(wording.join(' ')) && !features.some(({ key }) => key === 'how-often')
}

/** Whether an entry says when: by a date, a rhythm, an occasion, or by saying that the document gives none. */
export function tellsWhen({ figures, text }: Entry): boolean {
  return figures.some(({ unit }) => isDate(unit) || /^lần\//.test(unit)) || occasion.test(text.vi)
}

/** "Từ năm nào đến năm nào". */
export const span =
  /\btu (nam|ngay|thang|khi|luc|hoi|bao gio)( hoc)?( nao| may)?\b.*\b(den|toi) (nam|ngay|thang|khi|luc|bao gio)\b|\bkeo dai (bao lau|tu)\b/

export function asksSpan({ wording }: Clause): boolean {
  return span.test(wording.join(' '))
}

/** A start and an end. */
export function tellsSpan({ figures }: Entry): boolean {
  const labels = figures.filter(({ unit }) => /^(ngày|tháng|năm|năm học)$/.test(unit)).map(({ label }) => label)
  return (
    labels.some((label) => /bắt đầu|đầu tiên|^từ/.test(label)) &&
    labels.some((label) => /kết thúc|hết|cuối|hoàn thành/.test(label))
  )
}
