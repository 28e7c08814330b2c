import type { ChannelName, ChatAddress, Choice } from '../../core/message.ts'

/** What a message is to its reader; decides nothing yet but how it is counted. */
export type OutgoingKind = 'reply' | 'notice' | 'reminder' | 'summary'

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
  /** The platform's id of an earlier message of ours to replace. Dropped on a channel that cannot edit. */
  readonly edits?: string
}

/** Takes messages inside the transaction of what caused them; they go out once it is committed, in order per chat. */
export interface Outbox {
  add(message: Outgoing, now: Date): Promise<void>
}

/** What each channel can carry. */
export type ChannelTraits = Readonly<
  Record<ChannelName, { readonly maxTextLength: number; readonly hasButtons: boolean; readonly canEdit: boolean }>
>
