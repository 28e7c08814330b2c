import { z } from 'zod'
import { type InboundContent, type InboundMessage, type MediaKind, mostPhotoBytes } from '../../core/message.ts'

/** The kinds of update we ask Telegram for. */
export const allowedUpdates = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const

const User = z.object({ id: z.int(), first_name: z.string().default(''), last_name: z.string().optional() })
const Chat = z.object({ id: z.int(), type: z.string() })

/** Loose: the kind of medium is the name of a field. */
const Message = z.looseObject({
  message_id: z.int(),
  from: User.optional(),
  chat: Chat,
  date: z.int(),
  edit_date: z.int().optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  photo: z
    .array(z.object({ file_id: z.string(), file_size: z.number().optional(), width: z.number().default(0) }))
    .optional()
    .catch([]),
  forward_origin: z.unknown().optional(), // anything: somebody else's message passed on
})
/** Read only where it is one: a document of another shape is a file all the same, which nobody can fetch. */
const Document = z.object({ file_id: z.string(), file_name: z.string().default(''), file_size: z.number().optional() })
const CallbackQuery = z.object({
  id: z.string(),
  from: User,
  message: z.object({ message_id: z.int(), chat: Chat }).optional(), // absent when it hung on a message sent via inline mode
  data: z.string().optional(),
})
const Membership = z.object({
  chat: Chat,
  from: User,
  date: z.int(),
  old_chat_member: z.object({ status: z.string() }),
  new_chat_member: z.object({ status: z.string() }),
})

/**
 * The parts of an Update that we read; of what is not as documented nothing is kept, so that no update can hold up those behind it.
 *
 * ```json
 * {"update_id": 873455012, "callback_query": {
 *   "id": "4382bfdwdsb323b2d9",
 *   "from": {"id": 1111, "is_bot": false, "first_name": "Lan", "last_name": "Nguyễn", "language_code": "vi"},
 *   "message": {"message_id": 1365, "from": {"id": 7000000001, "is_bot": true, "first_name": "Trợ lý"},
 *     "chat": {"id": 1111, "type": "private", "first_name": "Lan"}, "date": 1795312800, "text": "28/30. Đúng chưa ạ?",
 *     "reply_markup": {"inline_keyboard": [[{"text": "Đúng", "callback_data": "checkin:confirm"}]]}},
 *   "chat_instance": "-3871264", "data": "checkin:confirm"}}
 * ```
 * @see https://core.telegram.org/bots/api#update
 */
export const TelegramUpdate = z.looseObject({
  update_id: z.int(),
  message: Message.optional().catch(undefined),
  edited_message: Message.optional().catch(undefined),
  callback_query: CallbackQuery.optional().catch(undefined),
  my_chat_member: Membership.optional().catch(undefined),
})
export type TelegramUpdate = z.output<typeof TelegramUpdate>

/** The name of the kind of an update, for counters. */
export function kindOf(update: TelegramUpdate): string {
  return Object.keys(update).find((key) => key !== 'update_id') ?? 'empty'
}

interface Arrival {
  /** Which bot: the digits of its token. */
  readonly account: string
  /** A tap carries no time of its own, so it gets this one. */
  readonly receivedAt: Date
}

/** Translates one update. @returns undefined for what nobody must deal with: other kinds, service messages, channels */
export function toInbound(update: TelegramUpdate, { account, receivedAt }: Arrival): InboundMessage | undefined {
  const event = read(update)
  if (!event) return undefined
  const { chat, from, unixSeconds, isForwarded, content } = event
  const chatType = chat.type === 'private' ? 'private' : 'group'
  if (chat.type === 'channel') return undefined
  return {
    from: { channel: 'telegram', account, chat: String(chat.id) },
    eventId: String(update.update_id),
    sender: String(from?.id ?? chat.id),
    senderName: [from?.first_name, from?.last_name].filter(Boolean).join(' ').normalize('NFC') || undefined,
    sentAt: unixSeconds === undefined ? receivedAt : new Date(unixSeconds * 1000),
    chatType,
    ...(isForwarded ? { isForwarded } : {}),
    content,
  }
}

interface Event {
  chat: z.output<typeof Chat>
  from: z.output<typeof User> | undefined
  unixSeconds: number | undefined
  isForwarded?: boolean
  content: InboundContent
}

function read({
  message,
  edited_message: edited,
  callback_query: tap,
  my_chat_member: membership,
}: TelegramUpdate): Event | undefined {
  if (message) {
    const content = contentOf(message)
    const isForwarded = message.forward_origin !== undefined
    return content && { chat: message.chat, from: message.from, unixSeconds: message.date, isForwarded, content }
  }
  if (edited?.text !== undefined) {
    const content = { kind: 'edit', text: edited.text.normalize('NFC'), messageId: String(edited.message_id) } as const
    return { chat: edited.chat, from: edited.from, unixSeconds: edited.edit_date ?? edited.date, content }
  }
  if (tap?.message && tap.data !== undefined) {
    const content = { kind: 'choice', value: tap.data, messageId: String(tap.message.message_id), callbackId: tap.id } as const
    return { chat: tap.message.chat, from: tap.from, unixSeconds: undefined, content }
  }
  if (membership) {
    const kind = membershipChange(membership)
    return kind && { chat: membership.chat, from: membership.from, unixSeconds: membership.date, content: { kind } }
  }
  return undefined
}

/** Fields of a message that are media, in order: an animation carries a `document` too. */
const mediaFields: Readonly<Record<string, MediaKind>> = {
  photo: 'photo',
  sticker: 'sticker',
  voice: 'voice',
  audio: 'voice',
  video: 'video',
  video_note: 'video',
  animation: 'video',
  document: 'file',
  venue: 'location',
  location: 'location',
  contact: 'contact',
  poll: 'other',
  dice: 'other',
  story: 'other',
  game: 'other',
  checklist: 'other',
  paid_media: 'other',
  giveaway: 'other',
}

/** Service messages (pinned, joined, renamed…) have no content. */
function contentOf(message: z.output<typeof Message>): InboundContent | undefined {
  if (message.text !== undefined)
    return { kind: 'text', text: message.text.normalize('NFC'), messageId: String(message.message_id) }
  const field = Object.keys(mediaFields).find((name) => message[name] !== undefined)
  if (field === undefined) return undefined
  const media = { kind: 'media', media: mediaFields[field]!, caption: message.caption?.normalize('NFC') } as const
  if (media.media === 'photo') return { ...media, ...largestOf(message.photo ?? []) }
  const document = Document.safeParse(message.document)
  if (!document.success || media.media !== 'file') return media
  const { file_id: ref, file_name: name, file_size: bytes } = document.data
  return { ...media, file: { ref, name: name.normalize('NFC'), ...(bytes === undefined ? {} : { bytes }) } }
}

/** A photo comes in several sizes: the largest that every platform would take. */
function largestOf(sizes: readonly { file_id: string; file_size?: number | undefined; width: number }[]) {
  const fitting = sizes.filter(({ file_size: bytes = 0 }) => bytes <= mostPhotoBytes)
  const best = fitting.toSorted((one, other) => other.width - one.width)[0]
  if (best === undefined) return {}
  return { file: { ref: best.file_id, name: '', ...(best.file_size === undefined ? {} : { bytes: best.file_size }) } }
}

const present = (status: string) => status !== 'left' && status !== 'kicked'

function membershipChange({ chat, old_chat_member: before, new_chat_member: after }: z.output<typeof Membership>) {
  if (present(before.status) === present(after.status)) return undefined
  if (chat.type === 'private') return present(after.status) ? 'follow' : 'unfollow'
  return present(after.status) ? 'joined_group' : undefined
}
