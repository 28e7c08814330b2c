import { fold, withoutDiacritics } from '../../core/text.ts'
import { phrases } from '../checkin/parse/phrases.ts'
import { symptomWords } from '../checkin/parse/symptom-words.ts'
import type { AbsenceReason, Symptom } from '../checkin/report.ts'
import type { TypedText } from './typed-text.ts'

interface Entry {
  readonly low: string
  readonly bare: string
  readonly reason: AbsenceReason
  readonly codes: readonly Symptom[]
}

const moreFamily =
  'về ngoại|về nội|về bà|về ông|ra bắc|vào nam|đi xa|đi công tác|sinh nhật|mừng thọ|ông mất|bà mất|tang|giỗ|cưới|đầy tháng|thôi nôi|nhà con có việc|gia đình em có việc|nhà em có việc|gia đình đi|cả nhà đi|du lịch|trip|family|wedding|funeral|travel|travelling|holiday|hometown|grandparents'
const moreOther = 'khám|tiêm|nha sĩ|làm hộ chiếu|làm giấy tờ|doctor|dentist|vaccine|appointment|check up|checkup'
const moreSick = 'không được khoẻ|không được khỏe|chưa khỏi|chưa khoẻ|chưa khỏe|lây|theo dõi|viện'

/** Without marks these would be found in everyday words. */
const tooShort = new Set([
  'v',
  'oc',
  'oi',
  'te',
  'mu',
  'va',
  'hot',
  'fell',
  'vp',
  'yeu',
  'duoi',
  'mat',
  'hen',
  'sut',
  'nong',
  'do',
])

const words: readonly Entry[] = [
  ...symptomWords.flatMap(([codes, list]) => entries(list, 'sick', codes)),
  ...entries(`${phrases.sick}|${moreSick}`, 'sick'),
  ...entries(`${phrases.family}|${moreFamily}`, 'family'),
  ...entries(`${phrases.other}|${moreOther}`, 'other'),
].sort((one, other) => other.low.length - one.low.length)

function entries(list: string, reason: AbsenceReason, codes: readonly Symptom[] = []): Entry[] {
  return list
    .split('|')
    .map(fold)
    .map((low) => ({ low, bare: withoutDiacritics(low), reason, codes }))
    .filter(({ low, bare }) => bare.length > 1 && !(low === bare && tooShort.has(bare)))
}

const denied = /\b(khong|het|da khoi|khong bi|khoi|da do|no longer|no)( bi| con)? $/

/** Why the child stays away, as far as it was said. An illness goes before anything else; what is denied does not count. */
export function whyAway({ low, bare, marked }: TypedText): { reason: AbsenceReason | null; symptoms: Symptom[] } {
  const taken: { start: number; end: number }[] = []
  const found: { at: number; codes: readonly Symptom[] }[] = []
  const reasons = new Set<AbsenceReason>()
  for (const entry of words) {
    for (let at = bare.indexOf(entry.bare); at >= 0; at = bare.indexOf(entry.bare, at + 1)) {
      const end = at + entry.bare.length
      if (/[a-z0-9§]/.test(bare[at - 1] ?? ' ') || /[a-z0-9§]/.test(bare[end] ?? ' ')) continue
      if (taken.some((place) => at < place.end && place.start < end)) continue
      const typed = low.slice(at, end)
      const isPlain = typed === entry.bare
      if (typed !== entry.low && !(isPlain && !(marked && entry.bare.length < 4) && !tooShort.has(entry.bare))) continue
      taken.push({ start: at, end })
      if (denied.test(bare.slice(0, at))) continue
      reasons.add(entry.reason)
      found.push({ at, codes: entry.codes })
    }
  }
  if (!reasons.has('sick') && /\b(3[6-9]|4[0-2])([.,]\d)?\s?(do|c)\b/.test(bare)) {
    reasons.add('sick')
    found.push({ at: bare.length, codes: ['fever'] })
  }
  const reason = (['sick', 'family', 'other'] as const).find((one) => reasons.has(one)) ?? null
  const inOrder = found.sort((one, other) => one.at - other.at).flatMap(({ codes }) => codes)
  return { reason, symptoms: [...new Set(inOrder)] }
}
