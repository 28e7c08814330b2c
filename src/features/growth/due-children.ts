import { addDays, type SchoolDay } from '../../core/clock.ts'
import type { Child, SchoolClass } from '../people/person.ts'
import { monthsOld } from './age.ts'
import type { ChildFacts, GrowthStore, StandingMeasurement } from './growth-store.ts'

/** A child who is to be weighed and measured, and what is still missing. */
export interface DueChild {
  readonly child: Child
  /** How often one of this age is: every calendar month, or every quarter of the year. */
  readonly rhythm: 'month' | 'quarter'
  readonly lacks: 'both' | 'weight' | 'height'
}

/** Children younger than this are weighed and measured once a month, older ones once a quarter. */
const monthlyUntilMonths = 24

/**
 * Who of a class has not been weighed and measured in the period a day falls into: before 24 months of age once a month, from then on once a quarter
 * (guidance of Long Biên 2020-2021, II.4.2, after Thông tư liên tịch 13/2016, which is over). The body mass index, asked for twice a school year,
 * comes with them: a quarter needs weight and height. Without a birth date a child counts as older, those of nursery classes too: nobody is
 * asked for more than is known to be due.
 */
export function dueChildren(
  { children }: Pick<SchoolClass, 'children'>,
  { facts, measured, day }: { facts: readonly ChildFacts[]; measured: readonly StandingMeasurement[]; day: SchoolDay },
): DueChild[] {
  return children.flatMap((child): DueChild[] => {
    const birthDate = facts.find(({ childId }) => childId === child.id)?.birthDate ?? null
    const rhythm = birthDate !== null && monthsOld(birthDate, day) < monthlyUntilMonths ? 'month' : 'quarter'
    const from = periodStart(rhythm, day)
    const own = measured.filter((one) => one.childId === child.id && from <= one.day && one.day <= day)
    const isWeighed = own.some(({ grams }) => grams !== null)
    const isMeasured = own.some(({ millimetres }) => millimetres !== null)
    if (isWeighed && isMeasured) return []
    return [{ child, rhythm, lacks: isWeighed ? 'height' : isMeasured ? 'weight' : 'both' }]
  })
}

/** The first day of the month or quarter a day falls into. */
export function periodStart(rhythm: DueChild['rhythm'], day: SchoolDay): SchoolDay {
  if (rhythm === 'month') return `${day.slice(0, 7)}-01`
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1
  return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`
}

/** The quarter of the year a day falls into, 1 to 4. */
export function quarterOf(day: SchoolDay): number {
  return Math.ceil(Number(day.slice(5, 7)) / 3)
}

/** Who of a class is due on a day, by what is recorded. */
export async function dueIn(growth: GrowthStore, one: SchoolClass, day: SchoolDay): Promise<DueChild[]> {
  const ids = one.children.map(({ id }) => id)
  const facts = await growth.facts(one.schoolId, ids)
  const measured = await growth.measurements(one.schoolId, ids, periodStart('quarter', addDays(day, -1)))
  return dueChildren(one, { facts, measured, day })
}
