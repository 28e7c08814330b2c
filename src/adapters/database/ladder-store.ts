import { z } from 'zod'
import type { Ids } from '../../core/ids.ts'
import { languages } from '../../core/phrases.ts'
import type { Inquiry, LadderStore } from '../../features/ladder/ladder-store.ts'
import { type Db, toDate, toDay } from './client.ts'
import type { Prisma } from './generated/client.ts'
import { ChannelNameSchema } from './journal-store.ts'

const Answer = z.enum(['away', 'at_school', 'arrived', 'explained']).nullable()
const Language = z.enum(languages)

/** What the ladder reads and writes of the database. */
export function createLadderStore(db: Db, ids: Pick<Ids, 'uuid'>): LadderStore {
  return {
    async hours(schoolId) {
      const row = await db.school.findUniqueOrThrow({ where: { id: schoolId } })
      return {
        firstCall: row.firstCallTime,
        secondCall: row.secondCallTime,
        deputyCall: row.deputyCallTime,
        officeCall: row.officeCallTime,
        cutOff: row.cutOffTime,
        answerMinutes: row.answerMinutes,
      }
    },
    async inquiriesOf(schoolId, day) {
      const rows = await db.inquiry.findMany({ where: { schoolId, day: toDate(day) }, orderBy: { askedAt: 'asc' } })
      return rows.map(toInquiry)
    },
    async inquiry({ schoolId, id }) {
      if (!z.uuid().safeParse(id).success) return undefined
      const row = await db.inquiry.findFirst({ where: { schoolId, id } })
      return row === null ? undefined : toInquiry(row)
    },
    async begin({ schoolId, childId, day, askedAt, officeToldAt }) {
      const id = ids.uuid()
      const { count } = await db.inquiry.createMany({
        data: [{ id, schoolId, childId, day: toDate(day), askedAt, officeToldAt }],
        skipDuplicates: true,
      })
      return count === 1 ? id : undefined
    },
    async answer({ id, schoolId }, { answer, personId, now }) {
      const { count } = await db.inquiry.updateMany({
        where: { id, schoolId, answeredAt: null },
        data: { answer, answeredBy: personId, answeredAt: now },
      })
      return count === 1
    },
    async markOfficeTold({ id, schoolId }, now) {
      await db.inquiry.updateMany({ where: { id, schoolId }, data: { officeToldAt: now } })
    },
    async guardiansOf(schoolId, childId) {
      const rows = await db.identity.findMany({
        where: {
          leftAt: null,
          people: { some: { person: { schoolId, role: 'guardian', active: true, children: { some: { childId } } } } },
        },
        include: { people: { where: { person: { schoolId, role: 'guardian', children: { some: { childId } } } } } },
        orderBy: { lastInteractedAt: 'desc' },
      })
      // Somebody on two channels reads it in the chat used last.
      const newest = new Map(rows.toReversed().map((row) => [row.people[0]?.personId ?? row.id, row]))
      return [...newest].map(([personId, { channel, account, chat, language }]) => ({
        personId,
        address: { channel: ChannelNameSchema.parse(channel), account, chat },
        language: Language.parse(language),
      }))
    },
  }
}

function toInquiry(row: Prisma.InquiryGetPayload<object>): Inquiry {
  const { id, schoolId, childId, askedAt, officeToldAt } = row
  return { id, schoolId, childId, askedAt, officeToldAt, day: toDay(row.day), answer: Answer.parse(row.answer) }
}
