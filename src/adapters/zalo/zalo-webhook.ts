import type { Received, ReceiveWebhook } from '../../core/channel.ts'
import type { InboundContent, InboundMessage } from '../../core/message.ts'
import {
  anyEvent,
  followEvent,
  ignoredEvents,
  interactionEvents,
  mediaEvent,
  mediaOfEvent,
  personEvent,
  type ReceiptEvent,
  receiptEvent,
  receiptOfEvent,
  textEvent,
} from './zalo-event.ts'
import { isSignedByZalo, type ZaloWebhookKeys } from './zalo-signature.ts'

const malformed: Received = { kind: 'malformed' }
const nothingToDo: Received = { kind: 'messages', messages: [] }

/**
 * Verifies and translates the webhooks of one OA. The signature is judged first and over the raw bytes: what is not signed
 * is `unsigned` whatever it contains. A tapped query button arrives as the text it carries; Zalo has no event of its own for it.
 */
export function createZaloWebhook(keys: ZaloWebhookKeys): ReceiveWebhook {
  return (request) => {
    const parsed = parseJson(request.body)
    if (!isSignedByZalo(request, parsed, keys)) return { kind: 'unsigned' }
    const event = anyEvent.safeParse(parsed)
    return event.success ? translate(event.data.event_name, parsed) : malformed
  }
}

function translate(event: string, payload: unknown): Received {
  if (event === 'user_send_text') {
    const text = textEvent.safeParse(payload)
    return text.success ? written(text.data, { kind: 'text', text: text.data.message.text.normalize('NFC') }) : malformed
  }
  const media = Object.hasOwn(mediaOfEvent, event) ? mediaOfEvent[event] : undefined
  if (media !== undefined) {
    const sent = mediaEvent.safeParse(payload)
    if (!sent.success) return malformed
    const caption = sent.data.message.text?.normalize('NFC')
    const file = media === 'file' || media === 'photo' ? fileOf(sent.data.message.attachments?.[0]?.payload) : {}
    return written(sent.data, { kind: 'media', media, ...(caption ? { caption } : {}), ...file })
  }
  if (event === 'follow' || event === 'unfollow') {
    const change = followEvent.safeParse(payload)
    return change.success ? followed(event, change.data) : malformed
  }
  if (interactionEvents.has(event)) {
    const done = personEvent.safeParse(payload)
    if (!done.success) return malformed
    const chat = { channel: 'zalo', account: done.data.account, chat: done.data.user } as const
    return { kind: 'receipt', receipt: { kind: 'interacted', chat, at: new Date(Number(done.data.timestamp)) } }
  }
  if (event === 'user_withdraw') {
    const wish = personEvent.safeParse(payload)
    if (!wish.success) return malformed
    const { timestamp, user } = wish.data
    return happened(wish.data, { eventId: `withdraw:${timestamp}:${user}`, content: { kind: 'withdraw' } })
  }
  if (Object.hasOwn(receiptOfEvent, event)) {
    const told = receiptEvent.safeParse(payload)
    return told.success ? receipt(receiptOfEvent[event]!, told.data) : malformed
  }
  return ignoredEvents.has(event) ? nothingToDo : { kind: 'unknown', event }
}

/** In receipts and echoes the OA is the sender. */
function receipt(kind: 'delivered' | 'seen' | 'said', { sender, recipient, message, timestamp }: ReceiptEvent): Received {
  const chat = { channel: 'zalo', account: sender.id, chat: recipient.id } as const
  const at = new Date(Number(timestamp))
  const ids = message.msg_ids ?? (message.msg_id === undefined ? [] : [message.msg_id])
  if (kind !== 'said') return { kind: 'receipt', receipt: { kind, chat, ids, at } }
  const [id] = ids
  if (sender.admin_id !== undefined) {
    const what = { eventId: id ?? `${sender.admin_id}:${timestamp}:${recipient.id}`, content: { kind: 'taken_over' } as const }
    return happened({ account: sender.id, user: recipient.id, timestamp }, what)
  }
  if (id === undefined) return nothingToDo
  return { kind: 'receipt', receipt: { kind, chat, id, text: (message.text ?? '').normalize('NFC'), at } }
}

function fileOf(payload: { url: string; name: string; size?: number | undefined } | undefined) {
  if (payload === undefined) return {}
  const { url: ref, name, size } = payload
  return { file: { ref, name: name.normalize('NFC'), ...(size === undefined ? {} : { bytes: size }) } }
}

/** Something of a person that is no message of theirs, for the journal. */
function happened(
  { account, user, timestamp }: { account: string; user: string; timestamp: string },
  what: { eventId: string; content: InboundContent },
): Received {
  return { kind: 'messages', messages: [inbound({ account, user }, timestamp, what)] }
}

interface Written {
  readonly timestamp: string
  readonly sender: { readonly id: string }
  readonly recipient: { readonly id: string }
  readonly message: { readonly msg_id: string }
}

function written(event: Written, content: InboundContent): Received {
  const parties = { account: event.recipient.id, user: event.sender.id }
  return { kind: 'messages', messages: [inbound(parties, event.timestamp, { eventId: event.message.msg_id, content })] }
}

function followed(kind: 'follow' | 'unfollow', event: { timestamp: string; oa_id: string; follower: { id: string } }): Received {
  const user = event.follower.id
  // these events have no id of their own: the same name, moment and person are the same event delivered again
  const eventId = `${kind}:${event.timestamp}:${user}`
  return {
    kind: 'messages',
    messages: [inbound({ account: event.oa_id, user }, event.timestamp, { eventId, content: { kind } })],
  }
}

function inbound(
  parties: { account: string; user: string },
  timestamp: string,
  what: { eventId: string; content: InboundContent },
): InboundMessage {
  return {
    from: { channel: 'zalo', account: parties.account, chat: parties.user },
    eventId: what.eventId,
    sender: parties.user,
    sentAt: new Date(Number(timestamp)),
    chatType: 'private',
    content: what.content,
  }
}

/** `undefined` for bytes that are no JSON or no UTF-8. */
function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return undefined
  }
}
