import type { Button, Phones } from './phone.ts'
import type { Entity } from './telegram-text.ts'

export interface InlineKeyboard {
  inline_keyboard: { text: string; callback_data?: string; url?: string }[][]
}

export interface StoredMessage {
  id: number
  /** A user's id, or `bot`. */
  from: number | 'bot'
  text?: string
  entities: Entity[]
  /** Unix seconds. */
  date: number
  editDate?: number
  keyboard?: InlineKeyboard
  /** `photo`, `caption`, `new_chat_members`…: merged into the message as it is. */
  extra: Record<string, unknown>
}

export interface TelegramChat {
  /** A private chat has its person's id, a group a negative one. */
  id: number
  type: 'private' | 'group'
  title?: string
  /** The bot's place here. `never`: not started by the person, not yet added to the group. `kicked`: blocked, or removed. */
  bot: 'never' | 'member' | 'kicked'
  messages: Map<number, StoredMessage>
}

/** Every chat the platform knows, with its messages. The person's screen is a `Phone` of the same id. */
export class Chats {
  readonly phones: Phones
  readonly bot: { id: number; first_name: string; username: string }
  private readonly chats = new Map<number, TelegramChat>()
  private nextMessageId: number

  constructor(phones: Phones, bot: Chats['bot'], firstMessageId: number) {
    this.phones = phones
    this.bot = bot
    this.nextMessageId = firstMessageId
  }

  /** The chat of this id; that of a person comes into being with the person. */
  find(id: number): TelegramChat | undefined {
    const known = this.chats.get(id)
    if (known || id < 0 || !this.phones.find(String(id))) return known
    return this.put({ id, type: 'private', bot: 'never', messages: new Map() })
  }

  put(chat: TelegramChat): TelegramChat {
    this.chats.set(chat.id, chat)
    return chat
  }

  /** Stores a message and shows it on the screen of the chat. */
  post(chat: TelegramChat, message: Pick<StoredMessage, 'from'> & Partial<StoredMessage>, at: Date): StoredMessage {
    const stored = { entities: [], extra: {}, ...message, id: this.nextMessageId, date: seconds(at) }
    this.nextMessageId += 1
    chat.messages.set(stored.id, stored)
    const who = chat.type === 'group' && stored.from !== 'bot' ? `${this.nameOf(stored.from)}: ` : ''
    this.phones.show(String(chat.id), {
      id: String(stored.id),
      from: stored.from === 'bot' ? 'service' : 'user',
      text: who + (stored.text ?? shownMedia(stored.extra)),
      at: at.toISOString(),
      buttons: buttonsOf(stored.keyboard),
    })
    return stored
  }

  /** Changes a stored message and the screen. A keyboard of `null` takes the buttons away. */
  change(
    chat: TelegramChat,
    message: StoredMessage,
    change: { text?: string; entities?: Entity[]; keyboard?: InlineKeyboard | null; at: Date },
  ): void {
    if (change.text !== undefined) {
      message.text = change.text
      message.entities = change.entities ?? []
      message.editDate = seconds(change.at)
    }
    if (change.keyboard !== undefined) message.keyboard = change.keyboard ?? undefined
    this.phones.change(String(chat.id), String(message.id), {
      text: change.text,
      buttons: buttonsOf(message.keyboard),
      at: change.at.toISOString(),
    })
  }

  remove(chat: TelegramChat, messageId: number): void {
    chat.messages.delete(messageId)
    this.phones.remove(String(chat.id), String(messageId))
  }

  /** A User object. */
  userJson(id: number | 'bot') {
    return id === 'bot' ? { is_bot: true, ...this.bot } : { id, is_bot: false, first_name: this.nameOf(id), language_code: 'vi' }
  }

  /** A Chat object. */
  chatJson(chat: TelegramChat) {
    return chat.type === 'private'
      ? { id: chat.id, type: chat.type, first_name: this.nameOf(chat.id) }
      : { id: chat.id, type: chat.type, title: chat.title, all_members_are_administrators: true }
  }

  /** A Message object. @see https://core.telegram.org/bots/api#message */
  messageJson(chat: TelegramChat, message: StoredMessage) {
    return {
      message_id: message.id,
      from: this.userJson(message.from),
      chat: this.chatJson(chat),
      date: message.date,
      ...(message.editDate !== undefined && { edit_date: message.editDate }),
      ...(message.text !== undefined && { text: message.text }),
      ...(message.entities.length > 0 && { entities: message.entities }),
      ...message.extra,
      ...(message.keyboard && { reply_markup: message.keyboard }),
    }
  }

  reset(): void {
    this.chats.clear()
  }

  private nameOf(id: number): string {
    return this.phones.find(String(id))?.user.name ?? ''
  }
}

export const seconds = (at: Date) => Math.floor(at.getTime() / 1000)

const buttonsOf = (keyboard: InlineKeyboard | undefined): Button[] =>
  keyboard?.inline_keyboard.flat().map((button) => ({ label: button.text, value: button.callback_data ?? button.url ?? '' })) ??
  []

function shownMedia({ caption, ...rest }: Record<string, unknown>): string {
  return [`[${Object.keys(rest)[0] ?? ''}]`, caption].filter(Boolean).join(' ')
}
