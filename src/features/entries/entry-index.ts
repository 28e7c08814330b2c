import type { SchoolDay } from '../../core/clock.ts'
import type { Place } from '../../core/place.ts'
import type { SchoolEntry } from './entry.ts'
import { isSameQuestion, likeness } from './likeness.ts'
import { wantsMore } from './wanted.ts'
import { isAboutElsewhere, readWording, type Wording } from './wording.ts'

interface Ask {
  readonly entryId: string
  readonly wording: Wording
}

/** What a question needs to be looked up. */
export interface Asking {
  readonly wording: Wording
  readonly today: SchoolDay
  readonly place: Place
}

/** A school's entry that answers. */
export interface OwnAnswer {
  readonly entry: SchoolEntry
  /** Its time is over, and no other one answers. */
  readonly expired: boolean
  /** The question asks for something more than the entry was asked for: "mua ở đâu, giá bao nhiêu". */
  readonly isPart: boolean
}

/** From here on a word is rare enough to look a question up by it. */
const keyWeight = 0.25
const candidatesRead = 40

/** One school's published entries, ready for questions. Changed entry by entry; a change reads nothing but what changed. */
export class EntryIndex {
  readonly #entries = new Map<string, SchoolEntry>()
  readonly #asks = new Map<number, Ask>()
  readonly #asksOfEntry = new Map<string, number[]>()
  readonly #asksOfKey = new Map<string, Set<number>>()
  #nextAsk = 0

  /** Takes an entry as it now stands; one that is not published leaves the index. @returns what stood there before. */
  put(entry: SchoolEntry): SchoolEntry | undefined {
    const before = this.drop(entry.id)
    if (entry.state !== 'published') return before
    this.#entries.set(entry.id, entry)
    const numbers = entry.asks.map((text) => {
      const wording = readWording(text)
      const number = this.#nextAsk++
      this.#asks.set(number, { entryId: entry.id, wording })
      for (const key of keysOf(wording)) this.#asksOf(key).add(number)
      return number
    })
    this.#asksOfEntry.set(entry.id, numbers)
    return before
  }

  drop(entryId: string): SchoolEntry | undefined {
    const before = this.#entries.get(entryId)
    for (const number of this.#asksOfEntry.get(entryId) ?? []) {
      for (const key of keysOf(this.#asks.get(number)!.wording)) this.#asksOf(key).delete(number)
      this.#asks.delete(number)
    }
    this.#asksOfEntry.delete(entryId)
    this.#entries.delete(entryId)
    return before
  }

  /** The entry that answers a question; undefined when none is about the same. */
  find({ wording, today, place }: Asking): OwnAnswer | undefined {
    if (this.#entries.size === 0 || isAboutElsewhere(wording, place)) return undefined
    const fitting = this.#nearest(wording)
      .filter((ask) => isSameQuestion(wording, ask.wording))
      .map((ask) => ({
        entry: this.#entries.get(ask.entryId)!,
        score: likeness(wording, ask.wording),
        isPart: wantsMore(wording.wanted, ask.wording.wanted),
      }))
      .filter(({ entry }) => entry.validFrom <= today && isInPeriod(entry, wording))
      .sort((one, other) => other.score - one.score || other.entry.savedAt.getTime() - one.entry.savedAt.getTime())
    const best = fitting[0]
    if (best === undefined) return undefined
    // Whoever only names a thing of which the school has several things to say, has not said what.
    if (wording.wanted.size === 0 && best.score < 1 && fitting.some(({ entry }) => entry.id !== best.entry.id)) return undefined
    const { entry, isPart } = fitting.find((one) => !isExpired(one.entry, today)) ?? best
    return { entry, isPart, expired: isExpired(entry, today) }
  }

  /** The asks that share most with the question. */
  #nearest(wording: Wording): Ask[] {
    const shared = new Map<number, number>()
    const keys = keysOf(wording).map((key) => [...(this.#asksOfKey.get(key) ?? [])])
    const all = this.#asks.size
    for (const numbers of keys) {
      const worth = Math.log(1 + all / Math.max(1, numbers.length))
      for (const number of numbers) shared.set(number, (shared.get(number) ?? 0) + worth)
    }
    return best(shared, candidatesRead).map((number) => this.#asks.get(number)!)
  }

  #asksOf(key: string): Set<number> {
    const known = this.#asksOfKey.get(key)
    if (known !== undefined) return known
    const added = new Set<number>()
    this.#asksOfKey.set(key, added)
    return added
  }
}

export function isExpired(entry: SchoolEntry, today: SchoolDay): boolean {
  return entry.validTo !== null && entry.validTo < today
}

/** Whoever names a year is answered for that year. */
function isInPeriod({ validFrom, validTo }: SchoolEntry, { circumstances: { period } }: Wording): boolean {
  return period === null || (validFrom <= period.to && (validTo === null || validTo >= period.from))
}

function keysOf(wording: Wording): string[] {
  const heavy = wording.terms.filter(({ weight }) => weight >= keyWeight)
  const keys = heavy.flatMap(({ word, name }) => (name === undefined ? [word] : [`${name}/`, word]))
  return [...new Set([...keys, ...[...wording.figures].map((figure) => `# ${figure}`), `= ${wording.folded}`])]
}

/** The keys of the highest values, without sorting all of them. */
function best(values: ReadonlyMap<number, number>, count: number): number[] {
  if (values.size <= count) return [...values.keys()]
  const bound = [...values.values()].sort((one, other) => other - one)[count - 1]!
  return [...values.keys()].filter((key) => values.get(key)! >= bound).slice(0, count * 2)
}
