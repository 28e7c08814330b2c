import type { EmulatorClock } from './emulator-clock.ts'
import type { SentFiles } from './sent-files.ts'
import { done, type Method, type Params, refusal, tooManyRequests } from './telegram-answers.ts'
import type { Chats, StoredMessage, TelegramChat } from './telegram-chats.ts'
import { keyboardOf } from './telegram-keyboard.ts'
import type { SendingLimits } from './telegram-limits.ts'
import { commandsIn, parsedText, refuseLongText } from './telegram-text.ts'
import { uploadMethods } from './telegram-uploads.ts'

/** Callback queries by id; a tap can be answered for a while only. */
export type Taps = Map<string, { at: number }>

const tapsLiveMs = 15 * 60_000
const chatActions = [
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
]

/** The methods of the Bot API about chats and messages that the service calls. @see https://core.telegram.org/bots/api#available-methods */
export function messageMethods(parts: {
  chats: Chats
  clock: EmulatorClock
  limits: SendingLimits
  taps: Taps
  files: SentFiles
}): Record<string, Method> {
  const { chats, clock, limits, taps, files } = parts
  let commands: unknown = []

  /** Checks of the server in its order: the chat, the text, the bot's place in the chat, the limits. */
  const admitted = (params: Params, text?: string): TelegramChat => {
    const chat = chatOf(chats, params)
    if (text !== undefined) refuseLongText(text)
    refuseWithoutPlace(chat)
    const wait = text === undefined ? undefined : limits.take(chat)
    if (wait !== undefined) throw tooManyRequests(wait)
    return chat
  }
  const own = (chat: TelegramChat, params: Params, todo: string): StoredMessage => {
    const message = chat.messages.get(Number(params.message_id))
    if (!message) throw refusal(400, `message to ${todo} not found`)
    if (message.from !== 'bot') throw refusal(400, `message can't be ${todo === 'edit' ? 'edited' : 'deleted'}`)
    return message
  }

  return {
    getMe: () =>
      done({
        ...chats.userJson('bot'),
        can_join_groups: true,
        can_read_all_group_messages: false,
        supports_inline_queries: false,
      }),

    sendMessage(params) {
      const { text, entities } = parsedText(params.text, params.parse_mode)
      const keyboard = keyboardOf(params.reply_markup)
      const chat = admitted(params, text)
      const posted = chats.post(chat, { from: 'bot', text, entities: [...entities, ...commandsIn(text)], keyboard }, clock.now())
      return done(chats.messageJson(chat, posted))
    },

    ...uploadMethods({ chats, clock, files, admitted }),

    editMessageText(params) {
      const { text, entities } = parsedText(params.text, params.parse_mode)
      const keyboard = keyboardOf(params.reply_markup)
      const chat = chatOf(chats, params)
      const message = own(chat, params, 'edit')
      if (message.text === undefined) throw refusal(400, 'there is no text in the message to edit')
      refuseUnchanged(message.text === text && sameKeyboard(message, keyboard))
      admitted(params, text)
      chats.change(chat, message, { text, entities, keyboard: keyboard ?? null, at: clock.now() })
      return done(chats.messageJson(chat, message))
    },

    editMessageReplyMarkup(params) {
      const keyboard = keyboardOf(params.reply_markup)
      const chat = chatOf(chats, params)
      const message = own(chat, params, 'edit')
      refuseUnchanged(sameKeyboard(message, keyboard))
      admitted(params)
      chats.change(chat, message, { keyboard: keyboard ?? null, at: clock.now() })
      return done(chats.messageJson(chat, message))
    },

    deleteMessage(params) {
      const chat = admitted(params)
      const message = own(chat, params, 'delete')
      chats.remove(chat, message.id)
      return done()
    },

    answerCallbackQuery(params) {
      const tap = taps.get(String(params.callback_query_id))
      if (!tap || clock.elapsed() - tap.at > tapsLiveMs) {
        throw refusal(400, 'query is too old and response timeout expired or query ID is invalid')
      }
      return done()
    },

    sendChatAction(params) {
      if (!chatActions.includes(String(params.action))) throw refusal(400, 'wrong parameter action in request')
      admitted(params)
      return done()
    },

    setMyCommands(params) {
      commands = typeof params.commands === 'string' ? JSON.parse(params.commands) : (params.commands ?? [])
      return done()
    },
    getMyCommands: () => done(commands),
    deleteMyCommands() {
      commands = []
      return done()
    },
  }
}

function chatOf(chats: Chats, params: Params): TelegramChat {
  if (params.chat_id === undefined || params.chat_id === '') throw refusal(400, 'chat_id is empty')
  const chat = chats.find(Number(params.chat_id))
  if (!chat) throw refusal(400, 'chat not found')
  return chat
}

function refuseWithoutPlace(chat: TelegramChat): void {
  if (chat.bot === 'member') return
  if (chat.type === 'private') {
    throw refusal(403, chat.bot === 'never' ? "bot can't initiate conversation with a user" : 'bot was blocked by the user')
  }
  throw refusal(403, chat.bot === 'never' ? 'bot is not a member of the group chat' : 'bot was kicked from the group chat')
}

function refuseUnchanged(unchanged: boolean): void {
  if (!unchanged) return
  throw refusal(
    400,
    'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
  )
}

const sameKeyboard = (message: StoredMessage, keyboard: unknown) => JSON.stringify(message.keyboard) === JSON.stringify(keyboard)
