import { z } from 'zod'
import { languages } from '../../core/phrases.ts'
import { passReasons, type Question, type QuestionStore } from '../../features/office/question-store.ts'
import type { Db } from './client.ts'
import type { Prisma } from './generated/client.ts'
import { ChannelNameSchema } from './journal-store.ts'

const Language = z.enum(languages)
const Reason = z.enum(passReasons)
export const withAsker = { identity: true } as const

/** Questions for the office over the database. */
export function createQuestionStore(db: Db): QuestionStore {
  return {
    async add({ now, ...question }) {
      return toQuestion(await db.question.create({ data: { ...question, askedAt: now }, include: withAsker }))
    },
    async byNumber(schoolId, number) {
      const row = number > 2_147_483_647 ? null : await db.question.findFirst({ where: { schoolId, number }, include: withAsker })
      return row === null ? undefined : toQuestion(row)
    },
    async open(schoolId) {
      const rows = await db.question.findMany({
        where: { schoolId, answeredAt: null },
        orderBy: { number: 'asc' },
        take: 1_000,
        include: withAsker,
      })
      return rows.map(toQuestion)
    },
    async answeredWith({ id, schoolId, answer, answeredAt }) {
      const rows = await db.question.findMany({
        where: answeredAt === null ? { id, schoolId } : { schoolId, answeredAt, answer },
        orderBy: { number: 'asc' },
        include: withAsker,
      })
      return rows.map(toQuestion)
    },
    async answer({ id, schoolId }, { text, personId, now }) {
      const { count } = await db.question.updateMany({
        where: { id, schoolId, answeredAt: null },
        data: { answer: text, answeredBy: personId, answeredAt: now },
      })
      return count === 1
    },
  }
}

export function toQuestion(row: Prisma.QuestionGetPayload<{ include: typeof withAsker }>): Question {
  const { id, number, schoolId, identityId, text, askedAt, answer, answeredAt, identity } = row
  const address = { channel: ChannelNameSchema.parse(identity.channel), account: identity.account, chat: identity.chat }
  const asker = { address, language: Language.parse(identity.language) }
  return { id, number, schoolId, identityId, reason: Reason.parse(row.reason), text, askedAt, asker, answer, answeredAt }
}
