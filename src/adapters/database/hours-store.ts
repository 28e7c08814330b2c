import { usualHours } from '../../features/hours/hours.ts'
import type { HoursStore } from '../../features/hours/hours-store.ts'
import { readOfficeSpan } from '../../features/office/office-hours.ts'
import type { Db } from './client.ts'

/** A school's hours over the database; one that has set nothing has the usual ones. */
export function createHoursStore(db: Db): HoursStore {
  return {
    async of(schoolId) {
      const row = await db.schoolSetting.findUnique({ where: { schoolId } })
      if (row === null) return usualHours
      return {
        quiet: { from: row.quietFrom, to: row.quietTo },
        rest: { from: row.restFrom, to: row.restTo },
        office: row.officeHours.flatMap((written) => readOfficeSpan(written) ?? []),
      }
    },
    async seenAt(schoolId) {
      return (await db.schoolSetting.findUnique({ where: { schoolId }, select: { seenAt: true } }))?.seenAt ?? undefined
    },
    async setSeen(schoolId, now) {
      await db.schoolSetting.upsert({ where: { schoolId }, create: { schoolId, seenAt: now }, update: { seenAt: now } })
    },
  }
}
