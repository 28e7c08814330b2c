import { addDays, type SchoolDay, weekdayOf } from '../../src/core/clock.ts'
import type { ReportedDay } from '../../src/features/alerts/class-history.ts'
import type { SymptomGroup } from '../../src/features/alerts/symptom-group.ts'
import { isSchoolDay } from '../../src/features/calendar/school-day.ts'
import type { Symptom } from '../../src/features/checkin/report.ts'

export const firstDay = '2026-09-07'
export const lastDay = '2027-05-28'
export const classCount = 12

/** How a group of symptoms behaves in a class of small children: what the simulation assumes, none of it measured. */
interface Complaint {
  readonly symptom: Symptom
  /** Times a child and school year that a teacher would notice. */
  readonly yearly: number
  /** Days a child shows it, at least and at most. */
  readonly lasts: readonly [number, number]
  /** Day of the year at which it peaks, and by how much it swings around its mean. */
  readonly peak: number
  readonly swing: number
  /** How often it comes with a fever. */
  readonly feverish: number
}

const complaints: Readonly<Record<SymptomGroup, Complaint>> = {
  fever: { symptom: 'fever', yearly: 1.2, lasts: [2, 4], peak: 15, swing: 0.6, feverish: 1 },
  respiratory: { symptom: 'cough', yearly: 2.2, lasts: [3, 7], peak: 10, swing: 0.7, feverish: 0.3 },
  gut: { symptom: 'diarrhea', yearly: 0.8, lasts: [1, 3], peak: 100, swing: 0.4, feverish: 0.2 },
  skin: { symptom: 'rash', yearly: 0.25, lasts: [4, 8], peak: 100, swing: 0.6, feverish: 0.2 },
  eyes: { symptom: 'pink-eye', yearly: 0.15, lasts: [3, 6], peak: 280, swing: 0.5, feverish: 0 },
}

/** A child noticed by the teacher is written into the report so often, a class reports so often. */
const noticed = 0.8
const reported = 0.97
/** Whoever is ill raises the hazard of each classmate by so much: illness clusters a little even without an outbreak. */
const contagion = 0.06

export interface Case {
  readonly child: number
  readonly group: SymptomGroup
  readonly from: SchoolDay
  readonly to: SchoolDay
}

export interface SimulatedClass {
  readonly size: number
  readonly cases: readonly Case[]
}

const between = (random: () => number, [low, high]: readonly [number, number]) => low + Math.floor(random() * (high - low + 1))

/** A school year of one class, weekends and holidays included: children fall ill on any day. */
export function simulateClass(random: () => number): SimulatedClass {
  const size = between(random, [22, 32])
  // Some classes are always more ill than others.
  const own = 0.6 + 0.8 * random()
  const cases: Case[] = []
  for (const [group, { yearly, lasts, peak, swing, feverish }] of Object.entries(complaints) as [SymptomGroup, Complaint][]) {
    const wave = swing * (0.7 + 0.6 * random())
    for (let day: SchoolDay = firstDay; day <= lastDay; day = addDays(day, 1)) {
      const ill = new Set(
        cases.filter((one) => one.group === group && one.from <= day && day <= one.to).map(({ child }) => child),
      )
      const season = 1 + wave * Math.cos((2 * Math.PI * (dayOfYear(day) - peak)) / 365)
      const hazard = (yearly / 264) * own * season * (1 + contagion * ill.size * (weekdayOf(day) % 6 === 0 ? 0 : 1))
      for (let child = 0; child < size; child += 1) {
        if (ill.has(child) || random() >= hazard) continue
        cases.push({ child, group, from: day, to: addDays(day, between(random, lasts) - 1) })
        if (group !== 'fever' && random() < feverish)
          cases.push({ child, group: 'fever', from: day, to: addDays(day, between(random, complaints.fever.lasts) - 1) })
      }
    }
  }
  return { size, cases }
}

/** An outbreak of so many children: each next one a few days behind, faster while it grows; or all on one day, as after a meal. */
export function outbreak(
  random: () => number,
  { size, group, cases, start, atOnce }: { size: number; group: SymptomGroup; cases: number; start: SchoolDay; atOnce: boolean },
): Case[] {
  const children = Array.from({ length: size }, (_, child) => child).sort(() => random() - 0.5)
  let day = start
  return children.slice(0, cases).map((child, index) => {
    if (index > 0 && !atOnce) day = addDays(day, Math.floor(-Math.log(1 - random()) * Math.max(0.7, 2.2 - 0.3 * index)))
    return { child, group, from: day, to: addDays(day, between(random, complaints[group].lasts) - 1) }
  })
}

const schoolDays = Array.from({ length: 400 }, (_, count) => addDays(firstDay, count)).filter(
  (day) => day <= lastDay && isSchoolDay(day, []).kind === 'school_day',
)

/** The school days after one day and up to another. */
export function schoolDaysBetween(after: SchoolDay, to: SchoolDay): SchoolDay[] {
  return schoolDays.filter((day) => after < day && day <= to)
}

/** What the class's teacher reports of these cases on the school days of a stretch. */
export function reportsOf(
  cases: readonly Case[],
  random: () => number,
  { from = firstDay, to = lastDay }: { from?: SchoolDay; to?: SchoolDay } = {},
): ReportedDay[] {
  return schoolDaysBetween(addDays(from, -1), to).flatMap((day) => {
    if (random() >= reported) return []
    const ill = cases
      .filter((one) => one.from <= day && day <= one.to)
      .filter(() => random() < noticed)
      .map(({ child, group }) => ({ name: `bé ${child}`, symptoms: [complaints[group].symptom], temperatureC: null }))
    return [{ day, ill }]
  })
}

function dayOfYear(day: SchoolDay): number {
  return (Date.parse(day) - Date.parse(`${day.slice(0, 4)}-01-01`)) / 86_400_000
}
