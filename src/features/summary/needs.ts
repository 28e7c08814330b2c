import type { DaySummary } from './totals.ts'

/** What a child gets in a day, by the school's settings; null: the summary does not tell it. */
export interface Portions {
  readonly meals: number | null
  readonly milkBoxes: number | null
}

/** What the kitchen needs for the day. */
export interface Needs {
  /** null: not told. */
  readonly meals: number | null
  readonly milkBoxes: number | null
  /** Children of classes that have not reported, counted by their lists. */
  readonly estimated: number
}

/**
 * Meals and milk for who is there: the children present, and of classes that have not reported those on the list whom no family has
 * announced as away.
 * @param announced children announced as away, by the name of their class
 */
export function needsOf(summary: DaySummary, portions: Portions, announced: ReadonlyMap<string, number>): Needs {
  const estimated = summary.classes
    .filter(({ figures }) => figures === null)
    .reduce((sum, { className, roster }) => sum + Math.max(0, roster - (announced.get(className) ?? 0)), 0)
  const children = summary.totals.present + estimated
  const times = (count: number | null) => (count === null ? null : count * children)
  return { meals: times(portions.meals), milkBoxes: times(portions.milkBoxes), estimated }
}
