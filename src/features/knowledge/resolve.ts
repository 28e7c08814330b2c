import type { SchoolDay } from '../../core/clock.ts'
import type { Place } from '../../core/place.ts'
import { places } from '../../core/place.ts'
import { type Circumstances, covers } from './circumstances.ts'
import type { Clause } from './clauses.ts'
import type { Entry } from './entry.ts'
import { type Feature, featuresOf } from './features.ts'
import { type Candidate, rank } from './rank.ts'
import type { SearchIndex } from './search-index.ts'
import { isDate, isLabel } from './units.ts'
import { clean, wordsOf } from './words.ts'

/**
 * From which confidence on an entry is told, unless the answerer is made with another one. Chosen from the curve over the whole answerer that
 * `tests/eval/ask.ts` prints: here most questions are dealt with rightly. A step lower (0.63) gains 0.2 points of coverage and doubles
 * what is told though nobody knows it (0.8 % for 0.4 %); a step higher (0.69) refuses 0.7 points more for 0.2 points of that.
 */
export const defaultThreshold = 0.66
/** A place's best entry counts as an answer to the same question when it is at least this near to the best of all. */
const rivalShare = 0.88
const sameMatterShare = 0.75
/** Below this a part of the question is tried too, and taken when it is surer by the gain. */
const wellSure = 0.8
const clearGain = 0.15

/** What was found for one question. */
export type Outcome =
  | {
      readonly kind: 'found'
      readonly entries: readonly Entry[]
      readonly earlier: readonly Entry[]
      readonly asksOtherTime: boolean
      readonly confidence: number
      /** Things the question speaks of and what was found does not. */
      readonly missing: readonly string[]
    }
  /** The place decides and is not known: what each place's entry is. */
  | { readonly kind: 'places'; readonly entries: readonly Entry[]; readonly confidence: number }
  /** A few words that several entries fit about equally. */
  | { readonly kind: 'several'; readonly entries: readonly Entry[]; readonly confidence: number }
  | {
      readonly kind: 'nothing'
      readonly why: 'unknown' | 'place' | 'elsewhere' | 'money'
      readonly place?: Place
      readonly confidence: number
    }

/** A question as it is looked up. */
export interface Asked {
  readonly clause: Clause
  readonly circumstances: Circumstances
  /** The place of the answer before: settles what would otherwise be asked back. */
  readonly lastPlace: Place | null
  /** The places the question is about: named in it or earlier, or the person's own; empty when nothing tells. */
  readonly places: readonly Place[]
  readonly today: SchoolDay
  /** From which confidence on an entry is told. */
  readonly threshold: number
}

/** Looks one question up. */
export function resolve(asked: Asked, index: SearchIndex): Outcome {
  const ranked = rankBest(asked, index)
  const best = ranked[0]
  const confidence = best?.confidence ?? 0
  const isPriceOnly =
    asked.clause.features.some(({ key }) => key === 'price') && !asked.clause.features.some(({ role }) => role === 'thing')
  if (isPriceOnly) return { kind: 'nothing', why: 'money', confidence: 0.9 }
  if (asked.circumstances.isElsewhere) return { kind: 'nothing', why: 'elsewhere', confidence: 1 - confidence / 2 }
  if (best === undefined || confidence < asked.threshold)
    return { kind: 'nothing', why: isAboutMoney(asked.clause) ? 'money' : 'unknown', confidence: 1 - confidence }
  return asked.places.length > 0 ? inPlaces(asked, ranked) : anywhere(asked, ranked)
}

/** What a question may speak of by the way, without being about it: who it is put to, where one read it, the calendar. */
const framing = /^(education-office|education-department|schedule|decree|theme|teacher|city)$/
/** A school's name tells only where the family is when the question is of something that is the same at every school. */
const everywhere = /^(milk|weigh|bmi|check-up|vaccination|attendance)$/

/** Ranks the whole question; when that gives nothing, the question without its framing, and a long one without its preamble. */
function rankBest({ clause, circumstances, threshold }: Asked, index: SearchIndex): Candidate[] {
  const whole = rank({ features: clause.features, circumstances, wording: clause.wording }, index)
  const sure = whole[0]?.confidence ?? 0
  if (sure >= wellSure) return whole
  const needed = sure < threshold ? threshold : sure + clearGain
  for (const features of [...unframed(clause.features), ...clause.withoutPreamble.flatMap((end) => [end, ...unframed(end)])]) {
    const ranked = rank({ features, circumstances, wording: clause.wording }, index)
    if ((ranked[0]?.confidence ?? 0) >= needed) return ranked
  }
  return whole
}

/** The question without its framing, if something to look up is left and there was any. */
function unframed(features: readonly Feature[]): Feature[][] {
  const isEverywhere = features.some(({ key }) => everywhere.test(key))
  const left = features.filter(({ key }) => !framing.test(key) && !(isEverywhere && key.startsWith('name:')))
  const hasSubject = left.some(({ role }) => role === 'thing')
  return hasSubject && left.length < features.length ? [left] : []
}

function isAboutMoney(clause: Clause): boolean {
  return clause.features.some(({ key }) => ['price', 'tuition', 'meal-fee', 'salary'].includes(key))
}

function inPlaces(asked: Asked, ranked: readonly Candidate[]): Outcome {
  const found = asked.places.flatMap((place) => {
    const own = ranked.filter(({ entry }) => entry.place === place)
    const best = own[0]
    return best !== undefined && best.confidence >= Math.max(asked.threshold, ranked[0]!.confidence * 0.72)
      ? [settle(asked, own)]
      : []
  })
  if (found.length === 0) return { kind: 'nothing', why: 'place', place: asked.places[0]!, confidence: 0.9 }
  return join(found)
}

function anywhere(asked: Asked, ranked: readonly Candidate[]): Outcome {
  const best = ranked[0]!
  const perPlace = places.flatMap((place) => {
    const own = ranked.filter(({ entry }) => entry.place === place)
    return own[0] !== undefined && isRival(own[0], best, asked.threshold) ? [own] : []
  })
  const covering = perPlace.filter((own) => covers(asked.circumstances, own[0]!.entry))
  const rivals = asked.circumstances.period !== null && covering.length > 0 ? covering : perPlace
  if (rivals.length <= 1)
    return join([settle(asked, rivals[0] ?? ranked.filter(({ entry }) => entry.place === best.entry.place))])
  const again = rivals.find((own) => own[0]!.entry.place === (asked.circumstances.level ?? asked.lastPlace))
  if (again !== undefined) return join([settle(asked, again)])
  const settled = rivals.map((own) => settle(asked, own))
  const entries = settled.map((one) => one.entries[0]!)
  return isAgreed(entries) ? join(settled) : { kind: 'places', entries, confidence: best.confidence }
}

/** Whether another place's entry answers the question as well: about as surely, or on the very same matter. */
function isRival(own: Candidate, best: Candidate, threshold: number): boolean {
  if (own.confidence < threshold) return false
  const isSameMatter =
    own.entry.topic === best.entry.topic &&
    own.entry.group === best.entry.group &&
    own.missing.length === 0 &&
    own.entry.group !== undefined
  const share = isSameMatter ? sameMatterShare : rivalShare
  return own.confidence >= best.confidence * share && own.score >= best.score * share
}

/** Whether what the places say does not differ in a quantity: then the place need not be asked for. */
function isAgreed(entries: readonly Entry[]): boolean {
  return new Set(entries.map(quantities)).size === 1
}

type Found = Extract<Outcome, { kind: 'found' }>

/** Of one place's candidates the one to tell: the later document where both say the same thing, the earlier one beside it where they differ. */
function settle(asked: Asked, own: readonly Candidate[]): Found {
  let best = own[0]!
  const { documents, period } = asked.circumstances
  const later = own.find(
    (other) =>
      other.confidence >= Math.max(asked.threshold, best.confidence * 0.8) && other.entry.supersedes?.includes(best.entry.id),
  )
  const isOlderMeant =
    documents.length > 0 ||
    (period !== null &&
      covers(asked.circumstances, best.entry) &&
      later !== undefined &&
      !covers(asked.circumstances, later.entry))
  if (later !== undefined && !isOlderMeant) best = later
  const isTimeNamed = documents.length > 0 || (period !== null && covers(asked.circumstances, best.entry))
  const earlier = isTimeNamed
    ? []
    : own
        .map(({ entry }) => entry)
        .filter(
          (entry) =>
            best.entry.supersedes?.includes(entry.id) && entry.validTo >= best.entry.validFrom && differs(entry, best.entry),
        )
  const isNow = asked.circumstances.asksNow && !(best.entry.validFrom <= asked.today && asked.today <= best.entry.validTo)
  const asksOtherTime = asked.circumstances.documents.length === 0 && (isNow || !covers(asked.circumstances, best.entry))
  return {
    kind: 'found',
    entries: [best.entry],
    earlier: earlier.slice(0, 1),
    asksOtherTime,
    confidence: best.confidence,
    missing: best.missing,
  }
}

function quantities({ figures }: Entry): string {
  return figures
    .filter((figure) => !isDate(figure.unit) && !isLabel(figure.unit) && !figure.value.startsWith('20'))
    .map((figure) => `${figure.value} ${figure.unit}`)
    .sort()
    .join()
}

/** Whether two entries on one thing say different things: other quantities, or other schools and wards. */
function differs(a: Entry, b: Entry): boolean {
  const names = (entry: Entry): Set<string> => new Set(thingsOf(entry).filter((key) => key.startsWith('name:')))
  if (names(a).symmetricDifference(names(b)).size > 0) return true
  return quantities(a) !== quantities(b) && values(a).symmetricDifference(values(b)).size > 0
}

function values({ figures }: Entry): Set<string> {
  return new Set(figures.filter(({ unit }) => !isDate(unit) && !isLabel(unit)).map(({ value }) => value.replace(/^0(?=\d)/, '')))
}

function thingsOf({ text }: Entry): string[] {
  return featuresOf(wordsOf(clean(text.vi)))
    .features.filter(({ role }) => role === 'thing')
    .map(({ key }) => key)
}

/** Several findings told together; an entry whose figures all stand in another one is left out. */
export function join(found: readonly Found[]): Found {
  const entries = [...new Set(found.flatMap((one) => one.entries))]
  const needed = entries.filter((entry) => !entries.some((other) => other !== entry && isWithin(entry, other, entries)))
  return {
    kind: 'found',
    entries: needed,
    earlier: [...new Set(found.flatMap((one) => one.earlier))],
    asksOtherTime: found.some((one) => one.asksOtherTime),
    confidence: Math.min(...found.map((one) => one.confidence)),
    missing: found.flatMap((one) => one.missing),
  }
}

function isWithin(entry: Entry, other: Entry, all: readonly Entry[]): boolean {
  if (entry.document !== other.document || entry.topic !== other.topic || entry.figures.length === 0) return false
  const told = new Set(other.figures.map((figure) => `${figure.value} ${figure.unit}`))
  if (!entry.figures.every((figure) => told.has(`${figure.value} ${figure.unit}`))) return false
  const others = new Set(thingsOf(other))
  if (!thingsOf(entry).every((key) => others.has(key))) return false
  return entry.figures.length < other.figures.length || all.indexOf(entry) > all.indexOf(other)
}
