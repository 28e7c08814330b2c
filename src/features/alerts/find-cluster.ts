import { addDays, type SchoolDay } from '../../core/clock.ts'
import { type DayOfOnsets, onsetsOf, type ReportedDay } from './class-history.ts'
import { chanceOf, fewest, rarity } from './cluster-threshold.ts'
import type { SymptomGroup } from './symptom-group.ts'

/** What the office is shown of a cluster: counts of children who newly fell ill. */
export interface ClusterFigures {
  /** On its first day. */
  readonly today: number
  /** From `from` to that day. */
  readonly recent: number
  /** The day itself, or the first of the three. */
  readonly from: SchoolDay
  /** From `from` until now. */
  readonly since: number
  /** The most in a day, or in three days in a row where `from` is not the first day itself, in the weeks before. */
  readonly usual: number
  /** Reported days these weeks have; 0: the class has none yet. */
  readonly baselineDays: number
}

/** A day alone, for what came with one meal; three together, for what goes from child to child. */
const windows = [1, 3]
/** Days further apart belong to no common window: a holiday lies between. */
const windowSpan = 7
const baselineDays = 20
const baselineSpan = 42

/** How far back the reports must be given for a class's own weeks. Calendar days. */
export const historyDays = windowSpan + baselineSpan + 7

/**
 * Whether so many children of one class fell ill alike on `day`, or on it and the two reported days before, that its own last weeks do not explain
 * it: at least three, at least one of them on the day, and rarer than `rarity` by `chanceOf`. The day alone is told where it suffices.
 * @param days the class's reported days, oldest first
 */
export function findCluster(
  days: readonly ReportedDay[],
  { group, day, rare = rarity }: { group: SymptomGroup; day: SchoolDay; rare?: number },
): ClusterFigures | undefined {
  const onsets = onsetsOf(days, group)
  const at = onsets.findIndex((one) => one.day === day)
  const today = onsets[at]?.names.length ?? 0
  if (today === 0) return undefined
  for (const length of windows) {
    const window = onsets.slice(Math.max(0, at - length + 1), at + 1).filter((one) => one.day > addDays(day, -windowSpan))
    const end = at + 1 - window.length
    const before = onsets
      .slice(Math.max(0, end - baselineDays), end)
      .filter((one) => one.day > addDays(day, -windowSpan - baselineSpan))
    const recent = sum(window)
    if (recent < fewest || chanceOf(recent, { seen: sum(before), days: before.length }, window.length) > rare) continue
    const from = window[0]!.day
    const rolling = before.map((_, index) => sum(before.slice(index, index + length)))
    return { today, recent, from, since: sinceOf(onsets, from), usual: Math.max(0, ...rolling), baselineDays: before.length }
  }
  return undefined
}

/** How many different children have fallen ill since a cluster began. */
export function childrenSince(days: readonly ReportedDay[], group: SymptomGroup, from: SchoolDay): number {
  return sinceOf(onsetsOf(days, group), from)
}

function sinceOf(onsets: readonly DayOfOnsets[], from: SchoolDay): number {
  return new Set(onsets.filter(({ day }) => day >= from).flatMap(({ names }) => names)).size
}

function sum(onsets: readonly DayOfOnsets[]): number {
  return onsets.reduce((total, { names }) => total + names.length, 0)
}
