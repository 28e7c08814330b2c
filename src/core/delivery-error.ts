/** What the outbox does after a failure: try again, find out first whether the platform has it, or end it for this person. */
type Next = 'again' | 'settle' | 'end'
/** Where the cause lies: with the platform or the way to it, with us, with the person's own choice, with the school's account. */
type Fault = 'platform' | 'ours' | 'person' | 'account'

/**
 * Why a message did not arrive, as a closed set: the outbox decides by it, the office reads it in its own words (`delivery.<reason>`).
 * - `unreachable`: the request never left, or something that is not the platform answered it
 * - `unanswered`: the request left and no usable answer came: the platform may have taken it
 * - `throttled`: the platform asked to slow down
 * - `server_error`: the platform failed (5xx)
 * - `unauthorised`: our token was refused and a refresh did not help yet
 * - `channel_stopped`: the whole account may not send (disabled, out of money, consent withdrawn): it waits for a person to act
 * - `recipient_left`: this person blocked us, left, or never existed
 * - `window_closed`: Zalo's 7 days since the last interaction are over
 * - `rejected`: the message itself is wrong: too long, malformed
 */
export const deliveryReasons = {
  unreachable: { next: 'again', fault: 'platform' },
  unanswered: { next: 'settle', fault: 'platform' },
  throttled: { next: 'again', fault: 'ours' },
  server_error: { next: 'again', fault: 'platform' },
  unauthorised: { next: 'again', fault: 'ours' },
  channel_stopped: { next: 'again', fault: 'account' },
  recipient_left: { next: 'end', fault: 'person' },
  window_closed: { next: 'end', fault: 'person' },
  rejected: { next: 'end', fault: 'ours' },
} as const satisfies Record<string, { next: Next; fault: Fault }>

export type DeliveryReason = keyof typeof deliveryReasons

interface DeliveryErrorOptions {
  readonly retryAfterSeconds?: number
  readonly code?: number
  readonly scope?: 'chat' | 'account'
  readonly cause?: unknown
}

/** A message did not reach its recipient. The reason decides what the outbox does next; nobody reads `message` to find out. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError'
  readonly reason: DeliveryReason
  readonly retryAfterSeconds: number | undefined
  /** The platform's own code, for the log: `429`, `-230`. */
  readonly code: number | undefined
  /** `account`: what is refused is refused to everybody just now. */
  readonly scope: 'chat' | 'account'

  constructor(reason: DeliveryReason, options: DeliveryErrorOptions = {}) {
    super(`delivery failed: ${reason}`, { cause: options.cause })
    this.reason = reason
    this.retryAfterSeconds = options.retryAfterSeconds
    this.code = options.code
    this.scope = options.scope ?? 'chat'
  }

  get next(): Next {
    return deliveryReasons[this.reason].next
  }
}

/** Codes of Node's sockets for a request that never left this machine. Everything else may have arrived. */
const neverLeft =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENETDOWN|ERR_INVALID_URL|CONNECT_TIMEOUT|CERT_\w+|ERR_TLS_\w+|UNABLE_TO_\w+|SELF_SIGNED_\w+|DEPTH_ZERO_\w+)$/

/** Whether a failed request can have reached the platform. @param code of the socket's or the client's error */
export function reasonOfTransport(code: unknown): 'unreachable' | 'unanswered' {
  return neverLeft.test(String(code)) ? 'unreachable' : 'unanswered'
}
