import type { Channel } from '../../core/channel.ts'
import type { ChatAddress } from '../../core/message.ts'
import { kindRules } from './message-kind.ts'
import type { Unsent, UnsentStore } from './unsent.ts'

/** After so many sends of one message without an answer it is left alone: each may have arrived. */
const mostDoubts = 3
const lookUpMs = 10_000

/**
 * - `arrived`: the platform has it, under this id
 * - `again`: it has not, or the kind of message is rather sent twice than never
 * - `left`: nobody can know, and it is not sent again
 * - `later`: the platform could be asked, but did not answer
 */
export type Settled =
  | { readonly kind: 'arrived'; readonly platformId: string }
  | { readonly kind: 'again' }
  | { readonly kind: 'left' }
  | { readonly kind: 'later' }

/** What becomes of a message whose answer was lost: by the platform's own list of the chat where there is one, else by a rule per kind. */
export async function settle(
  { unsent, channel, stopping }: { unsent: UnsentStore; channel: Channel; stopping: AbortSignal },
  chat: ChatAddress,
  { message, kind, doubts, triedAt }: Unsent,
): Promise<Settled> {
  const isNew = message.edits === undefined
  if (channel.findSent !== undefined && isNew && triedAt !== null) {
    const signal = AbortSignal.any([stopping, AbortSignal.timeout(lookUpMs)])
    const found = await channel.findSent(message, triedAt, signal).catch(() => undefined)
    if (found === undefined) return { kind: 'later' }
    const known = await unsent.knownIds(chat, found)
    const platformId = found.find((id) => !known.has(id))
    return platformId === undefined ? { kind: 'again' } : { kind: 'arrived', platformId }
  }
  // An edit says the same however often it is made.
  const isRepeated = !isNew || (kindRules[kind].isRepeated && doubts < mostDoubts)
  return isRepeated ? { kind: 'again' } : { kind: 'left' }
}
