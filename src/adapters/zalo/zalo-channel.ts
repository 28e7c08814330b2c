import { z } from 'zod'
import type { Channel } from '../../core/channel.ts'
import { DeliveryError } from '../../core/delivery-error.ts'
import type { Delivered, InboundMessage, OutboundMessage } from '../../core/message.ts'
import { createZaloApi, type ZaloApi, type ZaloApiOptions } from './zalo-api.ts'
import { type ZaloUploadStore, zaloAttachment } from './zalo-attachment.ts'
import { readMissed } from './zalo-catch-up.ts'
import { chatLine } from './zalo-chat-line.ts'
import { fetchZaloFile } from './zalo-file.ts'

/** The OA that the token belongs to. */
interface ZaloAccount {
  readonly oaId: string
  readonly name: string
}

export interface ZaloChannel extends Channel {
  /** Asks Zalo whose token this is: proves that we can send, and gives the id that addresses carry as `account`. @throws {DeliveryError} */
  authenticate(signal: AbortSignal): Promise<ZaloAccount>
  /** What people wrote since then, a chat at a time, whether its webhooks reached us or not. @throws {DeliveryError} */
  readMissed(since: Date, signal: AbortSignal): AsyncIterable<readonly InboundMessage[]>
}

const maxTextLength = 2000

/*
 * { "message_id": "5f0c1de2ab77c9310e44", "user_id": "7714000000000000021", "sent_time": "1790000000123",
 *   "quota": { "quota_type": "reply" } }, the last missing when the message is charged
 */
const sentSchema = z.object({ message_id: z.string().min(1) })

/* [{ "src": 0, "time": 1790000000123, "type": "text", "message": "…", "message_id": "5f0c1de2ab77c9310e44", … }], newest first */
const conversationSchema = z.array(chatLine)

/* { "oaid": "3300000000000000007", "name": "Trường Mầm non Hoa Mai", "is_verified": true, … } */
const accountSchema = z.object({ oaid: z.string().min(1), name: z.string().catch('') })

/**
 * Consultation messages of one OA. Buttons are unproven on v3, so choices stay the numbered list that the outbox writes under
 * the text; nothing that was sent can be changed.
 */
export function createZaloChannel(options: ZaloApiOptions & { readonly uploads: ZaloUploadStore }): ZaloChannel {
  const api = createZaloApi(options)
  return {
    name: 'zalo',
    maxTextLength,
    hasButtons: false,
    canEdit: false,
    send: (message, signal) => send({ ...options, api, signal }, message),
    findSent: (message, since, signal) => findSent(api, { message, since, signal }),
    bulkWaitsUntil: () => api.reservedUntil(),
    acknowledge: async () => {},
    fetchFile: (file, limits) => fetchZaloFile(file, limits, options.apiRoot),
    authenticate: (signal) => authenticate(api, signal),
    readMissed: (since, signal) => readMissed(api, since, signal),
  }
}

type Sending = Parameters<typeof zaloAttachment>[0]

async function send(sending: Sending, message: OutboundMessage): Promise<Delivered> {
  const { attachment } = message
  // Zalo counts after NFC; decomposed Vietnamese would look longer than it is
  const text = message.text.normalize('NFC')
  const isEmpty = text.trim() === ''
  if (text.length > maxTextLength) throw new DeliveryError('rejected', { code: -210 })
  if (isEmpty && attachment === undefined) throw new DeliveryError('rejected', { code: -201 })
  const say = async (carried: object) => await post(sending, message.to.chat, { ...(isEmpty ? {} : { text }), ...carried })
  if (attachment === undefined) return await say({})
  try {
    return await say({ attachment: await zaloAttachment(sending, attachment, false) })
  } catch (error) {
    if (!(error instanceof DeliveryError && error.code === uploadExpired)) throw error
    return await say({ attachment: await zaloAttachment(sending, attachment, true) })
  }
}

const uploadExpired = -100

async function post({ api, signal }: Sending, user_id: string, message: object): Promise<Delivered> {
  const body = { recipient: { user_id }, message }
  const sent = sentSchema.safeParse(await api.call({ method: 'POST', path: '/v3.0/oa/message/cs', body, signal }))
  if (!sent.success) throw new DeliveryError('unanswered')
  return { messageId: sent.data.message_id }
}

const pageLength = 10 // the most that Zalo gives at once
const maxPages = 5
/** Zalo's clock and ours need not agree to the second. */
const clockSkewMs = 120_000

/** `GET /v2.0/oa/conversation`: newest first, `src` 0 is the OA's side. */
async function findSent(
  api: ZaloApi,
  { message, since, signal }: { message: OutboundMessage; since: Date; signal: AbortSignal },
): Promise<string[]> {
  const found: string[] = []
  const earliest = since.getTime() - clockSkewMs
  for (let page = 0; page < maxPages; page += 1) {
    const query = encodeURIComponent(JSON.stringify({ user_id: message.to.chat, offset: page * pageLength, count: pageLength }))
    const lines = conversationSchema.safeParse(
      await api.call({ method: 'GET', path: `/v2.0/oa/conversation?data=${query}`, signal }),
    )
    if (!lines.success) throw new DeliveryError('unreachable')
    for (const line of lines.data) {
      const isLike = line.message === message.text.normalize('NFC') && (message.text !== '' || line.type !== 'text')
      if (line.src === 0 && line.time >= earliest && isLike) found.push(line.message_id)
    }
    if (lines.data.length < pageLength || lines.data.some(({ time }) => time < earliest)) break
  }
  return found
}

async function authenticate(api: ZaloApi, signal: AbortSignal): Promise<ZaloAccount> {
  const account = accountSchema.safeParse(await api.call({ method: 'GET', path: '/v2.0/oa/getoa', signal }))
  if (!account.success) throw new DeliveryError('unreachable')
  return { oaId: account.data.oaid, name: account.data.name }
}
