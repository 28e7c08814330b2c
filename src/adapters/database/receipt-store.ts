import type { Receipt, ReceiptStore } from '../../core/receipt.ts'
import { moves } from '../../features/outbox/message-state.ts'
import type { Prisma, PrismaClient } from './generated/client.ts'
import { addressColumns } from './journal-store.ts'

const statesBefore = (state: 'delivered' | 'seen' | 'sent') =>
  Object.entries(moves).flatMap(([from, to]) => (to.includes(state) && from !== 'sending' ? [from] : []))

/** Receipts against the `outbound` table, outside of any transaction: they follow what the table allows and never undo anything. */
export function createReceiptStore(prisma: PrismaClient): ReceiptStore {
  return {
    async note(receipt) {
      if (receipt.kind === 'said') return await settleSaid(prisma, receipt)
      if (receipt.kind === 'interacted') {
        const { chat, at } = receipt
        await prisma.identity.updateMany({
          where: { ...addressColumns(chat), lastInteractedAt: { lt: at } },
          data: { lastInteractedAt: at },
        })
        return true
      }
      const { kind, chat, ids, at } = receipt
      const times: Prisma.OutboundUpdateManyMutationInput = kind === 'seen' ? { seenAt: at } : { deliveredAt: at }
      const { count } = await prisma.outbound.updateMany({
        where: { ...addressColumns(chat), platformId: { in: [...ids] }, state: { in: statesBefore(kind) } },
        data: { state: kind, ...times },
      })
      return count > 0
    },
  }
}

/** The oldest uncertain message with these words is the one that was said, unless the id is known already. */
async function settleSaid(prisma: PrismaClient, { chat, id, text, at }: Extract<Receipt, { kind: 'said' }>): Promise<boolean> {
  const where = addressColumns(chat)
  if ((await prisma.outbound.count({ where: { ...where, platformId: id } })) > 0) return true
  const open = await prisma.outbound.findMany({
    where: { ...where, state: { in: ['uncertain', 'sending'] } },
    orderBy: { id: 'asc' },
    select: { id: true, text: true, state: true },
  })
  const alike = open.filter((row) => row.text.normalize('NFC') === text)
  const meant = alike.find(({ state }) => state === 'uncertain')
  // Under way still: the echo was faster than the news that the answer was lost, and is asked once more.
  if (meant === undefined) return alike.length === 0
  await prisma.outbound.updateMany({
    where: { id: meant.id, state: 'uncertain' },
    data: { state: 'sent', platformId: id, sentAt: at, settleAt: null, reason: null },
  })
  return true
}
