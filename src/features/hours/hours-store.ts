import type { SchoolHours } from './hours.ts'

/** The hours a school has set. */
export interface HoursStore {
  of(schoolId: string): Promise<SchoolHours>
  /** When the reminders were last looked through to the end; undefined before the first time. */
  seenAt(schoolId: string): Promise<Date | undefined>
  setSeen(schoolId: string, now: Date): Promise<void>
}
