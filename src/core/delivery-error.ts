const retryableReasons = ['unreachable', 'throttled', 'server_error', 'unauthorised', 'channel_stopped'] as const
const finalReasons = ['recipient_left', 'window_closed', 'rejected'] as const

/**
 * Why a message did not arrive, as a closed set: the outbox decides by it, the office reads it in its own words.
 * - `unreachable`: no connection, time-out, an answer that is no JSON
 * - `throttled`: the platform asked to slow down
 * - `server_error`: the platform failed (5xx)
 * - `unauthorised`: our token was refused and a refresh did not help yet
 * - `channel_stopped`: the whole account may not send (disabled, out of money, consent withdrawn): it waits for a person to act
 * - `recipient_left`: this person blocked us, left, or never existed
 * - `window_closed`: Zalo's 7 days since the last interaction are over
 * - `rejected`: the message itself is wrong: too long, malformed
 */
export type DeliveryReason = (typeof retryableReasons)[number] | (typeof finalReasons)[number]

/** A message did not reach its recipient. The reason decides what the outbox does next; nobody reads `message` to find out. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError'
  readonly reason: DeliveryReason
  readonly retryAfterSeconds: number | undefined
  /** The platform's own code, for the log: `429`, `-230`. */
  readonly code: number | undefined

  constructor(reason: DeliveryReason, options: { retryAfterSeconds?: number; code?: number; cause?: unknown } = {}) {
    super(`delivery failed: ${reason}`, { cause: options.cause })
    this.reason = reason
    this.retryAfterSeconds = options.retryAfterSeconds
    this.code = options.code
  }

  get retryable(): boolean {
    return retryableReasons.some((reason) => reason === this.reason)
  }
}
