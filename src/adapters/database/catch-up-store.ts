import type { ChannelName } from '../../core/message.ts'
import type { PrismaClient } from './generated/client.ts'

/** Up to when a platform's own lists were read back, for one account. */
export function createCatchUpStore(prisma: PrismaClient, key: { readonly channel: ChannelName; readonly account: string }) {
  const put = async (data: { caughtUpAt: Date; deafAt?: Date }): Promise<void> => {
    await prisma.channelState.upsert({ where: { channel_account: key }, create: { ...key, ...data }, update: data })
  }
  return {
    /** Since when is to be read; an account of which we never heard anything has nothing to be caught up with. */
    async since(): Promise<Date | undefined> {
      const state = await prisma.channelState.findUnique({ where: { channel_account: key } })
      if (state?.caughtUpAt) return state.caughtUpAt
      const last = await prisma.inbound.findFirst({ where: key, orderBy: { id: 'desc' }, select: { receivedAt: true } })
      return last?.receivedAt
    },
    put,
  }
}

export type CatchUpStore = ReturnType<typeof createCatchUpStore>
