import { expect, test } from 'vitest'
import { stageTry } from './try-stage.ts'

test('a newcomer gets the three phones on one small page that loads nothing from elsewhere', async () => {
  const { get } = await stageTry()
  const page = await get('/try')
  expect(page.statusCode).toBe(200)
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(page.headers['content-security-policy']).toMatch(
    /^default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'/,
  )
  expect(page.body.match(/<section class="phone (zalo|telegram)"/g)).toHaveLength(3)
  expect(page.body).toContain('gợi ý &lt;office&gt;')
  expect(page.body).not.toMatch(/https?:|style="|<script>| on\w+="/)

  const own = [...page.body.matchAll(/(?:href|src)="(\/try\/[^"]+)"/g)].map(([, path]) => path!)
  const modules = ['/try/phone.js', '/try/traffic.js']
  const files = await Promise.all([...own, ...modules].map((path) => get(path)))
  expect(files.map(({ statusCode }) => statusCode)).toEqual(files.map(() => 200))
  const bytes = [page, ...files].reduce((sum, { rawPayload }) => sum + rawPayload.length, 0)
  expect(bytes).toBeLessThan(100_000)
})

test('what a parent types is a message on Zalo, and what the service says there appears in the phone', async () => {
  const { post, state, zaloSays } = await stageTry()
  const sent = await post('/try/api/phones/parent/messages', { text: 'sua hoc duong <b>?</b>' })
  expect(sent.statusCode).toBe(200)
  await zaloSays('Phụ huynh đóng 47 % ạ.')

  const { phones, traffic, clock, missing } = await state()
  expect(phones.parent.messages).toMatchObject([
    { from: 'user', text: 'sua hoc duong <b>?</b>' },
    { from: 'service', text: 'Phụ huynh đóng 47 % ạ.' },
  ])
  expect(traffic.zalo.map(({ path }: { path: string }) => path)).toEqual(['/v4/oa/access_token', '/v3.0/oa/message/cs'])
  expect(JSON.stringify(traffic)).not.toContain('seed')
  expect(clock).toEqual({ time: '07:05', date: 'Thứ Hai, 23/11/2026' })
  expect(missing).toEqual([])
})

test('a teacher taps a button and the service gets it; an edit changes the bubble in place', async () => {
  const { post, state, bot } = await stageTry()
  const reply_markup = { inline_keyboard: [[{ text: 'Đúng rồi', callback_data: 'ok' }]] }
  const { data } = await bot('sendMessage', { chat_id: 501, text: '28/30, đúng chưa cô?', reply_markup })
  const messageId = String(data.result.message_id)
  expect((await post('/try/api/phones/teacher/taps', { messageId, value: 'ok' })).statusCode).toBe(200)
  const updates = await bot('getUpdates', {})
  expect(updates.data.result).toMatchObject([{ callback_query: { data: 'ok' } }])

  await bot('editMessageText', { chat_id: 501, message_id: Number(messageId), text: 'Đã ghi ạ.' })
  const { phones } = await state()
  expect(phones.teacher.messages).toMatchObject([{ id: messageId, text: 'Đã ghi ạ.', edited: true, buttons: [] }])
})

test('a tap on a button that is gone is refused, as in the app', async () => {
  const { post } = await stageTry()
  expect((await post('/try/api/phones/teacher/taps', { messageId: '1', value: 'ok' })).statusCode).toBe(409)
})

test('a teacher sends a sticker, blocks the bot, and lets it in again', async () => {
  const { post, state } = await stageTry()
  await post('/try/api/phones/teacher/media', { kind: 'sticker' })
  await post('/try/api/phones/teacher/block', { blocked: true })
  const { phones } = await state()
  expect(phones.teacher).toMatchObject({ blocked: true, messages: [{ text: '[sticker]' }] })
  await post('/try/api/phones/teacher/block', { blocked: false })
  expect((await state()).phones.teacher.blocked).toBe(false)
})

test('a teacher changes a message that was sent', async () => {
  const { post, state, bot } = await stageTry()
  await post('/try/api/phones/teacher/messages', { text: 'A1 28/30' })
  const messageId = (await state()).phones.teacher.messages[0].id
  expect((await post('/try/api/phones/teacher/edits', { messageId, text: 'A1 27/30' })).statusCode).toBe(200)
  expect((await state()).phones.teacher.messages).toMatchObject([{ id: messageId, text: 'A1 27/30', edited: true }])
  const { data } = await bot('getUpdates', {})
  expect(data.result).toMatchObject([{ message: { text: 'A1 28/30' } }, { edited_message: { text: 'A1 27/30' } }])
})

test('asking again brings only what is new', async () => {
  const { post, state, bot } = await stageTry()
  const first = await state()
  const query = new URLSearchParams({ telegram: '0' })
  for (const id of ['parent', 'teacher', 'office']) query.set(id, String(first.phones[id].version))
  expect((await state(String(query))).phones).toEqual({})

  await post('/try/api/phones/teacher/messages', { text: 'A1 đủ' })
  await bot('getMe', {})
  const second = await state(String(query))
  expect(Object.keys(second.phones)).toEqual(['teacher'])
  expect(second.traffic.telegram).toMatchObject([{ seq: 1, path: '/bot•••/getMe' }])
  query.set('telegram', '1')
  expect((await state(String(query))).traffic.telegram).toEqual([])
})

test('a person whom the platform does not know yet is made under their name', async () => {
  const { state } = await stageTry()
  expect((await state()).phones.office).toMatchObject({ user: { name: 'Chị Mai, văn phòng' }, messages: [] })
})

test('one platform away leaves the other phones working', async () => {
  const { closeZalo, post, state } = await stageTry()
  await closeZalo()
  expect((await post('/try/api/phones/parent/messages', { text: 'alo' })).statusCode).toBe(502)
  expect((await post('/try/api/phones/teacher/messages', { text: 'A1 đủ' })).statusCode).toBe(200)
  const { phones, missing } = await state()
  expect(phones.teacher.messages).toHaveLength(1)
  expect(missing.sort()).toEqual(['parent', 'zalo'])
})

test('the clock moves by the steps that the page offers and by no other', async () => {
  const { post, moves } = await stageTry()
  expect((await post('/try/api/clock', { to: '09:15' })).json()).toEqual({
    clock: { time: '07:05', date: 'Thứ Hai, 23/11/2026' },
  })
  expect((await post('/try/api/clock', { to: 'yesterday' })).statusCode).toBe(400)
  expect(moves).toEqual(['09:15'])
})

test.each([
  ['/try/api/phones/nobody/messages', { text: 'alo' }, 404],
  ['/try/api/phones/teacher/messages', {}, 400],
  ['/try/api/phones/teacher/messages', { text: '   ' }, 409],
  ['/try/api/phones/teacher/media', { kind: 'video' }, 400],
  ['/try/api/phones/teacher/messages', { text: 'x'.repeat(60_000) }, 400],
])('a strange request to %s gets a clear answer', async (url, body, status) => {
  const { post } = await stageTry()
  expect((await post(url, body)).statusCode).toBe(status)
})

test.each<Record<string, string>>([{ 'x-forwarded-for': '203.0.113.9' }, { host: 'mamnon.example' }])(
  'with %o there is no such page, nor anything behind it',
  async (headers) => {
    const { get, post, state } = await stageTry()
    for (const url of ['/try', '/try/page.js', '/try/api/state']) expect((await get(url, headers)).statusCode).toBe(404)
    const sent = await post('/try/api/phones/teacher/messages', { text: 'alo' }, headers)
    expect(sent.statusCode).toBe(404)
    expect((await state()).phones.teacher.messages).toEqual([])
  },
)

test("another site's page cannot type into a phone or move the clock", async () => {
  const { post, state, moves } = await stageTry()
  const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
  expect((await post('/try/api/phones/teacher/messages', { text: 'alo' }, foreign)).statusCode).toBe(403)
  expect((await post('/try/api/clock', { to: '09:15' }, foreign)).statusCode).toBe(403)
  expect(moves).toEqual([])
  expect((await state()).phones.teacher.messages).toEqual([])
})
