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
  const hosts = new Map(arrangements.flatMap((one) => (one.kind === 'merged' ? [[one.classId, one.hostId] as const] : [])))
  const hostOf = (classId: string): string => {
    const seen = new Set<string>()
    let at = classId
    for (let next = hosts.get(at); next !== undefined && !seen.has(at); next = hosts.get(at)) {
      seen.add(at)
      at = next
    }
    return at
  }
  const groups = new Map<string, string[]>()
  for (const guest of hosts.keys()) {
    const host = hostOf(guest)
    const group = groups.get(host) ?? [host]
    if (!group.includes(guest)) group.push(guest)
    groups.set(host, group)
  }
  return [...groups.values()]
}

/** Every class somebody may report that day: her own, those she stands in for, and those that learn together with any of them. */
export function classesOnDay({ id, classIds }: Pick<Person, 'id' | 'classIds'>, arrangements: readonly Arrangement[]): string[] {
  const minded = arrangements.flatMap((one) => (one.kind === 'substitute' && one.personId === id ? [one.classId] : []))
  const hers = new Set([...classIds, ...minded])
  for (const group of groupsOf(arrangements))
    if (group.some((classId) => hers.has(classId))) for (const one of group) hers.add(one)
  return [...hers]
}
