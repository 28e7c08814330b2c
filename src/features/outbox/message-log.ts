import type { ChannelName } from '../../core/message.ts'
import type { OutgoingKind } from './message-kind.ts'
import type { MessageState } from './message-state.ts'

/** A message as the office reads of it. */
export interface LoggedMessage {
  readonly id: string
  readonly kind: OutgoingKind
  readonly state: MessageState
  readonly channel: ChannelName
  /** Staff by name, guardians by their children; empty for somebody who is linked to nobody of the school. */
  readonly reader: { readonly names: readonly string[]; readonly children: readonly string[] }
  /** Emptied when it is old. */
  readonly text: string
  /** Of the last failure: a delivery reason. */
  readonly reason: string | null
  readonly createdAt: Date
  readonly sentAt: Date | null
  readonly heldUntil: Date | null
}

export interface LogPage {
  readonly messages: readonly LoggedMessage[]
  /** Where the next page begins; null: there is none. */
  readonly next: string | null
}

/** What a school's people were sent, and what became of it. */
export interface MessageLog {
  /** How many stand in each state, of those written since then. */
  counts(schoolId: string, since: Date): Promise<ReadonlyMap<MessageState, number>>
  /** Newest first. @param before where the last page ended */
  page(
    schoolId: string,
    which: { readonly states?: readonly MessageState[]; readonly before?: string; readonly limit: number },
  ): Promise<LogPage>
  /** Who of the school is behind these chats, by the chat's id with us. */
  readers(schoolId: string, identityIds: readonly string[]): Promise<ReadonlyMap<string, LoggedMessage['reader']>>
  /** Plans what failed or is uncertain anew. @param ids some; or all that a cause wrote, by the beginning of their keys @returns how many */
  planAnew(
    schoolId: string,
    which: { readonly ids: readonly string[] } | { readonly keyPrefix: string },
    now: Date,
  ): Promise<number>
}
