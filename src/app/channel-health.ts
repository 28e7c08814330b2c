import { createChannelStopStore } from '../adapters/database/channel-stop-store.ts'
import type { Database } from '../adapters/database/connect.ts'
import { createZaloTokenStore } from '../adapters/database/zalo-token-store.ts'
import type { ChannelHealth } from '../adapters/web/console/visit.ts'
import type { Config } from '../config.ts'
import type { OpenChannels } from './channels.ts'

/** Zalo: a refresh token that is not used for three months is worth nothing any more. @see https://developers.zalo.me/docs/official-account/ */
const refreshDays = 90
const dayMs = 86_400_000

/** How the channels are, for the office's settings page. */
export async function channelHealth(
  prisma: Database['prisma'],
  { open, config, now, consentLink }: { open: OpenChannels; config: Config; now: Date; consentLink: (() => string) | undefined },
): Promise<ChannelHealth[]> {
  const stops = await createChannelStopStore(prisma).stops()
  const pair = config.zalo === undefined ? undefined : await createZaloTokenStore(prisma, config.zalo.appId).read()
  return open.running.map(({ channel: { name }, isReady }) => {
    const stop = stops.find((one) => one.channel === name && one.openedAt === null)
    const used = name === 'zalo' ? pair?.refreshedAt : undefined
    return {
      name,
      ready: isReady(),
      stoppedAt: stop?.stoppedAt ?? null,
      daysLeft: used === undefined ? null : Math.max(0, Math.floor(refreshDays - (now.getTime() - used.getTime()) / dayMs)),
      consentNeeded: name === 'zalo' && pair?.consentNeeded === true,
      ...(name === 'zalo' && consentLink !== undefined ? { consentLink: consentLink() } : {}),
    }
  })
}
