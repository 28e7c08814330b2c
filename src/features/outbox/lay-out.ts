import type { Choice } from '../../core/message.ts'
import { splitText } from '../../core/text.ts'
import type { ChannelTraits, Outgoing, Traits } from './outbox.ts'

/** One message as the platform will carry it. */
export interface Piece {
  readonly key: string
  /** Empty only where it carries something. */
  readonly text: string
  readonly choices?: readonly Choice[]
  readonly edits?: string
  /** The picture or document of the message goes with this piece. */
  readonly carries: boolean
}

/**
 * Fits a message to its channel: numbered choices under the text where there are no buttons (they can be typed either way),
 * pieces no longer than the channel takes. An edit that the channel cannot make leaves nothing to send. A picture or document goes with the
 * text where that is short enough to stand under it, otherwise after it.
 */
export function layOut(message: Outgoing, traits: ChannelTraits): Piece[] {
  const own = traits[message.to.channel]
  const { maxTextLength, hasButtons, canEdit } = own
  if (message.edits !== undefined && !canEdit) return []
  const first = message.firstNumber ?? 1
  const list = (message.choices ?? []).map((choice, index) => `${index + first}. ${choice.label}`)
  const said = saidWithout(message, own)
  const text = hasButtons || list.length === 0 || message.choicesInText ? said : `${said}\n\n${list.join('\n')}`
  const texts = splitText(text, maxTextLength)
  const kind = carriedKind(message, own)
  const isUnder = kind !== undefined && texts.length === 1 && text.length <= (own.captionLength?.[kind] ?? 0)
  const pieces = texts.map((piece, index) => ({
    key: index === 0 ? message.key : `${message.key}/${index + 1}`,
    text: piece,
    ...(index === texts.length - 1 && message.choices?.length ? { choices: numbered(message.choices, first) } : {}),
    ...(index === 0 && message.edits !== undefined ? { edits: message.edits } : {}),
    carries: isUnder,
  }))
  return kind === undefined || isUnder ? pieces : [...pieces, { key: `${message.key}/file`, text: '', carries: true }]
}

/** What goes with the message on this channel. */
function carriedKind({ photoOf, attachment }: Outgoing, { fileTypes }: Traits): 'image' | 'file' | undefined {
  if (photoOf !== undefined || attachment?.kind === 'image') return 'image'
  return attachment !== undefined && (fileTypes?.includes(attachment.type) ?? true) ? 'file' : undefined
}

function saidWithout(message: Outgoing, own: Traits): string {
  const { text, attachment } = message
  return attachment === undefined || carriedKind(message, own) !== undefined ? text : `${text}\n\n${attachment.instead}`
}

/** Buttons carry their number, so that whoever would rather type knows what to type. */
function numbered(choices: readonly Choice[], first: number): Choice[] {
  return choices.map((choice, index) => ({ ...choice, label: `${index + first}. ${choice.label}` }))
}
