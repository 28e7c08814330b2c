import type { Channel } from '../../core/channel.ts'
import type { Clock } from '../../core/clock.ts'
import { DeliveryError, type DeliveryReason, deliveryReasons } from '../../core/delivery-error.ts'
import type { Locks } from '../../core/locks.ts'
import type { ChannelName, ChatAddress, Delivered, OutboundMessage } from '../../core/message.ts'
import { chatKey } from '../../core/wake-ups.ts'
import type { Gate } from './gate.ts'
import type { Lane } from './message-kind.ts'
import { settle } from './settle.ts'
import type { Unsent, UnsentStore } from './unsent.ts'

export interface DeliveryLog {
  delivered(channel: ChannelName, millis: number): void
  failed(channel: ChannelName, reason: DeliveryReason, options: { final: boolean; code: number | undefined; id: string }): void
  /** `left`: it stays uncertain, for the office to see. */
  settled(channel: ChannelName, how: 'arrived' | 'again' | 'left', id: string): void
}

export interface DeliverDeps {
  readonly unsent: UnsentStore
  readonly gate: Gate
  readonly channels: Partial<Record<ChannelName, Channel>>
  readonly locks: Locks
  readonly clock: Clock
  readonly log: DeliveryLog
  /** Aborted when the service stops: what is in flight may finish, nothing new is begun. */
  readonly stopping: AbortSignal
  /** Aborted when waiting for what is in flight would take too long. */
  readonly cutOff: AbortSignal
}

/** The gate is shut until then, and the message `id` stands before it. */
export interface Waiting {
  readonly kind: 'wait'
  readonly until: Date
  readonly why: 'rate' | 'stopped'
  readonly id: string
}

/** `idle`: nothing is due any more, after so many steps; `busy`: another process has the chat. */
export type Delivery = { readonly kind: 'idle'; readonly steps: number } | { readonly kind: 'busy' } | Waiting

const sendTimeoutMs = 15_000
/** Pauses before the next attempt, in seconds; the last is repeated. */
const backoffSeconds = [2, 5, 15, 60, 300, 900, 3_600]
/** After some 24 hours of trying a message has lost its use. */
const maxAttempts = 30
const usefulMs = 24 * 3_600_000
/** How long after a lost answer the platform is asked, or the rule of the kind decides. */
const settleSeconds = [2, 10, 60, 300, 900]

/**
 * Sends what is due in one chat, in order, one after another; a message that must wait holds the ones behind it back, so that nobody reads
 * an answer before its question. Only one process works on a chat at a time. Looks again after letting the lock go: whoever committed a
 * message meanwhile found the lock taken and relies on that.
 */
export async function deliverChat(deps: DeliverDeps, chat: ChatAddress, lane: Lane): Promise<Delivery> {
  const channel = deps.channels[chat.channel]
  if (channel === undefined) return { kind: 'idle', steps: 0 }
  let outcome: Delivery = { kind: 'idle', steps: 0 }
  let again = true
  while (again && !deps.stopping.aborted) {
    const ran = await deps.locks.ifFree(`out/${chatKey(chat)}`, async () => {
      outcome = await deliverHeld(deps, { chat, channel, lane })
    })
    if (!ran) return { kind: 'busy' }
    const head = outcome.kind === 'idle' ? await deps.unsent.head(chat) : undefined
    again = head !== undefined && head.dueAt <= deps.clock.now()
  }
  return outcome
}

interface Line {
  readonly chat: ChatAddress
  readonly channel: Channel
  readonly lane: Lane
}

/** The chat's line, while this process has its lock. */
async function deliverHeld(deps: DeliverDeps, line: Line): Promise<Delivery> {
  let steps = 0
  for (; !deps.stopping.aborted; steps += 1) {
    const head = await deps.unsent.head(line.chat)
    if (head === undefined) break
    // Its process died while it asked the platform: like an answer that was lost.
    if (head.state === 'sending') await doubt(deps, head)
    else if (head.dueAt > deps.clock.now()) break
    else if (head.state === 'uncertain') await settleHead(deps, line, head)
    else {
      const waiting = await pass(deps, line, head)
      if (waiting !== undefined) return waiting
    }
  }
  return { kind: 'idle', steps }
}

/** Through the gate and out, unless the gate is shut. */
async function pass(deps: DeliverDeps, line: Line, head: Unsent): Promise<Waiting | undefined> {
  const { chat, channel, lane } = line
  if (await deps.unsent.holdOverNight(head, deps.clock.now())) return undefined
  if (await deps.unsent.moveToCheaper(head, deps.clock.now())) return undefined
  const reserved = lane === 'bulk' ? channel.bulkWaitsUntil?.() : undefined
  if (reserved !== undefined) await deps.gate.holdBulk(chat, reserved)
  const entry = await deps.gate.enter(chat, lane, deps.clock.now())
  if (entry.kind === 'wait') {
    const isTooLate = entry.why === 'stopped' && deps.clock.now().getTime() - head.createdAt.getTime() > usefulMs
    if (isTooLate) await deps.unsent.markFailed(head.id, 'channel_stopped', deps.clock.now())
    return isTooLate ? undefined : { ...entry, id: head.id }
  }
  const judged = await deliverOne(deps, line, head)
  if (entry.isProbe && judged === 'served') {
    await deps.gate.open(chat, deps.clock.now())
    await deps.unsent.resume(chat, deps.clock.now())
  }
  return undefined
}

/** @returns `served`: the platform did what it was asked, or refused for this person alone: the account may send */
async function deliverOne(deps: DeliverDeps, { chat, channel }: Line, head: Unsent): Promise<'served' | 'unserved'> {
  const { unsent, gate, clock, log, cutOff } = deps
  const { id, message, attempts } = head
  const startedAt = performance.now()
  const triedAt = clock.now()
  await unsent.markSending(id, triedAt)
  const outcome = await attempt(channel, message, cutOff)
  if (!(outcome instanceof DeliveryError)) {
    await unsent.markSent(id, outcome.messageId, clock.now())
    log.delivered(channel.name, performance.now() - startedAt)
    return 'served'
  }
  const { next, reason, code } = outcome
  const final = next === 'end' || (next === 'again' && attempts + 1 >= maxAttempts)
  log.failed(channel.name, reason, { final, code, id })
  const nextAt = new Date(clock.now().getTime() + pauseSeconds(outcome, attempts) * 1_000)
  if (reason === 'channel_stopped') await gate.stop(chat, code, clock.now())
  if (reason === 'throttled' && outcome.scope === 'account') await gate.holdBulk(chat, nextAt)
  if (final) await unsent.markFailed(id, reason, clock.now())
  else if (next === 'settle') await doubt(deps, head)
  else await unsent.markRetry(id, reason, reason === 'channel_stopped' ? clock.now() : nextAt)
  if (reason === 'recipient_left') await unsent.markLeft(message.to, triedAt)
  return deliveryReasons[reason].fault === 'person' ? 'served' : 'unserved'
}

/** Whatever else a channel throws is a bug in it: the message is not tried again, so that it cannot block its chat for ever. */
async function attempt(channel: Channel, message: OutboundMessage, cutOff: AbortSignal): Promise<Delivered | DeliveryError> {
  try {
    return await channel.send(message, AbortSignal.any([cutOff, AbortSignal.timeout(sendTimeoutMs)]))
  } catch (error) {
    return error instanceof DeliveryError ? error : new DeliveryError('rejected', { cause: error })
  }
}

async function doubt({ unsent, clock }: DeliverDeps, { id, doubts }: Unsent): Promise<void> {
  const seconds = settleSeconds[Math.min(doubts, settleSeconds.length - 1)]!
  await unsent.markUncertain(id, new Date(clock.now().getTime() + seconds * 1_000))
}

async function settleHead(deps: DeliverDeps, { chat, channel }: Line, head: Unsent): Promise<void> {
  const settled = await settle({ ...deps, channel }, chat, head)
  if (settled.kind === 'later') return await doubt(deps, { ...head, doubts: head.doubts + 1 })
  deps.log.settled(channel.name, settled.kind, head.id)
  if (settled.kind === 'arrived') await deps.unsent.markSent(head.id, settled.platformId, deps.clock.now())
  else if (settled.kind === 'again') await deps.unsent.markRetry(head.id, 'unanswered', deps.clock.now())
  else await deps.unsent.leaveUncertain(head.id, deps.clock.now())
}

function pauseSeconds(error: DeliveryError, attempts: number): number {
  return error.retryAfterSeconds ?? backoffSeconds[Math.min(attempts, backoffSeconds.length - 1)]!
}
