import type { EmulatorClock } from './emulator-clock.ts'
import type { SentFiles } from './sent-files.ts'
import type { Method, Params } from './telegram-answers.ts'
import { done, refusal } from './telegram-answers.ts'
import type { Chats, TelegramChat } from './telegram-chats.ts'
import { keyboardOf } from './telegram-keyboard.ts'
import { parsedText } from './telegram-text.ts'

const longestCaption = 1024
const largest = { photo: 10 * 1024 * 1024, document: 50 * 1024 * 1024 }

/** Pictures and documents of the bot, uploaded with the request. @see https://core.telegram.org/bots/api#sending-files */
export function uploadMethods(parts: {
  chats: Chats
  clock: EmulatorClock
  files: SentFiles
  admitted(params: Params, text?: string): TelegramChat
}): Record<string, Method> {
  const { chats, clock, files, admitted } = parts
  const send = (kind: keyof typeof largest) => async (params: Params) => {
    const caption = params.caption ? parsedText(params.caption, params.parse_mode).text : ''
    const file = params[kind]
    if (!(file instanceof File) || file.size === 0) throw refusal(400, `there is no ${kind} in the request`)
    if (file.size > largest[kind]) throw refusal(400, 'file is too big')
    if (caption.length > longestCaption) throw refusal(400, 'message caption is too long')
    const keyboard = keyboardOf(params.reply_markup)
    const kept = files.keep(file.name, Buffer.from(await file.arrayBuffer()))
    // Without words, too, it counts as a message against the limits.
    const chat = admitted(params, caption || kind)
    const ids = { file_id: kept.id, file_unique_id: kept.id.slice(-16), file_size: file.size }
    const media = kind === 'photo' ? [{ ...ids, width: 800, height: 600 }] : { ...ids, file_name: file.name }
    const extra = { [kind]: media, ...(caption === '' ? {} : { caption }) }
    const posted = chats.post(chat, { from: 'bot', extra, keyboard }, clock.now())
    files.attach(String(posted.id), kept)
    return done(chats.messageJson(chat, posted))
  }
  return { sendPhoto: send('photo'), sendDocument: send('document') }
}
