import { attach } from './attach.ts'
import { type Fork, itemsOf } from './items.ts'
import { presentList } from './present-list.ts'
import type { RosterNames } from './roster-names.ts'
import { type Settled, settle } from './settle.ts'
import { settleList } from './settle-list.ts'
import type { Attached } from './state.ts'
import type { Line } from './token.ts'

/** A line as it was read: the report it makes, and what that rests on. */
export interface ReadLine extends Settled {
  readonly attached: Attached
  /** How many children the roster has. */
  readonly size: number
  /** A list of those who came, with their number or with a word about the others: whole by itself. */
  readonly listFirm?: boolean
}

/** So many other readings are tried; a line of 500 names is not tried out at all. */
const maxTries = 14
const maxTokens = 400

/** Reads a line; when names and numbers do not agree, tries the next likely readings of words that may be names. */
export function readLine(line: Line, names: RosterNames): ReadLine {
  const first = readWith(line, names, new Set())
  if (first.fit === 0 || line.tokens.length > maxTokens) return first
  // Nobody named is a report too; a symptom of nobody, or names that do not add up, want another reading more.
  const threshold = first.fit === 2 ? 0.1 : first.report.unnamedAbsent > 0 ? 0.35 : 0.2
  const forks = first.forks.filter((fork) => fork.odds >= threshold).sort((a, b) => b.odds - a.odds)
  for (const flips of tries(forks)) {
    const other = readWith(line, names, new Set(flips))
    if (other.fit === 0) return other
    // "30/32 vang hai": two whom nobody names, not one Hải of two.
    if (first.fit === 2 && other.fit === 1 && agrees(other)) return other
  }
  return first
}

/** The number away that stands beside "28/30" is the one that follows from it, and nobody is named. */
function agrees({ attached: { counted, people }, report }: ReadLine): boolean {
  const [ratio] = counted.ratios
  return people.length === 0 && ratio !== undefined && counted.away === ratio.right - ratio.left && report.error === null
}

/** The other readings of a line, the likeliest first: for a correction that, read as it first seems, would change nothing. `least`: the odds from which a reading is tried. */
export function* otherReadings(line: Line, names: RosterNames, least = 0.2): Generator<ReadLine> {
  const { forks } = readWith(line, names, new Set())
  const likely = forks.filter((fork) => fork.odds >= least).sort((a, b) => b.odds - a.odds)
  for (const flips of tries(likely).slice(0, 6)) yield readWith(line, names, new Set(flips))
}

function readWith(line: Line, names: RosterNames, flips: ReadonlySet<number>): ReadLine & { forks: readonly Fork[] } {
  const { items, forks } = itemsOf(line, names, flips)
  const attached = attach(items)
  const list = presentList(items)
  const settled = list && settleList(attached, names.roster, list)
  return {
    ...(settled ?? settle(attached, names.roster)),
    ...(settled && { listFirm: list.rest || list.counted }),
    attached,
    forks,
    size: names.roster.children.length,
  }
}

/** One fork after the other, then pairs, the likeliest first. */
function tries(forks: readonly Fork[]): number[][] {
  const single = forks.map((fork) => [fork.at])
  const pairs = forks.flatMap((fork, at) => forks.slice(at + 1).map((other) => [fork.at, other.at]))
  return [...single, ...pairs].slice(0, maxTries)
}
