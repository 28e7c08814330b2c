import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startWorld, until, users, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld({ at: '2026-11-23T10:00:00+07:00' })
  for (const phone of [world.parent, world.teacher, world.office]) await phone.says('xin chào')
})
afterAll(() => world.close())
beforeEach(async () => {
  await passes(60)
  for (const phone of [world.parent, world.teacher, world.office]) await phone.reads()
})

const cs = '/v3.0/oa/message/cs'
const arrived = /^(sent|delivered|seen)$/
const passes = (seconds: number) => world.clockTo(new Date(world.now().getTime() + seconds * 1_000).toISOString())
const newest = (chat: string) => world.database.prisma.outbound.findFirstOrThrow({ where: { chat }, orderBy: { id: 'desc' } })
/** Types and waits until the answer has been tried once. */
const saysAndFails = async (platform: 'telegram' | 'zalo', user: string, text: string) => {
  const before = await world.database.prisma.outbound.count({ where: { chat: user } })
  await world.platforms[platform].says(user, text)
  await until(async () => (await world.database.prisma.outbound.count({ where: { chat: user } })) > before)
  await until(async () => {
    const { state, reason } = await newest(user)
    return reason !== null && state !== 'sending'
  })
}

test('Telegram’s retry_after is obeyed to the second', async () => {
  const fault = { kind: 'status', status: 429, retryAfterSeconds: 37 }
  await world.platforms.telegram.faults({ match: { method: 'sendMessage' }, fault })
  await saysAndFails('telegram', users.teacher, 'cảm ơn em')
  expect(await newest(users.teacher)).toMatchObject({ state: 'planned', reason: 'throttled', attempts: 1 })
  await passes(36)
  expect(await newest(users.teacher)).toMatchObject({ attempts: 1 })
  await passes(1)
  expect(await newest(users.teacher)).toMatchObject({ state: 'sent', attempts: 2 })
  expect(await world.teacher.reads()).toHaveLength(1)
})

test('a page of a proxy in the platform’s place is tried again, and what comes behind keeps its order', async () => {
  const html = { kind: 'status', status: 502, html: true }
  await world.platforms.telegram.faults({ match: { method: 'sendMessage', chat: users.teacher }, times: 2, fault: html })
  await saysAndFails('telegram', users.teacher, 'cảm ơn em')
  await world.platforms.telegram.says(users.teacher, 'trợ giúp')
  // Somebody else's messages do not wait for hers.
  await world.platforms.telegram.says(users.office, 'cảm ơn em')
  await until(async () => (await newest(users.office)).state === 'sent')
  expect(await world.teacher.screen()).not.toContainEqual(
    expect.objectContaining({ text: expect.stringContaining('cứ nhắn như') }),
  )
  await passes(2)
  await passes(5)
  const said = await world.teacher.reads()
  expect(said).toEqual([expect.stringContaining('Dạ không có gì'), expect.stringContaining('cứ nhắn như nói chuyện')])
})

test('an answer of Zalo that gets lost doubles nothing: its list of the chat tells that the parent has the message', async () => {
  await world.platforms.zalo.settings({ echoes: false })
  await world.platforms.zalo.faults({ match: { path: cs }, times: 1, fault: { kind: 'lost_answer' } })
  await saysAndFails('zalo', users.parent, 'cảm ơn em')
  expect(await newest(users.parent)).toMatchObject({ state: 'uncertain', reason: 'unanswered', platformId: null })
  await passes(2)
  expect(await newest(users.parent)).toMatchObject({ state: expect.stringMatching(arrived), attempts: 1 })
  expect((await newest(users.parent)).platformId).not.toBeNull()
  expect(await world.parent.reads()).toHaveLength(1)
})

test('a message that Zalo never took is sent again after a look at its list of the chat', async () => {
  await world.platforms.zalo.faults({ match: { path: cs }, times: 1, fault: { kind: 'cut' } })
  await saysAndFails('zalo', users.parent, 'cảm ơn em')
  expect(await newest(users.parent)).toMatchObject({ state: 'uncertain' })
  await passes(2)
  expect(await newest(users.parent)).toMatchObject({ state: expect.stringMatching(arrived), attempts: 2 })
  expect(await world.parent.reads()).toHaveLength(1)
})

test('an echo of Zalo settles a lost answer at once', async () => {
  await world.platforms.zalo.settings({ echoes: true })
  await world.platforms.zalo.faults({ match: { path: cs }, times: 1, fault: { kind: 'lost_answer' } })
  await world.platforms.zalo.says(users.parent, 'cảm ơn em')
  await until(async () => (await newest(users.parent)).attempts === 1 && arrived.test((await newest(users.parent)).state))
  expect(await world.parent.reads()).toHaveLength(1)
})

test('a lost answer of Telegram: a reply is said once more, a reminder is not, and stays uncertain', async () => {
  await world.platforms.telegram.faults({ match: { method: 'sendMessage' }, fault: { kind: 'lost_answer' } })
  await saysAndFails('telegram', users.teacher, 'cảm ơn em')
  await passes(2)
  expect(await newest(users.teacher)).toMatchObject({ state: 'sent', attempts: 2, doubts: 1 })
  expect(await world.teacher.reads()).toHaveLength(2)
  await world.platforms.telegram.faults({ match: { method: 'sendMessage' }, fault: { kind: 'lost_answer' } })
  const { account } = await newest(users.teacher)
  const reminder = {
    key: 'a reminder',
    kind: 'reminder',
    text: 'Mai cân đo ạ',
    createdAt: world.now(),
    nextAttemptAt: world.now(),
  }
  await world.database.prisma.outbound.create({ data: { ...reminder, channel: 'telegram', account, chat: users.teacher } })
  await world.app.sweep()
  await until(async () => (await newest(users.teacher)).state === 'uncertain')
  await passes(2)
  await passes(3_600)
  expect(await newest(users.teacher)).toMatchObject({ state: 'uncertain', settleAt: null, attempts: 1 })
  expect(await world.teacher.reads()).toHaveLength(1)
  // Nothing waits behind it.
  expect(await world.teacher.says('cảm ơn em')).toHaveLength(1)
})

test('what the person’s phone says of a message is noted: delivered, then seen', async () => {
  await world.platforms.zalo.settings({ seen: true })
  await world.parent.says('cảm ơn em')
  await until(async () => (await newest(users.parent)).state === 'seen')
  const { deliveredAt, seenAt } = await newest(users.parent)
  expect([deliveredAt, seenAt]).toEqual([expect.any(Date), expect.any(Date)])
  await world.platforms.zalo.settings({ seen: false })
})

test('a refused token of Zalo is refreshed once, and the message goes out with the next', async () => {
  const before = await world.database.prisma.zaloToken.findFirstOrThrow()
  await world.platforms.zalo.faults({ match: { path: '/v3.0/oa/message/cs' }, times: 1, fault: { kind: 'error', error: -216 } })
  expect(await world.parent.says('cảm ơn em')).toHaveLength(1)
  const after = await world.database.prisma.zaloToken.findFirstOrThrow()
  expect(after.accessToken).not.toBe(before.accessToken)
  expect(await newest(users.parent)).toMatchObject({ state: expect.stringMatching(arrived), attempts: 1 })
})

test('Zalo’s closed window ends a message and nobody else’s', async () => {
  await world.platforms.zalo.faults({ match: { path: cs }, times: 1, fault: { kind: 'error', error: -230 } })
  await saysAndFails('zalo', users.parent, 'cảm ơn em')
  expect(await newest(users.parent)).toMatchObject({ state: 'failed', reason: 'window_closed', attempts: 1 })
  expect(await world.parent.says('cảm ơn em')).toHaveLength(1)
})

test('an account that may not send stops as a whole: the office is alarmed on the other channel, one message tries every ten minutes', async () => {
  await world.platforms.zalo.faults({ match: { path: cs }, times: 2, fault: { kind: 'error', error: -224 } })
  await saysAndFails('zalo', users.parent, 'cảm ơn em')
  expect(await newest(users.parent)).toMatchObject({ state: 'planned', reason: 'channel_stopped', attempts: 1 })
  await world.platforms.zalo.says(users.parent, 'trợ giúp')
  await until(async () => (await world.database.prisma.outbound.count({ where: { chat: users.parent, state: 'planned' } })) === 2)
  await passes(60)
  expect(await world.office.reads()).toEqual([expect.stringMatching(/Zalo.*không gửi được tin/s)])
  await passes(600)
  expect(await world.office.reads()).toEqual([])
  await passes(600)
  expect(await world.parent.reads()).toHaveLength(2)
  expect(await world.database.prisma.outbound.count({ where: { chat: users.parent, state: 'planned' } })).toBe(0)
  await passes(60)
  expect(await world.office.reads()).toEqual([expect.stringMatching(/Zalo.*gửi lại được/s)])
})
