import { createServer } from 'node:http'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createZaloWebhook } from '../../../src/adapters/zalo/zalo-webhook.ts'
import type { Received } from '../../../src/core/channel.ts'
import type { InboundMessage } from '../../../src/core/message.ts'
import { app, lan, noHurry, stageZalo, textTo } from './zalo-stage.ts'

/** Our receiver behind a real HTTP server, as the emulated platform finds it. */
async function stageReceiver(settings: Record<string, unknown> = {}) {
  const receive = createZaloWebhook(app)
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
    const result = receive({ body: Buffer.concat(chunks), headers })
    received.push(result)
    response.writeHead({ messages: 200, receipt: 200, unknown: 200, unsigned: 401, malformed: 400 }[result.kind]).end()
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const webhookUrl = `http://127.0.0.1:${(server.address() as { port: number }).port}/webhooks/zalo`
  const stage = await stageZalo({ webhookUrl, settings })
  const settled = () => vi.waitFor(async () => expect((await stage.control.get('/pending')).data).toEqual({ pending: 0 }), 5000)
  const messages = (): InboundMessage[] => received.flatMap((result) => (result.kind === 'messages' ? result.messages : []))
  return { ...stage, received, messages, settled }
}

test('what a parent does in Zalo arrives as messages, and what became of our answer as receipts', async () => {
  const stage = await stageReceiver({ seen: true })
  await stage.control.post(`/phones/${lan}/follow`)
  await stage.lanWrites('sua hoc duong ph dong bn % 🥛')
  await stage.control.post(`/phones/${lan}/media`, { kind: 'photo', caption: 'Đơn xin nghỉ' })
  await stage.control.post(`/phones/${lan}/media`, { kind: 'voice' })
  await stage.channel.send(textTo(lan, 'Dạ vâng ạ'), noHurry())
  await stage.control.post(`/phones/${lan}/block`, { blocked: true })
  await stage.settled()
  expect(stage.messages().map(({ content }) => content)).toEqual([
    { kind: 'follow' },
    { kind: 'text', text: 'sua hoc duong ph dong bn % 🥛' },
    { kind: 'media', media: 'photo', caption: 'Đơn xin nghỉ', file: { ref: 'https://f.zdn.vn/i.jpg', name: '' } },
    { kind: 'media', media: 'voice' },
    { kind: 'unfollow' },
  ])
  const kinds = stage.received.map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind !== 'receipt')).toEqual(Array(5).fill('messages'))
  expect(kinds.filter((kind) => kind === 'receipt')).toHaveLength(3)
  const { oaId } = await stage.channel.authenticate(noHurry())
  expect(new Set(stage.messages().map(({ from }) => from.account))).toEqual(new Set([oaId]))
})

test('five deliveries of one text carry one event id', async () => {
  const stage = await stageReceiver()
  await stage.faults({ webhook: { duplicate: 5 } })
  await stage.lanWrites('Mai bé nghỉ ạ')
  await stage.settled()
  expect(stage.messages()).toHaveLength(5)
  expect(new Set(stage.messages().map(({ eventId }) => eventId)).size).toBe(1)
})

test('a stranger who does not know the key is unsigned, and the next true event is taken', async () => {
  const stage = await stageReceiver()
  await stage.faults({ webhook: { wrong_signature: true } })
  await stage.lanWrites('một')
  await stage.lanWrites('hai')
  await stage.settled()
  expect(stage.received.map(({ kind }) => kind)).toEqual(['unsigned', 'messages'])
})
