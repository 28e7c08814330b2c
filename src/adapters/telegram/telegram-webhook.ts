import { createHash, timingSafeEqual } from 'node:crypto'
import type { ReceiveWebhook } from '../../core/channel.ts'
import type { Clock } from '../../core/clock.ts'
import { kindOf, TelegramUpdate, toInbound } from './telegram-update.ts'

/**
 * Receives updates that Telegram posts, one a request. The secret is judged before the body is looked at.
 * @see https://core.telegram.org/bots/api#setwebhook (`secret_token`)
 */
export function createTelegramWebhook(options: { secret: string; account: string; clock: Clock }): ReceiveWebhook {
  return ({ headers, body }) => {
    if (!isSame(headers['x-telegram-bot-api-secret-token'], options.secret)) return { kind: 'unsigned' }
    const parsed = TelegramUpdate.safeParse(jsonOf(body))
    if (!parsed.success) return { kind: 'malformed' }
    const message = toInbound(parsed.data, { account: options.account, receivedAt: options.clock.now() })
    return message ? { kind: 'messages', messages: [message] } : { kind: 'unknown', event: kindOf(parsed.data) }
  }
}

/** In a time that tells neither the secret nor its length. */
function isSame(given: string | undefined, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given ?? ''), digest(secret)) && given !== undefined
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
