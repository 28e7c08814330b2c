import type { Place } from '../../core/place.ts'
import type { Circumstances } from './circumstances.ts'
import type { Clause } from './clauses.ts'
import type { Feature } from './features.ts'
import { rank } from './rank.ts'
import type { Reading } from './reading.ts'
import { threshold } from './resolve.ts'
import type { SearchIndex } from './search-index.ts'
import type { ThreadState } from './thread.ts'

/** A message with what it takes over from the turns before it. */
export interface Leaning {
  readonly isFollowUp: boolean
  readonly clauses: readonly Clause[]
  readonly circumstances: Circumstances
  readonly places: readonly Place[]
}

const cue =
  /^(the con|vay con|con|the|vay|the thi|vay thi|roi|a con|o the|o vay|u the|ok the|da the|da vay|da con|nhung|what about|how about|and|then|so|but|also|or)\b|\b(thi sao|thi the nao|thi nhu the nao|the nao|sao a|thi bao nhieu|con gi nua)( a| anh| vay| ha| nhi)?$/
/** Things of one kind: naming one of them replaces the other in what is carried on. */
const kinds: readonly ReadonlySet<string>[] = [
  new Set(['parent', 'company', 'city']),
  new Set([
    'poor',
    'near-poor',
    'policy-family',
    'ordinary',
    'disabled',
    'orphan',
    'martyr',
    'minority',
    'worker',
    'officer-child',
    'free',
  ]),
  new Set(['teacher', 'manager', 'staff', 'medical-staff']),
  new Set(['start', 'end']),
  new Set(['underweight', 'stunting', 'obesity', 'malnutrition']),
  new Set(['public', 'non-public']),
  new Set(['level-1', 'level-2', 'level-4']),
  new Set(['when', 'how-many', 'where', 'who', 'which', 'percent', 'how-often', 'how-long', 'what']),
  new Set(['website', 'library', 'computer-room', 'camera', 'air-conditioner', 'internet', 'software']),
]
const isTopical = ({ role }: Feature): boolean => role === 'thing' || role === 'elsewhere' || role === 'word'

/** Decides whether a message leans on the turn before, and joins the two where it does. */
export function leanOn(reading: Reading, thread: ThreadState, index: SearchIndex): Leaning {
  const own = reading.circumstances
  const alone = { isFollowUp: false, clauses: reading.clauses, circumstances: own, places: placesOf(own, thread) }
  if (thread.features.length === 0 || reading.clauses.length > 1) return alone
  const clause = reading.clauses[0]!
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
  if (isBare) return own.places.length > 0 ? withoutLevel(joined, index) : joined
  const sure = (features: readonly Feature[], circumstances: Circumstances): number =>
    rank({ features, circumstances }, index, 1)[0]?.confidence ?? 0
  const sureAlone = sure(clause.features, own)
  const sureJoined = sure(joined.clauses[0]!.features, joined.circumstances)
  const isPart = topical.every(({ key }) => kinds.some((kind) => kind.has(key)))
  if (isPart && sureJoined >= threshold) return joined
  if (sureAlone < threshold && sureJoined >= threshold && hasCue) return joined
  return hasCue ? sameQuestion(alone, thread) : alone
}

/** Another place that does not tell levels apart is asked for the whole: "mức độ 2 thì sao" … "còn Hải Phòng?". */
function withoutLevel(joined: Leaning, index: SearchIndex): Leaning {
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
