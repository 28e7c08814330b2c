import type { Feature } from './features.ts'
import type { Word } from './words.ts'

/** One question of a message: the features of it, the context of the rest folded in where it leans on it. */
export interface Clause {
  readonly features: readonly Feature[]
  readonly isQuestion: boolean
  readonly from: number
  readonly to: number
  /** Its words, folded. */
  readonly wording: readonly string[]
  /** The same without its first phrase, first two phrases and so on, for long sentences that come to the point late. */
  readonly withoutPreamble: readonly (readonly Feature[])[]
}

const joints = new Set(['va', 'voi', 'con', 'and', 'roi', 'them', 'cung', 'also', 'plus', 'hay', 'a', 'the'])
/** Who pays or who is exempt is a part of a subject, never the subject itself. */
const part = /^(parent|company|city|free|poor|near-poor|policy-family|ordinary)$/
const isSubject = (feature: Feature): boolean => isTopical(feature) && !part.test(feature.key)
const isTopical = (feature: Feature): boolean => feature.role === 'thing' || feature.role === 'elsewhere'

/** Cuts a message into the questions it asks. A sentence is cut at a comma or a joint only where both sides ask something. */
export function clausesOf(words: readonly Word[], features: readonly Feature[]): Clause[] {
  const pieces = sentencesOf(words).flatMap(([from, to]) => cut({ words, features, from, to }))
  const asking = pieces.filter((piece) => piece.isQuestion)
  if (asking.length === 0)
    return [
      { features, isQuestion: false, from: 0, to: words.length, wording: words.map((word) => word.folded), withoutPreamble: [] },
    ]
  return withContext(pieces)
}

function sentencesOf(words: readonly Word[]): [number, number][] {
  const spans: [number, number][] = []
  words.forEach((word, at) => {
    const last = spans.at(-1)
    if (last !== undefined && words[last[0]]!.sentence === word.sentence) last[1] = at + 1
    else spans.push([at, at + 1])
  })
  return spans
}

interface Span {
  readonly words: readonly Word[]
  readonly features: readonly Feature[]
  readonly from: number
  readonly to: number
}

/** Splits greedily from the left: at each comma or joint where the piece so far asks and the rest asks too. */
function cut({ words, features, from, to }: Span): Clause[] {
  const pieces: Clause[] = []
  let start = from
  for (let at = from + 1; at < to; at += 1) {
    const isBoundary = words[at]!.phrase !== words[at - 1]!.phrase || joints.has(words[at]!.folded)
    if (!isBoundary) continue
    const left = clause({ words, features, from: start, to: at })
    const right = clause({ words, features, from: at, to })
    if (!left.isQuestion || !right.isQuestion || !hasSubstance(right) || !hasSubstance(left)) continue
    pieces.push(left)
    start = at
  }
  return [...pieces, clause({ words, features, from: start, to })]
}

function hasSubstance(piece: Clause): boolean {
  return piece.features.some((feature) => isTopical(feature) || feature.role === 'colour' || feature.role === 'age')
}

function clause({ words, features, from, to }: Span): Clause {
  const own = features.filter((feature) => feature.at >= from && feature.at < to)
  return {
    features: own,
    isQuestion: asks(words.slice(from, to), own),
    from,
    to,
    wording: words.slice(from, to).map((word) => word.folded),
    withoutPreamble: endsOf({ words, features: own, from, to }),
  }
}

/** Groups of children whom a question must keep speaking of, wherever it mentions them. */
const kept =
  /^(disabled|orphan|martyr|minority|worker|officer-child|single-mother|third-child|foreigner|migrant|primary|secondary|milk)$/
/** What a person says of the own family before asking: it stays true for the question. */
const group = /^(poor|near-poor|policy-family|ordinary|disabled|orphan|martyr|minority|officer-child|single-mother|third-child)$/
const longSentence = 10

/** Whether the question proper starts here: after `muốn hỏi`, `xin cho biết`, `would like to know`. */
function isOpening(words: readonly Word[], at: number): boolean {
  const [before, last] = [words[at - 2]?.folded ?? '', words[at - 1]!.folded]
  return (
    /^(hoi|biet|know|ask|nen)$/.test(last) &&
    ((last === 'nen' && before !== 'co') || /^(muon|cho|xin|em|toi|minh|duoc|to|can|e|khong|chua|hong)$/.test(before))
  )
}

/** What no document speaks of stays asked for, but for what is told by the way and what stands before "muốn hỏi". */
function isOpen({ key, role }: Feature): boolean {
  return role === 'elsewhere' && !incidental.test(key)
}

const incidental =
  /^(today|illness|sick-days|how-is-my-child|hours|gift|lost|bring|last-names|population|weather|address|min-age|phone|job|holiday|meeting|growth-norm|lunch-sleep|birthday|price|box|debt)$/

function endsOf({ words, features, from, to }: Span): Feature[][] {
  if (to - from < longSentence) return []
  const ends: Feature[][] = []
  let isOpened = false
  for (let at = from + 1; at < to && ends.length < 4; at += 1) {
    isOpened ||= isOpening(words, at)
    if (words[at]!.phrase === words[at - 1]!.phrase && !isOpening(words, at)) continue
    const isCarried = (feature: Feature): boolean => kept.test(feature.key) || (!isOpened && isOpen(feature))
    const end = features.filter((feature) => feature.at >= at || isCarried(feature))
    if (end.some((feature) => feature.at >= at && (isTopical(feature) || feature.role === 'age') && feature.key !== 'price'))
      ends.push(end)
  }
  return ends
}

function asks(words: readonly Word[], features: readonly Feature[]): boolean {
  if (features.some((feature) => feature.role === 'asked' && feature.key !== 'percent')) return true
  const text = words.map((word) => word.folded).join(' ')
  if (/\b(khong|chua|ha|phai k)( a| vay| the| nhi| co| ad| ha| em| nhe| nha)?$/.test(text)) return true
  if (/\bco\b.*\b(khong|chua)\b/.test(text)) return true
  return /^(is|are|do|does|did|can|could|may|must|should|will|have|has|am|any)\b/.test(text)
}

/** A question without a topic of its own takes that of the question before it, else that of the statements. */
function withContext(pieces: readonly Clause[]): Clause[] {
  const context = pieces.filter((piece) => !piece.isQuestion).flatMap((piece) => piece.features.filter(isTopical))
  const situation = context.filter(({ key }) => group.test(key))
  let previous: readonly Feature[] = context
  const result: Clause[] = []
  for (const piece of pieces) {
    if (!piece.isQuestion) continue
    // "… và bao nhiêu tiền" asks for the price of what was named before.
    const own = piece.features.filter((feature) => isTopical(feature) && feature.key !== 'price')
    const subject = previous.some(isSubject) ? previous.filter(isSubject) : previous
    const needsMilk = own.length > 0 && own.every((feature) => part.test(feature.key))
    const carriedOn =
      own.length === 0 || (needsMilk && result.length > 0)
        ? subject
        : previous.filter((feature) => feature.key === 'milk' && !own.some((o) => o.role === 'elsewhere'))
    // Nothing else is shared in percent between parents and others: "phụ huynh đóng mấy phần trăm" means the milk.
    const isMilkMeant = needsMilk && carriedOn.length === 0 && tellsShare(piece.features)
    const leansOn: readonly Feature[] = isMilkMeant ? [{ key: 'milk', role: 'thing', at: piece.from }] : carriedOn
    const about = own.some(({ key }) => group.test(key)) ? [] : situation
    const carried = own.length === 0 || needsMilk ? leansOn : []
    result.push({ ...piece, features: [...about, ...carried, ...piece.features] })
    if (own.length > 0) previous = [...(needsMilk ? leansOn : []), ...own]
  }
  return result
}

function tellsShare(features: readonly Feature[]): boolean {
  const keys = new Set(features.map(({ key }) => key))
  return keys.has('parent') && keys.has('pay') && keys.has('percent')
}
