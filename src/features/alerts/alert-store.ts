import type { SchoolDay } from '../../core/clock.ts'
import type { ClassReport, Symptom } from '../checkin/report.ts'
import type { HealthAlert, WantedAlert } from './alert.ts'

/** One child on one day, with what its family said of it. */
export interface NoticedSymptoms {
  readonly childId: string
  readonly day: SchoolDay
  readonly symptoms: readonly Symptom[]
}

type OfClass = { readonly schoolId: string; readonly classId: string }

/** Alerts, and the reports and notices they rest on. Every query is bound to a school. */
export interface AlertStore {
  /** Lets nobody else settle this class's alerts until the transaction is over. */
  holdClass(one: OfClass): Promise<void>
  /** The reports that stand, oldest day first. */
  reports(one: OfClass, from: SchoolDay): Promise<{ readonly day: SchoolDay; readonly report: ClassReport }[]>
  /** What families said of these children's days, taken-back notices left out. */
  notices(schoolId: string, childIds: readonly string[], from: SchoolDay): Promise<NoticedSymptoms[]>
  /** Withdrawn ones too, that were current on or after a day; newest first. */
  ofClass(one: OfClass, since: SchoolDay): Promise<HealthAlert[]>
  /** What stands in a school on a day: known by then and still current. */
  standing(schoolId: string, day: SchoolDay): Promise<HealthAlert[]>
  /** What the office has not read yet and should, raised or changed since. */
  pending(schoolId: string, since: Date): Promise<HealthAlert[]>
  /** Children for whom the disease was named on or after a day, by class id. */
  countOf(schoolId: string, subject: string, since: SchoolDay): Promise<ReadonlyMap<string, number>>
  raise(alert: OfClass & WantedAlert, now: Date): Promise<void>
  change(
    alert: HealthAlert,
    change: WantedAlert & { readonly isPending: boolean; readonly isWithdrawn: boolean; readonly now: Date },
  ): Promise<void>
  /** The office reads what stands now. */
  markTold(alert: HealthAlert): Promise<void>
  find(key: { readonly schoolId: string; readonly id: string }): Promise<HealthAlert | undefined>
  /** @returns false when the family was told already. */
  markFamilyTold(alert: HealthAlert, now: Date): Promise<boolean>
}
