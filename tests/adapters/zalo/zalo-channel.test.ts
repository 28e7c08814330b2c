import { createServer, type RequestListener } from 'node:http'
import { inspect } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { createZaloChannel } from '../../../src/adapters/zalo/zalo-channel.ts'
import { app, failureOf, lan, memoryUploads, noHurry, seedRefreshToken, stageZalo, textTo } from './zalo-stage.ts'

const cs = '/v3.0/oa/message/cs'

test('a parent who wrote reads the answer, and the channel knows its own account', async () => {
  const stage = await stageZalo()
  await stage.lanWrites()
  expect(await stage.channel.authenticate(noHurry())).toEqual({ oaId: app.oaId, name: 'Trường Mầm non' })
  const { messageId } = await stage.channel.send(textTo(lan, 'Dạ, cô nghe ạ'), noHurry())
  const { data } = await stage.control.get(`/phones/${lan}`)
  expect(data.messages.at(-1)).toMatchObject({ id: messageId, from: 'service', text: 'Dạ, cô nghe ạ' })
})

test('a text of 2,000 characters passes however its accents were typed, one of 2,001 is rejected without asking', async () => {
  const stage = await stageZalo()
  await stage.lanWrites()
  const longest = 'ế'.repeat(2000)
  await stage.channel.send(textTo(lan, longest.normalize('NFD')), noHurry())
  expect(await stage.shownToLan()).toEqual([longest])
  const before = await stage.requests(cs)
  for (const text of [`${longest}!`, '', ' \n ']) {
    expect(await failureOf(stage.channel.send(textTo(lan, text), noHurry()))).toMatchObject({
      reason: 'rejected',
    })
  }
  expect(await stage.requests(cs)).toBe(before)
})

test('a parent can be written to until 7 days have passed since they last did, and not a moment longer', async () => {
  const stage = await stageZalo()
  await stage.lanWrites()
  const costs: unknown[] = []
  for (const hours of [48, 48.01, 7 * 24]) {
    await stage.setTime(stage.after(hours))
    await stage.channel.send(textTo(lan, 'Nhắc lịch ạ'), noHurry())
    costs.push((await stage.control.get('/ledger')).data.at(-1).quotaType)
  }
  expect(costs).toEqual(['reply', 'sub_quota', 'sub_quota'])
  await stage.setTime(stage.after(7 * 24 + 0.01))
  const late = await failureOf(stage.channel.send(textTo(lan, 'Nhắc lịch ạ'), noHurry()))
  expect(late).toMatchObject({ reason: 'window_closed', code: -230 })
})

test('who never wrote, who blocked us and who does not exist are told apart', async () => {
  const stage = await stageZalo()
  const send = (to: string) => failureOf(stage.channel.send(textTo(to, 'Chào chị'), noHurry()))
  expect(await send(lan)).toMatchObject({ reason: 'window_closed', code: -232 })
  await stage.lanWrites()
  await stage.control.post(`/phones/${lan}/block`, { blocked: true })
  expect(await send(lan)).toMatchObject({ reason: 'recipient_left', code: -244 })
  expect(await send('7714000000000000099')).toMatchObject({ reason: 'rejected', code: -201 })
})

test.each([
  [-200, 'unanswered'],
  [-204, 'channel_stopped'],
  [-211, 'channel_stopped'],
  [-213, 'recipient_left'],
  [-218, 'throttled'],
  [-224, 'channel_stopped'],
  [-227, 'recipient_left'],
  [-233, 'rejected'],
  [-321, 'channel_stopped'],
  [-99999, 'server_error'],
])('the business error %i inside HTTP 200 means %s', async (error, reason) => {
  const stage = await stageZalo()
  await stage.lanWrites()
  await stage.faults({ match: { path: cs }, fault: { kind: 'error', error } })
  expect(await failureOf(stage.channel.send(textTo(lan, 'Chào chị'), noHurry()))).toMatchObject({ reason, code: error })
  await stage.channel.send(textTo(lan, 'Chào chị'), noHurry())
})

test('a message refused for the night waits until 06:00 on the school clock', async () => {
  const stage = await stageZalo()
  await stage.lanWrites()
  await stage.setTime(new Date('2026-11-23T15:30:00Z'))
  await stage.faults({ match: { path: cs }, fault: { kind: 'error', error: -234 } })
  const refused = await failureOf(stage.channel.send(textTo(lan, 'Chào chị'), noHurry()))
  expect(refused).toMatchObject({ reason: 'throttled', retryAfterSeconds: 7.5 * 3600 })
})

test('after the last call of a minute nothing is asked until the next one', async () => {
  const stage = await stageZalo({ settings: { limitPerMinute: 2 } })
  await stage.lanWrites()
  await stage.channel.send(textTo(lan, 'một'), noHurry())
  await stage.channel.send(textTo(lan, 'hai'), noHurry())
  const held = await failureOf(stage.channel.send(textTo(lan, 'ba'), noHurry()))
  expect(held).toMatchObject({ reason: 'throttled', retryAfterSeconds: 60 })
  expect(await stage.requests(cs)).toBe(2)
  await stage.setTime(stage.after(1 / 60))
  await stage.channel.send(textTo(lan, 'ba'), noHurry())
  expect(await stage.shownToLan()).toEqual(['một', 'hai', 'ba'])
})

test('a minute used up by somebody else is waited out too', async () => {
  const stage = await stageZalo()
  await stage.lanWrites()
  await stage.setTime(new Date('2026-11-23T00:30:42Z'))
  await stage.faults({ match: { path: cs }, fault: { kind: 'error', error: -32 } })
  const send = () => stage.channel.send(textTo(lan, 'Chào chị'), noHurry())
  expect(await failureOf(send())).toMatchObject({ reason: 'throttled', retryAfterSeconds: 18, code: -32 })
  expect(await failureOf(send())).toMatchObject({ reason: 'throttled', retryAfterSeconds: 18 })
  await stage.setTime(new Date('2026-11-23T00:31:00Z'))
  await send()
  expect(await stage.requests(cs)).toBe(2)
})

test.each([
  ['a 502 with a page of HTML', { kind: 'status', status: 502, html: true }, 'server_error'],
  ['a page of HTML with status 200', { kind: 'status', status: 200, html: true }, 'unreachable'],
  ['a 429', { kind: 'status', status: 429 }, 'throttled'],
  ['a cut connection', { kind: 'cut' }, 'unanswered'],
])('%s loses nothing: the message may be tried again', async (_what, fault, reason) => {
  const stage = await stageZalo()
  await stage.lanWrites()
  await stage.faults({ match: { path: cs }, fault })
  const failure = await failureOf(stage.channel.send(textTo(lan, 'Chào chị'), noHurry()))
  expect(failure).toMatchObject({ reason })
  expect(await stage.shownToLan()).toEqual([])
})

test('an answer lost on the way leaves it open, and the platform’s list of the chat tells', async () => {
  const stage = await stageZalo()
  await stage.lanWrites()
  await stage.faults({ match: { path: cs, user: lan }, fault: { kind: 'lost_answer' } })
  const lost = await failureOf(stage.channel.send(textTo(lan, 'Chào chị'), noHurry()))
  expect(lost).toMatchObject({ reason: 'unanswered' })
  const found = (text: string) => stage.channel.findSent!(textTo(lan, text), new Date('2026-11-23T00:00:00Z'), noHurry())
  expect(await found('Chào chị')).toHaveLength(1)
  expect(await found('Chào anh')).toEqual([])
  expect(await stage.shownToLan()).toEqual(['Chào chị'])
})

test('a send that takes too long ends with its signal', async () => {
  const stage = await stageZalo()
  await stage.lanWrites()
  await stage.tokens.current()
  await stage.faults({ match: { path: cs }, fault: { kind: 'delay', millis: 5000 } })
  const startedAt = performance.now()
  const aborted = await failureOf(stage.channel.send(textTo(lan, 'Chào chị'), AbortSignal.timeout(50)))
  expect(aborted).toMatchObject({ reason: 'unanswered' })
  expect(performance.now() - startedAt).toBeLessThan(2000)
})

test.each([-216, -220, 216, 401, -401])('a token refused with %i is refreshed once and the message sent once', async (error) => {
  const stage = await stageZalo()
  await stage.lanWrites()
  await stage.tokens.current()
  await stage.faults({ match: { path: cs }, fault: { kind: 'error', error } })
  await stage.channel.send(textTo(lan, 'Chào chị'), noHurry())
  expect(await stage.shownToLan()).toEqual(['Chào chị'])
  expect(await stage.requests('/v4/oa/access_token')).toBe(2)
})

test('a platform that refuses every token is unauthorised after one refresh, not asked for ever', async () => {
  const stage = await stageZalo()
  await stage.lanWrites()
  await stage.tokens.current()
  await stage.faults({ match: { path: cs }, times: 99, fault: { kind: 'error', error: -216 } })
  const refused = await failureOf(stage.channel.send(textTo(lan, 'Chào chị'), noHurry()))
  expect(refused).toMatchObject({ reason: 'unauthorised', code: -216 })
  expect(await stage.requests(cs)).toBe(2)
})

test('a redirect is not followed, or the token would go to another host', async () => {
  const strangers: unknown[] = []
  const stranger = await listen((request, response) => {
    strangers.push(request.headers)
    response.end('{"error":0,"data":{"message_id":"x"}}')
  })
  const front = await listen((_request, response) => response.writeHead(307, { location: stranger }).end())
  const stage = await stageZalo()
  const channel = createZaloChannel({ apiRoot: front, tokens: stage.tokens, clock: stage.clock, uploads: memoryUploads() })
  expect(await failureOf(channel.send(textTo(lan, 'Chào chị'), noHurry()))).toMatchObject({ reason: 'unreachable' })
  expect(strangers).toEqual([])
})

test('no failure tells a token, a secret or what was written', async () => {
  const stage = await stageZalo()
  await stage.lanWrites()
  const token = await stage.tokens.current()
  const secrets = [token, seedRefreshToken, app.appSecret, stage.store.pair?.refreshToken ?? '?', 'bé Bo sốt', lan]
  const faults = [
    { kind: 'cut' },
    { kind: 'lost_answer' },
    { kind: 'status', status: 502, html: true },
    { kind: 'error', error: -201 },
  ]
  for (const fault of faults) {
    await stage.faults({ match: { path: cs }, fault })
    const failure = await failureOf(stage.channel.send(textTo(lan, 'bé Bo sốt'), noHurry()))
    const told = inspect(failure, { depth: 20, showHidden: true }) + JSON.stringify(failure)
    for (const secret of secrets) expect(told).not.toContain(secret)
  }
})

async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  onTestFinished(() => void server.close())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`
}
