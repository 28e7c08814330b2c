import { contradict } from './contrasts.ts'
import { mayWantSame } from './wanted.ts'
import type { Wording } from './wording.ts'

/** A word of this weight is what a question is about. */
const ofSubstance = 0.5

/** Little words alone make no two questions one. */
const leastShared = 0.3

/**
 * How alike two questions are, 0 to 1: the share of what both say that the other says too. Nothing where they name different figures,
 * hours, seasons, or want different kinds of answer; less where each has something of its own.
 */
export function likeness(one: Wording, other: Wording): number {
  if (one.folded === other.folded) return 1
  if (one.figures.symmetricDifference(other.figures).size > 0) return 0
  if (contradict(one.contrasts, other.contrasts) || !mayWantSame(one.wanted, other.wanted)) return 0
  const [mine, theirs] = [shareOf(one, other), shareOf(other, one)]
  const total = mine.total + theirs.total
  if (Math.min(mine.shared, theirs.shared) < leastShared && !isCountOfGroup(one, other)) return 0
  let score = (mine.shared + theirs.shared) / total
  const [free, freeThere] = [mine.free, theirs.free]
  if (free > 0 && freeThere > 0) score *= 0.7
  // A remark that asks for nothing is no question for something.
  if ((one.wanted.size === 0 && free > 0) || (other.wanted.size === 0 && freeThere > 0)) score *= 0.6
  return score
}

/** `Lớp nhà trẻ có mấy bé`: whom it is about and what is asked say it all. */
function isCountOfGroup(one: Wording, other: Wording): boolean {
  return one.figures.size > 0 && one.wanted.has('count') && other.wanted.has('count')
}

/** How much of a wording the other one has too, and how much of substance it has alone. */
function shareOf(one: Wording, other: Wording): { shared: number; total: number; free: number } {
  let [shared, total, free] = [0, 0, 0]
  for (const { word, name, weight } of one.terms) {
    total += weight
    const isShared = name === undefined ? other.words.has(word) : other.names.has(name)
    if (isShared) shared += weight
    else if (weight >= ofSubstance) free += weight
  }
  return { shared, total, free }
}

/** From here on two questions are taken for one; chosen on `tests/features/entries/lines/dev.txt`. */
export const alike = 0.7

/** Whether two questions may share one answer. About illness and medicine only those in the very same words do. */
export function isSameQuestion(one: Wording, other: Wording): boolean {
  if (one.isMedical || other.isMedical) return one.words.symmetricDifference(other.words).size === 0
  return likeness(one, other) >= alike
}
