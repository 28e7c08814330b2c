import type { ChatAddress, InboundMessage } from '../../core/message.ts'

/** One journaled message that waits to be handled. */
export interface Journaled {
  readonly id: string
  readonly message: InboundMessage
  /** How often handling it has failed. */
  readonly attempts: number
}

/** Everything a platform delivered, once per event id, before the platform got its answer. */
export interface Journal {
  /** Writes what is new in one transaction, in this order; the rest was delivered before. @returns the chats of the new ones. */
  append(messages: readonly InboundMessage[], now: Date): Promise<ChatAddress[]>
  /** The chat's oldest message that is not handled. */
  next(chat: ChatAddress): Promise<Journaled | undefined>
  /** Counts a failed attempt. */
  countAttempt(id: string): Promise<void>
  /** Chats with waiting messages, for the sweep. */
  waitingChats(): Promise<ChatAddress[]>
}

/** The half of the journal that belongs in the transaction of the handling. */
export interface JournalMarks {
  /** @returns false when it was handled already: then nothing of this transaction may stand. */
  markHandled(id: string, now: Date): Promise<boolean>
  markFailed(id: string, now: Date): Promise<void>
}
