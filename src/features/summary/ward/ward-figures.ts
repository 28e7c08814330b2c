import type { SchoolDay } from '../../../core/clock.ts'
import { fold } from '../../../core/text.ts'
import type { School } from '../../people/person.ts'
import type { SettingsStore } from '../../settings/settings-store.ts'
import { attendanceTargetSource } from '../attendance-target.ts'
import type { FigureDeps, FiguredDay } from '../day-figures.ts'
import type { Period } from '../period/period.ts'
import { type PeriodFigures, periodFigures } from '../period/period-figures.ts'
import { type Attendance, attendanceIn, type Figures, sum } from '../totals.ts'

/** The schools of a ward over a week or month: counts only. */
export interface WardFigures {
  readonly ward: string
  readonly period: Period
  readonly schools: readonly { readonly school: School; readonly figures: PeriodFigures }[]
  readonly totals: Figures
  /** Of the schools whose place the targets are of. */
  readonly attendance: readonly Attendance[]
  /** Each day of any of the schools, with the classes of all. */
  readonly days: readonly FiguredDay[]
}

type Deps = FigureDeps & { readonly settings: Pick<SettingsStore, 'all'> }

/** Only schools that named this ward in their settings are counted: without that a school has not agreed. */
export async function wardFigures(
  deps: Deps,
  { ward, period, today, schools: all }: { ward: string; period: Period; today: SchoolDay; schools: readonly School[] },
): Promise<WardFigures> {
  const schools: { school: School; figures: PeriodFigures }[] = []
  let spelled = ward
  for (const school of all) {
    const agreed = (await deps.settings.all(school.id)).ward
    if (agreed === null || fold(agreed) !== fold(ward)) continue
    if (schools.length === 0) spelled = agreed
    schools.push({ school, figures: await periodFigures(deps, { schoolId: school.id, period, today }) })
  }
  const classesOf = (some: typeof schools) =>
    some.flatMap(({ figures }) => figures.days.flatMap(({ summary }) => summary.classes)).filter((one) => one.figures !== null)
  const measured = schools.filter(({ school }) => school.place === attendanceTargetSource.place)
  return {
    ward: spelled,
    period,
    schools,
    totals: sum(classesOf(schools)),
    attendance: attendanceIn(classesOf(measured)),
    days: daysOf(schools.flatMap(({ figures }) => figures.days)),
  }
}

function daysOf(days: readonly FiguredDay[]): FiguredDay[] {
  const byDay = [...Map.groupBy(days, ({ day }) => day)].sort(([one], [other]) => (one < other ? -1 : 1))
  return byDay.map(([day, same]) => {
    const classes = same.flatMap(({ summary }) => summary.classes)
    const reported = classes.filter(({ figures }) => figures !== null)
    const summary = { classes, reportedClasses: reported.length, totals: sum(classes), attendance: attendanceIn(reported) }
    return { day, summary }
  })
}
