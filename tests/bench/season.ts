import { addDays, type SchoolDay } from '../../src/core/clock.ts'
import type { ReportedDay } from '../../src/features/alerts/class-history.ts'
import { rarity } from '../../src/features/alerts/cluster-threshold.ts'
import { findCluster, historyDays } from '../../src/features/alerts/find-cluster.ts'
import { isOpenCluster } from '../../src/features/alerts/settle-alerts.ts'
import { isInGroup, type SymptomGroup, symptomGroups } from '../../src/features/alerts/symptom-group.ts'
import { randomFrom } from '../kills/random.ts'
import {
  classCount,
  firstDay,
  lastDay,
  outbreak,
  reportsOf,
  type SimulatedClass,
  schoolDaysBetween,
  simulateClass,
} from './simulated-season.ts'

const schoolYears = 8
const outbreaksOfSize = 300
const kinds = [
  ...[3, 4, 5, 6, 8, 10].map((size) => ({ size, atOnce: false })),
  ...[3, 4, 5].map((size) => ({ size, atOnce: true })),
]
const thresholds = [0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005]
const months = 9

/** The days on which the office would be told of a new cluster. */
function alarms(days: readonly ReportedDay[], { group, rare, from, to }: Watch): SchoolDay[] {
  const raised: SchoolDay[] = []
  let open: { firstDay: SchoolDay; lastDay: SchoolDay } | undefined
  for (const { day, ill } of days.filter((one) => from <= one.day && one.day <= to)) {
    if (!ill.some((child) => isInGroup(child, group))) continue
    const known = days.filter((one) => one.day >= addDays(day, -historyDays) && one.day <= day)
    const isMore = open !== undefined && isOpenCluster(open, day)
    const found = isMore ? undefined : findCluster(known, { group, day, rare })
    if (found !== undefined) {
      raised.push(day)
      open = { firstDay: day, lastDay: day }
    } else if (isMore && open !== undefined && hasOnset(known, group, day)) open = { ...open, lastDay: day }
  }
  return raised
}

type Watch = { group: SymptomGroup; rare: number; from: SchoolDay; to: SchoolDay }

/** With a rarity that everything meets, the finder answers whether anybody fell ill on the day at all. */
function hasOnset(days: readonly ReportedDay[], group: SymptomGroup, day: SchoolDay): boolean {
  return findCluster(days, { group, day, rare: 1 }) !== undefined
}

/**
 * A school of twelve classes over school years with ordinary illness, then outbreaks of several sizes put into them: how many alarms an
 * ordinary month brings, which outbreaks are seen and after how many school days, for several thresholds. `SEED` repeats a run.
 */
export async function run(): Promise<number> {
  const seed = Number(process.env.SEED ?? 20_261_123)
  console.log(`seed ${seed}; ${schoolYears} school years of ${classCount} classes, ${outbreaksOfSize} outbreaks of each size`)
  const random = randomFrom(seed)
  const classes = Array.from({ length: schoolYears * classCount }, () => simulateClass(random))
  const ordinary = classes.map((one) => reportsOf(one.cases, random))
  const head = ['rarity', 'false alarms', ...kinds.map(({ size, atOnce }) => `${size}${atOnce ? ' in a day' : ' children'}`)]
  const rows = thresholds.map((rare) => [
    String(rare),
    falseAlarms(ordinary, rare).toFixed(2),
    ...kinds.map((kind) => detection(classes, { ...kind, rare, seed })),
  ])
  console.log(
    '\nfalse alarms a school-month; outbreaks seen, and the median school days from the first child to the alarm (90th percentile)',
  )
  for (const row of [head, ...rows]) console.log(row.map((cell, index) => cell.padEnd(index < 2 ? 14 : 15)).join(''))
  const byGroup = symptomGroups.map((group) => `${group} ${falseAlarms(ordinary, rarity, [group]).toFixed(2)}`)
  console.log(`\nin use: rarity ${rarity}; false alarms a school-month by group: ${byGroup.join(', ')}`)
  return 0
}

function falseAlarms(ordinary: readonly ReportedDay[][], rare: number, groups: readonly SymptomGroup[] = symptomGroups): number {
  let count = 0
  // Several groups of one class on one day are one message.
  for (const days of ordinary)
    count += new Set(groups.flatMap((group) => alarms(days, { group, rare, from: firstDay, to: lastDay }))).size
  return count / (schoolYears * months)
}

/** Every threshold meets the same outbreaks. */
function detection(
  classes: readonly SimulatedClass[],
  { size, atOnce, rare, seed }: { size: number; atOnce: boolean; rare: number; seed: number },
): string {
  const random = randomFrom(seed + size)
  const delays: number[] = []
  for (let trial = 0; trial < outbreaksOfSize; trial += 1) {
    const one = classes[Math.floor(random() * classes.length)]!
    const group = symptomGroups[Math.floor(random() * symptomGroups.length)]!
    const start = startDay(random)
    const added = outbreak(random, { size: one.size, group, cases: size, start, atOnce })
    const isIll = (child: number) => added.some((other) => other.child === child)
    const cases = [...one.cases.filter((other) => other.group !== group || !isIll(other.child) || other.to < start), ...added]
    const to = addDays(added.at(-1)!.from, 4)
    const days = reportsOf(cases, random, { from: addDays(start, -historyDays), to })
    const [alarm] = alarms(days, { group, rare, from: start, to })
    if (alarm !== undefined) delays.push(schoolDaysBetween(start, alarm).length)
  }
  delays.sort((a, b) => a - b)
  const at = (share: number) => delays[Math.min(delays.length - 1, Math.floor(share * delays.length))] ?? '–'
  return `${Math.round((100 * delays.length) / outbreaksOfSize)} %  ${at(0.5)} (${at(0.9)})`
}

function startDay(random: () => number): SchoolDay {
  const days = schoolDaysBetween(addDays(firstDay, 34), addDays(firstDay, 244))
  return days[Math.floor(random() * days.length)]!
}
