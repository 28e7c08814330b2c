import { z } from 'zod'
import { type FeedReader, feedReaders } from '../../features/calendar/ics.ts'
import type { Db } from './client.ts'

const Reader = z.enum(feedReaders)

/** Under which token a school's calendar is read, and by whom. */
export function createFeedStore(db: Db) {
  return {
    async find(token: string): Promise<{ schoolId: string; reader: FeedReader } | undefined> {
      const row = await db.calendarFeed.findUnique({ where: { token } })
      return row === null ? undefined : { schoolId: row.schoolId, reader: Reader.parse(row.reader) }
    },
    async tokenOf(schoolId: string, reader: FeedReader): Promise<string | undefined> {
      return (await db.calendarFeed.findUnique({ where: { schoolId_reader: { schoolId, reader } } }))?.token
    },
    /** The old token ends with this. */
    async setToken(schoolId: string, reader: FeedReader, { token, now }: { token: string; now: Date }): Promise<void> {
      const where = { schoolId_reader: { schoolId, reader } }
      await db.calendarFeed.upsert({
        where,
        create: { schoolId, reader, token, createdAt: now },
        update: { token, createdAt: now },
      })
    },
  }
}
