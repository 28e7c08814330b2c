import type { ChatAddress } from '../../core/message.ts'

/** What went, by kind. */
export interface Erased {
  readonly links: number
  readonly messagesToThem: number
  readonly messagesOfTheirs: number
  readonly questions: number
}

export interface ErasureStore {
  /**
   * Erases who is behind a chat: what they wrote and what was written to them is emptied, what has not gone out is taken back, the platform's id
   * gives way to one of ours, and nobody is behind it any more. What the school keeps of a child (check-ins, absences, consents) stays: it is
   * the school's. A proof stays with each school that knew them. @returns undefined when nobody is known there
   */
  eraseChat(address: ChatAddress, askedBy: 'platform' | 'office', now: Date): Promise<Erased | undefined>
}
