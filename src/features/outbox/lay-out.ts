import type { Choice } from '../../core/message.ts'
import { splitText } from '../../core/text.ts'
import type { ChannelTraits, Outgoing } from './outbox.ts'

/** One message as the platform will carry it. */
export interface Piece {
  readonly key: string
  readonly text: string
  readonly choices?: readonly Choice[]
  readonly edits?: string
}

/**
 * Fits a message to its channel: numbered choices under the text where there are no buttons (they can be typed either way),
 * pieces no longer than the channel takes. An edit that the channel cannot make leaves nothing to send.
 */
export function layOut(message: Outgoing, traits: ChannelTraits): Piece[] {
  const { maxTextLength, hasButtons, canEdit } = traits[message.to.channel]
  if (message.edits !== undefined && !canEdit) return []
  const first = message.firstNumber ?? 1
  const list = (message.choices ?? []).map((choice, index) => `${index + first}. ${choice.label}`)
  const text = hasButtons || list.length === 0 || message.choicesInText ? message.text : `${message.text}\n\n${list.join('\n')}`
  const texts = splitText(text, maxTextLength)
  return texts.map((piece, index) => ({
    key: index === 0 ? message.key : `${message.key}/${index + 1}`,
    text: piece,
    ...(index === texts.length - 1 && hasButtons && message.choices?.length ? { choices: numbered(message.choices, first) } : {}),
    ...(index === 0 && message.edits !== undefined ? { edits: message.edits } : {}),
  }))
}

/** Buttons carry their number, so that whoever would rather type knows what to type. */
function numbered(choices: readonly Choice[], first: number): Choice[] {
  return choices.map((choice, index) => ({ ...choice, label: `${index + first}. ${choice.label}` }))
}
