import { expect, onTestFinished, test } from 'vitest'
import { createTelegramClient } from '../../../src/adapters/telegram/telegram-client.ts'
import { createTelegramPoller, type PollerOptions } from '../../../src/adapters/telegram/telegram-poller.ts'
import type { InboundMessage } from '../../../src/core/message.ts'
import { telegramWorld, token } from '../../emulators/telegram-world.ts'

const textOf = ({ content }: InboundMessage) => (content.kind === 'text' ? content.text : content.kind)

async function polled(options: Partial<PollerOptions> = {}) {
  const world = await telegramWorld()
  const lan = await world.person('1001', 'Cô Lan')
  const journaled: InboundMessage[] = []
  const errors: [string, unknown][] = []
  const unknown: string[] = []
  const poller = createTelegramPoller({
    client: createTelegramClient({ token, apiRoot: world.url }),
    account: '7000000001',
    clock: { now: () => new Date('2026-11-23T00:15:00Z') },
    journal: async (messages) => void journaled.push(...messages),
    onError: (during, error) => void errors.push([during, error]),
    onUnknown: (kind) => void unknown.push(kind),
    firstPauseMs: 1,
    ...options,
  })
  onTestFinished(() => poller.stop())
  return { world, lan, poller, journaled, errors, unknown, texts: () => journaled.map(textOf) }
}

test('messages are journaled in their order, those that waited and those that come', async () => {
  const { world, lan, poller, texts, errors } = await polled()
  await lan.writes('một')
  await lan.writes('hai')
  poller.start()
  poller.start() // once is enough
  await expect.poll(texts).toEqual(['một', 'hai'])
  await lan.writes('ba')
  await expect.poll(texts).toEqual(['một', 'hai', 'ba'])
  await expect.poll(world.pending).toBe(0)
  expect(errors).toEqual([])
})

test('while the database is away nothing is confirmed, and all of it comes again in order', async () => {
  const seen: InboundMessage[] = []
  let away = true
  let attempts = 0
  const { world, lan, poller, errors } = await polled({
    async journal(messages) {
      attempts += 1
      if (away) throw new Error('the database is away')
      seen.push(...messages)
    },
  })
  await lan.writes('một')
  poller.start()
  await expect.poll(() => attempts).toBeGreaterThanOrEqual(3)
  await lan.writes('hai')
  expect(await world.pending()).toBe(2)
  away = false
  await expect.poll(world.pending).toBe(0)
  expect(seen.map(textOf)).toEqual(['một', 'hai'])
  expect(errors[0]).toEqual(['journaling', new Error('the database is away')])
})

test('the offset is raised only after the journal is through, and stopping waits for it', async () => {
  const { promise: written, resolve: write } = Promise.withResolvers<void>()
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
  const { world, lan, poller } = await polled({
    journal: () => {
      begin()
      return written
    },
  })
  await lan.writes('một')
  poller.start()
  await begun
  expect(await world.pending()).toBe(1)
  let stopped = false
  const stopping = poller.stop().then(() => {
    stopped = true
  })
  expect(await world.pending()).toBe(1)
  expect(stopped).toBe(false)
  write()
  await stopping
  expect((await world.traffic()).filter(({ path }) => path.endsWith('/getUpdates'))).toHaveLength(1)
})

test('stopping hangs up an idle poll at once and reports nothing', async () => {
  const rounds: number[] = []
  const { lan, poller, texts, errors } = await polled({ onRound: () => void rounds.push(1), waitSeconds: 50 })
  await lan.writes('một')
  poller.start()
  await expect.poll(() => rounds).toHaveLength(1)
  await poller.stop()
  expect(errors).toEqual([])
  poller.start()
  await lan.writes('hai')
  await expect.poll(texts).toContain('hai')
})

// Node's default agent for plain http hangs up after five seconds: this one poll really has to be longer.
test('a poll on a quiet evening outlasts six seconds of silence', async () => {
  const rounds: number[] = []
  const { poller, errors } = await polled({ onRound: () => void rounds.push(1), waitSeconds: 6 })
  poller.start()
  await expect.poll(() => rounds, { timeout: 9_000 }).toHaveLength(1)
  expect(errors).toEqual([])
})

test.each([
  [{ kind: 'status', status: 409 }, 'server_error'],
  [{ kind: 'status', status: 502, html: true }, 'server_error'],
  [{ kind: 'status', status: 401 }, 'channel_stopped'],
  [{ kind: 'cut' }, 'unanswered'],
  [{ kind: 'lost_answer' }, 'unanswered'],
  [{ kind: 'answer', body: { ok: true, result: 'nothing of the kind' } }, 'unreachable'],
])('polling goes on after %j', async (fault, reason) => {
  const { world, lan, poller, texts, errors } = await polled()
  await world.fault({ match: { method: 'getUpdates' }, times: 2, fault })
  await lan.writes('một')
  poller.start()
  await expect.poll(texts).toEqual(['một'])
  expect(errors).toMatchObject([
    ['receiving', { reason }],
    ['receiving', { reason }],
  ])
})

test('a tap carries the time it was received at', async () => {
  const { world, lan, poller, journaled } = await polled()
  await lan.writes('A1 28/30')
  const reply_markup = { inline_keyboard: [[{ text: 'Đúng', callback_data: 'ok' }]] }
  const sent = await world.bot('sendMessage', { chat_id: 1001, text: 'Đúng chưa ạ?', reply_markup })
  await lan.taps(String(sent.result.message_id), 'ok')
  poller.start()
  await expect.poll(() => journaled).toHaveLength(2)
  expect(journaled[1]).toMatchObject({
    from: { channel: 'telegram', account: '7000000001', chat: '1001' },
    sender: '1001',
    senderName: 'Cô Lan',
    sentAt: new Date('2026-11-23T00:15:00Z'),
    content: { kind: 'choice', value: 'ok', messageId: String(sent.result.message_id), callbackId: expect.any(String) },
  })
})

test('an update that nobody can read is counted and does not hold up the next', async () => {
  const { world, lan, poller, texts, unknown } = await polled()
  const { events } = await lan.writes('một')
  const real = (await world.bot('getUpdates')).result[0]
  const result = [
    { update_id: Number(events[0]) - 2, poll: {} },
    { update_id: Number(events[0]) - 1, message: { text: 7 } },
    real,
  ]
  await world.fault({ match: { method: 'getUpdates' }, fault: { kind: 'answer', body: { ok: true, result } } })
  poller.start()
  await expect.poll(texts).toEqual(['một'])
  await expect.poll(world.pending).toBe(0)
  expect(unknown).toEqual(['poll', 'message'])
})

test('ids that start again lower after a quiet time lose nothing', async () => {
  const { world, poller, texts } = await polled({ waitSeconds: 0 })
  const message = {
    message_id: 1,
    date: 1_795_312_800,
    chat: { id: 1001, type: 'private' },
    from: { id: 1001, first_name: 'Lan' },
  }
  const batch = (...updates: object[]) => ({
    match: { method: 'getUpdates' },
    fault: { kind: 'answer', body: { ok: true, result: updates } },
  })
  await world.fault(
    batch({ update_id: 9000, message: { ...message, text: 'cũ' } }),
    batch(),
    batch({ update_id: 12, message: { ...message, text: 'mới' } }),
  )
  poller.start()
  await expect.poll(texts).toEqual(['cũ', 'mới'])
  const offsets = (await world.traffic()).map(({ request }) => (request as { offset?: number }).offset)
  expect(offsets.slice(0, 4)).toEqual([undefined, 9001, undefined, 13])
})
