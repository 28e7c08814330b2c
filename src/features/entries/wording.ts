import type { Language } from '../../core/phrases.ts'
import type { Place } from '../../core/place.ts'
import { withoutDiacritics } from '../../core/text.ts'
import { packSearchIndex } from '../knowledge/answer.ts'
import type { Circumstances } from '../knowledge/circumstances.ts'
import { mentionsOf } from '../knowledge/concepts.ts'
import { intentOf } from '../knowledge/intent.ts'
import { readMessage } from '../knowledge/reading.ts'
import type { Word } from '../knowledge/words.ts'

/** One word that counts, and the thing it belongs to: `học phí` and `tuition` are one thing. */
export interface Term {
  readonly word: string
  readonly concept: string | undefined
  readonly weight: number
}

/** A question as it is compared with others of the same school. */
export interface Wording {
  /** Lower case, no marks, white space and trailing signs folded: equal for the same question typed twice. */
  readonly folded: string
  readonly terms: readonly Term[]
  readonly words: ReadonlySet<string>
  readonly concepts: ReadonlySet<string>
  /** What the question is about, each with the words that say it; asks of another set are another question. */
  readonly things: ReadonlyMap<string, readonly string[]>
  /** The kinds of answer wanted: when, how many. */
  readonly asked: ReadonlySet<string>
  /** Numbers, ages and weekdays: two questions that differ in one are two questions. */
  readonly figures: ReadonlySet<string>
  readonly circumstances: Circumstances
  readonly isMedical: boolean
  /** About one child, on one day: another family's answer is none for this one. */
  readonly isPersonal: boolean
  readonly language: Language
}

const roleWeights = {
  thing: 1,
  elsewhere: 1,
  colour: 0.7,
  asked: 0.4,
  age: 0.6,
  time: 0.5,
  where: 0.3,
  child: 0.1,
  filler: 0.1,
} as const
/** Little words that make another question of one about a school's day. */
const contrasts = new Set(
  'sang trua chieu toi vao ra dau cuoi truoc sau trong ngoai mo gui nhan mua thue doi them gai trai morning noon afternoon evening before after'.split(
    ' ',
  ),
)
const contrastWeight = 0.9
const otherWeight = 1
const ofOneDay =
  /\b(hom (nay|qua|kia)|bua nay|(sang|trua|chieu|toi) (nay|qua|mai)|ngay mai|today|yesterday|tomorrow|tonight|this (morning|afternoon))\b/
/** The same for the same question, however it was typed; what past questions are kept under. */
export function foldedWording(text: string): string {
  return (withoutDiacritics(text.normalize('NFC').toLowerCase()).match(/[\p{L}\d%]+/gu) ?? []).join(' ')
}

/** Reads a question for comparing. Never throws; long texts are read by their beginning and end. */
export function readWording(text: string): Wording {
  // Mended by the words of the documents, whatever a school's entries say: asks and questions alike, and neither again later.
  const reading = readMessage(text, packSearchIndex().speller)
  const { mentions } = mentionsOf(reading.words)
  const terms = reading.words.map((word) => bareTerm(word))
  const asked = new Set<string>()
  const things = new Map<string, string[]>()
  const ages = new Set<string>()
  let hasChild = false
  for (const { concept, role, at, length } of mentions) {
    if (role === 'asked') asked.add(openQuestion.has(concept) ? 'what' : concept)
    if (role === 'thing' || role === 'elsewhere') things.set(concept, wordsAt(reading.words, at, length))
    if (role === 'age') ages.add(concept)
    if (role === 'child') hasChild = true
    for (let i = at; i < at + length; i += 1) terms[i] = termIn(terms[i]!, { concept, role, length })
  }
  const days = weekdaysOf(reading.words)
  for (const { at, length } of days) {
    const named = wordsAt(reading.words, at, length)
    for (const [concept, words] of things) if (words.some((word) => named.includes(word))) things.delete(concept)
    for (let i = at; i < at + length; i += 1) terms[i] = { ...terms[i]!, concept: undefined, weight: 0 }
  }
  const figures = terms.flatMap(({ word, weight }, at) => {
    const isCount = word !== '1' || terms[at + 1]?.word === 'tuoi' // "1 tháng" is "mỗi tháng"
    return /^\d/.test(word) && weight > 0 && isCount ? [word.replace('.', ',')] : []
  })
  return {
    folded: foldedWording(text),
    terms,
    words: new Set(terms.map(({ word }) => word)),
    concepts: new Set(terms.flatMap(({ concept }) => concept ?? [])),
    things,
    asked,
    figures: new Set([...figures, ...ages, ...days.map(({ day }) => day)]),
    circumstances: reading.circumstances,
    isMedical: intentOf(reading)?.kind === 'medical',
    isPersonal: things.has('how-is-my-child') || (hasChild && ofOneDay.test(foldedWording(text))),
    language: reading.language,
  }
}

/** `gì`, `những gì`, `thế nào`: one way to ask or another. */
const openQuestion = new Set(['what', 'which'])

const wordsAt = (words: readonly Word[], at: number, length: number): string[] =>
  words.slice(at, at + length).map(({ folded }) => folded)

const weekdayWords: Readonly<Record<string, string>> = { hai: '2', ba: '3', tu: '4', nam: '5', sau: '6', bay: '7' }

/** `thứ bảy`, `thứ 7`, `chủ nhật`: one name for each, whatever way it is typed. */
function weekdaysOf(words: readonly Word[]): { at: number; length: number; day: string }[] {
  return words.flatMap(({ folded }, at) => {
    const next = words[at + 1]?.folded ?? ''
    if (folded === 'thu' && (weekdayWords[next] ?? (/^[2-7]$/.test(next) ? next : undefined)) !== undefined)
      return [{ at, length: 2, day: `weekday ${weekdayWords[next] ?? next}` }]
    if ((folded === 'chu' && next === 'nhat') || folded === 'sunday')
      return [{ at, length: folded === 'chu' ? 2 : 1, day: 'weekday 8' }]
    return folded === 'saturday' ? [{ at, length: 1, day: 'weekday 7' }] : []
  })
}

function bareTerm({ folded }: Word): Term {
  const weight = contrasts.has(folded) ? contrastWeight : folded.length === 1 && !/\d/.test(folded) ? 0.2 : otherWeight
  return { word: folded, concept: undefined, weight }
}

type Role = keyof typeof roleWeights

function termIn(term: Term, { concept, role, length }: { concept: string; role: Role; length: number }): Term {
  if (role === 'filler') return { ...term, weight: contrasts.has(term.word) ? contrastWeight : roleWeights.filler }
  // A thing counts once, however many syllables name it, though three say a little more than one.
  return { ...term, concept, weight: roleWeights[role] / length ** 0.5 }
}

/**
 * How alike two questions are, 0 to 1: the share of what both say that the other says too, less where each has something of its own, where
 * they are about different things, or want different kinds of answer.
 */
export function likeness(one: Wording, other: Wording): number {
  if (one.folded === other.folded) return 1
  if (one.figures.symmetricDifference(other.figures).size > 0) return 0
  const [mine, theirs] = [shareOf(one, other), shareOf(other, one)]
  const total = mine.total + theirs.total
  if (total === 0) return 0
  let score = (mine.shared + theirs.shared) / total
  const [freeHere, freeThere] = [mine.total - mine.shared, theirs.total - theirs.shared]
  if (freeHere >= 0.5 && freeThere >= 0.5) score *= 0.85
  score *= 0.75 ** (missingThings(one, other) + missingThings(other, one))
  if (one.asked.size > 0 && other.asked.size > 0 && one.asked.isDisjointFrom(other.asked)) score *= 0.6
  if (!one.asked.isSupersetOf(other.asked) || !other.asked.isSupersetOf(one.asked)) score *= 0.95
  return score
}

/** What one asks about and the other has neither by that name nor by its words. */
function missingThings(one: Wording, other: Wording): number {
  let missing = 0
  for (const [concept, words] of one.things)
    if (!other.concepts.has(concept) && !words.every((word) => other.words.has(word))) missing += 1
  return missing
}

function shareOf(one: Wording, other: Wording): { shared: number; total: number } {
  let shared = 0
  let total = 0
  for (const { word, concept, weight } of one.terms) {
    total += weight
    if (other.words.has(word) || (concept !== undefined && other.concepts.has(concept))) shared += weight
  }
  return { shared, total }
}

/** From here on two questions are taken for one; `tests/features/entries/wording.test.ts` has the pairs it was chosen on. */
export const alike = 0.7
/** Whether two questions may share one answer. About illness and medicine only those in the very same words do. */
export function isSameQuestion(one: Wording, other: Wording): boolean {
  if (one.isMedical || other.isMedical) return one.words.symmetricDifference(other.words).size === 0
  return likeness(one, other) >= alike
}

/** Whether a question leaves this school: another place, or a document of the pack. */
export function isAboutElsewhere({ circumstances }: Wording, place: Place): boolean {
  const { places, isElsewhere, documents } = circumstances
  return isElsewhere || documents.length > 0 || (places.length > 0 && !places.includes(place))
}
