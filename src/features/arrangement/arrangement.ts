import type { SchoolDay } from '../../core/clock.ts'
import type { Person } from '../people/person.ts'

/** What the office said of a class on some days. */
export type Arrangement = {
  readonly id: string
  readonly schoolId: string
  readonly classId: string
  readonly days: readonly SchoolDay[]
} & (
  | {
      readonly kind: 'merged'
      /** The class it joins. */
      readonly hostId: string
    }
  | {
      readonly kind: 'substitute'
      /** The teacher who minds it. */
      readonly personId: string
    }
)

/** Classes that learn together, by id, the receiving class first. Two that join each other, or join a third in turn, are one group. */
export function groupsOf(arrangements: readonly Arrangement[]): string[][] {
  const merged = arrangements.flatMap((one) => (one.kind === 'merged' ? [[one.classId, one.hostId] as const] : []))
  const groups: string[][] = []
  for (const pair of merged) {
    const touching = groups.filter((group) => pair.some((id) => group.includes(id)))
    for (const group of touching) groups.splice(groups.indexOf(group), 1)
    groups.push([...new Set([...touching.flat(), ...pair])])
  }
  const guests = new Set(merged.map(([guest]) => guest))
  // The one that joins nobody receives the others; of two that join each other, the first named.
  return groups.map((group) => group.toSorted((one, other) => Number(guests.has(one)) - Number(guests.has(other))))
}

/** Every class somebody may report that day: her own, those she stands in for, and those that learn together with any of them. */
export function classesOnDay({ id, classIds }: Pick<Person, 'id' | 'classIds'>, arrangements: readonly Arrangement[]): string[] {
  const minded = arrangements.flatMap((one) => (one.kind === 'substitute' && one.personId === id ? [one.classId] : []))
  const hers = new Set([...classIds, ...minded])
  for (const group of groupsOf(arrangements))
    if (group.some((classId) => hers.has(classId))) for (const one of group) hers.add(one)
  return [...hers]
}
