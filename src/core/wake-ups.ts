import type { ChatAddress } from './message.ts'

/**
 * Tells some process, soon, that a chat has work waiting in our tables. A hint and no more: a lost one is found by the sweep, a
 * doubled one finds nothing to do. Never called inside a transaction. Never throws.
 */
export interface WakeUps {
  /** Something was journaled for this chat. */
  inbound(chat: ChatAddress): Promise<void>
  /** A message for this chat may go out now. */
  outbound(chat: ChatAddress): Promise<void>
  /** Messages to many may go out now; begun in this process, found by the others. */
  bulk(): void
}

/** One text for one chat, to lock it and to name its job. */
export function chatKey(chat: ChatAddress): string {
  return `${chat.channel}/${chat.account}/${chat.chat}`
}
