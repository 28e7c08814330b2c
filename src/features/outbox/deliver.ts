import type { Channel } from '../../core/channel.ts'
import type { Clock } from '../../core/clock.ts'
import { DeliveryError, type DeliveryReason } from '../../core/delivery-error.ts'
import type { Locks } from '../../core/locks.ts'
import type { ChannelName, ChatAddress, Delivered, OutboundMessage } from '../../core/message.ts'
import { chatKey } from '../../core/wake-ups.ts'

/** The oldest message of a chat that has not gone out. */
export interface Unsent {
  readonly id: string
  readonly message: OutboundMessage
  readonly attempts: number
  readonly nextAttemptAt: Date
}

export interface UnsentStore {
  /** The head of the chat's line, whoever touched it last: one in `sending` whose lock is free was left by a dead process. */
  head(chat: ChatAddress): Promise<Unsent | undefined>
  markSending(id: string): Promise<void>
  markSent(id: string, platformId: string, now: Date): Promise<void>
  markRetry(id: string, reason: DeliveryReason, nextAttemptAt: Date): Promise<void>
  markFailed(id: string, reason: DeliveryReason, now: Date): Promise<void>
  /**
   * The person had shut the door when a send was tried: what else was written for the chat by then fails with it, and nothing more is
   * sent there until they write. Whoever has written since then has opened it again.
   */
  markLeft(chat: ChatAddress, triedAt: Date): Promise<void>
  /** Chats whose head is due. */
  dueChats(now: Date, channels: readonly ChannelName[]): Promise<ChatAddress[]>
}

export interface DeliveryLog {
  delivered(channel: ChannelName, millis: number): void
  failed(channel: ChannelName, reason: DeliveryReason, options: { final: boolean; code: number | undefined; id: string }): void
}

type Deps = {
  unsent: UnsentStore
  channels: Partial<Record<ChannelName, Channel>>
  locks: Locks
  clock: Clock
  log: DeliveryLog
  /** Aborted when the service stops: what is in flight may finish, nothing new is begun. */
  stopping: AbortSignal
  /** Aborted when waiting for what is in flight would take too long. */
  cutOff: AbortSignal
}

const sendTimeoutMillis = 15_000
/** Pauses before the next attempt, in seconds; the last is repeated. */
const backoffSeconds = [2, 5, 15, 60, 300, 900, 3_600]
/** After some 24 hours of trying a message has lost its use. */
const maxAttempts = 30

/**
 * Sends what is due in one chat, in order, one after another; a message that must wait holds the ones behind it back, so that nobody reads
 * an answer before its question. Only one process works on a chat at a time. Looks again after letting the lock go: whoever committed a
 * message meanwhile found the lock taken and relies on that.
 */
export async function deliverChat(deps: Deps, chat: ChatAddress): Promise<void> {
  const channel = deps.channels[chat.channel]
  if (channel === undefined) return
  let again = true
  while (again && !deps.stopping.aborted) {
    again = false
    const ran = await deps.locks.ifFree(`out/${chatKey(chat)}`, async () => {
      while (!deps.stopping.aborted) {
        const head = await deps.unsent.head(chat)
        if (head === undefined || head.nextAttemptAt > deps.clock.now()) break
        await deliverOne(deps, channel, head)
      }
    })
    if (!ran) return
    const head = await deps.unsent.head(chat)
    again = head !== undefined && head.nextAttemptAt <= deps.clock.now()
  }
}

async function deliverOne(
  { unsent, clock, log, cutOff }: Deps,
  channel: Channel,
  { id, message, attempts }: Unsent,
): Promise<void> {
  const startedAt = performance.now()
  const triedAt = clock.now()
  await unsent.markSending(id)
  const outcome = await attempt(channel, message, cutOff)
  if (!(outcome instanceof DeliveryError)) {
    await unsent.markSent(id, outcome.messageId, clock.now())
    log.delivered(channel.name, performance.now() - startedAt)
  } else {
    const error = outcome
    const final = !error.retryable || attempts + 1 >= maxAttempts
    log.failed(channel.name, error.reason, { final, code: error.code, id })
    if (final) await unsent.markFailed(id, error.reason, clock.now())
    else await unsent.markRetry(id, error.reason, new Date(clock.now().getTime() + pauseSeconds(error, attempts) * 1_000))
    if (error.reason === 'recipient_left') await unsent.markLeft(message.to, triedAt)
  }
}

/** Whatever else a channel throws is a bug in it: the message is not tried again, so that it cannot block its chat for ever. */
async function attempt(channel: Channel, message: OutboundMessage, cutOff: AbortSignal): Promise<Delivered | DeliveryError> {
  try {
    return await channel.send(message, AbortSignal.any([cutOff, AbortSignal.timeout(sendTimeoutMillis)]))
  } catch (error) {
    return error instanceof DeliveryError ? error : new DeliveryError('rejected', { cause: error })
  }
}

function pauseSeconds(error: DeliveryError, attempts: number): number {
  return error.retryAfterSeconds ?? backoffSeconds[Math.min(attempts, backoffSeconds.length - 1)]!
}
