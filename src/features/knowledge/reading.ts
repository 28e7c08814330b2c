import type { Language } from '../../core/phrases.ts'
import { hasDiacritics } from '../../core/text.ts'
import { type Circumstances, circumstancesOf } from './circumstances.ts'
import { type Clause, clausesOf } from './clauses.ts'
import { type Feature, featuresOf } from './features.ts'
import { withoutOrders } from './orders.ts'
import { asksToConfirm } from './premise/cue.ts'
import { type TimeClaim, timeClaimOf } from './premise/time-claim.ts'
import type { Speller } from './spelling.ts'
import { clean, type Word, wordsOf } from './words.ts'

/** A message as it was understood, before anything is looked up. */
export interface Reading {
  readonly words: readonly Word[]
  /** The mended words without marks, for patterns; sentences are parted by ` . `. */
  readonly text: string
  /** The same with the marks that were typed. */
  readonly clauses: readonly Clause[]
  readonly circumstances: Circumstances
  readonly language: Language
  /** Words that carry content of the subject: 0 means there is nothing to look up. */
  readonly substance: number
  /** A start, an end or a year that it takes for granted. */
  readonly timeClaim: TimeClaim | null
}

const englishWords =
  /\b(the|is|are|was|were|do|does|did|how|what|when|which|where|who|whom|why|of|for|from|my|our|have|has|please|children|child|school|schools|preschools?|kindergarten|nursery|parents?|teachers?|classe?s?|can|could|you|your|there|any|much|many|to|in|and|we|will|with|this|that|hello|hi|thanks?|speak|kids|milk|rate|target|targets|plan|period|percentage|percent|english|attendance|enrol\w*|health|food|meals?|fee|price|free|often|year|years|old|about|must|should|pay|pays|signed?|date|dates|public|private|quality|high|standard|weighed|daughter|son|today|tomorrow|absent|late|sick|good|morning|office|talk|person|human|help|stop|notifications?|delete|data|report)\b/g
/** Without marks these are Vietnamese words as well: `can do the nao` asks how children are weighed. */
const eitherWord =
  /^(the|do|can|to|in|of|we|my|from|for|hi|are|will|any|there|was|long|public|stop|help|data|hello|old|me|an|so|no)$/
const vietnameseWords =
  /\b(la|khong|cua|cho|tre|bao|nhieu|duoc|phai|nao|thi|nay|truong|lop|hoc|vay|nhu|ai|dau|gi|may|va|phu|huynh|ko|mot|nhung|cac|tien|ngay|tuoi|chau|voi|muon|hoi|xin|chao|dang|roi|nghi|biet|theo|nha|bn|dc|ntn)\b/g

/** Reads a message as typed. */
export function readMessage(text: string, speller: Speller): Reading {
  const cleaned = withoutOrders(clean(text))
  const words = speller.mend(wordsOf(cleaned))
  const wording = joined(words)
  const timeClaim = timeClaimOf(wording)
  const { features: all, mentions } = featuresOf(words, true)
  const named = circumstancesOf(words, mentions)
  // A year that is claimed is what is asked about, not the time that the answer is wanted for.
  const timed = timeClaim === null ? named : { ...named, period: null }
  const circumstances = all.some(({ key }) => key === 'weigh') ? { ...timed, ages: weighedAges(timed.ages, wording) } : timed
  const hasSubject = all.some(({ role }) => role === 'thing' || role === 'age')
  const isClaim = isLoneFigure(all) && hasSubject && !asksAfterFigure(all, wording)
  const said = all.filter((feature) => !(isClaim && isShortFigure(feature)) && !(timeClaim !== null && isDateFigure(feature)))
  const features = meant([...said, ...claimed(timeClaim, words)], circumstances)
  const clauses = clausesOf(words, features)
  return {
    words,
    text: wording,
    clauses,
    circumstances,
    language: languageOf(cleaned, words),
    substance: features.filter(({ role }) => ['thing', 'elsewhere', 'word', 'colour', 'number', 'age'].includes(role)).length,
    timeClaim,
  }
}

const shortNumber = /^#\d{1,2}(,\d+)?$/

function isShortFigure({ key, role }: Feature): boolean {
  return role === 'number' && shortNumber.test(key)
}

/** Weighing goes by months: at two years a child is past the first rhythm, though of the nursery. */
function weighedAges(ages: Circumstances['ages'], wording: string): Circumstances['ages'] {
  if (!/\b(2|hai) (tuoi|years?)\b/.test(wording)) return ages
  return ages.map((age) => (age === 'nursery' ? 'over-24-months' : age))
}

/** A single figure is a claim to be checked, unless the question is what it is the figure of: "58 % là của năm nào". */
function asksAfterFigure(features: readonly Feature[], wording: string): boolean {
  const isFirst = features.some((feature) => isShortFigure(feature) && feature.at <= 1)
  return isFirst && !asksToConfirm(wording) && /\b(la|cua|de|gi|nao|ai|what|which|whose)\b/.test(wording)
}

/** Who claims a start or an end asks for it. */
function claimed(timeClaim: TimeClaim | null, words: readonly Word[]): Feature[] {
  if (timeClaim === null || timeClaim.side === 'still' || timeClaim.side === 'on') return []
  const at = words.length - 1
  return [
    { key: 'when', role: 'asked', at },
    { key: timeClaim.side, role: 'colour', at },
  ]
}

function isDateFigure({ key, role }: Feature): boolean {
  return role === 'number' && /^#\d{1,2}\/\d/.test(key)
}

function isLoneFigure(features: readonly Feature[]): boolean {
  return features.filter(isShortFigure).length <= 1
}

/** Subjects that are asked for by a figure, a rhythm or a date: an illness told beside them is only how the person came to ask. */
const ownSubject =
  /^(attendance|milk|weigh|bmi|class-size|per-class|national-standard|universal|high-quality|english|contest|school-year-dates|website|library|child-centred|new-school)$/
const askedFor = /^(percent|how-many|how-often|when|which|pay)$/

/** Whether a message asks after such a subject, whatever else it tells. */
export function asksOwnSubject(features: readonly Feature[]): boolean {
  return (
    features.some(({ key }) => ownSubject.test(key)) &&
    features.some(({ key }) => askedFor.test(key)) &&
    !features.some(({ key }) => /^(medicine|allergy|refund|emergency)$/.test(key))
  )
}

/** Where a family lives or goes to school, and how the child is, beside such a question. */
const incidental = /^(illness|sick-days|tet|today)$/

/** Without what is told by the way: an illness beside a question on something else; "which of the two" where both are named. */
function meant(features: readonly Feature[], { places }: Circumstances): Feature[] {
  const isIncidental = asksOwnSubject(features)
  return features.filter(
    ({ key }) => !(isIncidental && incidental.test(key)) && !(places.length > 1 && /^(who|where|which|what)$/.test(key)),
  )
}

/** English when its little words outnumber the Vietnamese ones and there are no marks to speak of. */
function languageOf(cleaned: string, words: readonly Word[]): Language {
  const folded = words.map((word) => word.folded).join(' ')
  const found = [...folded.matchAll(englishWords)].map(([word]) => word)
  const english = found.some((word) => !eitherWord.test(word)) ? found.length : 0
  const vietnamese = [...folded.matchAll(vietnameseWords)].length
  const marked = words.filter((word) => word.isMarked).length
  if (hasDiacritics(cleaned) && marked > words.length / 4) return 'vi'
  return english > vietnamese && english >= Math.max(1, words.length / 5) ? 'en' : 'vi'
}

function joined(words: readonly Word[]): string {
  let text = ''
  words.forEach((word, at) => {
    if (at > 0) text += words[at - 1]!.sentence === word.sentence ? ' ' : ' . '
    text += word.folded
  })
  return text
}
