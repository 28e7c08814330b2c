import type { DeliveryReason } from '../../core/delivery-error.ts'
import type { ChannelName, ChatAddress, OutboundMessage } from '../../core/message.ts'
import type { Lane, OutgoingKind } from './message-kind.ts'

/** The oldest message of a chat that delivery has to do with. */
export interface Unsent {
  readonly id: string
  readonly message: OutboundMessage
  readonly kind: OutgoingKind
  /** `sending` under a free lock: its process died while the platform was being asked. */
  readonly state: 'planned' | 'sending' | 'uncertain'
  readonly attempts: number
  /** How often nobody knew whether the platform had taken it. */
  readonly doubts: number
  /** When it is looked at next: sent, or settled. */
  readonly dueAt: Date
  readonly createdAt: Date
  /** When it was last tried. */
  readonly triedAt: Date | null
}

/** What delivery reads and writes. Every change of state is one of the closed table's moves. */
export interface UnsentStore {
  /** The head of the chat's line, whoever touched it last; held messages and settled ones are not in it. */
  head(chat: ChatAddress): Promise<Unsent | undefined>
  markSending(id: string, now: Date): Promise<void>
  markSent(id: string, platformId: string, now: Date): Promise<void>
  markRetry(id: string, reason: DeliveryReason, nextAttemptAt: Date): Promise<void>
  /** It could not even be tried: nothing is counted. */
  markWaiting(id: string, reason: 'throttled' | 'channel_stopped', until: Date): Promise<void>
  /** Messages of the account that wait because it was stopped are due at once. */
  resume(chat: ChatAddress, now: Date): Promise<void>
  /** For good. Where the person is the reason, what they should read goes through another chat of theirs, in the same transaction. */
  markFailed(id: string, reason: DeliveryReason, now: Date): Promise<void>
  /** @param settleAt when it is to be found out */
  markUncertain(id: string, settleAt: Date): Promise<void>
  /** It stays uncertain, and nothing waits behind it. A kind that is rather said twice than never goes through another chat of the person. */
  leaveUncertain(id: string, now: Date): Promise<void>
  /** Where sending it here would cost something and another chat of the person costs less, it goes there. @returns whether it did */
  moveToCheaper(head: Unsent, now: Date): Promise<boolean>
  /** What nobody waits for is held when its reader's night has begun before it could go. @returns whether it was */
  holdOverNight(head: Unsent, now: Date): Promise<boolean>
  /** Which of these ids belong to messages of ours in this chat that are known to have arrived. */
  knownIds(chat: ChatAddress, platformIds: readonly string[]): Promise<ReadonlySet<string>>
  /**
   * The person had shut the door when a send was tried: what else was written for the chat by then fails with it, and nothing more is
   * sent there until they write. Whoever has written since then has opened it again.
   */
  markLeft(chat: ChatAddress, triedAt: Date): Promise<void>
  /** Chats with something due: `now` where anybody waits for a message, `bulk` where only messages to many are due; oldest first. */
  dueChats(
    lane: Lane,
    now: Date,
    wanted: { readonly channels: readonly ChannelName[]; readonly limit: number },
  ): Promise<ChatAddress[]>
  /** Plans held messages whose time has come. @returns how many */
  release(now: Date): Promise<number>
}
