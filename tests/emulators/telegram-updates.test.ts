import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { telegramWorld } from './telegram-world.ts'

const kinds = (updates: object[]) => updates.map((update) => Object.keys(update)[1])

test('updates stay until a later offset confirms them', async () => {
  const world = await telegramWorld({ firstUpdateId: 500 })
  const lan = await world.person('1001', 'Cô Lan')
  await lan.writes('một')
  await lan.writes('hai')
  const { result } = await world.bot('getUpdates')
  expect(result.map((update: { update_id: number }) => update.update_id)).toEqual([500, 501])
  expect((await world.bot('getUpdates', { limit: 1 })).result).toEqual([result[0]])
  expect((await world.bot('getUpdates', { offset: 501 })).result).toEqual([result[1]])
  expect(await world.pending()).toBe(1)
  expect((await world.bot('getUpdates', { offset: 502 })).result).toEqual([])
})

test('a long poll wakes as soon as somebody writes', async () => {
  const world = await telegramWorld()
  const lan = await world.person('1001', 'Cô Lan')
  const poll = world.bot('getUpdates', { timeout: 50 })
  const { events } = await lan.writes('/start ma-moi')
  expect((await poll).result).toMatchObject([
    {
      update_id: Number(events[0]),
      message: { text: '/start ma-moi', entities: [{ type: 'bot_command', offset: 0, length: 6 }] },
    },
  ])
})

test('a second poll ends the first, and a webhook forbids polling', async () => {
  const world = await telegramWorld()
  const older = world.bot('getUpdates', { timeout: 50 })
  await expect.poll(async () => (await world.bot('getUpdates')).ok).toBe(true)
  const newer = world.bot('getUpdates', { timeout: 50 })
  expect(await older).toMatchObject({
    error_code: 409,
    description: expect.stringContaining('terminated by other getUpdates request'),
  })
  await expect.poll(async () => (await world.bot('setWebhook', { url: 'http://127.0.0.1:9/webhook' })).ok).toBe(true)
  expect(await newer).toMatchObject({ error_code: 409 })
  expect(await world.bot('getUpdates')).toMatchObject({
    error_code: 409,
    description: expect.stringContaining('webhook is active'),
  })
})

test('each thing a person does arrives as its own kind', async () => {
  const world = await telegramWorld()
  const lan = await world.person('1001', 'Cô Lan')
  await lan.writes('A1 28/30')
  await lan.edits((await lan.phone()).messages[0]!.id, 'A1 29/30')
  const sent = await world.bot('sendMessage', {
    chat_id: 1001,
    text: 'Đúng chưa ạ?',
    reply_markup: { inline_keyboard: [[{ text: 'Đúng', callback_data: 'ok' }]] },
  })
  await lan.taps(String(sent.result.message_id), 'ok')
  await lan.sends('photo', 'giấy khám')
  await lan.blocks(true)
  await lan.writes('em quay lại')
  const { result } = await world.bot('getUpdates')
  expect(kinds(result)).toEqual([
    'message',
    'edited_message',
    'callback_query',
    'message',
    'my_chat_member',
    'my_chat_member',
    'message',
  ])
  expect(result[1].edited_message).toMatchObject({ text: 'A1 29/30', edit_date: expect.any(Number) })
  expect(result[2].callback_query).toMatchObject({
    data: 'ok',
    from: { id: 1001 },
    message: { message_id: sent.result.message_id },
  })
  expect(result[3].message).toMatchObject({ photo: [{}], caption: 'giấy khám' })
  expect(result[4].my_chat_member.new_chat_member.status).toBe('kicked')
  const answer = { callback_query_id: result[2].callback_query.id }
  expect(await world.bot('answerCallbackQuery', answer)).toMatchObject({ ok: true })
  expect((await world.bot('answerCallbackQuery', { callback_query_id: '1' })).description).toContain('query is too old')
})

test("a person's app cuts a text of 20,000 characters into five messages and sends no empty one", async () => {
  const world = await telegramWorld()
  const lan = await world.person('1001', 'Cô Lan')
  expect((await lan.writes('ă'.repeat(20_000))).events).toHaveLength(5)
  expect((await world.control('POST', 'phones/1001/messages', { text: '  ' })).status).toBe(409)
})

test('a bot only gets the kinds it asked for', async () => {
  const world = await telegramWorld()
  const lan = await world.person('1001', 'Cô Lan')
  await world.bot('getUpdates', { allowed_updates: ['my_chat_member'] })
  expect((await lan.writes('chào')).events).toEqual([])
  expect((await lan.blocks(true)).events).toHaveLength(1)
})

test('in a group the bot hears that it was added and what is meant for it', async () => {
  const world = await telegramWorld({ botUsername: 'mamnon_bot' })
  await world.person('1001', 'Cô Lan')
  await world.control('PUT', 'groups/-500', { title: 'Phụ huynh lớp A1' })
  const says = async (text: string) => (await world.control('POST', 'groups/-500/messages', { user: '1001', text })).body.events
  expect((await world.bot('sendMessage', { chat_id: -500, text: 'chào' })).description).toContain('not a member')
  await world.control('POST', 'groups/-500/bot', { user: '1001', present: true })
  expect(await says('mai lớp mình nghỉ')).toEqual([])
  expect(await says('/help@mamnon_bot')).toHaveLength(1)
  expect(await says('@mamnon_bot sữa học đường?')).toHaveLength(1)
  expect(kinds((await world.bot('getUpdates')).result)).toEqual(['my_chat_member', 'message', 'message', 'message'])
  expect(await world.bot('sendMessage', { chat_id: -500, text: 'chào' })).toMatchObject({ ok: true })
  expect((await world.control('GET', 'phones/-500')).body.messages.at(-1)).toMatchObject({ from: 'service', text: 'chào' })
  await world.control('POST', 'groups/-500/bot', { user: '1001', present: false })
  expect((await world.bot('sendMessage', { chat_id: -500, text: 'nữa' })).description).toContain(
    'bot was kicked from the group chat',
  )
})

test('an update can be made to come twice, and what nobody fetches in a day is lost', async () => {
  const world = await telegramWorld({ firstUpdateId: 7 })
  const lan = await world.person('1001', 'Cô Lan')
  await world.control('POST', 'clock', { now: '2026-11-23T00:00:00Z', frozen: true })
  await world.fault({ match: { method: 'update' }, fault: { kind: 'duplicate' } })
  await lan.writes('một')
  await lan.writes('hai')
  const ids = (await world.bot('getUpdates')).result.map((update: { update_id: number }) => update.update_id)
  expect(ids).toEqual([7, 7, 8])
  await world.control('POST', 'clock', { now: '2026-11-24T00:00:01Z', frozen: true })
  expect((await world.bot('getUpdates')).result).toEqual([])
})

test('a webhook gets the updates in order with its secret, each again until it is taken', async () => {
  const world = await telegramWorld({ firstUpdateId: 1 })
  const lan = await world.person('1001', 'Cô Lan')
  const calls: { id: number; secret: unknown }[] = []
  const { promise: all, resolve } = Promise.withResolvers<void>()
  const refuseFirst = [503, 500]
  const service = createServer(async (request, response) => {
    const { update_id: id } = JSON.parse(Buffer.concat(await request.toArray()).toString()) as { update_id: number }
    calls.push({ id, secret: request.headers['x-telegram-bot-api-secret-token'] })
    response.writeHead(refuseFirst.shift() ?? 200).end()
    if (id === 3) resolve()
  })
  await new Promise<void>((listening) => service.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void service.close())
  await lan.writes('một')
  await lan.writes('hai')
  const url = `http://127.0.0.1:${(service.address() as AddressInfo).port}/webhooks/telegram`
  expect(await world.bot('setWebhook', { url, secret_token: 'mot-bi-mat' })).toMatchObject({ ok: true })
  await lan.writes('ba')
  await all
  expect(calls).toEqual([1, 1, 1, 2, 3].map((id) => ({ id, secret: 'mot-bi-mat' })))
  await expect.poll(world.pending).toBe(0)
  const info = (await world.bot('getWebhookInfo')).result
  expect(info).toMatchObject({
    url,
    pending_update_count: 0,
    last_error_message: 'Wrong response from the webhook: 500 Internal Server Error',
  })
  expect((await world.traffic()).filter(({ direction }) => direction === 'to_service').map(({ status }) => status)).toEqual([
    503, 500, 200, 200, 200,
  ])
  await world.bot('deleteWebhook')
  expect(await world.bot('getUpdates')).toMatchObject({ ok: true, result: [] })
})

test('a webhook must be https, but for loopback, and its secret plain', async () => {
  const world = await telegramWorld()
  expect((await world.bot('setWebhook', { url: 'http://example.org/x' })).description).toContain('An HTTPS URL must be provided')
  expect((await world.bot('setWebhook', { url: 'https://example.org/x', secret_token: 'có dấu' })).description).toContain(
    'unallowed characters',
  )
})
