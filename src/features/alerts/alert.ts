import type { SchoolDay } from '../../core/clock.ts'
import type { ClusterFigures } from './find-cluster.ts'
import type { Notifiable } from './notifiable.ts'
import type { SymptomGroup } from './symptom-group.ts'

/** What an alert rests on. */
export type AlertFigures =
  /** `notice`: the family named it. */
  | { readonly kind: 'disease'; readonly source: 'report' | 'notice' }
  /** `temperatureC` is null when only the word was said. */
  | { readonly kind: 'fever'; readonly temperatureC: number | null; readonly leftEarly: boolean }
  | ({ readonly kind: 'cluster' } & ClusterFigures)

/** What should stand by the reports and notices as they are. */
export interface WantedAlert {
  /** null: the class's. */
  readonly childId: string | null
  readonly subject: Notifiable | 'fever' | SymptomGroup
  readonly firstDay: SchoolDay
  readonly lastDay: SchoolDay
  readonly figures: AlertFigures
}

/** Something the office should know at once, and how much of it the office has read. */
export interface HealthAlert extends WantedAlert {
  readonly id: string
  readonly schoolId: string
  readonly classId: string
  /** What the office read last; null: nothing yet, or that it was withdrawn. */
  readonly told: AlertFigures | null
  /** How often the office was told. */
  readonly revision: number
  readonly withdrawnAt: Date | null
  readonly familyToldAt: Date | null
}

/** Grown by so much, and at least by two children, a cluster is news again. */
const growth = 0.5

/** Whether the office should read the figures although it has read earlier ones. */
export function isNews(told: AlertFigures | null, figures: AlertFigures): boolean {
  if (told === null) return true
  if (told.kind === 'fever' && figures.kind === 'fever') return told.temperatureC !== figures.temperatureC
  if (told.kind === 'cluster' && figures.kind === 'cluster')
    return figures.since < told.since || figures.since >= told.since + Math.max(2, Math.ceil(told.since * growth))
  return false
}
