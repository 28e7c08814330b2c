import { addDays, type SchoolDay } from '../../core/clock.ts'
import type { SchoolClass } from '../people/person.ts'
import { monthsOld } from './age.ts'
import { type Bounds, boundsFor } from './growth-standards.ts'
import type { GrowthStore, Measurement, StandingMeasurement, Weighing } from './growth-store.ts'
import { type OddChange, oddChanges } from './odd-change.ts'
import type { GrowthLine } from './read-growth.ts'
import { type Refusal, settleFigures } from './settle-figures.ts'
import type { TypedNumber } from './typed-number.ts'

/** What was made of one child's figures. */
export interface Recorded {
  readonly childId: string
  readonly measurement: Measurement | null
  readonly refused: readonly Refusal[]
  readonly odd: readonly OddChange[]
  /** What stood for the day before; a figure that differs is said with it. */
  readonly before: StandingMeasurement | undefined
}

export interface RecordedLine {
  /** Absent: nothing of the line could be recorded or asked about. */
  readonly weighing: Weighing | undefined
  readonly children: readonly Recorded[]
  readonly unknown: readonly string[]
}

/** How far back the last figures are looked for. */
const rememberedDays = 400

type Said = { one: SchoolClass; day: SchoolDay; text: string; personId: string; now: Date; line: GrowthLine }

/** Records what a line says of children of the class, unconfirmed; nothing for a name the class does not have. */
export async function recordGrowth(growth: GrowthStore, said: Said): Promise<RecordedLine> {
  const { one, day, text, personId, now, line } = said
  const { id: classId, schoolId } = one
  await growth.holdClass({ schoolId, classId })
  const judge = await judgeFor(growth, one, day)
  const children: Recorded[] = []
  for (const [childId, numbers] of settledMentions(one, line)) children.push(judge(childId, numbers))
  const doubts = line.entries
    .filter(({ candidates }) => candidates.length > 1)
    .map(({ mention, candidates, numbers }) => ({ mention, childIds: candidates.map((at) => one.children[at]!.id), numbers }))
  const unknown = line.entries.filter(({ candidates }) => candidates.length === 0).map(({ mention }) => mention)
  const measurements = children.flatMap(({ measurement }) => measurement ?? [])
  if (measurements.length + doubts.length === 0) return { weighing: undefined, children, unknown }
  const weighing = await growth.add({ schoolId, classId, day, personId, text, doubts, measurements }, now)
  return { weighing, children, unknown }
}

/** Settles the first open mention of a line. @returns undefined when there is none, or no such choice. */
export async function settleGrowth(
  growth: GrowthStore,
  { weighing, one, choice }: { weighing: Weighing; one: SchoolClass; choice: number },
): Promise<{ weighing: Weighing; recorded: Recorded } | undefined> {
  const [doubt, ...doubts] = weighing.doubts
  const childId = doubt?.childIds[choice]
  if (doubt === undefined || childId === undefined || !one.children.some(({ id }) => id === childId)) return undefined
  const judge = await judgeFor(growth, one, weighing.day)
  const recorded = judge(childId, doubt.numbers)
  const { measurement } = recorded
  await growth.settle(weighing, { doubts, measurement })
  const kept = weighing.measurements.filter((old) => old.childId !== childId)
  return {
    weighing: {
      ...weighing,
      doubts,
      measurements: measurement === null ? weighing.measurements : [...kept, measurement],
      confirmedAt: null,
    },
    recorded,
  }
}

/** A child named twice in one line has the later figures, with those it was given only once. */
function settledMentions(one: SchoolClass, line: GrowthLine): Map<string, readonly TypedNumber[]> {
  const settled = new Map<string, readonly TypedNumber[]>()
  for (const { candidates, numbers } of line.entries)
    if (candidates.length === 1) {
      const { id } = one.children[candidates[0]!]!
      settled.set(id, [...(settled.get(id) ?? []), ...numbers])
    }
  return settled
}

async function judgeFor(growth: GrowthStore, one: SchoolClass, day: SchoolDay) {
  const ids = one.children.map(({ id }) => id)
  const facts = new Map((await growth.facts(one.schoolId, ids)).map((fact) => [fact.childId, fact]))
  const standing = Map.groupBy(
    await growth.measurements(one.schoolId, ids, addDays(day, -rememberedDays)),
    ({ childId }) => childId,
  )
  return (childId: string, numbers: readonly TypedNumber[]): Recorded => {
    const { grams, millimetres, refused } = settleFigures(numbers, boundsOf(one, facts.get(childId), day))
    const own = standing.get(childId) ?? []
    const measurement = grams === null && millimetres === null ? null : { childId, grams, millimetres }
    const odd =
      measurement === null
        ? []
        : oddChanges(
            measurement,
            own.filter((before) => before.day < day),
          )
    return { childId, measurement, refused, odd, before: own.find((before) => before.day === day) }
  }
}

function boundsOf(
  { age }: SchoolClass,
  facts: { readonly birthDate: SchoolDay | null; readonly sex: 'female' | 'male' | null } | undefined,
  day: SchoolDay,
): Bounds {
  const birthDate = facts?.birthDate ?? null
  return boundsFor({ ageMonths: birthDate === null ? null : monthsOld(birthDate, day), sex: facts?.sex ?? null, age })
}
