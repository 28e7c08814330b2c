import { expect, test } from 'vitest'
import { addDays } from '../../../src/core/clock.ts'
import type { ReportedDay } from '../../../src/features/alerts/class-history.ts'
import { chanceOf } from '../../../src/features/alerts/cluster-threshold.ts'
import { findCluster } from '../../../src/features/alerts/find-cluster.ts'
import { isSchoolDay } from '../../../src/features/calendar/school-day.ts'

/** School days up to and with Friday 11 December 2026, and who vomits on them, counted back from the last. */
function days(count: number, ill: Readonly<Record<number, readonly string[]>>): ReportedDay[] {
  const found: string[] = []
  for (let day = '2026-12-11'; found.length < count; day = addDays(day, -1))
    if (isSchoolDay(day, []).kind === 'school_day') found.push(day)
  return found
    .map((day, back) => ({
      day,
      ill: (ill[back] ?? []).map((name) => ({ name, symptoms: ['vomiting' as const], temperatureC: null })),
    }))
    .toReversed()
}
const find = (history: ReportedDay[]) => findCluster(history, { group: 'gut', day: '2026-12-11' })

test('the chance is the tail of the negative binomial', () => {
  // Shape 1 + 1, (4 + 20) of (4 + 20 + 1): 1 − 0.96² (1 + 2·0.04 + 3·0.04²)
  expect(chanceOf(3, { seen: 1, days: 20 }, 1)).toBeCloseTo(1 - 0.96 ** 2 * (1 + 2 * 0.04 + 3 * 0.04 ** 2), 10)
  expect(chanceOf(0, { seen: 5, days: 20 }, 3)).toBe(1)
  expect(chanceOf(4, { seen: 2, days: 20 }, 3)).toBeLessThan(chanceOf(4, { seen: 8, days: 20 }, 3))
})

test('three at once in a class that has one a fortnight are a cluster, with like beside like', () => {
  expect(find(days(25, { 0: ['An', 'Bình', 'Chi'], 8: ['Hà'] }))).toMatchObject({
    ...{ today: 3, recent: 3, from: '2026-12-11', usual: 1, baselineDays: 20 },
  })
})

test('several over three days are one, too', () => {
  expect(find(days(25, { 0: ['An', 'Bình'], 1: ['Chi', 'Hà'], 2: ['Long'] }))).toMatchObject({
    today: 2,
    recent: 5,
    from: '2026-12-09',
    usual: 0,
  })
})

test('two never are, nor what the class always has, nor children who have been ill all week', () => {
  expect(find(days(25, { 0: ['An', 'Bình'] }))).toBeUndefined()
  const usual = Object.fromEntries(Array.from({ length: 24 }, (_, back) => [back + 1, [`a${back}`, `b${back}`]]))
  expect(find(days(25, { ...usual, 0: ['An', 'Bình', 'Chi'] }))).toBeUndefined()
  const still = { 0: ['An', 'Bình', 'Chi'], 1: ['An', 'Bình', 'Chi'], 2: ['An', 'Bình', 'Chi'], 3: ['An', 'Bình', 'Chi'] }
  expect(find(days(25, still))).toBeUndefined()
})

test('a class without weeks of its own needs more', () => {
  expect(find(days(1, { 0: ['An', 'Bình', 'Chi'] }))).toBeUndefined()
  expect(find(days(1, { 0: ['An', 'Bình', 'Chi', 'Hà', 'Long'] }))).toMatchObject({ baselineDays: 0, today: 5 })
})
