import { z } from 'zod'
import { type FeedReader, feedReaders } from '../../features/calendar/ics.ts'
import type { Db } from './client.ts'

const Reader = z.enum(feedReaders)

/** Who reads a calendar by its address, and which: a school's, or that of one of its classes. */
export interface Feed {
  readonly schoolId: string
  readonly reader: FeedReader
  /** Absent: the whole school. */
  readonly classId?: string
}

/** Under which token a school's or a class's calendar is read, and by whom. */
export function createFeedStore(db: Db) {
  const whereOf = ({ schoolId, reader, classId }: Feed) => ({ schoolId, reader, classId: classId ?? null })
  return {
    async find(token: string): Promise<Feed | undefined> {
      const row = await db.calendarFeed.findUnique({ where: { token } })
      if (row === null) return undefined
      const { schoolId, classId } = row
      return { schoolId, reader: Reader.parse(row.reader), ...(classId === null ? {} : { classId }) }
    },
    async tokenOf(feed: Feed): Promise<string | undefined> {
      return (await db.calendarFeed.findFirst({ where: whereOf(feed), orderBy: { createdAt: 'desc' } }))?.token
    },
    /** The old token ends with this. */
    async setToken(feed: Feed, { token, now }: { token: string; now: Date }): Promise<void> {
      await db.calendarFeed.deleteMany({ where: whereOf(feed) })
      await db.calendarFeed.create({ data: { ...whereOf(feed), token, createdAt: now } })
    },
  }
}
