import type { ClassReport } from '../../features/checkin/report.ts'
import type { DayLog } from '../../features/console/day-log.ts'
import { type Db, toDate } from './client.ts'

/** The lines behind a day's figures, from the versions of its check-ins. */
export function createDayLog(db: Db): DayLog {
  return {
    async linesOf({ schoolId, classId, day }) {
      const versions = await db.checkinVersion.findMany({
        where: { checkin: { schoolId, classId, day: toDate(day) } },
        orderBy: { version: 'asc' },
      })
      const ids = [...new Set(versions.map(({ personId }) => personId))]
      const people = await db.person.findMany({ where: { schoolId, id: { in: ids } }, select: { id: true, name: true } })
      return versions.map(({ version, text, report, personId, reportedAt, undoneAt, reason }) => ({
        ...{ version, text, undoneAt, reason, at: reportedAt },
        report: report as unknown as ClassReport,
        by: people.find(({ id }) => id === personId)?.name ?? null,
      }))
    },
  }
}
