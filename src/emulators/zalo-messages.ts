import type { EmulatorClock } from './emulator-clock.ts'
import type { Button, LedgerLine, Phones } from './phone.ts'
import type { SentFile, SentFiles } from './sent-files.ts'
import { field, refusal, success, type ZaloAnswer } from './zalo-answers.ts'
import { newMessageId, type ZaloPeople } from './zalo-people.ts'
import { saidIn } from './zalo-reads.ts'
import type { ZaloAppKeys, ZaloSettings } from './zalo-settings.ts'
import type { ZaloUploads } from './zalo-uploads.ts'
import type { ZaloEvent } from './zalo-webhooks.ts'

/** What carrying one message cost; `quotaType` null means that it was charged. */
interface ZaloLedgerLine extends LedgerLine {
  quotaType?: 'reply' | 'welcome_msg' | 'sub_quota' | null
  chargedVnd?: number
}

const hour = 3_600_000
const chargeVnd = 55
const maxTextLength = 2000
const maxButtons = 5

interface Given {
  keys: ZaloAppKeys
  settings: ZaloSettings
  clock: EmulatorClock
  phones: Phones
  people: ZaloPeople
  uploads: ZaloUploads
  files: SentFiles
  send(event: ZaloEvent): void
}

interface Content {
  text: string
  /** Handles of what goes with it. */
  carried: string[]
  buttons: Button[]
}

/**
 * `POST /v3.0/oa/message/cs` once token, rate limit and account are judged: shape, sizes, then the person, then the two
 * windows. Only 7 days of silence refuse; past 48 hours the message is paid for.
 */
export function acceptMessage(given: Given, body: unknown): ZaloAnswer {
  const userId = field(field(body, 'recipient'), 'user_id')
  const message = field(body, 'message')
  if (typeof userId !== 'string' || !given.phones.find(userId)) return refusal(-201, 'user_id is invalid!')
  const content = contentOf(message)
  if ('error' in content) return content
  const carried = content.carried.map((handle) => given.uploads.find(handle, given.clock.now().getTime()))
  if (carried.includes(undefined)) return refusal(-100, 'attachment_id is invalid or expired')
  if (given.phones.find(userId)?.blocked) return refusal(-244, 'User has restricted this message type from your OA')
  const cost = costOf(given, userId)
  return 'error' in cost ? cost : store(given, userId, { content, cost, file: carried[0]?.file })
}

function contentOf(message: unknown): Content | (ZaloAnswer & { error: number }) {
  const text = field(message, 'text')
  const attachment = field(message, 'attachment')
  const hasText = typeof text === 'string' && text.trim() !== ''
  if (!hasText && (typeof attachment !== 'object' || attachment === null)) return refusal(-201, 'message is invalid!')
  if (typeof text === 'string' && text.length > maxTextLength) return refusal(-210, 'Parameter exceeds allowable limit: text')
  const listed = field(field(attachment, 'payload'), 'buttons')
  const buttons = Array.isArray(listed) ? listed : []
  if (buttons.length > maxButtons) return refusal(-210, 'Parameter exceeds allowable limit: buttons')
  const elements = field(field(attachment, 'payload'), 'elements')
  if (field(attachment, 'type') === 'image') return refusal(-201, 'attachment is invalid!')
  const images = (Array.isArray(elements) ? elements : []).flatMap((element) => field(element, 'attachment_id') ?? [])
  const token = field(attachment, 'type') === 'file' ? field(field(attachment, 'payload'), 'token') : undefined
  const shown = [images.length > 0 && '[photo]', token !== undefined && '[document]', hasText && text].filter(Boolean).join(' ')
  const carried = [...images, ...(token === undefined ? [] : [token])].map(String)
  return { text: shown || '[attachment]', carried, buttons: buttons.map(buttonOf) }
}

function buttonOf(button: unknown): Button {
  const payload = field(button, 'payload')
  return {
    label: String(field(button, 'title')),
    value: typeof payload === 'string' ? payload : String(field(payload, 'url') ?? ''),
  }
}

type Cost = { quotaType: ZaloLedgerLine['quotaType']; quota?: Record<string, string> }

function costOf({ settings, clock, people }: Given, user: string): Cost | (ZaloAnswer & { error: number }) {
  const standing = people.standing(user)
  if (standing.lastInteraction === undefined) {
    if (!standing.isFollower || standing.welcomeLeft <= 0)
      return refusal(-232, 'User has not interacted with the OA, or the last interaction has expired')
    standing.welcomeLeft -= 1
    return { quotaType: 'welcome_msg', quota: { quota_type: 'welcome_msg', remain: String(standing.welcomeLeft), total: '3' } }
  }
  const silence = clock.now().getTime() - standing.lastInteraction
  if (silence > 7 * 24 * hour) return refusal(-230, 'User has not interacted with the OA in the past 7 days')
  if (silence <= 48 * hour) return { quotaType: 'reply', quota: { quota_type: 'reply' } }
  if (settings.subQuotaRemain <= 0) return { quotaType: null }
  settings.subQuotaRemain -= 1
  const left = { remain: String(settings.subQuotaRemain), total: String(settings.subQuotaTotal) }
  return { quotaType: 'sub_quota', quota: { quota_type: 'sub_quota', ...left } }
}

function store(
  given: Given,
  user: string,
  { content, cost, file }: { content: Content; cost: Cost; file: SentFile | undefined },
): ZaloAnswer {
  const { phones, clock } = given
  const message_id = newMessageId()
  phones.show(user, {
    id: message_id,
    from: 'service',
    text: content.text,
    at: clock.now().toISOString(),
    buttons: content.buttons,
  })
  if (file !== undefined) given.files.attach(message_id, file)
  const line: ZaloLedgerLine | undefined = phones.ledger.at(-1)
  if (line) Object.assign(line, { quotaType: cost.quotaType, chargedVnd: cost.quotaType === null ? chargeVnd : 0 })
  queueReceipts(given, user, { message_id, text: content.text })
  const sent_time = String(clock.now().getTime())
  return success({ message_id, user_id: user, sent_time, ...(cost.quota ? { quota: cost.quota } : {}) })
}

/** In all of these the OA is the sender. */
function queueReceipts({ keys, settings, people, send }: Given, user: string, sent: { message_id: string; text: string }): void {
  const parties = { sender: { id: keys.oaId }, recipient: { id: user } }
  const queue = (event_name: string, message: unknown) =>
    send({ user, payload: { ...people.header(user), event_name, ...parties, message } })
  const { type, words } = saidIn(sent.text)
  const echo = { text: 'oa_send_text', photo: 'oa_send_image', file: 'oa_send_file' }[type]
  if (settings.echoes) queue(echo, { msg_id: sent.message_id, ...(words === '' ? {} : { text: words }) })
  if (settings.received) queue('user_received_message', { msg_id: sent.message_id })
  if (settings.seen) queue('user_seen_message', { msg_ids: [sent.message_id] })
}
