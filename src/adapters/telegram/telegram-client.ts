import { createRequire } from 'node:module'
import { Telegram } from 'telegraf'
import type { Telegram as BotApi, Opts } from 'telegraf/types'
import { createAgent } from '../connect-timeout.ts'
import { toDeliveryError } from './telegram-errors.ts'

interface CallOptions {
  readonly signal?: AbortSignal
  /** How long Telegram may take to answer; telegraf's own limit is over eight minutes. */
  readonly timeoutSeconds?: number
}

/** The Bot API of one bot, spoken by telegraf. */
export interface TelegramClient {
  /** @throws {DeliveryError} always that type; nothing in it holds the token or what was sent. */
  call<M extends keyof BotApi>(method: M, payload: Opts<M>, options?: CallOptions): Promise<ReturnType<BotApi[M]>>
  /** Where the bytes of a file are; the address holds the token. @throws {DeliveryError} */
  fileLink(fileId: string): Promise<URL>
}

const defaultTimeoutSeconds = 15

/** @param apiRoot scheme, host and port: `https://api.telegram.org`, an emulator, a Bot API server of one's own */
export function createTelegramClient({ token, apiRoot }: { token: string; apiRoot: string }): TelegramClient {
  silenceTelegraf()
  const telegram = new Telegram(token, { apiRoot, webhookReply: false })
  // telegraf drops an agent that it is given for plain http, and Node's own hangs up a long poll after 5 s.
  telegram.options.agent = createAgent(apiRoot)
  return {
    async fileLink(fileId) {
      try {
        return await telegram.getFileLink(fileId)
      } catch (error) {
        throw toDeliveryError(error)
      }
    },
    async call(method, payload, { signal, timeoutSeconds = defaultTimeoutSeconds } = {}) {
      const limit = AbortSignal.timeout(timeoutSeconds * 1000)
      try {
        return await telegram.callApi(method, payload, { signal: forTelegraf(signal ? AbortSignal.any([signal, limit]) : limit) })
      } catch (error) {
        throw toDeliveryError(error)
      }
    },
  }
}

type TelegrafSignal = NonNullable<Parameters<Telegram['callApi']>[2]>['signal']

/** telegraf names the type of a package from before Node had signals; at run time it takes Node's own. */
const forTelegraf = (signal: AbortSignal) => signal as unknown as TelegrafSignal

/** With DEBUG set, telegraf would print each call and its payload: names and texts. Other libraries keep their debug output. */
function silenceTelegraf(): void {
  const debug = createRequire(createRequire(import.meta.url).resolve('telegraf'))('debug') as {
    disable(): string
    enable(names: string): void
  }
  debug.enable([debug.disable(), '-telegraf*'].filter(Boolean).join(','))
}
