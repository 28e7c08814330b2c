import type { Attachment, ChannelName, ChatAddress, Choice } from '../../core/message.ts'
import type { OutgoingKind } from './message-kind.ts'

/** A message a feature wants sent, as long as it likes. */
export interface Outgoing {
  readonly to: ChatAddress
  /** One cause, one key: adding it again changes nothing, so that a repeated cause never doubles a message. */
  readonly key: string
  readonly kind: OutgoingKind
  /** The school it is sent for; null for a stranger who is nobody's yet. */
  readonly schoolId: string | null
  readonly text: string
  readonly choices?: readonly Choice[]
  /** The text names the choices by number already: no list is put under it. */
  readonly choicesInText?: boolean
  /** The number of the first choice, where numbers before it mean something else in the chat; 1 unless told. */
  readonly firstNumber?: number
  /**
   * Waits until then, by our clock, and holds nothing back meanwhile; why is shown to the office. Without an end it waits for the office's
   * word.
   */
  readonly held?:
    | { readonly until: Date; readonly why: 'quiet_hours' | 'lunch' | 'digest' }
    | { readonly until: null; readonly why: 'restored' }
  /** Whose photo goes with it: the id of an adult who may collect a child. Left out once that photo is gone. */
  readonly photoOf?: string
  /**
   * A picture or document that goes with it; where the text is too long to stand under it, right after the text. Kept for 14 days. Needs a school.
   * `instead` ends the text on a channel that does not carry such a file.
   */
  readonly attachment?: Attachment & { readonly instead: string }
  /** The platform's id of an earlier message of ours to replace. Dropped on a channel that cannot edit. */
  readonly edits?: string
}

/** Takes messages inside the transaction of what caused them; they go out once it is committed, in order per chat. */
export interface Outbox {
  add(message: Outgoing, now: Date): Promise<void>
  /** The same for many at once, in one statement for some hundreds of them. */
  addAll(messages: readonly Outgoing[], now: Date): Promise<void>
}

/** What one channel can carry. */
export interface Traits {
  readonly maxTextLength: number
  readonly hasButtons: boolean
  readonly canEdit: boolean
  /** The platform can be asked what it has taken from us: see `Channel.findSent`. */
  readonly listsSent?: boolean
  /** The longest text under a picture and under a document; absent: none. */
  readonly captionLength?: Readonly<Record<Attachment['kind'], number>>
  /** MIME types of documents it takes; absent: any. */
  readonly fileTypes?: readonly string[]
}

export type ChannelTraits = Readonly<Record<ChannelName, Traits>>
