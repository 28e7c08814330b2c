import { addDays, type SchoolDay } from '../../core/clock.ts'
import type { ClassReport } from '../checkin/report.ts'
import type { Child } from '../people/person.ts'
import type { WantedAlert } from './alert.ts'
import type { NoticedSymptoms } from './alert-store.ts'
import type { ReportedDay } from './class-history.ts'
import { findCluster } from './find-cluster.ts'
import { episodeDays, isNotifiable, type Notifiable } from './notifiable.ts'
import { hasFever, symptomGroups } from './symptom-group.ts'

/** What is known of one class: its reports and what its families said, of the last weeks. */
export interface ClassRecord {
  readonly children: readonly Child[]
  /** Oldest first. */
  readonly reports: readonly { readonly day: SchoolDay; readonly report: ClassReport }[]
  readonly notices: readonly NoticedSymptoms[]
}

type Named = { readonly childId: string; readonly subject: Notifiable; readonly day: SchoolDay; readonly isReport: boolean }

/** Who was ill on each reported day. */
export function illDays({ reports }: Pick<ClassRecord, 'reports'>): ReportedDay[] {
  return reports.map(({ day, report }) => ({ day, ill: [...report.absent, ...report.illPresent] }))
}

/** The illnesses of the class's children that somebody named as a notifiable disease, each with its first and last day. */
export function diseaseEpisodes(record: ClassRecord): WantedAlert[] {
  const named = namedDiseases(record)
  return [...Map.groupBy(named, ({ childId, subject }) => `${childId}/${subject}`).values()].flatMap((mentions) => {
    const sorted = mentions.toSorted((one, other) => one.day.localeCompare(other.day))
    const episodes: WantedAlert[] = []
    for (const { childId, subject, day, isReport } of sorted) {
      const last = episodes.at(-1)
      if (last !== undefined && day <= addDays(last.lastDay, episodeDays))
        episodes[episodes.length - 1] = { ...last, lastDay: day }
      else
        episodes.push({
          childId,
          subject,
          firstDay: day,
          lastDay: day,
          figures: { kind: 'disease', source: isReport ? 'report' : 'notice' },
        })
    }
    return episodes
  })
}

function namedDiseases({ children, reports, notices }: ClassRecord): Named[] {
  const idOf = new Map(children.map(({ id, rosterName }) => [rosterName, id]))
  const reported = reports.flatMap(({ day, report }) =>
    [...report.absent, ...report.illPresent].flatMap(({ name, symptoms }) => {
      const childId = idOf.get(name)
      return childId === undefined
        ? []
        : symptoms.filter(isNotifiable).map((subject) => ({ childId, subject, day, isReport: true }))
    }),
  )
  const noticed = notices.flatMap(({ childId, day, symptoms }) =>
    symptoms.filter(isNotifiable).map((subject) => ({ childId, subject, day, isReport: false })),
  )
  // What the family said is in the teacher's report of the day, too: who said it first counts.
  return [...noticed, ...reported]
}

/** Children who are at school with a fever, or were until they were picked up. */
export function feversOf({ children, reports }: ClassRecord, day: SchoolDay): WantedAlert[] {
  const report = reports.find((one) => one.day === day)?.report
  return (report?.illPresent ?? []).filter(hasFever).flatMap(({ name, temperatureC }) => {
    const child = children.find(({ rosterName }) => rosterName === name)
    if (child === undefined) return []
    const figures = { kind: 'fever', temperatureC, leftEarly: report!.leftEarly.includes(name) } as const
    return [{ childId: child.id, subject: 'fever' as const, firstDay: day, lastDay: day, figures }]
  })
}

/** Groups of symptoms in which the class has a cluster that shows on this day. */
export function clustersOf(record: Pick<ClassRecord, 'reports'>, day: SchoolDay): WantedAlert[] {
  const days = illDays(record)
  return symptomGroups.flatMap((group) => {
    const found = findCluster(days, { group, day })
    if (found === undefined) return []
    return [{ childId: null, subject: group, firstDay: day, lastDay: day, figures: { kind: 'cluster' as const, ...found } }]
  })
}
