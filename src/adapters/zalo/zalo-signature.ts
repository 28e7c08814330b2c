import { createHash, timingSafeEqual } from 'node:crypto'
import type { RawRequest } from '../../core/channel.ts'

const timestampInText = /"timestamp"\s*:\s*"?(\d{1,20})/

export interface ZaloWebhookKeys {
  readonly appId: string
  /** The key of the console's webhook page; not the app secret. */
  readonly oaSecretKey: string
}

/**
 * Whether Zalo signed these bytes: plain SHA-256 (no HMAC) over app id, body as received, the body's own timestamp, key.
 * The timestamp is part of the body, so a body that is no JSON is checked with whatever looks like one in it, or with none:
 * only someone who holds the key can match either way, and that someone deserves a "malformed" and not an "unsigned".
 */
export function isSignedByZalo(request: RawRequest, parsed: unknown, keys: ZaloWebhookKeys): boolean {
  const sent = /^mac=([0-9a-f]{64})$/i.exec(request.headers['x-zevent-signature'] ?? '')?.[1]
  if (sent === undefined) return false
  const timestamp = timestampOf(parsed) ?? timestampInText.exec(request.body.toString('utf8'))?.[1] ?? ''
  const expected = createHash('sha256')
    .update(keys.appId)
    .update(request.body)
    .update(timestamp)
    .update(keys.oaSecretKey)
    .digest()
  return timingSafeEqual(Buffer.from(sent, 'hex'), expected)
}

function timestampOf(parsed: unknown): string | undefined {
  if (typeof parsed !== 'object' || parsed === null || !('timestamp' in parsed)) return undefined
  const { timestamp } = parsed
  return typeof timestamp === 'string' || typeof timestamp === 'number' ? String(timestamp) : undefined
}
