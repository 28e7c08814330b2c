import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorld, until, users, type World } from '../support/world.ts'

// Monday 23 November 2026, 10:00.
let world: World
beforeAll(async () => {
  world = await startWorld({ at: '2026-11-23T10:00:00+07:00' })
  await world.parent.says('xin chào')
  await world.office.says('chào em')
  await world.clockTo('2026-11-23T10:01:00+07:00')
})
afterAll(() => world.close())

const platformClock = (time: string) => world.platforms.setClock(new Date(time))
const webhook = () => world.platforms.zalo.call('GET', 'webhook')
const journaled = (chat: string) => world.database.prisma.inbound.findMany({ where: { chat }, orderBy: { id: 'asc' } })
const words = (rows: Awaited<ReturnType<typeof journaled>>) =>
  rows
    .map(({ message }) => (message as { content: { text?: string; media?: string } }).content)
    .map(({ text, media }) => text ?? media)
const alarm = /Zalo không báo cho em tin mọi người nhắn/
const many = Array.from({ length: 11 }, (_, index) => `cảm ơn em ${index}`)

test('a day on which nothing reaches us: Zalo gives up, what people wrote is read from its lists, in order and once', async () => {
  const { zalo } = world.platforms
  await zalo.call('PUT', 'webhook', { url: 'http://127.0.0.1:1/webhooks/zalo' })
  await platformClock('2026-11-23T10:30:00+07:00')
  await zalo.says(users.parent, 'Mai bé nghỉ ạ')
  for (const time of ['10:31', '10:37', '10:53', '11:24', '12:25']) {
    const before = (await world.platforms.zalo.call('GET', 'traffic')).length
    await platformClock(`2026-11-23T${time}:00+07:00`)
    await until(async () => (await world.platforms.zalo.call('GET', 'traffic')).length > before)
  }
  await until(async () => !(await webhook()).on)
  for (const [index, text] of many.entries()) {
    await platformClock(`2026-11-24T08:${10 + index}:00+07:00`)
    await zalo.says(users.zaloStranger, text)
  }
  await zalo.sends(users.zaloStranger, 'photo')
  await platformClock('2026-11-24T09:50:00+07:00')
  await zalo.says(users.parent, 'sữa học đường phụ huynh đóng bao nhiêu %')
  expect((await webhook()).dropped).toBeGreaterThanOrEqual(13)
  await world.office.reads()

  await world.clockTo('2026-11-24T10:00:00+07:00')
  expect(words(await journaled(users.parent)).slice(1)).toEqual(['Mai bé nghỉ ạ', 'sữa học đường phụ huynh đóng bao nhiêu %'])
  expect(words(await journaled(users.zaloStranger)).slice(0, -1)).toEqual(many)
  const [late, ...others] = await world.parent.reads()
  // “Mai” was today: nothing is concluded from it.
  expect(late).toContain('Hôm 23/11/2026 lúc 10:30 anh/chị có nhắn: “Mai bé nghỉ ạ”')
  expect(await world.database.prisma.absence.count()).toBe(0)
  expect(others.filter((text) => text.includes('%'))).toHaveLength(1)
  expect((await world.office.reads()).filter((text) => alarm.test(text))).toHaveLength(1)
})

test('what was read back and is delivered late all the same counts once, and the office is told once a day', async () => {
  const { zalo } = world.platforms
  await zalo.says(users.parent, 'cảm ơn em')
  await world.clockTo('2026-11-24T10:15:00+07:00')
  expect(await world.parent.reads()).toHaveLength(1)
  const before = await world.database.prisma.inbound.count()
  await world.clockTo('2026-11-24T10:30:00+07:00')
  expect(await world.database.prisma.inbound.count()).toBe(before)
  await zalo.call('PUT', 'webhook', { url: `${world.app.url}/webhooks/zalo` })
  expect(await world.parent.says('cảm ơn em')).toHaveLength(1)
  await world.clockTo('2026-11-24T10:45:00+07:00')
  expect(await world.parent.reads()).toEqual([])
  expect((await world.office.reads()).filter((text) => alarm.test(text))).toEqual([])
})

test('a list that cannot be read is read the next time', async () => {
  const { zalo } = world.platforms
  await zalo.call('PUT', 'webhook', {})
  await zalo.faults({ match: { path: '/v2.0/oa/listrecentchat' }, times: 1, fault: { kind: 'status', status: 502, html: true } })
  await zalo.says(users.parent, 'cảm ơn em')
  await world.clockTo('2026-11-24T11:00:00+07:00')
  expect(await world.parent.reads()).toEqual([])
  await world.clockTo('2026-11-24T11:10:00+07:00')
  expect(await world.parent.reads()).toHaveLength(1)
})
