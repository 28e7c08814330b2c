import { createHash } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { hoa, lan, listenForHooks, oa, stageEmulator } from './zalo-stage.ts'

const quiet = { echoes: false, received: false, seen: false }

async function stage(settings: Record<string, unknown> = quiet) {
  const service = await listenForHooks()
  return { ...service, ...(await stageEmulator({ webhookUrl: service.webhookUrl, settings })) }
}

function macOf(body: string): string {
  const signed = `${oa.appId}${body}${JSON.parse(body).timestamp}${oa.oaSecretKey}`
  return `mac=${createHash('sha256').update(signed).digest('hex')}`
}

test('what people do arrives signed over exactly the bytes that are sent', async () => {
  const { hooks, http, write, settled } = await stage()
  await write(lan, 'Chào cô, bé "Bo" nghỉ ạ 🙂')
  for (const kind of ['photo', 'sticker', 'voice', 'video', 'file', 'location', 'contact']) {
    await http.post(`/emulator/phones/${lan}/media`, { kind })
  }
  await http.post(`/emulator/phones/${lan}/block`, { blocked: true })
  await http.post(`/emulator/phones/${lan}/block`, { blocked: false })
  await settled()
  expect(hooks.map(({ event }) => event)).toEqual([
    ...['user_send_text', 'user_send_image', 'user_send_sticker', 'user_send_audio', 'user_send_video', 'user_send_file'],
    ...['user_send_location', 'user_send_business_card', 'unfollow', 'follow'],
  ])
  for (const { body, headers } of hooks) {
    expect(headers).toMatchObject({
      'x-zevent-signature': macOf(body),
      'x-zevent-server': 'OA OpenAPI',
      'user-agent': 'ZaloWebhook',
    })
    expect(headers).not.toHaveProperty('num_retry')
  }
  expect(JSON.parse(hooks[0]?.body ?? '')).toMatchObject({
    ...{ app_id: oa.appId, timestamp: '1795393800000', sender: { id: lan }, recipient: { id: oa.oaId } },
    message: { msg_id: expect.stringMatching(/^[0-9a-f]{20}$/), text: 'Chào cô, bé "Bo" nghỉ ạ 🙂' },
  })
})

test('a message of ours comes back as an echo and as receipts from the OA to the person', async () => {
  const { hooks, write, send, settled } = await stage({ seen: true })
  await write(lan, 'Chào cô')
  const { data } = await send(lan)
  await settled()
  expect(hooks.map(({ event }) => event)).toEqual([
    'user_send_text',
    'oa_send_text',
    'user_received_message',
    'user_seen_message',
  ])
  const [, echo, received, seen] = hooks.map(({ body }) => JSON.parse(body))
  expect(echo).toMatchObject({ sender: { id: oa.oaId }, recipient: { id: lan }, message: { msg_id: data.data.message_id } })
  expect(received.message).toEqual({ msg_id: data.data.message_id })
  expect(seen.message).toEqual({ msg_ids: [data.data.message_id] })
})

test('an event that finds nobody is tried again after 30 s, 5 min, 15 min, 30 min and 1 h, then the webhook is off', async () => {
  const { http, write, setTime, hooks, answers, after, settled } = await stage()
  answers.push(503, 503, 503, 503, 503, 503)
  await write(lan, 'Chào cô')
  const tries = (count: number) => vi.waitFor(() => expect(hooks).toHaveLength(count))
  await tries(1)
  let seconds = 0
  for (const [at, wait] of [30, 300, 900, 1800, 3600].entries()) {
    await vi.waitFor(async () => expect((await http.get('/emulator/traffic')).data.filter(toService)).toHaveLength(at + 1))
    await setTime(after((seconds + wait - 1) / 3600))
    expect(hooks).toHaveLength(at + 1)
    seconds += wait
    await setTime(after(seconds / 3600))
    await tries(at + 2)
    expect(hooks.at(-1)?.headers).toMatchObject({ num_retry: String(at + 1) })
  }
  expect(new Set(hooks.map(({ body }) => body)).size).toBe(1)
  await settled()
  expect((await http.get('/emulator/webhook')).data).toMatchObject({ on: false, dropped: 1 })
  await write(lan, 'Có ai không?')
  expect((await http.get('/emulator/webhook')).data).toMatchObject({ on: false, dropped: 2 })
  await http.put('/emulator/webhook', { url: (await http.get('/emulator/webhook')).data.url })
  await write(lan, 'Alô')
  await settled()
  expect(hooks).toHaveLength(7)
})

const toService = (exchange: { direction: string }) => exchange.direction === 'to_service'

test('while one event waits for its next try the later ones arrive', async () => {
  const { write, setTime, answers, texts, after, settled } = await stage()
  answers.push(500)
  await write(lan, 'một')
  await write(lan, 'hai')
  await vi.waitFor(() => expect(texts()).toEqual(['một', 'hai']))
  await setTime(after(1))
  await settled()
  expect(texts()).toEqual(['một', 'hai', 'một'])
})

test('a platform that does not repeat what was refused drops it', async () => {
  const { http, write, answers, hooks, settled } = await stage({ ...quiet, retryRefused: false })
  answers.push(401)
  await write(lan, 'một')
  await settled()
  expect(hooks).toHaveLength(1)
  expect((await http.get('/emulator/webhook')).data.on).toBe(true)
})

test("an answer that takes longer than 2 seconds is none, and the person's next event waits for it", async () => {
  const { http, write, answers, texts } = await stage()
  answers.push('hang')
  await write(lan, 'một')
  await write(lan, 'hai')
  await vi.waitFor(async () => expect((await http.get('/emulator/traffic')).data.some(toService)).toBe(true), 4000)
  const [late] = (await http.get('/emulator/traffic')).data.filter(toService)
  expect(late).toMatchObject({ path: '/webhooks/zalo', status: 0 })
  expect(late.millis).toBeGreaterThanOrEqual(1900)
  await vi.waitFor(() => expect(texts()).toEqual(['một', 'hai']))
  await vi.waitFor(async () => expect((await http.get('/emulator/pending')).data).toEqual({ pending: 1 }))
})

test('faults make an event arrive five times, after the next one, or from a stranger', async () => {
  const { http, write, hooks, texts, settled } = await stage()
  const fault = (webhook: unknown, user = lan) => http.put('/emulator/faults', [{ match: { user }, webhook }])
  await fault({ duplicate: 5 })
  await write(hoa, 'em chào cô')
  await write(lan, 'một')
  await settled()
  expect(texts().filter((text) => text === 'một')).toHaveLength(5)
  expect(texts().filter((text) => text === 'em chào cô')).toHaveLength(1)
  hooks.length = 0
  await fault({ reorder: true })
  await write(lan, 'hai')
  await write(lan, 'ba')
  await settled()
  expect(texts()).toEqual(['ba', 'hai'])
  await fault({ wrong_signature: true })
  await write(lan, 'bốn')
  await settled()
  const forged = hooks.at(-1)
  expect(forged?.headers['x-zevent-signature']).not.toBe(macOf(forged?.body ?? '{}'))
  expect((await http.get('/emulator/faults')).data).toEqual([])
})

test('an event held back for disorder comes alone when no other follows', async () => {
  const { http, write, texts, settled } = await stage()
  await http.put('/emulator/faults', [{ webhook: { reorder: true } }])
  await write(lan, 'một')
  await settled()
  expect(texts()).toEqual(['một'])
})
