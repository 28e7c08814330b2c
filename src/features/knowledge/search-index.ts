import { withoutDiacritics } from '../../core/text.ts'
import { lexicon } from './concepts.ts'
import type { Entry } from './entry.ts'
import { type Feature, featuresOf, roleWeight } from './features.ts'
import { Speller } from './spelling.ts'
import { clean, wordsOf } from './words.ts'

/** What one entry knows: every feature of its asks counts in full, what only its text or labels say a little less. */
export interface Known {
  readonly entry: Entry
  readonly credit: ReadonlyMap<string, number>
  /** What its text and the labels of its figures speak of, without its asks. */
  readonly told: ReadonlySet<string>
  /** What its asks for a figure speak of. */
  readonly counted: ReadonlySet<string>
  /** What the labels of its figures speak of. */
  readonly measured: ReadonlySet<string>
}
interface Ask {
  readonly entryAt: number
  readonly weight: number
}

/** Entries made ready for searching. Built once; the same for the pack and for a school's own entries. */
export interface SearchIndex {
  readonly known: readonly Known[]
  readonly asks: readonly Ask[]
  /** Feature → the entries that know it, with their credit. */
  readonly entriesOf: ReadonlyMap<string, readonly (readonly [entryAt: number, credit: number])[]>
  /** Feature → the asks that say it. */
  readonly asksOf: ReadonlyMap<string, readonly number[]>
  readonly speller: Speller
  /** The weight of a feature: its role times its rarity among the entries. */
  weightOf(feature: Pick<Feature, 'key' | 'role'>): number
  readonly byId: ReadonlyMap<string, Entry>
}

const textCredit = 0.75
/** A rare word of no substance stays a word of no substance. */
const maxColourRarity = 2.5

/** Reads every entry once. @param entries any mixture of the pack and others; ids unique. */
export function buildSearchIndex(entries: readonly Entry[]): SearchIndex {
  const featuresIn = readingOnce()
  const known = entries.map((entry) => knownOf(entry, featuresIn))
  const entriesOf = new Map<string, [number, number][]>()
  known.forEach(({ credit }, at) => {
    for (const [key, amount] of credit) pushTo(entriesOf, key, [at, amount])
  })
  const weightOf = ({ key, role }: Pick<Feature, 'key' | 'role'>): number => {
    const frequency = entriesOf.get(key)?.length ?? 0
    if (frequency === 0 && role === 'number') return 0.3
    if (frequency === 0 && role === 'word') return 1.2
    const rarity = Math.log(1 + entries.length / Math.max(1, frequency))
    return roleWeight[role] * (role === 'colour' || role === 'asked' ? Math.min(maxColourRarity, rarity) : rarity)
  }
  const asks: Ask[] = []
  const asksOf = new Map<string, number[]>()
  entries.forEach((entry, entryAt) => {
    for (const ask of entry.asks) {
      const features = distinct(featuresIn(ask))
      for (const { key } of features) pushTo(asksOf, key, asks.length)
      asks.push({ entryAt, weight: features.reduce((sum, feature) => sum + weightOf(feature), 0) })
    }
  })
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  return { known, asks, entriesOf, asksOf, speller: spellerOf(entries), weightOf, byId }
}

/** Each feature once, the first mention of it. */
export function distinct(features: readonly Feature[]): Feature[] {
  const seen = new Map<string, Feature>()
  for (const feature of features) if (!seen.has(feature.key)) seen.set(feature.key, feature)
  return [...seen.values()]
}

type Read = (text: string) => readonly Feature[]

/** Reads each text of an index once: its asks are needed as a whole and one by one, and labels repeat. */
function readingOnce(): Read {
  const known = new Map<string, readonly Feature[]>()
  return (text) => {
    const features = known.get(text) ?? featuresOf(wordsOf(clean(text))).features
    known.set(text, features)
    return features
  }
}

function knownOf(entry: Entry, read: Read): Known {
  const { text, figures, asks } = entry
  const keysOf = (texts: readonly string[]) => new Set(texts.flatMap((one) => read(one).map(({ key }) => key)))
  const labels = figures.flatMap(({ label, value, unit }) => [label, `${value} ${unit}`])
  const told = keysOf([text.vi, text.en, ...labels])
  const credit = new Map<string, number>()
  for (const key of told) credit.set(key, key.startsWith('#') ? 1 : textCredit)
  const asked = asks.map((ask) => keysOf([ask]))
  // How many there are at all is a question of its own, though "mỗi năm thêm mấy trường" sounds like it.
  for (const key of asked.flatMap((keys) => [...keys])) if (key !== 'head-count') credit.set(key, 1)
  const counted = new Set(asked.filter((keys) => keys.has('percent') || keys.has('how-many')).flatMap((keys) => [...keys]))
  return { entry, credit, told, counted, measured: keysOf(figures.map(({ label }) => label)) }
}

function spellerOf(entries: readonly Entry[]): Speller {
  const words = new Set(lexicon.words)
  const mendable = new Set([...lexicon.subject].filter((word) => word.length >= 3))
  for (const entry of entries) {
    for (const text of [entry.text.vi, entry.text.en, ...entry.asks]) {
      for (const [word] of withoutDiacritics(text.toLowerCase()).matchAll(/\p{L}+/gu)) words.add(word)
    }
  }
  const { joined, pairs, namePairs, initials, sounds } = lexicon
  return new Speller({ words, mendable, joined, pairs, namePairs, initials, sounds })
}

function pushTo<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
