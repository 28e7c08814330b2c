import type { Channel } from '../../core/channel.ts'
import { DeliveryError } from '../../core/delivery-error.ts'
import type { Attachment, Choice, Delivered, OutboundMessage } from '../../core/message.ts'
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
  const { attachment, text, choices } = message
  const chat_id = message.to.chat
  const under = { ...(text === '' ? {} : { caption: text.slice(0, maxCaption) }), ...keyboardOf(choices) }
  const sent =
    attachment === undefined
      ? await client.call('sendMessage', { chat_id, ...body(message) }, { signal })
      : attachment.kind === 'image'
        ? await client.call('sendPhoto', { chat_id, photo: upload(attachment), ...under }, { signal })
        : await client.call('sendDocument', { chat_id, document: upload(attachment), ...under }, { signal })
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

const upload = ({ bytes, name }: Attachment) => ({ source: Buffer.from(bytes), filename: name })

function body({ text, choices }: OutboundMessage) {
  return { text, link_preview_options: { is_disabled: true }, ...keyboardOf(choices) }
}

function keyboardOf(choices: readonly Choice[] = []) {
  return choices.length > 0 ? { reply_markup: { inline_keyboard: rowsOf(choices) } } : {}
}

/** A few short choices side by side, otherwise one below the other. */
function rowsOf(choices: readonly Choice[]) {
  const buttons = choices.map(({ label, value }) => ({ text: label, callback_data: value }))
  const short = choices.length <= rowButtons && choices.reduce((sum, { label }) => sum + label.length, 0) <= rowLength
  return short ? [buttons] : buttons.map((button) => [button])
}
