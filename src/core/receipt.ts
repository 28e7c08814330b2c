import type { ChatAddress } from './message.ts'

/**
 * What a platform tells of messages of ours after it took them.
 * - `delivered`, `seen`: by the person's app, of these ids
 * - `interacted`: the person did something in the account that is no message: its windows count from it
 * - `said`: this text went out under this id, by us or by a person writing as the account: settles a message whose answer was lost
 */
export type Receipt =
  | { readonly kind: 'delivered' | 'seen'; readonly chat: ChatAddress; readonly ids: readonly string[]; readonly at: Date }
  | { readonly kind: 'interacted'; readonly chat: ChatAddress; readonly at: Date }
  | { readonly kind: 'said'; readonly chat: ChatAddress; readonly id: string; readonly text: string; readonly at: Date }

/** Writes down what receipts say. One that comes late, twice or for nothing changes nothing: a missing one proves nothing. */
export interface ReceiptStore {
  /** @returns whether a message was found that it speaks of */
  note(receipt: Receipt): Promise<boolean>
}
