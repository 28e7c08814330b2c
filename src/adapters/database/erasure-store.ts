import type { Ids } from '../../core/ids.ts'
import type { Erased, ErasureStore } from '../../features/privacy/erasure-store.ts'
import type { Db } from './client.ts'
import { Prisma } from './generated/client.ts'
import { addressColumns } from './journal-store.ts'

/** Erasure over the database, in the caller's transaction. */
export function createErasureStore(db: Db, ids: Pick<Ids, 'uuid'>): ErasureStore {
  return {
    async eraseChat(address, askedBy, now) {
      const here = addressColumns(address)
      const identity = await db.identity.findUnique({
        where: { channel_account_chat: here },
        include: { people: { include: { person: true } } },
      })
      if (identity === null) return undefined
      const nobody = `erased-${identity.id}`
      await db.outbound.updateMany({ where: { ...here, state: { in: ['planned', 'held'] } }, data: { state: 'cancelled' } })
      const written = await db.outbound.updateMany({
        where: here,
        data: { chat: nobody, text: '', choices: Prisma.DbNull, fileId: null, photoOf: null },
      })
      // What waits came after the wish; the wish itself is under way.
      const said = await db.inbound.updateMany({
        where: { ...here, state: { not: 'waiting' } },
        data: { chat: nobody, message: Prisma.DbNull },
      })
      const own = { identityId: identity.id }
      const asked = await db.question.updateMany({ where: own, data: { text: '', answer: '' } })
      await db.handoff.updateMany({ where: { ...own, closedAt: null }, data: { closedAt: now } })
      await db.preference.deleteMany({ where: own })
      await db.consoleTicket.deleteMany({ where: own })
      await db.consoleSession.deleteMany({ where: own })
      await db.identityPerson.deleteMany({ where: own })
      await db.identity.update({
        where: { id: identity.id },
        data: { chat: nobody, session: Prisma.DbNull, leftAt: now, stoppedAt: now, introducedAt: null },
      })
      const counts = {
        ...{ links: identity.people.length, questions: asked.count },
        ...{ messagesToThem: written.count, messagesOfTheirs: said.count },
      }
      for (const { person } of identity.people) await leave(person)
      return await prove(identity.people.map(({ person }) => person))

      /** A guardian whom no chat reaches any more is nobody here. */
      async function leave({ id, schoolId, role }: (typeof identity & object)['people'][number]['person']): Promise<void> {
        if (role !== 'guardian' || (await db.identityPerson.count({ where: { personId: id } })) > 0) return
        await db.guardianship.deleteMany({ where: { schoolId, personId: id } })
        await db.person.updateMany({ where: { id, schoolId }, data: { active: false } })
      }

      async function prove(people: readonly { id: string; schoolId: string; role: string }[]): Promise<Erased> {
        for (const { id, schoolId, role } of people) {
          const whose = role === 'guardian' ? 'guardian' : 'staff'
          await db.erasure.create({
            data: { id: ids.uuid(), schoolId, whose, subjectId: id, askedBy, counts: { ...counts }, erasedAt: now },
          })
        }
        return counts
      }
    },
  }
}
