import { z } from 'zod'
import { DeliveryError } from '../../core/delivery-error.ts'
import type { InboundContent, InboundMessage, MediaKind } from '../../core/message.ts'
import type { ZaloApi } from './zalo-api.ts'
import { chatLine } from './zalo-chat-line.ts'

/* { "src": 1, "time": 1790000000123, "type": "text", "message": "…", "message_id": "a1b2c3…", "from_id": "7714…", "to_id": "3300…", … } */
const lines = z.array(chatLine.extend({ from_id: z.string().min(1), to_id: z.string().min(1) }))
type Line = z.output<typeof lines>[number]

const pageLength = 10 // the most that Zalo gives at once
const mostChats = 1_000
const mostMessages = 200
const fromPerson = 1

const mediaOfType: Readonly<Record<string, MediaKind>> = {
  ...{ photo: 'photo', image: 'photo', gif: 'photo', sticker: 'sticker', voice: 'voice', audio: 'voice', video: 'video' },
  ...{ file: 'file', location: 'location', business_card: 'contact' },
}

/**
 * What people wrote since then, by Zalo's own lists (`GET /v2.0/oa/listrecentchat` and `/v2.0/oa/conversation`), chat by chat and in order:
 * for a time in which its webhooks did not reach us. Ids are those that the webhooks carry. A picture or document comes without its bytes.
 * No more than the newest 1,000 chats and 200 messages of each. @throws {DeliveryError}
 */
export async function* readMissed(api: ZaloApi, since: Date, signal: AbortSignal): AsyncGenerator<readonly InboundMessage[]> {
  const chats = await readUntil(since, mostChats, (page) => ask(api, { path: '/v2.0/oa/listrecentchat', query: page, signal }))
  for (const user_id of new Set(chats.map((line) => (line.src === fromPerson ? line.from_id : line.to_id)))) {
    const said = await readUntil(since, mostMessages, (page) =>
      ask(api, { path: '/v2.0/oa/conversation', query: { user_id, ...page }, signal }),
    )
    yield said
      .filter(({ src }) => src === fromPerson)
      .reverse()
      .map(toMessage)
  }
}

interface Page {
  readonly offset: number
  readonly count: number
}

/** Page by page, newest first, as far back as wanted. A message that comes meanwhile moves the rest along: what is seen twice counts once. */
async function readUntil(since: Date, most: number, read: (page: Page) => Promise<Line[]>): Promise<Line[]> {
  const found = new Map<string, Line>()
  for (let offset = 0; offset < most; offset += pageLength) {
    const page = await read({ offset, count: pageLength })
    for (const line of page) if (line.time >= since.getTime()) found.set(line.message_id, line)
    if (page.length < pageLength || page.some(({ time }) => time < since.getTime())) return [...found.values()]
  }
  return [...found.values()]
}

async function ask(api: ZaloApi, { path, query, signal }: { path: string; query: object; signal: AbortSignal }): Promise<Line[]> {
  const data = encodeURIComponent(JSON.stringify(query))
  const answer = lines.safeParse(await api.call({ method: 'GET', path: `${path}?data=${data}`, signal }))
  if (!answer.success) throw new DeliveryError('unreachable')
  return answer.data
}

function toMessage({ message_id, from_id, to_id, time, type, message }: Line): InboundMessage {
  return {
    from: { channel: 'zalo', account: to_id, chat: from_id },
    eventId: message_id,
    sender: from_id,
    sentAt: new Date(time),
    chatType: 'private',
    content: contentOf(type, message.normalize('NFC')),
  }
}

function contentOf(type: string, said: string): InboundContent {
  if (type === 'text') return { kind: 'text', text: said }
  return { kind: 'media', media: mediaOfType[type] ?? 'other', ...(said === '' ? {} : { caption: said }) }
}
