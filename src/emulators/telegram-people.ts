import type { Acted, Media, People } from './control.ts'
import type { EmulatorClock } from './emulator-clock.ts'
import { type Chats, seconds, type TelegramChat } from './telegram-chats.ts'
import type { Taps } from './telegram-methods.ts'
import { commandsIn } from './telegram-text.ts'
import type { Updates } from './telegram-updates.ts'

const longestMessage = 4096 // the app cuts what is longer into several messages

/** What people do in their private chat with the bot, and the updates that follow from it. */
export function telegramPeople(parts: { chats: Chats; updates: Updates; clock: EmulatorClock; taps: Taps }): People {
  const { chats, updates, clock, taps } = parts
  let nextTap = 1

  const place = (chat: TelegramChat, bot: 'member' | 'kicked'): string[] => {
    const before = chat.bot
    chat.bot = bot
    chats.phones.block(String(chat.id), bot === 'kicked')
    return updates.add('my_chat_member', chat.id, membershipChange({ chats, clock, by: chat.id }, chat, before))
  }
  /** Writing to a blocked bot first needs its "restart" button; a first message starts the bot. */
  const opened = (chat: TelegramChat): string[] => {
    if (chat.bot === 'kicked') return place(chat, 'member')
    chat.bot = 'member'
    return []
  }
  const say = (chat: TelegramChat, message: { text?: string; extra?: Record<string, unknown> }): string[] => {
    const posted = chats.post(chat, { from: chat.id, ...message, entities: commandsIn(message.text ?? '') }, clock.now())
    return updates.add('message', chat.id, chats.messageJson(chat, posted))
  }

  return {
    start(user) {
      const chat = privateChat(chats, user)
      if (chat?.bot === 'never') chat.bot = 'member'
    },

    write(user, text, forwarded) {
      const chat = privateChat(chats, user)
      if (!chat) return notAPerson
      const pieces = text.trim().match(new RegExp(`[^]{1,${longestMessage}}`, 'g')) ?? []
      if (pieces.length === 0) return { kind: 'refused', because: 'the app does not send an empty message' }
      const before = opened(chat)
      return {
        kind: 'done',
        events: [...before, ...pieces.flatMap((piece) => say(chat, { text: piece, ...(forwarded && { extra: passedOn }) }))],
      }
    },

    edit(user, messageId, text) {
      const chat = privateChat(chats, user)
      const message = chat?.messages.get(Number(messageId))
      if (!chat || message?.from !== chat.id || message.text === undefined) {
        return { kind: 'refused', because: 'this person wrote no such text' }
      }
      if (text.trim() === '') return { kind: 'refused', because: 'the app does not send an empty message' }
      chats.change(chat, message, { text: text.trim(), entities: commandsIn(text.trim()), at: clock.now() })
      return { kind: 'done', events: updates.add('edited_message', chat.id, chats.messageJson(chat, message)) }
    },

    tap(user, messageId, value) {
      const chat = privateChat(chats, user)
      const message = chat?.messages.get(Number(messageId))
      const button = message?.keyboard?.inline_keyboard.flat().find(({ callback_data }) => callback_data === value)
      if (!chat || !message || !button) return { kind: 'refused', because: 'there is no such button' }
      const id = `${chats.bot.id}${String(nextTap).padStart(8, '0')}`
      nextTap += 1
      taps.set(id, { at: clock.elapsed() })
      const query = {
        id,
        from: chats.userJson(chat.id),
        message: chats.messageJson(chat, message),
        chat_instance: String(-chat.id),
        data: value,
      }
      return { kind: 'done', events: updates.add('callback_query', chat.id, query) }
    },

    sendMedia(user, media, caption) {
      const chat = privateChat(chats, user)
      if (!chat) return notAPerson
      const before = opened(chat)
      const extra = { ...mediaFields(media, chats.userJson(chat.id)), ...(caption && captioned.includes(media) && { caption }) }
      return { kind: 'done', events: [...before, ...say(chat, { extra })] }
    },

    sendFile(user, { id, name, bytes }, caption) {
      const chat = privateChat(chats, user)
      if (!chat) return notAPerson
      const before = opened(chat)
      const document = { file_id: id, file_unique_id: id.slice(-16), file_name: name, file_size: bytes.length }
      return { kind: 'done', events: [...before, ...say(chat, { extra: { document, ...(caption && { caption }) } })] }
    },

    sendPhoto(user, { id, bytes }) {
      const chat = privateChat(chats, user)
      if (!chat) return notAPerson
      const before = opened(chat)
      const photo = [{ file_id: id, file_unique_id: id.slice(-16), file_size: bytes.length, width: 800, height: 600 }]
      return { kind: 'done', events: [...before, ...say(chat, { extra: { photo } })] }
    },

    block(user, blocked): Acted {
      const chat = privateChat(chats, user)
      if (!chat) return notAPerson
      if (chat.bot === 'never') return { kind: 'refused', because: 'this person has not started the bot' }
      if ((chat.bot === 'kicked') === blocked) return { kind: 'done', events: [] }
      return { kind: 'done', events: place(chat, blocked ? 'kicked' : 'member') }
    },
  }
}

/** What a message of somebody who hides who they are carries when it is forwarded. */
const passedOn = {
  forward_origin: { type: 'hidden_user', sender_user_name: 'Ẩn danh', date: 1_790_000_000 },
}

const notAPerson: Acted = { kind: 'refused', because: 'this is not a person' }

const privateChat = (chats: Chats, user: string) => {
  const chat = chats.find(Number(user))
  return chat?.type === 'private' ? chat : undefined
}

/** A ChatMemberUpdated object about the bot itself. */
export function membershipChange(
  { chats, clock, by }: { chats: Chats; clock: EmulatorClock; by: number },
  chat: TelegramChat,
  before: TelegramChat['bot'],
) {
  const member = (bot: TelegramChat['bot']) => ({
    user: chats.userJson('bot'),
    status: bot === 'never' ? 'left' : bot,
    ...(bot === 'kicked' && { until_date: 0 }),
  })
  return {
    chat: chats.chatJson(chat),
    from: chats.userJson(by),
    date: seconds(clock.now()),
    old_chat_member: member(before),
    new_chat_member: member(chat.bot),
  }
}

const captioned: readonly Media[] = ['photo', 'voice', 'video', 'file']

function mediaFields(media: Media, person: { id: number; first_name: string }): Record<string, unknown> {
  const file = (name: string) => ({ file_id: `${name}-file`, file_unique_id: `${name}-unique`, file_size: 20_480 })
  switch (media) {
    case 'photo':
      return { photo: [{ ...file('photo'), width: 800, height: 600 }] }
    case 'sticker':
      return {
        sticker: {
          ...file('sticker'),
          type: 'regular',
          width: 512,
          height: 512,
          is_animated: false,
          is_video: false,
          emoji: '👍',
        },
      }
    case 'voice':
      return { voice: { ...file('voice'), duration: 4, mime_type: 'audio/ogg' } }
    case 'video':
      return { video: { ...file('video'), width: 640, height: 360, duration: 7, mime_type: 'video/mp4' } }
    case 'file':
      return { document: { ...file('document'), file_name: 'giay-kham.pdf', mime_type: 'application/pdf' } }
    case 'location':
      return { location: { latitude: 21.0474, longitude: 105.8885 } }
    case 'contact':
      return { contact: { phone_number: '+84900000000', first_name: person.first_name, user_id: person.id } }
  }
}
