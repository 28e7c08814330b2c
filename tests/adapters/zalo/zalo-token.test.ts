import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { app, failureOf, lan, monday, noHurry, seedRefreshToken, stageZalo, textTo } from './zalo-stage.ts'

const endpoint = '/v4/oa/access_token'

test('the seed buys the first pair, which is stored, and is not needed again', async () => {
  const stage = await stageZalo()
  expect(stage.tokens.state()).toBe('untried')
  const token = await stage.tokens.current()
  expect(stage.store.pair).toMatchObject({
    accessToken: token,
    expiresAt: stage.after(25),
    refreshedAt: monday,
    consentNeeded: false,
  })
  expect(await stage.anotherProcess('a seed long spent').current()).toBe(token)
  expect(await stage.requests(endpoint)).toBe(1)
  expect(stage.tokens.state()).toBe('ready')
})

test('a life given as a number counts like one given as a string', async () => {
  const stage = await stageZalo({ settings: { expiresInAs: 'number' } })
  await stage.tokens.current()
  expect(stage.store.pair?.expiresAt).toEqual(stage.after(25))
})

test('the token lasts 24 hours and is replaced in the last of its 25, day after day', async () => {
  const stage = await stageZalo()
  const first = await stage.tokens.current()
  await stage.setTime(stage.after(23.9))
  expect(await stage.tokens.current()).toBe(first)
  await stage.setTime(stage.after(24.1))
  const second = await stage.tokens.current()
  expect(second).not.toBe(first)
  await stage.setTime(stage.after(48.2))
  expect(await stage.tokens.current()).not.toBe(second)
  expect(await stage.requests(endpoint)).toBe(3)
})

test('a service that slept for a week comes back with a fresh token', async () => {
  const stage = await stageZalo()
  await stage.tokens.current()
  await stage.setTime(stage.after(7 * 24))
  await stage.lanWrites()
  await stage.channel.send(textTo(lan, 'Chào chị'), noHurry())
  expect(await stage.shownToLan()).toEqual(['Chào chị'])
})

test('two processes that start together refresh once', async () => {
  const stage = await stageZalo()
  const keepers = [stage.tokens, stage.anotherProcess(), stage.anotherProcess()]
  const tokens = await Promise.all(keepers.flatMap((keeper) => [keeper.current(), keeper.current()]))
  expect(new Set(tokens).size).toBe(1)
  expect(await stage.requests(endpoint)).toBe(1)
})

test('many sends whose token died at once refresh once between all processes', async () => {
  const stage = await stageZalo()
  const other = stage.channelOf(stage.anotherProcess())
  await stage.lanWrites()
  await Promise.all([stage.channel.authenticate(noHurry()), other.authenticate(noHurry())])
  await stage.setTime(stage.after(25))
  const texts = ['một', 'hai', 'ba', 'bốn']
  await Promise.all(texts.map((text, at) => (at % 2 ? other : stage.channel).send(textTo(lan, text), noHurry())))
  expect((await stage.shownToLan()).sort()).toEqual(texts.sort())
  expect(await stage.requests(endpoint)).toBe(2)
})

test('a process whose token was replaced by another one takes the new one from the store', async () => {
  const stage = await stageZalo()
  await stage.lanWrites()
  const dead = await stage.tokens.current()
  const other = stage.anotherProcess()
  await other.renew(dead)
  await stage.channel.send(textTo(lan, 'Chào chị'), noHurry())
  expect(await stage.requests(endpoint)).toBe(2)
})

test('when the answer to a refresh is lost an admin must consent, and nothing is asked of Zalo until then', async () => {
  const stage = await stageZalo()
  await stage.lanWrites()
  const dead = await stage.tokens.current()
  await stage.setTime(stage.after(24.5))
  await stage.faults({ match: { path: endpoint }, fault: { kind: 'refresh_lost' } })
  // the first refusal is a network fault: it says nothing about the grant, and the old token may still live
  expect(await stage.tokens.current()).toBe(dead)
  const send = () => failureOf(stage.channel.send(textTo(lan, 'Chào chị'), noHurry()))
  expect(await send()).toMatchObject({ reason: 'channel_stopped' })
  expect(stage.tokens.state()).toBe('consent_needed')
  expect(stage.store.pair?.consentNeeded).toBe(true)

  const [asked, refreshed] = [await stage.requests('/v3.0/oa/message/cs'), await stage.requests(endpoint)]
  expect(await send()).toMatchObject({ reason: 'channel_stopped' })
  const restarted = stage.anotherProcess()
  expect(await failureOf(restarted.current())).toMatchObject({ reason: 'channel_stopped' })
  expect(restarted.state()).toBe('consent_needed')
  expect([await stage.requests('/v3.0/oa/message/cs'), await stage.requests(endpoint)]).toEqual([asked, refreshed])
})

test('a refresh token of three months ago is refused for good', async () => {
  const stage = await stageZalo()
  await stage.tokens.current()
  await stage.setTime(stage.after(91 * 24))
  expect(await failureOf(stage.tokens.current())).toMatchObject({ reason: 'channel_stopped', code: -14014 })
})

test('a spent seed stops the channel but is not stored, so that a corrected one works after a restart', async () => {
  const stage = await stageZalo()
  const mistyped = stage.anotherProcess('mistyped')
  expect(await failureOf(mistyped.current())).toMatchObject({ reason: 'channel_stopped', code: -14014 })
  expect(await failureOf(mistyped.current())).toMatchObject({ reason: 'channel_stopped' })
  expect(mistyped.state()).toBe('consent_needed')
  expect(stage.store.pair).toBeUndefined()
  await stage.anotherProcess(seedRefreshToken).current()
  expect(await stage.requests(endpoint)).toBe(2)
})

test('without a seed and with an empty store the channel waits for a consent', async () => {
  const stage = await stageZalo()
  const unseeded = stage.anotherProcess('')
  expect(await failureOf(unseeded.current())).toMatchObject({ reason: 'channel_stopped' })
  expect(await stage.requests(endpoint)).toBe(0)
})

test.each([
  ['a cut connection', { kind: 'cut' }, 'unreachable'],
  ['a 502', { kind: 'status', status: 502, html: true }, 'server_error'],
  ['a 403 page of some proxy', { kind: 'status', status: 403, html: true }, 'unreachable'],
  ['a 429', { kind: 'status', status: 429 }, 'throttled'],
  ['a rate limit', { kind: 'error', error: -32 }, 'throttled'],
])('%s during a refresh is not the end of the grant', async (_what, fault, reason) => {
  const stage = await stageZalo()
  await stage.faults({ match: { path: endpoint }, fault })
  expect(await failureOf(stage.tokens.current())).toMatchObject({ reason })
  await stage.tokens.current()
  expect(stage.tokens.state()).toBe('ready')
})

test('a refresh that fails early leaves the living token in use', async () => {
  const stage = await stageZalo()
  const living = await stage.tokens.current()
  await stage.setTime(stage.after(24.5))
  await stage.faults({ match: { path: endpoint }, fault: { kind: 'status', status: 503 } })
  expect(await stage.tokens.current()).toBe(living)
  expect(await stage.tokens.current()).not.toBe(living)
})

test('a pair that could not be stored is not used before it is, and not lost either', async () => {
  const stage = await stageZalo()
  await stage.lanWrites()
  await stage.tokens.current()
  await stage.setTime(stage.after(26))
  const write = stage.store.write
  stage.store.write = async () => {
    throw new Error('the disk is full')
  }
  expect(await failureOf(stage.tokens.current())).toMatchObject({ reason: 'unreachable' })
  expect(await failureOf(stage.tokens.current())).toMatchObject({ reason: 'unreachable' })
  stage.store.write = write
  await stage.channel.send(textTo(lan, 'Chào chị'), noHurry())
  expect(await stage.requests(endpoint)).toBe(2)
  expect(stage.store.pair?.expiresAt).toEqual(stage.after(26 + 25))
})

test('a store that is away is unreachable and never quoted', async () => {
  const stage = await stageZalo()
  const token = await stage.tokens.current()
  stage.store.isAway = true
  const failure = await failureOf(stage.anotherProcess().current())
  expect(failure).toMatchObject({ reason: 'unreachable' })
  const told = inspect(failure, { depth: 20 })
  for (const secret of [token, seedRefreshToken, app.appSecret]) expect(told).not.toContain(secret)
})

test('a token that Zalo gives a short life is not refreshed at every call', async () => {
  const stage = await stageZalo()
  const body = { access_token: 'short', refresh_token: 'next', expires_in: '1800' }
  await stage.faults({ match: { path: endpoint }, times: 9, fault: { kind: 'answer', body } })
  for (const hours of [0, 0.2, 0.4]) {
    await stage.setTime(stage.after(hours))
    await stage.tokens.current()
  }
  expect(await stage.requests(endpoint)).toBe(1)
})

test('a send that gives up while the token is refreshed does not cost the grant', async () => {
  const stage = await stageZalo()
  await stage.lanWrites()
  await stage.faults({ match: { path: endpoint }, fault: { kind: 'delay', millis: 200 } })
  const hurried = await failureOf(stage.channel.send(textTo(lan, 'một'), AbortSignal.timeout(30)))
  expect(hurried).toMatchObject({ reason: 'unreachable' })
  expect(stage.store.pair).toBeUndefined()
  await stage.tokens.idle()
  expect(stage.store.pair).toBeDefined()
  await stage.channel.send(textTo(lan, 'hai'), noHurry())
  expect(await stage.shownToLan()).toEqual(['hai'])
  expect(await stage.requests(endpoint)).toBe(1)
})
