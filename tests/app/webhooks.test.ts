import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort, post, telegramText, zaloSignature, zaloText } from '../support/webhook-calls.ts'
import { startWorld, users, type World } from '../support/world.ts'

const secret = 'a-secret-of-the-webhook'
const withSecret = { 'x-telegram-bot-api-secret-token': secret }
let world: World
let zalo: string
let telegram: string
beforeAll(async () => {
  const port = await freePort()
  const env = { PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}`, TELEGRAM_WEBHOOK_SECRET: secret }
  world = await startWorld({ at: '2026-11-23T10:00:00+07:00', env })
  zalo = `${world.app.url}/webhooks/zalo`
  telegram = `${world.app.url}/webhooks/telegram`
})
afterAll(() => world.close())

const journaled = () => world.database.prisma.inbound.count()
const metrics = async () => await (await fetch(`${world.app.url}/metrics`)).text()

test('an unsigned or wrongly signed webhook of Zalo is refused, and nothing of it is stored', async () => {
  const { body, headers } = zaloText(users.parent, 'Chào em', { id: 'unsigned', at: world.now() })
  const forged = { 'x-zevent-signature': `mac=${'0'.repeat(64)}` }
  const before = await journaled()
  expect(await post(zalo, body)).toBe(401)
  expect(await post(zalo, body, forged)).toBe(401)
  expect(await post(zalo, `${body} `, headers)).toBe(401)
  expect(await post(zalo, 'no json')).toBe(401)
  expect(await journaled()).toBe(before)
})

test('signed bytes that are no JSON, or not what Zalo documents, are refused as malformed', async () => {
  const at = String(world.now().getTime())
  expect(await post(zalo, '{"event_name":', zaloSignature('{"event_name":', ''))).toBe(400)
  const odd = JSON.stringify({ event_name: 'user_send_text', timestamp: at, sender: 7 })
  expect(await post(zalo, odd, zaloSignature(odd, at))).toBe(400)
})

test('a body over 1 MB is refused before anybody looks at it', async () => {
  const { body, headers } = zaloText(users.parent, 'x'.repeat(1_048_576), { id: 'huge', at: world.now() })
  expect(await post(zalo, body, headers)).toBe(413)
  expect(await post(telegram, body, withSecret)).toBe(413)
})

test('a signed event of an unknown kind is taken, and counted', async () => {
  const timestamp = String(world.now().getTime())
  const body = JSON.stringify({ event_name: 'user_send_hologram', timestamp })
  expect(await post(zalo, body, zaloSignature(body, timestamp))).toBe(200)
  expect(await metrics()).toContain('mamnon_unknown_events_total{channel="zalo"} 1')
})

test('Telegram is registered with its secret, and an update without it is refused', async () => {
  const update = telegramText(users.telegramStranger, 'Chào em', { id: 11, at: world.now() })
  const before = await journaled()
  expect(await post(telegram, update)).toBe(401)
  expect(await post(telegram, update, { 'x-telegram-bot-api-secret-token': 'a-secret-of-somebody' })).toBe(401)
  expect(await post(telegram, 'no json', withSecret)).toBe(400)
  expect(await journaled()).toBe(before)
  const [, answer] = await world.phone('telegram', users.telegramStranger).says('sữa học đường phụ huynh đóng bao nhiêu %')
  expect(answer).toContain('47')
})

test('a message delivered five times is handled once, on both platforms', async () => {
  await world.parent.reads()
  const { body, headers } = zaloText(users.parent, 'cảm ơn em', { id: 'five-times', at: world.now() })
  const update = telegramText(users.teacher, 'cảm ơn em', { id: 500, at: world.now() })
  const before = await journaled()
  const answers = await Promise.all(
    [1, 2, 3, 4, 5].flatMap(() => [post(zalo, body, headers), post(telegram, update, withSecret)]),
  )
  expect(answers.every((status) => status === 200)).toBe(true)
  await world.settle()
  expect(await post(zalo, body, headers)).toBe(200)
  expect(await journaled()).toBe(before + 2)
  const said = await world.parent.reads()
  expect(said).toHaveLength(1)
  await world.platforms.zalo.faults({ times: 1, webhook: { duplicate: 5 } })
  expect(await world.parent.says('cảm ơn em nhé')).toHaveLength(1)
})

test('messages that come in another order than they were sent are all handled', async () => {
  const said = (id: number, text: string) =>
    post(telegram, telegramText(users.teacher, text, { id, at: world.now() }), withSecret)
  await world.teacher.reads()
  await said(702, 'trợ giúp')
  await said(701, 'cảm ơn em')
  expect(await world.teacher.reads()).toHaveLength(2)
  await world.platforms.zalo.faults({ times: 1, webhook: { reorder: true } })
  await world.platforms.zalo.says(users.parent, 'trợ giúp')
  await world.platforms.zalo.says(users.parent, 'cảm ơn em')
  expect(await world.parent.reads()).toHaveLength(2)
})

test('what a stranger can call says nothing of the inside', async () => {
  for (const path of ['/webhooks/other', '/metrics/x']) {
    const response = await fetch(`${world.app.url}${path}`)
    expect(response.status).toBe(404)
    expect(await response.text()).toBe('Không có trang này.\n')
  }
  const outside = await fetch(`${world.app.url}/console/..%2f..`, { redirect: 'manual' })
  expect(outside.status).toBeGreaterThanOrEqual(300)
  expect(await outside.text()).not.toMatch(/%2f|Error|node_modules|src\//)
})
