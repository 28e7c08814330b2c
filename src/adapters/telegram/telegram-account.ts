import type { TelegramClient } from './telegram-client.ts'
import { allowedUpdates } from './telegram-update.ts'

/** Which bot a token belongs to: the digits before the colon are the bot's user id. */
export function accountOf(token: string): string {
  return token.split(':', 1)[0]!
}

export interface TelegramStart {
  client: TelegramClient
  /** Where Telegram reaches us; absent: the bot is polled. */
  publicUrl?: string
  /** Telegram sends it back with each update. 1 to 256 of A-Z, a-z, 0-9, `_` and `-`. */
  secret?: string
  /** The menu beside the text field, in the language of the school. */
  commands?: readonly { command: string; description: string }[]
  signal?: AbortSignal
}

/**
 * Authenticates the bot and tells Telegram how it wants its updates. Safe to repeat; updates that wait are kept.
 * @returns the bot's name for links (`t.me/<username>?start=…`), and whether the menu, which is cosmetic, could be set
 * @throws {DeliveryError} when Telegram cannot be reached or refuses the token; the caller tries again
 */
export async function prepareTelegram(start: TelegramStart): Promise<{ username: string; menuSet: boolean }> {
  const { client, publicUrl, secret, commands = [], signal } = start
  const me = await client.call('getMe', {}, { signal })
  if (publicUrl === undefined) await client.call('deleteWebhook', { drop_pending_updates: false }, { signal })
  else {
    const url = `${publicUrl.replace(/\/+$/, '')}/webhooks/telegram`
    await client.call('setWebhook', { url, secret_token: secret, allowed_updates: [...allowedUpdates] }, { signal })
  }
  const menuSet = await client.call('setMyCommands', { commands }, { signal }).then(
    () => true,
    () => false,
  )
  return { username: me.username, menuSet }
}
