import { onTestFinished } from 'vitest'
import type { LedgerLine, Phone } from '../../src/emulators/phone.ts'
import { startTelegramEmulator, type TelegramEmulatorOptions } from '../../src/emulators/telegram-emulator.ts'
import type { Exchange } from '../../src/emulators/traffic.ts'

export const token = '7000000001:token-of-a-bot-that-does-not-exist'

interface BotAnswer {
  ok: boolean
  // biome-ignore lint/suspicious/noExplicitAny: each method has its own result, and the tests look into them
  result: any
  error_code?: number
  description?: string
  parameters?: { retry_after?: number }
}

/** A fresh emulator for one test, with people on one side and the bot's HTTP calls on the other. */
export async function telegramWorld(options: TelegramEmulatorOptions = {}) {
  const { url, close } = await startTelegramEmulator({ token, webhookPauseMs: 1, ...options })
  onTestFinished(close)
  const send = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${url}/emulator/${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    const text = await response.text()
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
  }
  const read = async <T>(path: string) => (await send('GET', path)).body as T

  return {
    url,
    token,
    close,
    control: send,
    /** Calls the Bot API as a bot would. */
    async bot(method: string, params: object = {}, as: string = token): Promise<BotAnswer> {
      const response = await fetch(`${url}/bot${as}/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(params),
      })
      return (await response.json()) as BotAnswer
    },
    async person(id: string, name: string) {
      await send('PUT', `phones/${id}`, { name })
      const act = (what: string) => async (body: object) =>
        (await send('POST', `phones/${id}/${what}`, body)).body as { events: string[] }
      const acts = { message: act('messages'), edit: act('edits'), tap: act('taps'), media: act('media'), block: act('block') }
      return {
        id,
        writes: (text: string) => acts.message({ text }),
        edits: (messageId: string, text: string) => acts.edit({ messageId, text }),
        taps: (messageId: string, value: string) => acts.tap({ messageId, value }),
        sends: (kind: string, caption?: string) => acts.media({ kind, caption }),
        blocks: (blocked: boolean) => acts.block({ blocked }),
        phone: () => read<Phone>(`phones/${id}`),
      }
    },
    fault: (...rules: object[]) => send('PUT', 'faults', rules),
    ledger: () => read<LedgerLine[]>('ledger'),
    traffic: () => read<Exchange[]>('traffic'),
    pending: async () => (await read<{ pending: number }>('pending')).pending,
  }
}
