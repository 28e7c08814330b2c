import type { Handoff, HandoffStore } from '../../features/office/handoff-store.ts'
import { readOfficeSpan } from '../../features/office/office-hours.ts'
import type { Db } from './client.ts'
import type { Prisma } from './generated/client.ts'
import { toQuestion, withAsker } from './question-store.ts'

const withQuestion = { question: { include: withAsker } } as const
/** The same as the column's default: a school without settings has no row. */
const usualHours = ['07:30-11:30', '13:30-17:00']

/** Conversations with the office over the database. */
export function createHandoffStore(db: Db): HandoffStore {
  return {
    async current(identityId) {
      const row = await db.handoff.findFirst({
        where: { identityId, closedAt: null },
        orderBy: { lastAt: 'desc' },
        include: withQuestion,
      })
      return row === null ? undefined : toHandoff(row)
    },
    async open(schoolId) {
      const rows = await db.handoff.findMany({
        where: { schoolId, closedAt: null },
        orderBy: { openedAt: 'asc' },
        include: withQuestion,
      })
      return rows.map(toHandoff)
    },
    async put({ id: questionId, schoolId, identityId }, { now, ...change }) {
      const row = { questionId, schoolId, identityId, openedAt: now, lastAt: now }
      await db.handoff.upsert({
        where: { questionId },
        create: { ...row, ...present(change) },
        update: { ...present(change), closedAt: null, lastAt: now },
      })
    },
    async change({ question }, change) {
      await db.handoff.updateMany({ where: { questionId: question.id, schoolId: question.schoolId }, data: present(change) })
    },
    async close({ question }, now) {
      const { count } = await db.handoff.updateMany({
        where: { questionId: question.id, schoolId: question.schoolId, closedAt: null },
        data: { closedAt: now },
      })
      return count === 1
    },
    async officeSpans(schoolId) {
      const row = await db.schoolSetting.findUnique({ where: { schoolId }, select: { officeHours: true } })
      return (row?.officeHours ?? usualHours).flatMap((written) => readOfficeSpan(written) ?? [])
    },
  }
}

/** Prisma's types want what is not set to be left out. */
function present(change: { lastAt?: Date | null; answeredAt?: Date | null; closedAt?: Date | null }) {
  const { lastAt, answeredAt, closedAt } = change
  return {
    ...(lastAt ? { lastAt } : {}),
    ...(answeredAt === undefined ? {} : { answeredAt }),
    ...(closedAt === undefined ? {} : { closedAt }),
  }
}

function toHandoff({
  question,
  openedAt,
  lastAt,
  answeredAt,
  closedAt,
}: Prisma.HandoffGetPayload<{ include: typeof withQuestion }>): Handoff {
  return { question: toQuestion(question), openedAt, lastAt, answeredAt, closedAt }
}
