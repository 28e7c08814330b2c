import type { AbsentChild, ClassReport, Symptom } from '../checkin/report.ts'
import { type AgeGroup, ageGroups, attendanceTargets } from './attendance-target.ts'

export type ReportState = 'confirmed' | 'unconfirmed' | 'not_reported'

/** One class on one morning, as the store gives it. */
export interface ClassDay {
  readonly className: string
  readonly ageGroup: AgeGroup
  /** Children on the roster. */
  readonly enrolled: number
  readonly report: Pick<ClassReport, 'present' | 'total' | 'absent' | 'illPresent' | 'leftEarly' | 'unnamedAbsent'> | null
  readonly state: ReportState
}

/** `unsaid`: the teacher gave no reason, or did not name the child. */
export type AbsenceCounts = Readonly<Record<'sick' | 'family' | 'other' | 'unsaid', number>>
export type LeaveCounts = Readonly<Record<'excused' | 'unexcused' | 'unsaid', number>>
/** Children with a symptom; one with two symptoms counts under both. */
export type SymptomCounts = Readonly<Partial<Record<Symptom, number>>>

/** Counts of children, no names. All are whole numbers, and present + absent = enrolled. */
export interface Figures {
  readonly enrolled: number
  readonly present: number
  readonly absent: number
  readonly absentBy: AbsenceCounts
  readonly leaveBy: LeaveCounts
  /** Children with a symptom or a temperature: those at home, and those who came. */
  readonly illAbsent: number
  readonly illPresent: number
  readonly symptoms: SymptomCounts
  readonly leftEarly: number
}

export interface ClassFigures {
  readonly className: string
  readonly ageGroup: AgeGroup
  readonly state: ReportState
  /** Children on the roster; `figures.enrolled` is what the teacher counted, and may differ. */
  readonly roster: number
  /** Null when the class has not reported. */
  readonly figures: Figures | null
}

export interface Attendance {
  readonly ageGroup: AgeGroup
  readonly present: number
  readonly enrolled: number
  /** Percent. */
  readonly target: number
  readonly reached: boolean
}

export interface DaySummary {
  /** In the order given. */
  readonly classes: readonly ClassFigures[]
  readonly reportedClasses: number
  /** Over the classes that reported, and only those. */
  readonly totals: Figures
  /** Per age group with a class that reported, youngest first. */
  readonly attendance: readonly Attendance[]
  /** Classes that have no school that day, by name: they are in nothing above. */
  readonly off?: readonly string[]
  /** Classes that learn together that day, by name, the receiving one first; each has its own figures above. */
  readonly joined?: readonly (readonly string[])[]
}

const nothing: Figures = {
  enrolled: 0,
  present: 0,
  absent: 0,
  absentBy: { sick: 0, family: 0, other: 0, unsaid: 0 },
  leaveBy: { excused: 0, unexcused: 0, unsaid: 0 },
  illAbsent: 0,
  illPresent: 0,
  symptoms: {},
  leftEarly: 0,
}

/**
 * The day's figures of a school. A class counts once it reported, confirmed or not; classes that did not report are in no total,
 * so a rate never treats an unreported child as absent. Where a report's own total differs from the roster, the report rules.
 */
export function summarise(classes: readonly ClassDay[]): DaySummary {
  const figured = classes.map(figuresOf)
  const reported = figured.filter(({ figures }) => figures !== null)
  return {
    classes: figured,
    reportedClasses: reported.length,
    totals: sum(reported),
    attendance: attendanceIn(reported),
  }
}

/** Per age group with a class that reported, youngest first. */
export function attendanceIn(reported: readonly ClassFigures[]): Attendance[] {
  return ageGroups.flatMap((ageGroup) => {
    const { present, enrolled } = sum(reported.filter((one) => one.ageGroup === ageGroup))
    const target = attendanceTargets[ageGroup]
    return enrolled === 0 ? [] : [{ ageGroup, present, enrolled, target, reached: present * 100 >= target * enrolled }]
  })
}

function figuresOf({ className, ageGroup, enrolled, report, state }: ClassDay): ClassFigures {
  if (report === null || report.present === null || state === 'not_reported') {
    return { className, ageGroup, state: 'not_reported', roster: enrolled, figures: null }
  }
  return { className, ageGroup, state, roster: enrolled, figures: count(report, report.present, report.total ?? enrolled) }
}

function count({ absent, illPresent, leftEarly }: NonNullable<ClassDay['report']>, present: number, total: number): Figures {
  const counted = Math.max(total, present)
  const away = counted - present
  // A report whose names and figures disagree still adds up: names beyond the count are left out of the breakdown.
  const named = absent.slice(0, away)
  const isIll = ({ symptoms, temperatureC }: Pick<AbsentChild, 'symptoms' | 'temperatureC'>) =>
    symptoms.length > 0 || temperatureC !== null
  const by = (test: (child: AbsentChild) => boolean) => named.filter(test).length
  const sick = by(({ reason }) => reason === 'sick')
  const family = by(({ reason }) => reason === 'family')
  const other = by(({ reason }) => reason === 'other')
  const excused = by((child) => child.excused === true)
  const unexcused = by((child) => child.excused === false)
  const ill = named.filter(isIll)
  return {
    enrolled: counted,
    present,
    absent: away,
    absentBy: { sick, family, other, unsaid: away - sick - family - other },
    leaveBy: { excused, unexcused, unsaid: away - excused - unexcused },
    illAbsent: ill.length,
    illPresent: illPresent.length,
    symptoms: countSymptoms([...ill, ...illPresent]),
    leftEarly: leftEarly.length,
  }
}

function countSymptoms(children: readonly { readonly symptoms: readonly Symptom[] }[]): SymptomCounts {
  const counts: Partial<Record<Symptom, number>> = {}
  for (const { symptoms } of children) for (const symptom of new Set(symptoms)) counts[symptom] = (counts[symptom] ?? 0) + 1
  return counts
}

/** Over those that reported. Over several days these are child-days. */
export function sum(classes: readonly ClassFigures[]): Figures {
  return classes.reduce((total, { figures }) => (figures ? plus(total, figures) : total), nothing)
}

function plus(one: Figures, other: Figures): Figures {
  return {
    enrolled: one.enrolled + other.enrolled,
    present: one.present + other.present,
    absent: one.absent + other.absent,
    absentBy: plusEach(one.absentBy, other.absentBy),
    leaveBy: plusEach(one.leaveBy, other.leaveBy),
    illAbsent: one.illAbsent + other.illAbsent,
    illPresent: one.illPresent + other.illPresent,
    symptoms: plusEach<SymptomCounts>(one.symptoms, other.symptoms),
    leftEarly: one.leftEarly + other.leftEarly,
  }
}

function plusEach<Counts extends object>(one: Counts, other: Counts): Counts {
  const total: Record<string, number> = { ...(one as Record<string, number>) }
  for (const [key, value] of Object.entries(other)) total[key] = (total[key] ?? 0) + value
  return total as Counts
}
