import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TelegramUpdate, toInbound } from '../../../src/adapters/telegram/telegram-update.ts'
import { createTelegramWebhook } from '../../../src/adapters/telegram/telegram-webhook.ts'

const lan = { id: 1001, is_bot: false, first_name: 'Lan', last_name: 'Nguyễn', language_code: 'vi' }
const bot = { id: 7000000001, is_bot: true, first_name: 'Trợ lý', username: 'mamnon_bot' }
const home = { id: 1001, type: 'private', first_name: 'Lan' }
const group = { id: -100200300, type: 'supergroup', title: 'Lớp A1' }
const message = { message_id: 5, from: lan, chat: home, date: 1_795_312_800 }
const member = (from: string, to: string, chat: object = home) => ({
  chat,
  from: lan,
  date: 1_795_312_800,
  old_chat_member: { user: bot, status: from },
  new_chat_member: { user: bot, status: to },
})
const receivedAt = new Date('2026-11-23T00:15:00Z')
const read = (kinds: object) =>
  toInbound(TelegramUpdate.parse({ update_id: 42, ...kinds }), { account: '7000000001', receivedAt })

test('a text is read with who, where and when', () => {
  expect(read({ message: { ...message, text: 'A1 28/30' } })).toEqual({
    from: { channel: 'telegram', account: '7000000001', chat: '1001' },
    eventId: '42',
    sender: '1001',
    senderName: 'Lan Nguyễn',
    sentAt: new Date(1_795_312_800_000),
    chatType: 'private',
    content: { kind: 'text', text: 'A1 28/30', messageId: '5' },
  })
})

test('ids beyond 32 bits and texts in decomposed letters are kept well', () => {
  const chat = { id: 7_999_999_999_999, type: 'private' }
  const inbound = read({ message: { ...message, chat, text: 'vắng'.normalize('NFD') } })
  expect(inbound).toMatchObject({ from: { chat: '7999999999999' }, content: { text: 'vắng'.normalize('NFC') } })
})

test.each([
  ['a command', { message: { ...message, text: '/start abc' } }, { kind: 'text', text: '/start abc', messageId: '5' }],
  [
    'an edit',
    { edited_message: { ...message, edit_date: 1_795_312_860, text: 'A1 29/30' } },
    { kind: 'edit', text: 'A1 29/30', messageId: '5' },
  ],
  [
    'a tap',
    { callback_query: { id: '77', from: lan, message: { ...message, from: bot }, chat_instance: '1', data: 'ok' } },
    { kind: 'choice', value: 'ok', messageId: '5', callbackId: '77' },
  ],
  [
    'a photo',
    { message: { ...message, photo: [{ file_id: 'a' }], caption: 'giấy khám' } },
    { kind: 'media', media: 'photo', caption: 'giấy khám', file: { ref: 'a', name: '' } },
  ],
  [
    'the largest size of a photo that every platform takes',
    {
      message: {
        ...message,
        photo: [
          { file_id: 's', file_size: 20_000, width: 90 },
          { file_id: 'm', file_size: 300_000, width: 800 },
          { file_id: 'l', file_size: 2_000_000, width: 2560 },
        ],
      },
    },
    { kind: 'media', media: 'photo', file: { ref: 'm', name: '', bytes: 300_000 } },
  ],
  ['a sticker', { message: { ...message, sticker: { emoji: '👍' } } }, { kind: 'media', media: 'sticker' }],
  ['a voice message', { message: { ...message, voice: { duration: 4 } } }, { kind: 'media', media: 'voice' }],
  ['a round video', { message: { ...message, video_note: { length: 4 } } }, { kind: 'media', media: 'video' }],
  [
    'an animation, which has a document too',
    { message: { ...message, document: {}, animation: {} } },
    { kind: 'media', media: 'video' },
  ],
  ['a file', { message: { ...message, document: {} } }, { kind: 'media', media: 'file' }],
  [
    'a file that can be fetched',
    { message: { ...message, document: { file_id: 'f-1', file_name: 'lịch.xlsx'.normalize('NFD'), file_size: 2048 } } },
    { kind: 'media', media: 'file', file: { ref: 'f-1', name: 'lịch.xlsx', bytes: 2048 } },
  ],
  ['a place', { message: { ...message, location: { latitude: 21, longitude: 105 } } }, { kind: 'media', media: 'location' }],
  ['a contact', { message: { ...message, contact: { phone_number: '+840' } } }, { kind: 'media', media: 'contact' }],
  ['a poll', { message: { ...message, poll: {} } }, { kind: 'media', media: 'other' }],
  ['blocking', { my_chat_member: member('member', 'kicked') }, { kind: 'unfollow' }],
  ['coming back', { my_chat_member: member('kicked', 'member') }, { kind: 'follow' }],
  ['being added to a group', { my_chat_member: member('left', 'administrator', group) }, { kind: 'joined_group' }],
])('%s is understood', (_what, update, content) => {
  expect(read(update)?.content).toEqual(content)
})

test.each([
  ['a kind we did not ask for', { poll: {} }],
  ['no kind at all', {}],
  ['a pinned message', { message: { ...message, pinned_message: {} } }],
  ['new members', { message: { ...message, chat: group, new_chat_members: [bot] } }],
  ['a post of a channel', { message: { ...message, chat: { id: -1, type: 'channel' }, text: 'tin' } }],
  ['a tap under an inline result', { callback_query: { id: '77', from: lan, inline_message_id: 'x', data: 'ok' } }],
  ['an edited live location', { edited_message: { ...message, location: {} } }],
  ['a promotion in a group', { my_chat_member: member('member', 'administrator', group) }],
  ['being removed from a group', { my_chat_member: member('member', 'kicked', group) }],
  ['a message without a chat', { message: { ...message, chat: undefined } }],
])('%s concerns nobody', (_what, update) => {
  expect(read(update)).toBeUndefined()
})

test('an edit is dated by the edit, a group is a group, and a sender without a name has none', () => {
  expect(read({ edited_message: { ...message, edit_date: 1_795_312_860, text: 'a' } })?.sentAt).toEqual(
    new Date(1_795_312_860_000),
  )
  expect(read({ message: { ...message, chat: group, text: '/help' } })).toMatchObject({
    chatType: 'group',
    sender: '1001',
    from: { chat: '-100200300' },
  })
  expect(read({ message: { ...message, from: undefined, text: 'a' } })).toMatchObject({ sender: '1001', senderName: undefined })
})

const secretHeader = 'x-telegram-bot-api-secret-token'
const receive = createTelegramWebhook({ secret: 'mot-bi-mat', account: '7000000001', clock: { now: () => receivedAt } })
const post = (body: string, secret: string | undefined = 'mot-bi-mat') =>
  receive({ body: Buffer.from(body), headers: { [secretHeader]: secret } })

test('an update with the right secret is received', () => {
  const received = post(JSON.stringify({ update_id: 42, message: { ...message, text: 'chào' } }))
  expect(received).toMatchObject({ kind: 'messages', messages: [{ eventId: '42', content: { text: 'chào' } }] })
})

test('the secret is judged before the body', () => {
  const update = JSON.stringify({ update_id: 42, message: { ...message, text: 'chào' } })
  for (const secret of ['', 'mot-bi-mat ', 'mot-bi-ma', 'sai']) {
    expect(receive({ body: Buffer.from(update), headers: { [secretHeader]: secret } })).toEqual({ kind: 'unsigned' })
    expect(receive({ body: Buffer.from('no JSON'), headers: { [secretHeader]: secret } })).toEqual({ kind: 'unsigned' })
  }
  expect(receive({ body: Buffer.from(update), headers: {} })).toEqual({ kind: 'unsigned' })
})

test('what is signed but no update is malformed; an update of another kind is counted', () => {
  for (const body of ['', 'no JSON', '[]', 'null', '{}', '{"update_id":"42"}']) expect(post(body)).toEqual({ kind: 'malformed' })
  expect(post('{"update_id":42,"poll":{}}')).toEqual({ kind: 'unknown', event: 'poll' })
  expect(post('{"update_id":42,"message":{"text":1}}')).toEqual({ kind: 'unknown', event: 'message' })
})

test('no body makes the webhook throw', () => {
  const field = fc.constantFrom(
    'update_id',
    'message',
    'edited_message',
    'callback_query',
    'my_chat_member',
    'chat',
    'from',
    'text',
    'date',
  )
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ maxDepth: 5 }, fc.jsonValue({ maxDepth: 1 }), fc.integer(), fc.dictionary(field, tie('tree'))),
  }))
  fc.assert(fc.property(tree, (value) => ['messages', 'unknown', 'malformed'].includes(post(JSON.stringify(value) ?? '').kind)))
})
