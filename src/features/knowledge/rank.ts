import { withoutDiacritics } from '../../core/text.ts'
import { ageFit, type Circumstances, timeFit } from './circumstances.ts'
import { documents } from './documents.ts'
import type { Entry } from './entry.ts'
import type { Feature } from './features.ts'
import { measureFit } from './measure.ts'
import { distinct, type Known, type SearchIndex } from './search-index.ts'
import { isDate, isLabel } from './units.ts'
import { span, tellsSpan } from './when.ts'

/** An entry with how well it fits a question. */
export interface Candidate {
  readonly entry: Entry
  /** For order. */
  readonly score: number
  /** How sure one may be that this entry answers the question, 0 to 1; calibrated by `tests/eval/ask.ts`. */
  readonly confidence: number
  /** Things the question speaks of and the entry does not. */
  readonly missing: readonly string[]
}

/** What a question says, apart from place, time and age. */
export interface Query {
  readonly features: readonly Feature[]
  readonly circumstances: Circumstances
  /** The words as typed and mended, folded: they decide between entries that know the same things. */
  readonly wording?: readonly string[]
}

const moneyUnits = /đồng|tỷ|nghìn|triệu/
/** Lost for a thing that the entry does not speak of, the more the rarer the thing is. */
const missingThingLoss = 0.45
const missingElsewhereFactor = 0.45
const missingWordFactor = 0.9
const missingAgeFactor = 0.85
const unmetDemandFactor = 0.7
const hearsayFactor = 0.8
/** From this likeness on a question is one of the entry's own. */
const exactAsk = 0.85

/** The entries that may answer, best first. At most `limit`; empty when the question says nothing that any entry knows. */
export function rank(query: Query, index: SearchIndex, limit = 40): Candidate[] {
  const features = distinct(query.features)
  const weights = features.map((feature) => index.weightOf(feature))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (total === 0) return []
  const cover = new Float64Array(index.known.length)
  const shared = new Float64Array(index.asks.length)
  features.forEach(({ key }, i) => {
    for (const [entryAt, credit] of index.entriesOf.get(key) ?? []) cover[entryAt]! += credit * weights[i]!
    for (const askAt of index.asksOf.get(key) ?? []) shared[askAt]! += weights[i]!
  })
  const likeness = new Float64Array(index.known.length)
  const closest = new Int32Array(index.known.length).fill(-1)
  shared.forEach((weight, askAt) => {
    if (weight === 0) return
    const ask = index.asks[askAt]!
    const dice = (2 * weight) / (total + ask.weight)
    if (dice <= likeness[ask.entryAt]!) return
    likeness[ask.entryAt] = dice
    closest[ask.entryAt] = askAt
  })
  const promising = [...cover.keys()]
    .filter((at) => cover[at]! > 0)
    .map((at) => ({ at, rough: 0.5 * (cover[at]! / total) + 0.5 * likeness[at]! }))
    .sort((a, b) => b.rough - a.rough)
    .slice(0, limit * 3)
  const asking = { query, features, index, demands: demandsOf(query) }
  const candidates = promising
    .map(({ at, rough }) =>
      weigh({ at, rough, cover: cover[at]! / total, likeness: likeness[at]!, closest: closest[at]! }, asking),
    )
    .sort((a, b) => b.score - a.score || (a.entry.validTo < b.entry.validTo ? 1 : -1))
    .slice(0, limit)
  return byWording(candidates, query)
}

interface Asking {
  readonly query: Query
  readonly features: readonly Feature[]
  readonly index: SearchIndex
  readonly demands: readonly ((entry: Entry) => boolean)[]
}

interface Rough {
  readonly at: number
  readonly rough: number
  readonly cover: number
  readonly likeness: number
  /** The ask of it that is most like the question; -1 without any. */
  readonly closest: number
}

function weigh(found: Rough, { query, features, index, demands }: Asking): Candidate {
  const known = index.known[found.at]!
  const { entry, credit } = known
  const missing: string[] = []
  let factor = askedFit(features, entry) * selfFit(query, entry) * measureFit(query, known)
  if (!demands.every((fits) => fits(entry))) factor *= unmetDemandFactor
  if (found.likeness < exactAsk) factor *= levelFit(features, entry, credit)
  for (const { key, role } of features) {
    if (key === 'price') continue
    if (role === 'elsewhere' && !speaksOf(key, found, index)) {
      missing.push(key)
      factor *= missingElsewhereFactor
    } else if (role === 'thing' && !credit.has(key)) {
      missing.push(key)
      factor *= 1 - missingThingLoss * Math.min(1, index.weightOf({ key, role }) / 4)
    } else if (role === 'age' && entry.group === undefined && !credit.has(key)) factor *= missingAgeFactor
    else if (role === 'word' && !credit.has(key)) factor *= missingWordFactor
  }
  if (demandsFigure(features) && features.some(({ key, role }) => role === 'thing' && isHearsay(key, known)))
    factor *= hearsayFactor
  const fit = factor * ageFit(query.circumstances.ages, entry) * timeFit(query.circumstances, entry)
  const sureness = Math.min(1, 0.5 * found.cover + 0.55 * found.likeness)
  const isDated =
    query.circumstances.period !== null ||
    query.circumstances.documents.length > 0 ||
    features.some(({ key }) => key.startsWith('month:'))
  const isAgeFigure =
    features.some(({ role }) => role === 'age') && features.some(({ key }) => /^(percent|how-many|target)$/.test(key))
  const isVague = !isAgeFigure && features.every(({ role }) => !['thing', 'elsewhere', 'number'].includes(role))
  return { entry, score: found.rough * fit, confidence: Math.min(1, sureness * fit) * (isVague && !isDated ? 0.75 : 1), missing }
}

/** Whether the entry's nearest ask speaks of a thing that documents seldom have. */
function speaksOf(key: string, { closest }: Rough, index: SearchIndex): boolean {
  return index.asksOf.get(key)?.includes(closest) === true
}

/** A thing that only other kinds of questions to the entry name: a figure of something else would be given for it. */
function isHearsay(key: string, known: Known): boolean {
  return known.credit.has(key) && !known.told.has(key) && !known.counted.has(key)
}

function demandsFigure(features: readonly Feature[]): boolean {
  return features.some(({ key }) => key === 'percent' || key === 'how-many')
}

/** What a number must count when the question asks for so many of a thing. */
const unitNeeded: Readonly<Record<string, RegExp>> = {
  'per-class': /giáo viên|cô/,
  'class-size': /trẻ|cháu|học sinh/,
  'school-size': /nhóm|lớp/,
  'land-area': /m2|m²/,
  'new-school': /trường|đồng/,
  'ward-office': /phường/,
}

/** Whether an entry has the kind of figure that is asked for: an amount of money, a number, a date, a rhythm. */
function askedFit(features: readonly Feature[], entry: Entry): number {
  const asks = new Set(features.map(({ key }) => key))
  const units = entry.figures.map((figure) => figure.unit)
  const isShared = (asks.has('parent') && asks.has('pay')) || asks.has('company') || asks.has('city') || asks.has('support')
  const hasNumber = units.some((unit) => !isDate(unit) && (!isLabel(unit) || (unit === 'tuổi' && asks.has('age'))))
  const wantsAmount = asks.has('price') || asks.has('how-many')
  // No document says what tuition is; only rules about it (who is exempt, how it is paid) can be told.
  const asksRule = ['decree', 'discount', 'free', 'fees-rule', 'support', 'policy', 'paper'].some((rule) => asks.has(rule))
  if (asks.has('tuition') && !asksRule) return 0.5
  const isFee = ['tuition', 'meal-fee', 'lunch-support', 'salary', 'fees-rule', 'debt'].some((fee) => asks.has(fee))
  if (wantsAmount && isFee && !asks.has('percent') && !units.some((unit) => moneyUnits.test(unit))) return 0.5
  if (asks.has('price') && !asks.has('percent') && !units.some((unit) => moneyUnits.test(unit))) return isShared ? 0.85 : 0.55
  if (asks.has('how-often') && !units.some((unit) => /lần|\/|buổi|hàng|mỗi/.test(unit))) return 0.7
  const needed = Object.entries(unitNeeded).find(([key]) => asks.has(key))
  if (needed !== undefined && !asks.has('percent') && !units.some((unit) => needed[1].test(unit)))
    return asks.has('how-many') ? 0.6 : 0.85
  if (
    asks.has('milk') &&
    asks.has('how-many') &&
    !asks.has('percent') &&
    (asks.has('every-month') || asks.has('every-day') || asks.has('box'))
  )
    return 0.55
  if (asks.has('how-long') && !units.some((unit) => /giờ|tiếng|ngày|tháng|năm|phút/.test(unit))) return 0.7
  const isRhythm = units.some((unit) => /lần/.test(unit))
  if (asks.has('how-many') && asks.has('every-year') && !asks.has('percent') && !isRhythm) return hasNumber ? 0.85 : 0.6
  // "Thông tư mấy" asks for a paper's number, not for how many there are.
  const isPaperNumber = (asks.has('decree') || asks.has('doc-number')) && !asks.has('percent')
  if ((asks.has('how-many') || asks.has('percent')) && !hasNumber && !isPaperNumber) return 0.7
  if (
    asks.has('which') &&
    !/\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u.test(entry.text.vi.replaceAll(/Long Biên|Hải Phòng|Krông Pa|Gia Lai|Hà Nội/g, ''))
  )
    return 0.94
  if (
    asks.has('when') &&
    !entry.figures.some((figure) => isDate(figure.unit) || (/^\d{1,2}\/\d/.test(figure.value) && !isLabel(figure.unit)))
  )
    return 0.72
  if (asks.has('where') && features.every(({ key, role }) => role !== 'thing' || key.startsWith('name:'))) return 0.6
  return 1
}

/** A plan for all schools has figures of primary and secondary ones: they answer only who asks for these. */
function levelFit(features: readonly Feature[], entry: Entry, credit: ReadonlyMap<string, number>): number {
  const isOfOlder =
    (credit.has('primary') || credit.has('secondary')) && !/mầm non|mẫu giáo|nhà trẻ|lớp một|lớp 1/i.test(entry.text.vi)
  return isOfOlder && !features.some(({ key }) => key === 'primary' || key === 'secondary') ? 0.6 : 1
}

/** Asked for number, date or signer of a plan itself, the entry with the plan's own date answers, not one with a document it stands on. */
function selfFit({ features, circumstances }: Query, entry: Entry): number {
  const asksNumber = features.some(({ key }) => key === 'doc-number' || key === 'signer')
  const isPlan = circumstances.documents.length > 0 || features.some(({ key }) => key === 'target' || key === 'paper')
  const isOfAnother = features.some(({ key, role }) => role === 'thing' && key !== 'signer')
  if (!asksNumber || !isPlan || isOfAnother) return 1
  const { signedOn } = documents[entry.document]
  const isSelf =
    signedOn === null
      ? /guidance/.test(entry.id) && !/basis/.test(entry.id)
      : entry.figures.some(({ value }) => isSameDay(value, signedOn))
  return isSelf && entry.topic === 'document' ? 1.3 : 0.7
}

function isSameDay(written: string, day: string): boolean {
  const [date, month, year] = written.split('/')
  return `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}` === day
}

/** A school by its name, or the plain word that none is named. */
function namesSchool({ text }: Entry): boolean {
  return (
    /\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u.test(text.vi.replaceAll(/Long Biên|Hải Phòng|Krông Pa|Gia Lai|Hà Nội|Mầm non/g, '')) ||
    /không (liệt kê|nêu tên|ghi trường)/.test(text.vi)
  )
}

/** Some wordings ask for one kind of answer: "bằng gì" for a degree, "từ năm học nào" for school years. */
type Worded = readonly [asks: RegExp, fits: (entry: Entry) => boolean]
const worded: readonly Worded[] = [
  [/\b(bang|trinh do|bang cap) (gi|nao)\b/, ({ text }) => /cao đẳng|đại học|thạc sĩ/i.test(text.vi)],
  ...(['quyet dinh|QĐ', 'nghi quyet|NQ', 'thong tu|TT', 'chi thi|CT', 'nghi dinh|NĐ', 'luat|Luật'] as const).map(
    (kind): Worded => {
      const [name, sign] = kind.split('|') as [string, string]
      return [
        new RegExp(`\\b${name}( lien tich)? (nao|gi|so may|so bao nhieu|so nao|may)\\b`),
        ({ figures, text }) =>
          figures.some(({ value, unit }) => unit === 'văn bản' && value.includes(sign)) ||
          (sign === 'Luật' && text.vi.includes(sign)),
      ]
    },
  ),
  [/\b(truong (mam non )?nao(?! cung)|nhung truong (mam non )?nao|ten (cac |nhung )?truong|which (pre)?schools?)\b/, namesSchool],
  [span, tellsSpan],
  [/\b(nam hoc nao|which school years?)\b/, ({ figures }) => figures.some(({ unit }) => unit === 'năm học')],
]

/** Of those wordings the ones a question has: what its answer must have. */
function demandsOf({ wording }: Query): ((entry: Entry) => boolean)[] {
  const text = wording?.join(' ') ?? ''
  return worded.filter(([asks]) => asks.test(text)).map(([, fits]) => fits)
}

const closeCall = 0.9
const wordingBonus = 0.25

/** Between entries that fit about equally the one decides whose ask is worded most like the question. */
function byWording(candidates: readonly Candidate[], { wording }: Query): Candidate[] {
  const best = candidates[0]
  if (best === undefined || wording === undefined || wording.length < 2) return [...candidates]
  const asked = pairsOf(wording)
  return candidates
    .map((candidate) => {
      if (candidate.score < best.score * closeCall) return candidate
      const likeness = Math.max(0, ...candidate.entry.asks.map((ask) => overlap(asked, pairsOf(foldedWords(ask)))))
      return { ...candidate, score: candidate.score * (1 + wordingBonus * likeness) }
    })
    .sort((a, b) => b.score - a.score)
}

function foldedWords(text: string): string[] {
  return withoutDiacritics(text.toLowerCase()).match(/[\p{L}\d%]+/gu) ?? []
}

function pairsOf(words: readonly string[]): Set<string> {
  const pairs = new Set(words)
  for (let at = 1; at < words.length; at += 1) pairs.add(`${words[at - 1]} ${words[at]}`)
  return pairs
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const one of a) if (b.has(one)) shared += 1
  return (2 * shared) / Math.max(1, a.size + b.size)
}
