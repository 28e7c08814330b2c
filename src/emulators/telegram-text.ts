import { refusal } from './telegram-answers.ts'

/** `offset` and `length` are UTF-16 code units. */
export interface Entity {
  type: string
  offset: number
  length: number
}

const maxLength = 4096 // characters after entities parsing
const styles: Record<string, string> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  s: 'strikethrough',
  code: 'code',
  pre: 'pre',
}

/** Commands that a text contains, as every client and the server mark them: `/start`, `/help@mamnon_bot`. */
export function commandsIn(text: string): Entity[] {
  return [...text.matchAll(/(?<=^|\s)\/[a-z0-9_]{1,32}(@\w+)?/gi)].map((found) => ({
    type: 'bot_command',
    offset: found.index,
    length: found[0].length,
  }))
}

/** A text of the bot as the server keeps it: entities parsed, ends trimmed, between 1 and 4096 characters. @throws {Refusal} */
export function parsedText(text: unknown, parseMode: unknown): { text: string; entities: Entity[] } {
  if (typeof text !== 'string' || text === '') throw refusal(400, 'message text is empty')
  if (parseMode && String(parseMode).toLowerCase() !== 'html') throw refusal(400, 'unsupported parse_mode')
  const parsed = parseMode ? fromHtml(text) : { text, entities: [] }
  const trimmed = parsed.text.trim()
  if (trimmed === '') throw refusal(400, 'text must be non-empty')
  const shift = parsed.text.length - parsed.text.trimStart().length
  return { text: trimmed, entities: parsed.entities.map((entity) => ({ ...entity, offset: entity.offset - shift })) }
}

/** Checked by the server after the chat is found, so apart from parsing. @throws {Refusal} */
export function refuseLongText(text: string): void {
  if ([...text].length > maxLength) throw refusal(400, 'message is too long')
}

function fromHtml(html: string): { text: string; entities: Entity[] } {
  const entities: Entity[] = []
  const open: { tag: string; offset: number }[] = []
  let text = ''
  for (const [token, closing, tag] of html.matchAll(/<(\/?)([a-z]+)[^>]*>|[^<]+|</gi)) {
    if (tag === undefined) {
      if (token === '<')
        throw refusal(400, `can't parse entities: Unsupported start tag at byte offset ${Buffer.byteLength(text)}`)
      text += unescaped(token)
    } else if (closing) {
      const last = open.pop()
      if (last?.tag !== tag)
        throw refusal(400, `can't parse entities: Unmatched end tag at byte offset ${Buffer.byteLength(text)}`)
      entities.push({ type: styles[tag] ?? 'text_link', offset: last.offset, length: text.length - last.offset })
    } else {
      if (!(tag in styles) && tag !== 'a') {
        throw refusal(400, `can't parse entities: Unsupported start tag "${tag}" at byte offset ${Buffer.byteLength(text)}`)
      }
      open.push({ tag, offset: text.length })
    }
  }
  if (open.length > 0)
    throw refusal(400, `can't parse entities: Can't find end tag corresponding to start tag ${open.at(-1)!.tag}`)
  return { text, entities }
}

const unescaped = (text: string) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
