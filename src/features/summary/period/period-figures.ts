import { type FigureDeps, type FiguredDay, figuresOfDays } from '../day-figures.ts'
import { type Attendance, attendanceIn, type ClassFigures, type Figures, sum } from '../totals.ts'
import { type Period, schoolDaysIn } from './period.ts'

/** A class over several days. */
export interface PeriodClass {
  readonly className: string
  readonly ageGroup: ClassFigures['ageGroup']
  /** Days on which a report of it was expected, and on which there was one. */
  readonly days: number
  readonly reportedDays: number
  /** Child-days. */
  readonly figures: Figures
}

/** A school over a week or a month: sums of what each day's own summary tells, in child-days. */
export interface PeriodFigures {
  readonly period: Period
  readonly days: readonly FiguredDay[]
  /** Days on which every class reported. */
  readonly completeDays: number
  readonly totals: Figures
  readonly attendance: readonly Attendance[]
  readonly classes: readonly PeriodClass[]
}

export async function periodFigures(
  deps: FigureDeps,
  { schoolId, period, today }: { schoolId: string; period: Period; today: string },
): Promise<PeriodFigures> {
  const days = schoolDaysIn(period, today, await deps.calendar.closures(schoolId))
  return sumOfDays(period, await figuresOfDays(deps, schoolId, days))
}

export function sumOfDays(period: Period, days: readonly FiguredDay[]): PeriodFigures {
  const all = days.flatMap(({ summary }) => summary.classes)
  const reported = all.filter(({ figures }) => figures !== null)
  const classes = [...Map.groupBy(all, ({ className }) => className).values()].map((same) => ({
    className: same[0]!.className,
    ageGroup: same.at(-1)!.ageGroup,
    days: same.length,
    reportedDays: same.filter(({ figures }) => figures !== null).length,
    figures: sum(same),
  }))
  return {
    period,
    days,
    completeDays: days.filter(({ summary }) => summary.classes.every(({ figures }) => figures !== null)).length,
    totals: sum(reported),
    attendance: attendanceIn(reported),
    classes,
  }
}
