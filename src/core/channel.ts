import type { ChannelName, Delivered, InboundFile, InboundMessage, OutboundMessage } from './message.ts'
import type { Receipt } from './receipt.ts'

/** A way to talk with people: Telegram, a Zalo OA. Adapters implement it; features only ever see this. */
export interface Channel {
  readonly name: ChannelName
  /** Longest text one message may carry, in UTF-16 code units. Longer texts are split before `send`. */
  readonly maxTextLength: number
  /** Whether choices become buttons. Without them the outbox writes them as a numbered list under the text. */
  readonly hasButtons: boolean
  /** Whether a message of ours can be changed after it was sent. Without it an edit is left out. */
  readonly canEdit: boolean
  /** @throws {DeliveryError} always that type, with its reason decided by the adapter. */
  send(message: OutboundMessage, signal: AbortSignal): Promise<Delivered>
  /**
   * The platform's ids of what we said in this chat with just this text since then, for a message whose answer was lost. Absent where the
   * platform cannot be asked. @throws {DeliveryError}
   */
  findSent?(message: OutboundMessage, since: Date, signal: AbortSignal): Promise<readonly string[]>
  /** Until when messages to many must wait, so that those who wait for an answer get one; undefined: they need not. */
  bulkWaitsUntil?(): Date | undefined
  /** Tells the platform that a tap was received, so that the button stops spinning. Cosmetic: never throws. */
  acknowledge(message: InboundMessage): Promise<void>
  /** The bytes of a file that somebody sent; undefined when the platform does not give them, or more than `mostBytes`. Never throws. */
  fetchFile?(
    file: InboundFile,
    options: { readonly mostBytes: number; readonly signal: AbortSignal },
  ): Promise<Uint8Array | undefined>
}

/** An HTTP request of a platform, untouched: signatures are over the raw bytes. Header names are lower case. */
export interface RawRequest {
  readonly body: Buffer
  readonly headers: Readonly<Record<string, string | undefined>>
}

/**
 * What a verified request turned out to be.
 * - `messages`: to be journaled, in this order; may be empty
 * - `receipt`: what became of a message of ours; may be lost
 * - `unknown`: signed, but of a kind we do not know: answered 200 and counted under `event`
 * - `unsigned`: wrong or missing signature or secret: 401, nothing stored
 * - `malformed`: signed, but not what the platform documents: 400
 */
export type Received =
  | { readonly kind: 'messages'; readonly messages: readonly InboundMessage[] }
  | { readonly kind: 'receipt'; readonly receipt: Receipt }
  | { readonly kind: 'unknown'; readonly event: string }
  | { readonly kind: 'unsigned' }
  | { readonly kind: 'malformed' }

/** The receiving half of a channel that is called by its platform. Pure: verifies and translates, stores nothing. */
export type ReceiveWebhook = (request: RawRequest) => Received
