import { type Mention, mentionsOf, type Role } from './concepts.ts'
import type { Word } from './words.ts'

/** One thing that a text says, in a form that two texts can share: a concept, a number, or a word the lexicon does not know. */
export interface Feature {
  readonly key: string
  readonly role: Role | 'word' | 'number'
  /** Index of the word it stands at. */
  readonly at: number
}

/** How much a role counts beside the rarity of the feature itself. */
export const roleWeight: Readonly<Record<Feature['role'], number>> = {
  thing: 1,
  elsewhere: 1,
  colour: 0.5,
  asked: 0.45,
  child: 0.08,
  age: 0.4,
  word: 0.7,
  number: 0.5,
  where: 0,
  time: 0,
  filler: 0,
}

/** The features of a text, in order; the same feature may come twice. @param isTyped a message: its slips are read over. */
export function featuresOf(words: readonly Word[], isTyped = false): { features: Feature[]; mentions: Mention[] } {
  const { mentions, leftOver } = mentionsOf(words, isTyped)
  const features: Feature[] = []
  for (const { concept, role, at } of mentions) if (roleWeight[role] > 0) features.push({ key: keyOf(concept, role), role, at })
  for (const at of leftOver) {
    const { folded } = words[at]!
    const next = words[at + 1]?.folded ?? ''
    if (/^\d[.,]\d$/.test(folded) && /^(co|giao|gv|teachers?)$/.test(next)) features.push({ key: 'per-class', role: 'thing', at })
    if (/^[345]$/.test(folded) && /^(tuoi|years?|t)$/.test(next)) features.push({ key: `age:${folded}`, role: 'age', at })
    if (/^\d/.test(folded)) {
      const isNamed = isDocument(words[at - 1]?.folded, words[at - 2]?.folded) && !/^(142|157|396|20[0-3]\d)$/.test(folded)
      if (isNamed || (/\d{2}/.test(folded) && !/^20[0-3]\d$/.test(folded)))
        features.push({ key: `#${folded.replace(/[.,]/g, ',')}`, role: isNamed ? 'thing' : 'number', at })
      // `105/2020/NĐ-CP` is what people call decree 105.
      const short = /^(\d{1,4})\/20\d\d$/.exec(folded)?.[1]
      if (short !== undefined && (isNamed || Number(short) > 12))
        features.push({ key: `#${short.replace(/^0+/, '')}`, role: isNamed ? 'thing' : 'number', at })
    } else if (folded.length > 1 && !(folded === 'so' && /^\d/.test(next))) features.push({ key: `~${folded}`, role: 'word', at })
  }
  features.push(...patterned(words), ...months(words))
  return { features: settled(features, words).sort((a, b) => a.at - b.at), mentions }
}

function isDenied(words: readonly Word[], at: number): boolean {
  const before = words.slice(Math.max(0, at - 3), at).map((word) => word.folded)
  return words[at]!.folded === 'gi' && before.some((word) => /^(khong|chang|cha|hong|dau)$/.test(word))
}

/** Features that mean something else, or nothing, beside what the rest of the text says. */
function settled(features: readonly Feature[], words: readonly Word[]): Feature[] {
  const keys = new Set(features.map(({ key }) => key))
  const text = words.map((word) => word.folded).join(' ')
  const isOnPaper = /\b(ke hoach|van ban|huong dan|cong van|plan|document|guidance)\b/.test(text)
  const isCounted = features.some(({ key, role }) => role === 'thing' && !/^(model|teacher|staff)$/.test(key))
  const isShareOfClasses = /\b(nhom|lop)( lop)? (co du|du|dat|duoc trang bi|co trang bi)\b/.test(text)
  const person =
    keys.has('signer') || (keys.has('sign') && isOnPaper) ? /\b(?:ba|ong|do|boi) (.{2,30}?) ky\b/.exec(text)?.[1] : undefined
  const names = new Set(person?.split(' ').map((name) => `~${name}`))
  return features.flatMap((feature) => {
    if (feature.key === 'hours' && keys.has('food-sample')) return []
    // "Lần lượt" is no frequency.
    if (feature.key === 'how-often' && words[feature.at]?.folded === 'lan' && words[feature.at + 1]?.folded === 'luot') return []
    if (feature.key === 'head-count' && isCounted) return []
    // What a camera or a sample is for.
    if (feature.key === 'supervise' && (keys.has('camera') || keys.has('food-sample'))) return []
    if (feature.key === 'register' && words[feature.at]?.folded === 'apply' && words[feature.at + 1]?.folded !== 'for')
      return [{ ...feature, key: 'applies', role: 'colour' }]
    // The share of teachers with a degree, not teachers a class.
    if (feature.key === 'per-class' && (keys.has('professional-standard') || keys.has('degree')) && !/\b(lop|class)\b/.test(text))
      return [{ ...feature, key: 'teacher' }]
    // Typed without marks, yoghurt and repairs are one word.
    if (feature.key === 'brand' && isRepair(words, feature.at)) return [{ ...feature, key: 'repair', role: 'colour' }]
    // In the middle of the country a question ends in "hè".
    if (
      feature.key === 'summer' &&
      feature.at === words.length - 1 &&
      words.length > 4 &&
      !/^(nghi|hoc|dong|mua|trong)$/.test(words[feature.at - 1]!.folded)
    )
      return []
    // Twins are weighed as often as others.
    if (feature.key === 'third-child' && keys.has('weigh')) return []
    if (feature.key === 'school-size' && isShareOfClasses) return []
    // "Mấy cô mặc gì": the teachers, not how many of them.
    if (feature.key === 'per-class' && isCounted && keys.has('dress') && !/\blop\b/.test(text)) return []
    if (names.has(feature.key)) return []
    // "Không nghèo khó gì" asks nothing.
    if (feature.key === 'box' && keys.has('percent')) return [{ ...feature, key: 'milk', role: 'thing' }]
    if (feature.key === 'what' && isDenied(words, feature.at)) return []
    if (feature.key === 'sign' && isOnPaper) return [{ ...feature, key: 'signer' }]
    return [feature]
  })
}

function isRepair(words: readonly Word[], at: number): boolean {
  const [first, second] = [words[at], words[at + 1]]
  if (first?.folded !== 'sua' || second?.folded !== 'chua' || first.isMarked || second.isMarked) return false
  return words.some(({ folded }) => /^(truong|phong|lop|cai|cong|tao|nang|hang|duy)$/.test(folded))
}

function keyOf(concept: string, role: Role): string {
  return role === 'age' ? `age:${concept}` : concept
}

/** Whether a number is that of a document: `nghị định 81`, `thông tư số 19`. */
function isDocument(before = '', further = ''): boolean {
  const word = before === 'so' ? further : before
  return /^(dinh|hoach|tu|van|thi|quyet|decree|circular|plan|decision|resolution)$/.test(word)
}

/** Things whose words stand apart: "một lớp mẫu giáo ở quận mình có tối đa mấy cháu". */
const patterns: readonly (readonly [RegExp, string])[] = [
  [
    /\b(mot|1|moi|trong|tren|cac) (lop|nhom)\b.*\b(may|bao nhieu|toi da|trung binh) (chau|be|tre|hoc sinh|em|ban|dua)\b/,
    'class-size',
  ],
  [/\b(may|bao nhieu|toi da) (chau|be|tre|hoc sinh|em|ban|dua)\b.*\b(mot|1|moi|tren|trong) (lop|nhom)\b/, 'class-size'],
  [/\bhow many (children|kids|pupils|students)\b.*\b(class|group)(es|s)?\b/, 'class-size'],
  [/\b(may|bao nhieu|nhieu) (co|giao vien)\b.*\blop\b|\blop\b.*\b(may|bao nhieu) (co|giao vien)\b/, 'per-class'],
  [/\blop\b.*\b\d (co|giao vien)\b|\b\d (co|giao vien)\b.*\blop\b/, 'per-class'],
  [/\bnam hoc( nay| moi| do)?( 20\d\d( 20)?\d\d)? (ket thuc|bat dau|het|vao hoc)\b/, 'school-year-dates'],
  [/\bhow many teachers\b.*\b(class|group)(es|s)?\b/, 'per-class'],
  [/\b(may|bao nhieu|qua) (nhom|lop)\b.*\btruong\b|\btruong\b.*\b(may|bao nhieu|qua) (nhom|lop)\b/, 'school-size'],
  [
    /(?<!\b(?:cho|cua|voi|lo|cham|day|nuoi) )\b(bao nhieu|may) (truong|giao vien|co giao|hoc sinh|tre|be|chau|lop)( mam non| mau giao| cong lap| tu thuc)*( (o|tai|tren) .*| vay| a| the| anh| roi)*$/,
    'head-count',
  ],
  [
    /\bhow many (schools|teachers|children|preschools|kids|students|pupils)\b( (are|does|do|work|study|in|there|the|school|have|at|your|long bien|hai phong|krong pa))*$/,
    'head-count',
  ],
]

function patterned(words: readonly Word[]): Feature[] {
  const found: Feature[] = []
  for (const [, sentence] of Map.groupBy(words.entries(), ([, word]) => word.sentence)) {
    const text = sentence.map(([, word]) => word.folded).join(' ')
    for (const [pattern, key] of patterns) {
      if (!pattern.test(text) || (key === 'head-count' && found.length > 0)) continue
      found.push({ key, role: key === 'head-count' ? 'elsewhere' : 'thing', at: sentence.at(-1)![0] })
    }
  }
  return found
}

const english = 'january february march april may june july august september october november december'.split(' ')
/** `may` and `march` are words as well (`máy`, to march): they are left to their neighbours. */
const monthNames: Readonly<Record<string, number>> = Object.fromEntries(
  english.flatMap((name, at) => (name === 'may' ? [] : [[name, at + 1]])),
)
const monthWords: Readonly<Record<string, number>> = {
  gieng: 1,
  chap: 12,
  muoi: 10,
  'muoi mot': 11,
  'muoi hai': 12,
  chin: 9,
  tam: 8,
  bay: 7,
  tu: 4,
}

/** Months by their number: `tháng 3`, `3/2021`. */
function months(words: readonly Word[]): Feature[] {
  return words.flatMap(({ folded }, at): Feature[] => {
    const written = /^0?(\d{1,2})\/20\d\d$/.exec(folded)?.[1]
    const named =
      words[at - 1]?.folded === 'thang' && words[at + 1]?.folded !== 'tuoi'
        ? /^0?(\d{1,2})(?:\/\d+)?$/.exec(folded)?.[1]
        : undefined
    const inWords =
      monthNames[folded] ??
      (words[at - 1]?.folded === 'thang' ? (monthWords[`${folded} ${words[at + 1]?.folded}`] ?? monthWords[folded]) : undefined)
    const month = Number(written ?? named ?? inWords ?? 0)
    return month >= 1 && month <= 12 ? [{ key: `month:${month}`, role: 'colour', at }] : []
  })
}
