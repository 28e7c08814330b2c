import { z } from 'zod'
import { languages } from '../../core/phrases.ts'
import type { Question, QuestionStore } from '../../features/office/question-store.ts'
import type { Db } from './client.ts'
import type { Prisma } from './generated/client.ts'
import { ChannelNameSchema } from './journal-store.ts'

const Language = z.enum(languages)
const withAsker = { identity: true } as const

/** Questions for the office over the database. */
export function createQuestionStore(db: Db): QuestionStore {
  return {
    async add({ id, schoolId, identityId, text, now }) {
      return toQuestion(await db.question.create({ data: { id, schoolId, identityId, text, askedAt: now }, include: withAsker }))
    },
    async byNumber(schoolId, number) {
      const row = number > 2_147_483_647 ? null : await db.question.findFirst({ where: { schoolId, number }, include: withAsker })
      return row === null ? undefined : toQuestion(row)
    },
    async open(schoolId) {
      const rows = await db.question.findMany({
        where: { schoolId, answeredAt: null },
        orderBy: { number: 'asc' },
        take: 50,
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

function toQuestion(row: Prisma.QuestionGetPayload<{ include: typeof withAsker }>): Question {
  const { id, number, schoolId, text, askedAt, answeredAt, identity } = row
  const address = { channel: ChannelNameSchema.parse(identity.channel), account: identity.account, chat: identity.chat }
  return { id, number, schoolId, text, askedAt, answeredAt, asker: { address, language: Language.parse(identity.language) } }
}
