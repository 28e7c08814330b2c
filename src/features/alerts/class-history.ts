import { addDays, type SchoolDay } from '../../core/clock.ts'
import { type IllChild, isInGroup, type SymptomGroup } from './symptom-group.ts'

/** A day on which the class reported, and who was ill on it, at home or here. */
export interface ReportedDay {
  readonly day: SchoolDay
  readonly ill: readonly IllChild[]
}

/** Who fell ill on each day: a child ill within the week before is still ill and not counted again. */
export interface DayOfOnsets {
  readonly day: SchoolDay
  readonly names: readonly string[]
}

const stillIllDays = 7

/** Reported days, oldest first, with the children who newly have something of the group. */
export function onsetsOf(days: readonly ReportedDay[], group: SymptomGroup): DayOfOnsets[] {
  const lastSeen = new Map<string, SchoolDay>()
  return days.map(({ day, ill }) => {
    const names: string[] = []
    for (const child of ill.filter((one) => isInGroup(one, group))) {
      const before = lastSeen.get(child.name)
      if (before === undefined || before < addDays(day, -stillIllDays)) names.push(child.name)
      lastSeen.set(child.name, day)
    }
    return { day, names }
  })
}
