import type { Place } from '../../core/place.ts'
import type { Circumstances } from './circumstances.ts'
import type { Clause } from './clauses.ts'
import { documents } from './documents.ts'
import { type Feature, featuresOf } from './features.ts'
import { kinds } from './kinds.ts'
import { rank } from './rank.ts'
import type { Reading } from './reading.ts'
import type { SearchIndex } from './search-index.ts'
import type { ThreadState } from './thread.ts'
import { asksSpan, tellsSpan } from './when.ts'
import { clean, wordsOf } from './words.ts'

/** A message with what it takes over from the turns before it. */
export interface Leaning {
  readonly isFollowUp: boolean
  readonly clauses: readonly Clause[]
  readonly circumstances: Circumstances
  readonly places: readonly Place[]
}

const cue =
  /^(the con|vay con|con|the|vay|the thi|vay thi|roi|a con|o the|o vay|u the|ok the|da the|da vay|da con|nhung|what about|how about|and|then|so|but|also|or)\b|\b(thi sao|thi the nao|thi nhu the nao|the nao|sao a|thi bao nhieu|con gi nua)( a| anh| vay| ha| nhi)?$/
/** The plan that was named before. */
const thatDocument = /\b(ke hoach|van ban|huong dan|plan|document) (do|nay|ay|kia|tren)\b|\bthat (plan|document)\b/
const isTopical = ({ role }: Feature): boolean => role === 'thing' || role === 'elsewhere' || role === 'word'

/** Where follow-ups are tried, and from which confidence on one is taken. */
export interface Search {
  readonly index: SearchIndex
  readonly threshold: number
}

/** Decides whether a message leans on the turn before, and joins the two where it does. */
export function leanOn(reading: Reading, thread: ThreadState, { index, threshold }: Search): Leaning {
  const own = reading.circumstances
  const named = thatDocument.test(reading.text) && own.documents.length === 0 ? { ...own, documents: thread.documents } : own
  const alone = { isFollowUp: false, clauses: reading.clauses, circumstances: named, places: placesOf(own, thread) }
  if (thread.features.length === 0) return alone
  const clause = wholeOf(reading.clauses)
  if (clause === undefined) return alone
  const topical = clause.features.filter(
    (feature) => isTopical(feature) && feature.key !== 'validity' && feature.key !== 'head-count',
  )
  const asksValidity = clause.features.some(({ key }) => key === 'validity')
  const says = own.ages.length + own.places.length + own.documents.length + Number(own.period !== null) + Number(own.asksNow) > 0
  const hasCue = cue.test(reading.text)
  const isBare = topical.length === 0 && (clause.features.length > 0 || says) && reading.words.length <= 14
  if (!isBare && !hasCue && reading.words.length > 7) return alone
  const joined = {
    ...alone,
    isFollowUp: true,
    clauses: [
      {
        ...clause,
        features: merged(
          thread.features,
          clause.features.filter(({ key }) => key !== 'validity' && key !== 'head-count'),
          own.ages.length > 0,
        ),
      },
    ],
    circumstances: { ...carried(own, thread), asksNow: own.asksNow || asksValidity },
  }
  if (isBare && own.places.length > 0) return withoutLevel(joined, { index, threshold })
  if (isBare) return furtherBack(joined, thread, { index, threshold }) ?? wider(joined, thread, { index, threshold }) ?? joined
  const sure = (features: readonly Feature[], circumstances: Circumstances): number =>
    rank({ features, circumstances }, index, 1)[0]?.confidence ?? 0
  const sureAlone = sure(clause.features, own)
  const sureJoined = sure(joined.clauses[0]!.features, joined.circumstances)
  const isPart = topical.every(({ key }) => kinds.some((kind) => kind.has(key)))
  if (isPart && sureJoined >= threshold) return joined
  if (sureAlone < threshold && sureJoined >= threshold && hasCue) return joined
  return hasCue ? sameQuestion(alone, thread) : alone
}

/** The one clause; several that name no subject of their own ("kéo dài bao lâu, từ khi nào tới khi nào?") are one question. */
function wholeOf(clauses: readonly Clause[]): Clause | undefined {
  const [first] = clauses
  if (first === undefined || clauses.length === 1) return first
  const features = clauses.flatMap((clause) => clause.features)
  return features.some(isTopical) ? undefined : { ...first, features, wording: clauses.flatMap(({ wording }) => wording) }
}

/** Who pays and who is exempt is a part of what was spoken of: "từ ngày nào" after it asks of the whole. */
const part = /^(parent|company|city|poor|near-poor|policy-family|ordinary|free|pay|support)$/
const whichYear = /\b(nam( hoc)? (nao|may)|which (school )?year)\b/

/** Where the question joined to all that was said finds nothing: joined to the subject alone; asked for the year, what was said before, whose source tells it. */
function wider(joined: Leaning, thread: ThreadState, { index, threshold }: Search): Leaning | undefined {
  const clause = joined.clauses[0]!
  const { circumstances } = joined
  const isFound = (features: readonly Feature[]): boolean =>
    features.some(isTopical) &&
    (rank({ features, circumstances, wording: clause.wording }, index, 1)[0]?.confidence ?? 0) >= threshold
  if (isFound(clause.features)) return undefined
  const now = clause.features.filter((feature) => !thread.features.includes(feature))
  const subject = [...thread.features.filter(({ key, role }) => role !== 'asked' && !part.test(key)), ...now]
  const others = [subject, ...(whichYear.test(clause.wording.join(' ')) && !asksSpan(clause) ? [thread.features] : [])]
  const found = others.find(isFound)
  return found === undefined ? undefined : { ...joined, clauses: [{ ...clause, features: found }] }
}

/** What a span asks for is seldom told with the last thing named: then without that thing, or with what was spoken of before it. */
function furtherBack(joined: Leaning, thread: ThreadState, { index, threshold }: Search): Leaning | undefined {
  const clause = joined.clauses[0]!
  if (!asksSpan(clause)) return undefined
  const now = clause.features.filter((feature) => !thread.features.includes(feature))
  const others = [
    clause.features,
    ...clause.features.filter(isTopical).map((left) => clause.features.filter((feature) => feature !== left)),
    merged(thread.before, now, false),
  ].filter((features) => features.some(isTopical))
  const { circumstances } = joined
  const places = joined.places.length > 0 ? joined.places : thread.lastPlace === null ? [] : [thread.lastPlace]
  const told = others.find((features) =>
    rank({ features, circumstances, wording: clause.wording }, index, 20).some(
      ({ entry, confidence }) =>
        confidence >= threshold && tellsSpan(entry) && (places.length === 0 || places.includes(entry.place)),
    ),
  )
  const features = told ?? onlySpan(index, places)
  return features === undefined ? undefined : { ...joined, clauses: [{ ...clause, features }] }
}

/** The one span that a place's documents tell of all their time, as it is asked for: there is no other that could be meant. */
function onlySpan(index: SearchIndex, places: readonly Place[]): readonly Feature[] | undefined {
  const telling = index.known.filter(
    ({ entry }) => places.includes(entry.place) && tellsSpan(entry) && entry.validTo === documents[entry.document].validTo,
  )
  const ask = telling.length === 1 ? telling[0]!.entry.asks[0] : undefined
  return ask === undefined ? undefined : featuresOf(wordsOf(clean(ask))).features
}

/** Another place that does not tell levels apart is asked for the whole: "mức độ 2 thì sao" … "còn Hải Phòng?". */
function withoutLevel(joined: Leaning, { index, threshold }: Search): Leaning {
  const clause = joined.clauses[0]!
  const features = clause.features.filter(({ key }) => !key.startsWith('level-'))
  if (features.length === clause.features.length) return joined
  const isFound = rank({ features: clause.features, circumstances: joined.circumstances }, index, 20).some(
    ({ entry, confidence }) => joined.places.includes(entry.place) && confidence >= threshold,
  )
  return isFound ? joined : { ...joined, clauses: [{ ...clause, features }] }
}

/** "Khám sức khỏe thì sao?" after "bao lâu cân một lần": the same kind of answer is wanted, of another thing. */
function sameQuestion(alone: Leaning, thread: ThreadState): Leaning {
  const clause = alone.clauses[0]!
  const asks = clause.features.filter(({ role }) => role === 'asked')
  if (asks.some(({ key }) => key !== 'what')) return { ...alone, isFollowUp: true }
  const asked = thread.features.filter(({ role }) => role === 'asked')
  return {
    ...alone,
    isFollowUp: true,
    clauses: [{ ...clause, features: [...asked, ...clause.features.filter(({ role }) => role !== 'asked')] }],
  }
}

function placesOf(own: Circumstances, thread: ThreadState): readonly Place[] {
  if (own.places.length > 0) return own.places
  return thread.place === null ? [] : [thread.place]
}

function merged(before: readonly Feature[], now: readonly Feature[], namesAge: boolean): Feature[] {
  const replaced = kinds.filter((kind) => now.some(({ key }) => kind.has(key)))
  const isReplaced = ({ key, role }: Feature): boolean =>
    replaced.some((kind) => kind.has(key)) || (role === 'age' && namesAge) || role === 'number'
  return [...before.filter((feature) => !isReplaced(feature)), ...now]
}

function carried(own: Circumstances, thread: ThreadState): Circumstances {
  return {
    ...own,
    ages: own.ages.length > 0 ? own.ages : thread.ages,
    period: own.period ?? (own.asksNow ? null : thread.period),
    documents: own.documents.length > 0 || own.places.length > 0 ? own.documents : thread.documents,
  }
}
