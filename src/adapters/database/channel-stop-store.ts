import type { ChannelStopStore } from '../../features/outbox/gate.ts'
import type { Db } from './client.ts'
import { ChannelNameSchema } from './journal-store.ts'

export function createChannelStopStore(db: Db): ChannelStopStore {
  return {
    async stops() {
      const rows = await db.channelState.findMany({ where: { stoppedAt: { not: null } } })
      return rows.map(({ channel, account, stopCode, stoppedAt, openedAt }) => ({
        channel: ChannelNameSchema.parse(channel),
        account,
        code: stopCode,
        stoppedAt: stoppedAt!,
        openedAt,
      }))
    },
    async deaf() {
      const rows = await db.channelState.findMany({ where: { deafAt: { not: null } } })
      return rows.map(({ channel, account, deafAt }) => ({ channel: ChannelNameSchema.parse(channel), account, at: deafAt! }))
    },
  }
}
