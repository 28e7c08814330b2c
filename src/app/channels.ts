import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from '../adapters/observability/log.ts'
import type { Metrics } from '../adapters/observability/metrics.ts'
import { accountOf, prepareTelegram } from '../adapters/telegram/telegram-account.ts'
import { createTelegramChannel } from '../adapters/telegram/telegram-channel.ts'
import { createTelegramClient } from '../adapters/telegram/telegram-client.ts'
import { createTelegramPoller } from '../adapters/telegram/telegram-poller.ts'
import { createTelegramWebhook } from '../adapters/telegram/telegram-webhook.ts'
import type { ZaloUploadStore } from '../adapters/zalo/zalo-attachment.ts'
import { createZaloChannel, type ZaloChannel } from '../adapters/zalo/zalo-channel.ts'
import { createZaloTokens, type TokenStore, type ZaloTokens } from '../adapters/zalo/zalo-token.ts'
import { createZaloWebhook } from '../adapters/zalo/zalo-webhook.ts'
import type { Config, TelegramConfig, ZaloConfig } from '../config.ts'
import type { Channel, ReceiveWebhook } from '../core/channel.ts'
import type { Clock } from '../core/clock.ts'
import { DeliveryError } from '../core/delivery-error.ts'
import type { Locks } from '../core/locks.ts'
import type { ChannelName, InboundMessage } from '../core/message.ts'
import { inTurn } from './in-turn.ts'

/** A channel as the app runs it. */
export interface RunningChannel {
  readonly channel: Channel
  /** Absent: the platform is polled. */
  readonly receive: ReceiveWebhook | undefined
  /** Authenticates in the background, again and again until it succeeds, then begins to receive. */
  start(): void
  /** Whether it has authenticated. */
  isReady(): boolean
  /** Where people open the chat, once the platform has said who we are. */
  link(): string | undefined
  stop(): Promise<void>
}

/** `takesIn`: of a process that receives. One that only sends leaves the webhook and the polling to it. */
type Deps = {
  clock: Clock
  log: Log
  metrics: Metrics
  takesIn: boolean
  locks: Locks
  journal(messages: readonly InboundMessage[]): Promise<void>
}

type ZaloStores = { store: TokenStore; locks: Locks; uploads: ZaloUploadStore }

const longestPauseMs = 60_000

/** Telegram: polled, or by webhook where there is a public address. */
function openTelegram(
  { clock, log, metrics, takesIn, locks, journal }: Deps,
  config: TelegramConfig,
  publicUrl: string | undefined,
): RunningChannel {
  const account = accountOf(config.token)
  const client = createTelegramClient(config)
  const poller = createTelegramPoller({
    client,
    account,
    clock,
    journal,
    onError: (during, error) =>
      log.warn(
        { channel: 'telegram', during, reason: error instanceof DeliveryError ? error.reason : undefined, err: error },
        'polling failed',
      ),
    onUnknown: () => metrics.unknownEvents.inc({ channel: 'telegram' }),
  })
  // Telegram lets only one process poll a bot.
  const polling = inTurn(locks, `poll/telegram/${account}`, poller)
  const secret = config.webhookSecret
  const receive = publicUrl === undefined || secret === undefined ? undefined : createTelegramWebhook({ secret, account, clock })
  let username: string | undefined
  const untilReady = authenticating('telegram', log, async (signal) => {
    if (!takesIn) {
      username = (await client.call('getMe', {}, { signal })).username
      return
    }
    const prepared = await prepareTelegram({ client, publicUrl: receive === undefined ? undefined : publicUrl, secret, signal })
    username = prepared.username
    if (receive === undefined) polling.start()
  })
  return {
    channel: createTelegramChannel(client),
    receive,
    link: () => (username === undefined ? undefined : `https://t.me/${username}`),
    ...untilReady,
    async stop() {
      await untilReady.stop()
      await polling.stop()
    },
  }
}

/** A Zalo Official Account: webhooks in, OpenAPI out, tokens shared over all processes. */
function openZalo(
  { clock, log }: Deps,
  config: ZaloConfig,
  { store, locks, uploads }: ZaloStores,
): RunningChannel & { tokens: ZaloTokens; account(): string | undefined; readMissed: ZaloChannel['readMissed'] } {
  const tokens = createZaloTokens({ ...config, store, locks, clock, seedRefreshToken: config.refreshToken })
  const channel = createZaloChannel({ apiRoot: config.apiRoot, tokens, clock, uploads })
  let oaId: string | undefined
  const untilReady = authenticating('zalo', log, async (signal) => {
    oaId = (await channel.authenticate(signal)).oaId
  })
  return {
    channel,
    receive: createZaloWebhook(config),
    link: () => (oaId === undefined ? undefined : `https://zalo.me/${oaId}`),
    tokens,
    account: () => oaId,
    readMissed: channel.readMissed,
    ...untilReady,
    async stop() {
      await untilReady.stop()
      // A refresh under way holds the only copy of the next pair: it is waited for.
      await tokens.idle()
    },
  }
}

function authenticating(name: ChannelName, log: Log, authenticate: (signal: AbortSignal) => Promise<void>) {
  const halt = new AbortController()
  let ready = false
  let running = Promise.resolve()
  const run = async (): Promise<void> => {
    for (let pauseMs = 1_000; !halt.signal.aborted; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      try {
        await authenticate(halt.signal)
        ready = true
        log.info({ channel: name }, 'channel is ready')
        return
      } catch (error) {
        if (halt.signal.aborted) return
        log.warn(
          { channel: name, reason: error instanceof DeliveryError ? error.reason : undefined, err: error },
          'channel could not authenticate',
        )
        await pause(pauseMs, undefined, { signal: halt.signal }).catch(() => {})
      }
    }
  }
  return {
    start: () => {
      running = run()
    },
    isReady: () => ready,
    stop: async () => {
      halt.abort()
      await running
    },
  }
}

/** The channels that are configured, each by itself and all in a row. */
export function openChannels(deps: Deps, config: Config, zaloStores: (appId: string) => ZaloStores) {
  const telegram = config.telegram && openTelegram(deps, config.telegram, config.publicUrl)
  const zalo = config.zalo && openZalo(deps, config.zalo, zaloStores(config.zalo.appId))
  const running: RunningChannel[] = [...(telegram ? [telegram] : []), ...(zalo ? [zalo] : [])]
  const byName: Partial<Record<ChannelName, Channel>> = Object.fromEntries(running.map(({ channel }) => [channel.name, channel]))
  return { telegram, zalo, running, byName, names: running.map(({ channel }) => channel.name) }
}

export type OpenChannels = ReturnType<typeof openChannels>
