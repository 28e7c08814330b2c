import { refusal } from './telegram-answers.ts'
import type { InlineKeyboard } from './telegram-chats.ts'

const maxCallbackBytes = 64
const maxButtons = 100

/** The inline keyboard of `reply_markup`, which may come as JSON text; other kinds of markup are taken and not shown. @throws {Refusal} */
export function keyboardOf(markup: unknown): InlineKeyboard | undefined {
  if (markup === undefined || markup === null || markup === '') return undefined
  const parsed: unknown = typeof markup === 'string' ? fromJson(markup) : markup
  if (typeof parsed !== 'object' || parsed === null) throw refusal(400, 'object expected as reply markup')
  if (!('inline_keyboard' in parsed)) return undefined
  const rows = parsed.inline_keyboard
  if (!Array.isArray(rows) || !rows.every(Array.isArray))
    throw refusal(400, "can't parse inline keyboard: field must be of type Array of Array")
  const keyboard: InlineKeyboard = {
    inline_keyboard: rows.map((row: unknown[]) => row.map(buttonOf)).filter((row) => row.length > 0),
  }
  if (keyboard.inline_keyboard.flat().length > maxButtons) throw refusal(400, 'reply markup is too long')
  return keyboard.inline_keyboard.length > 0 ? keyboard : undefined
}

function buttonOf(button: unknown): InlineKeyboard['inline_keyboard'][number][number] {
  const { text, callback_data, url } = (button ?? {}) as Record<string, unknown>
  if (typeof text !== 'string' || text.trim() === '')
    throw refusal(400, 'can\'t parse inline keyboard button: field "text" must be non-empty')
  if (typeof url === 'string') return { text, url }
  if (typeof callback_data !== 'string') {
    throw refusal(400, "can't parse inline keyboard button: text buttons are unallowed in the inline keyboard")
  }
  const bytes = Buffer.byteLength(callback_data)
  if (bytes === 0 || bytes > maxCallbackBytes) throw refusal(400, 'BUTTON_DATA_INVALID')
  return { text, callback_data }
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw refusal(400, "can't parse reply keyboard markup JSON object")
  }
}
