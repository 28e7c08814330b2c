import type { ClassReport } from '../report.ts'
import { awayCount, type Draft } from './draft.ts'
import type { ReadLine } from './read-line.ts'
import { tally } from './tally.ts'

/** "cả 2 bạn đều đã đến lớp": as many as are away, by number alone. */
export function allCame({ attached: { counted, senses }, size }: ReadLine, awayBefore: number): boolean {
  const came = (senses.has('here') || senses.has('late')) && !senses.has('away') && !senses.has('ask')
  const many = awayBefore > 0 && awayBefore < size / 2 && [counted.whole, counted.present].includes(awayBefore)
  return came && many && counted.ratios.length === 0
}

/** Numbers of the correction rule; without any, every child more or less away moves the figure. */
export function newPresent(draft: Draft, previous: ClassReport, before: number): number {
  const { counted, senses, people } = draft.read.attached
  const size = draft.names.roster.children.length
  const more = counted.more ?? counted.away ?? counted.bare
  if (senses.has('add') && people.length === 0 && more !== undefined && counted.ratios.length === 0) {
    draft.unnamed += more
    draft.changed = true
  }
  // "2 bé đến rồi" counts those who came, not the class.
  const few = counted.ratios.length === 0 && !senses.has('only') && fewOf(counted.present ?? counted.bare, size)
  if (few && people.length === 0 && (senses.has('here') || senses.has('late'))) {
    draft.changed = true
    return Math.min(size, (previous.present ?? size) + (counted.present ?? counted.bare ?? 0))
  }
  const numbers = tally(
    {
      ...counted,
      ...(few && { present: undefined, bare: undefined }),
      full: false,
      ...(senses.has('add') && { away: undefined }),
    },
    size,
  )
  const derived = (previous.present ?? size) + before - awayCount(draft)
  if (numbers.present === undefined || (senses.has('add') && counted.ratios.length === 0)) return derived
  draft.changed = true
  const known = awayCount(draft) - draft.unnamed
  draft.unnamed = Math.max(0, numbers.total - numbers.present - known)
  return numbers.present
}

function fewOf(value: number | undefined, size: number): boolean {
  return value !== undefined && value < size / 2
}
