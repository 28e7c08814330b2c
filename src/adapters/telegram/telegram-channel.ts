import type { Channel } from '../../core/channel.ts'
import { DeliveryError } from '../../core/delivery-error.ts'
import type { Choice, Delivered, OutboundMessage, Photo } from '../../core/message.ts'
import { fetchFile } from '../fetch-file.ts'
import type { TelegramClient } from './telegram-client.ts'
import { isEditWithoutEffect, toDeliveryError } from './telegram-errors.ts'

const rowLength = 24 // characters of labels that stand side by side on a narrow phone
const rowButtons = 3

/** Telegram as a channel: texts with inline buttons, edits in place. */
export function createTelegramChannel(client: TelegramClient): Channel {
  return {
    name: 'telegram',
    maxTextLength: 4096, // https://core.telegram.org/bots/api#sendmessage
    hasButtons: true,
    canEdit: true,

    async send(message, signal) {
      return message.edits === undefined
        ? await sendNew(client, message, signal)
        : await sendEdit(client, message, message.edits, signal)
    },

    async fetchFile({ ref }, options) {
      const link = await client.fileLink(ref).catch(() => undefined)
      return link === undefined || link.protocol === 'file:' ? undefined : await fetchFile(link, options)
    },

    async acknowledge({ content }) {
      if (content.kind !== 'choice' || content.callbackId === undefined) return
      await client
        .call('answerCallbackQuery', { callback_query_id: content.callbackId }, { timeoutSeconds: 5 })
        .catch(() => undefined)
    },
  }
}

async function sendNew(client: TelegramClient, message: OutboundMessage, signal: AbortSignal): Promise<Delivered> {
  const sent =
    message.photo === undefined
      ? await client.call('sendMessage', { chat_id: message.to.chat, ...body(message) }, { signal })
      : await client.call('sendPhoto', { chat_id: message.to.chat, ...captioned(message.text, message.photo) }, { signal })
  const messageId: unknown = sent?.message_id
  if (typeof messageId !== 'number') throw new DeliveryError('unanswered') // a success that names no message
  return { messageId: String(messageId) }
}

/** Without effect is a success: a retry finds its own edit done, and a message that is gone or too old stays as it is. */
async function sendEdit(
  client: TelegramClient,
  message: OutboundMessage,
  messageId: string,
  signal: AbortSignal,
): Promise<Delivered> {
  try {
    await client.call(
      'editMessageText',
      { chat_id: message.to.chat, message_id: Number(messageId), ...body(message) },
      { signal },
    )
  } catch (error) {
    const problem = toDeliveryError(error)
    if (!isEditWithoutEffect(problem)) throw problem
  }
  return { messageId }
}

const maxCaption = 1024 // https://core.telegram.org/bots/api#sendphoto

function captioned(text: string, { bytes, type }: Photo) {
  const photo = { source: Buffer.from(bytes), filename: type === 'image/png' ? 'photo.png' : 'photo.jpg' }
  return { photo, caption: text.slice(0, maxCaption) }
}

function body({ text, choices = [] }: OutboundMessage) {
  return {
    text,
    link_preview_options: { is_disabled: true },
    ...(choices.length > 0 && { reply_markup: { inline_keyboard: rowsOf(choices) } }),
  }
}

/** A few short choices side by side, otherwise one below the other. */
function rowsOf(choices: readonly Choice[]) {
  const buttons = choices.map(({ label, value }) => ({ text: label, callback_data: value }))
  const short = choices.length <= rowButtons && choices.reduce((sum, { label }) => sum + label.length, 0) <= rowLength
  return short ? [buttons] : buttons.map((button) => [button])
}
