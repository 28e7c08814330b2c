import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createZaloWebhook } from '../../../src/adapters/zalo/zalo-webhook.ts'
import { app, lan, macOf, signed } from './zalo-stage.ts'

const receive = createZaloWebhook(app)
const timestamp = '1795393801000'
const said = {
  app_id: app.appId,
  user_id_by_app: '8800000000000000042',
  event_name: 'user_send_text',
  timestamp,
  sender: { id: lan },
  recipient: { id: app.oaId },
  message: { msg_id: 'a1b2c3d4e5f607182930', text: 'Mai bé Bo nghỉ ạ' },
}

test('a signed text becomes one message from the OA, NFC, with ids as strings', () => {
  const decomposed = { ...said, message: { ...said.message, text: said.message.text.normalize('NFD') } }
  expect(receive(signed(decomposed))).toEqual({
    kind: 'messages',
    messages: [
      {
        from: { channel: 'zalo', account: app.oaId, chat: lan },
        eventId: 'a1b2c3d4e5f607182930',
        sender: lan,
        sentAt: new Date(Number(timestamp)),
        chatType: 'private',
        content: { kind: 'text', text: 'Mai bé Bo nghỉ ạ' },
      },
    ],
  })
})

test('an empty text is a text still', () => {
  expect(receive(signed({ ...said, message: { ...said.message, text: '' } }))).toMatchObject({
    messages: [{ content: { kind: 'text', text: '' } }],
  })
})

test('nobody gets in with a signature that is missing, of another key, of another app, of HMAC length, or over other bytes', () => {
  const body = JSON.stringify(said)
  const macs = [
    undefined,
    '',
    'mac=',
    `mac=${'0'.repeat(64)}`,
    macOf(body, timestamp).slice(0, -1),
    macOf(body, timestamp, { appId: app.appId, key: app.appSecret }),
    macOf(body, timestamp, { appId: app.oaId, key: app.oaSecretKey }),
    macOf(body, '1795393801001'),
    macOf(JSON.stringify(said, null, 1), timestamp),
    macOf(body.replaceAll('ạ', '\\u1ea1'), timestamp),
  ]
  for (const mac of macs) {
    expect(receive({ body: Buffer.from(body), headers: { 'x-zevent-signature': mac } })).toEqual({ kind: 'unsigned' })
  }
})

test('the signature is checked over the bytes as they came, whatever their spacing and escapes', () => {
  const body = JSON.stringify(said, null, 2).replaceAll('ạ', '\\u1ea1').replaceAll('/', '\\/')
  const request = { body: Buffer.from(body), headers: { 'x-zevent-signature': macOf(body, timestamp) } }
  expect(receive(request)).toMatchObject({ kind: 'messages', messages: [{ content: { text: 'Mai bé Bo nghỉ ạ' } }] })
})

test('bytes that are no JSON are malformed when Zalo signed them and unsigned when a stranger sent them', () => {
  const bodies: [string | Buffer, string][] = [
    ['{"event_name":"user_send_text","timestamp":"1795393801000","sender":', timestamp],
    ['hello', ''],
    ['', ''],
    [Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), ''],
  ]
  for (const [body, mark] of bodies) {
    const bytes = Buffer.from(body as string)
    expect(receive({ body: bytes, headers: { 'x-zevent-signature': macOf(body, mark) } })).toEqual({ kind: 'malformed' })
    expect(receive({ body: bytes, headers: { 'x-zevent-signature': `mac=${'a'.repeat(64)}` } })).toEqual({ kind: 'unsigned' })
    expect(receive({ body: bytes, headers: {} })).toEqual({ kind: 'unsigned' })
  }
})

test.each([
  ['no name', { ...said, event_name: undefined }],
  ['a timestamp that is no time', { ...said, timestamp: 'yesterday' }],
  ['no sender', { ...said, sender: undefined }],
  ['a sender whose id lost its digits as a number', { ...said, sender: { id: Number(lan) } }],
  ['no message id', { ...said, message: { text: 'x' } }],
  ['a text that is none', { ...said, message: { msg_id: 'm', text: { a: 1 } } }],
  ['a follow without a follower', { event_name: 'follow', timestamp, oa_id: app.oaId }],
])('a signed event with %s is malformed', (_what, payload) => {
  expect(receive(signed(payload as typeof said))).toEqual({ kind: 'malformed' })
})

test.each([
  ['user_send_image', 'photo'],
  ['user_send_sticker', 'sticker'],
  ['user_send_audio', 'voice'],
  ['user_send_video', 'video'],
  ['user_send_file', 'file'],
  ['user_send_location', 'location'],
  ['user_send_business_card', 'contact'],
  ['user_send_link', 'other'],
])('%s is media of the kind %s, whatever hangs on it', (event_name, media) => {
  const message = { msg_id: 'm-1', attachments: [{ type: 'of a new type', payload: null }] }
  expect(receive(signed({ ...said, event_name, message }))).toMatchObject({
    messages: [{ eventId: 'm-1', content: { kind: 'media', media } }],
  })
})

test('a file carries where it is, its name and its size', () => {
  const payload = { url: 'https://f.zdn.vn/lich', name: 'lịch.xlsx'.normalize('NFD'), size: '2048', type: 'xlsx', checksum: '0' }
  const message = { msg_id: 'm-1', attachments: [{ type: 'file', payload }] }
  expect(receive(signed({ ...said, event_name: 'user_send_file', message }))).toMatchObject({
    messages: [{ content: { media: 'file', file: { ref: 'https://f.zdn.vn/lich', name: 'lịch.xlsx', bytes: 2048 } } }],
  })
})

test('a photo keeps the words that came with it', () => {
  const payload = { ...said, event_name: 'user_send_image', message: { msg_id: 'm-1', text: 'Đơn xin nghỉ'.normalize('NFD') } }
  expect(receive(signed(payload))).toMatchObject({ messages: [{ content: { caption: 'Đơn xin nghỉ' } }] })
})

test('following and leaving are told apart and the same one delivered again has the same id', () => {
  const follow = {
    app_id: app.appId,
    oa_id: app.oaId,
    event_name: 'follow',
    source: 'oa_profile',
    follower: { id: lan },
    timestamp,
  }
  const first = receive(signed(follow))
  expect(first).toMatchObject({ messages: [{ from: { account: app.oaId, chat: lan }, content: { kind: 'follow' } }] })
  expect(receive(signed({ ...follow, user_id_by_app: 'now given' }))).toEqual(first)
  const unfollow = receive(signed({ ...follow, event_name: 'unfollow' }))
  expect(unfollow).toMatchObject({ messages: [{ content: { kind: 'unfollow' } }] })
  expect(unfollow).not.toEqual(first)
})

test('receipts and echoes of our own messages say what became of them', () => {
  const parties = { timestamp, sender: { id: app.oaId }, recipient: { id: lan } }
  const chat = { channel: 'zalo', account: app.oaId, chat: lan }
  const at = new Date(Number(timestamp))
  const told = [
    ['user_received_message', { msg_id: 'x' }, { kind: 'delivered', chat, ids: ['x'], at }],
    ['user_seen_message', { msg_ids: ['x', 'y'] }, { kind: 'seen', chat, ids: ['x', 'y'], at }],
    ['oa_send_text', { msg_id: 'x', text: 'Chào chị' }, { kind: 'said', chat, id: 'x', text: 'Chào chị', at }],
  ] as const
  for (const [event_name, message, receipt] of told)
    expect(receive(signed({ ...parties, event_name, message }))).toEqual({ kind: 'receipt', receipt })
  expect(receive(signed({ ...parties, event_name: 'user_seen_message', message: 'x' }))).toEqual({ kind: 'malformed' })
})

const chat = { channel: 'zalo', account: app.oaId, chat: lan }

test('what somebody does in the OA without writing begins its windows anew', () => {
  const parties = { timestamp, sender: { id: lan }, recipient: { id: app.oaId } }
  const submitted = { ...parties, event_name: 'user_submit_info', info: { phone: 84901000111 } }
  const tapped = { timestamp, oa_id: app.oaId, user_id: lan, event_name: 'user_click_chatnow' }
  const receipt = { kind: 'interacted', chat, at: new Date(Number(timestamp)) }
  for (const event of [submitted, tapped]) expect(receive(signed(event))).toEqual({ kind: 'receipt', receipt })
})

test('a person who writes as the OA, and one who asks to be erased, are events of that chat', () => {
  const echo = { event_name: 'oa_send_text', timestamp, recipient: { id: lan }, message: { msg_id: 'm1', text: 'Chào chị' } }
  const byHand = receive(signed({ ...echo, sender: { id: app.oaId, admin_id: '99' } }))
  expect(byHand).toMatchObject({ messages: [{ from: chat, eventId: 'm1', content: { kind: 'taken_over' } }] })
  expect(receive(signed({ ...echo, sender: { id: app.oaId } }))).toMatchObject({ receipt: { kind: 'said', id: 'm1' } })
  const withdrawn = receive(signed({ ...said, event_name: 'user_withdraw' }))
  expect(withdrawn).toMatchObject({ messages: [{ from: chat, content: { kind: 'withdraw' } }] })
})

test('an event of a kind nobody documented, or that nobody handles yet, is named and not lost', () => {
  for (const event_name of ['user_send_hologram', 'constructor', '__proto__']) {
    expect(receive(signed({ ...said, event_name }))).toEqual({ kind: 'unknown', event: event_name })
  }
})

test('no bytes of a stranger are ever believed or make it throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.option(fc.string(), { nil: undefined }), (bytes, header) => {
      const request = { body: Buffer.from(bytes), headers: { 'x-zevent-signature': header } }
      expect(receive(request)).toEqual({ kind: 'unsigned' })
    }),
  )
})

test('no signed JSON makes it throw', () => {
  const events = fc.constantFrom('user_send_text', 'user_send_image', 'follow', 'unfollow', 'oa_send_text', 'something else')
  fc.assert(
    fc.property(
      events,
      fc.dictionary(fc.constantFrom('sender', 'recipient', 'message', 'follower', 'oa_id'), fc.jsonValue()),
      (event_name, rest) => {
        expect(['messages', 'unknown', 'malformed']).toContain(receive(signed({ ...rest, event_name, timestamp })).kind)
      },
    ),
  )
})
