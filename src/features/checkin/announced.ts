import type { AbsenceReason, AbsentChild, ClassReport, Symptom } from './report.ts'

/** A child whom the family announced for the day, by its roster name. */
export interface AnnouncedChild {
  readonly name: string
  readonly kind: 'away' | 'late' | 'early'
  readonly reason: AbsenceReason | null
  readonly symptoms: readonly Symptom[]
  /** When it comes late or leaves early, school clock, `HH:MM`. */
  readonly lateAt: string | null
}

/**
 * The report with what the families announced: a child reported absent without a reason gets theirs, and counts as excused unless the
 * teacher says otherwise. Nobody is made absent or present by it.
 */
export function withAnnounced(report: ClassReport, announced: readonly AnnouncedChild[]): ClassReport {
  const fill = (child: AbsentChild): AbsentChild => {
    const known = announced.find(({ name, kind }) => kind === 'away' && name === child.name)
    if (known === undefined || child.excused === false) return child
    const isSilent = child.reason === null && child.symptoms.length === 0 && child.temperatureC === null
    return { ...child, excused: true, ...(isSilent ? { reason: known.reason, symptoms: known.symptoms } : {}) }
  }
  return announced.length === 0 ? report : { ...report, absent: report.absent.map(fill) }
}

/** Children announced as away whom a report has as present; none while somebody away has no name yet. */
export function presentThoughAnnounced(report: ClassReport, announced: readonly AnnouncedChild[]): AnnouncedChild[] {
  const away = (report.total ?? 0) - (report.present ?? 0)
  if (away > report.absent.length || report.ambiguous.length > 0) return []
  return announced.filter(({ name, kind }) => kind === 'away' && !report.absent.some((child) => child.name === name))
}
