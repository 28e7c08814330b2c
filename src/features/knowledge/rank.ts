import { ageFit, type Circumstances, timeFit } from './circumstances.ts'
import type { Entry } from './entry.ts'
import type { Feature } from './features.ts'
import { distinct, type SearchIndex } from './search-index.ts'

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
}

const moneyUnits = /đồng|tỷ|nghìn|triệu/
const missingThingFactor = 0.55
const missingWordFactor = 0.86

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
  shared.forEach((weight, askAt) => {
    if (weight === 0) return
    const ask = index.asks[askAt]!
    const dice = (2 * weight) / (total + ask.weight)
    if (dice > likeness[ask.entryAt]!) likeness[ask.entryAt] = dice
  })
  const promising = [...cover.keys()]
    .filter((at) => cover[at]! > 0)
    .map((at) => ({ at, rough: 0.5 * (cover[at]! / total) + 0.5 * likeness[at]! }))
    .sort((a, b) => b.rough - a.rough)
    .slice(0, limit * 3)
  return promising
    .map(({ at, rough }) => weigh({ at, rough, cover: cover[at]! / total, likeness: likeness[at]! }, { query, features, index }))
    .sort((a, b) => b.score - a.score || (a.entry.validTo < b.entry.validTo ? 1 : -1))
    .slice(0, limit)
}

interface Rough {
  readonly at: number
  readonly rough: number
  readonly cover: number
  readonly likeness: number
}

function weigh(
  found: Rough,
  { query, features, index }: { query: Query; features: readonly Feature[]; index: SearchIndex },
): Candidate {
  const { entry, credit } = index.known[found.at]!
  const asksPrice = features.some(({ key }) => key === 'price') && !features.some(({ key }) => key === 'percent')
  const hasAmount = entry.figures.some((figure) => moneyUnits.test(figure.unit))
  const missing: string[] = []
  let factor = 1
  for (const { key, role } of features) {
    const isMissing = key === 'price' ? asksPrice && !hasAmount : !credit.has(key)
    if (!isMissing) continue
    if (role === 'thing' || role === 'elsewhere') {
      missing.push(key)
      factor *= missingThingFactor
    } else if (role === 'word') factor *= missingWordFactor
  }
  const fit = factor * ageFit(query.circumstances.ages, entry) * timeFit(query.circumstances, entry)
  const sureness = Math.min(1, 0.65 * found.cover + 0.45 * found.likeness)
  return { entry, score: found.rough * fit, confidence: Math.min(1, sureness * fit), missing }
}
