import type { PhoneMessage } from '../../src/emulators/phone.ts'
import { startTelegramEmulator } from '../../src/emulators/telegram-emulator.ts'
import { startZaloEmulator } from '../../src/emulators/zalo-server.ts'

export const keys = {
  telegramToken: '7000000001:token-of-a-bot-that-does-not-exist',
  telegramAccount: '7000000001',
  zalo: {
    appId: '1200000000000000001',
    appSecret: 'secret-of-no-app-at-all',
    oaSecretKey: 'key-of-no-account-at-all',
    oaId: '3300000000000000007',
  },
  zaloRefreshToken: 'first-refresh-token-of-no-account',
}

/** One accepted message, by the platform's own books. */
export interface Accepted {
  readonly id: string
  readonly user: string
  readonly text: string
  readonly edited: boolean
}

/** The control plane of one emulator, over HTTP like everything else. */
export function controlOf(url: string) {
  const call = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${url}/emulator/${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return text === '' ? undefined : JSON.parse(text)
  }
  return {
    url,
    call,
    setClock: (now: Date) => call('POST', 'clock', { now: now.toISOString(), frozen: true }),
    pending: async (): Promise<number> => (await call('GET', 'pending')).pending,
    ledger: (): Promise<Accepted[]> => call('GET', 'ledger'),
    settings: (settings: object) => call('PUT', 'settings', settings),
    faults: (...rules: object[]) => call('PUT', 'faults', rules),
    person: (user: string, name: string) => call('PUT', `phones/${user}`, { name, started: true }),
    says: (user: string, text: string) => call('POST', `phones/${user}/messages`, { text }),
    forwards: (user: string, text: string) => call('POST', `phones/${user}/messages`, { text, forwarded: true }),
    taps: (user: string, messageId: string, value: string) => call('POST', `phones/${user}/taps`, { messageId, value }),
    edits: (user: string, messageId: string, text: string) => call('POST', `phones/${user}/edits`, { messageId, text }),
    sends: (user: string, kind: string) => call('POST', `phones/${user}/media`, { kind }),
    sendsFile: (user: string, name: string, bytes: Uint8Array) =>
      call('POST', `phones/${user}/files`, { name, base64: Buffer.from(bytes).toString('base64') }),
    sendsPhoto: (user: string, bytes: Uint8Array) =>
      call('POST', `phones/${user}/photos`, { base64: Buffer.from(bytes).toString('base64') }),
    blocks: (user: string, blocked: boolean) => call('POST', `phones/${user}/block`, { blocked }),
    screen: async (user: string): Promise<PhoneMessage[]> => (await call('GET', `phones/${user}`)).messages,
  }
}

export type Control = ReturnType<typeof controlOf>

/** Both platforms on a clock that stands where it is set. */
export async function startPlatforms(now: Date) {
  const [telegram, zalo] = await Promise.all([
    startTelegramEmulator({ token: keys.telegramToken, webhookPauseMs: 1 }),
    startZaloEmulator({ ...keys.zalo, firstRefreshToken: keys.zaloRefreshToken }),
  ])
  const platforms = { telegram: controlOf(telegram.url), zalo: controlOf(zalo.url) }
  const setClock = async (to: Date) => {
    await Promise.all([platforms.telegram.setClock(to), platforms.zalo.setClock(to)])
  }
  await setClock(now)
  return {
    ...platforms,
    setClock,
    async close() {
      await Promise.all([telegram.close(), zalo.close()])
    },
  }
}

export type Platforms = Awaited<ReturnType<typeof startPlatforms>>
