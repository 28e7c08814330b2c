import type { Choice, InboundMessage, Photo } from '../../core/message.ts'
import type { SentCalendar } from '../imports/import-conversation.ts'
import type { Outgoing } from '../outbox/outbox.ts'
import type { Stores } from './stores.ts'

/** One message being handled: what came, when, and the transaction to write in. */
export interface Turn {
  readonly stores: Stores
  readonly message: InboundMessage
  readonly now: Date
  /** The file that came with the message, read before the transaction; absent: none that anybody here waits for. */
  readonly attachment?: SentCalendar
  /** The photo that came with the message, where one was asked for; `not_taken`: it could not be had, or is no picture. */
  readonly photo?: Photo | 'not_taken'
}

/** What is said back in the chat. */
export interface Reply {
  readonly text: string
  readonly choices?: readonly Choice[]
  /** The text names the choices by number already. */
  readonly choicesInText?: boolean
  /** A picture or document that goes with it; only to somebody of a school. */
  readonly attachment?: NonNullable<Outgoing['attachment']>
  /** Whose photo stands above the text. */
  readonly photoOf?: string
  /** Replaces this earlier message of ours, where the channel can. */
  readonly edits?: string
}
