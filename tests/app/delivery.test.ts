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

test.each([
  ['telegram', users.teacher, { match: { method: 'sendMessage' }, fault: { kind: 'lost_answer' } }],
  ['zalo', users.parent, { match: { path: '/v3.0/oa/message/cs' }, times: 1, fault: { kind: 'lost_answer' } }],
] as const)('an answer of %s that gets lost leads to one double and no more', async (platform, user, rule) => {
  await world.platforms[platform].faults(rule)
  await saysAndFails(platform, user, 'cảm ơn em')
  await passes(2)
  await passes(60)
  expect(await newest(user)).toMatchObject({ state: 'sent', attempts: 2 })
  expect(
    (await world.phone(platform, user).screen()).filter(({ text }) => text.includes('Dạ không có gì')).length,
  ).toBeLessThanOrEqual(4)
  const said = await (platform === 'zalo' ? world.parent : world.teacher).reads()
  expect(said).toHaveLength(2)
})

test('a refused token of Zalo is refreshed once, and the message goes out with the next', async () => {
  const before = await world.database.prisma.zaloToken.findFirstOrThrow()
  await world.platforms.zalo.faults({ match: { path: '/v3.0/oa/message/cs' }, times: 1, fault: { kind: 'error', error: -216 } })
  expect(await world.parent.says('cảm ơn em')).toHaveLength(1)
  const after = await world.database.prisma.zaloToken.findFirstOrThrow()
  expect(after.accessToken).not.toBe(before.accessToken)
  expect(await newest(users.parent)).toMatchObject({ state: 'sent', attempts: 1 })
})

test('Zalo’s closed window ends a message; a package that is too low keeps it waiting', async () => {
  const fails = (error: number, times = 1) =>
    world.platforms.zalo.faults({ match: { path: '/v3.0/oa/message/cs' }, times, fault: { kind: 'error', error } })
  await fails(-230)
  await saysAndFails('zalo', users.parent, 'cảm ơn em')
  expect(await newest(users.parent)).toMatchObject({ state: 'failed', reason: 'window_closed', attempts: 1 })
  await fails(-224, 3)
  await saysAndFails('zalo', users.parent, 'cảm ơn em')
  expect(await newest(users.parent)).toMatchObject({ state: 'planned', reason: 'channel_stopped' })
  for (const seconds of [3_600, 3_600, 3_600]) await passes(seconds)
  expect(await newest(users.parent)).toMatchObject({ state: 'sent', attempts: 4 })
  expect(await world.parent.reads()).toHaveLength(1)
})
