import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorld, until, users, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld({ at: '2026-11-23T07:30:00+07:00', pauseSeconds: 2 })
})
afterAll(() => world.close())

const unsent = (chat: string) =>
  world.database.prisma.outbound.findMany({ where: { chat, state: 'failed' }, orderBy: { id: 'asc' } })

test('in a group the assistant says once that it works in private, and then stays quiet', async () => {
  const { telegram } = world.platforms
  const group = '-100200300'
  const groupScreen = async () => (await telegram.screen(group)).filter(({ from }) => from === 'service').map(({ text }) => text)
  await telegram.call('PUT', `groups/${group}`, { title: 'Lớp A1' })
  for (const present of [true, false, true]) {
    await telegram.call('POST', `groups/${group}/bot`, { user: users.teacher, present })
    await world.settle()
  }
  for (const text of ['/start', '/help@mamnon_demo_bot', '@mamnon_demo_bot A1 28/30, vắng An sốt'])
    await telegram.call('POST', `groups/${group}/messages`, { user: users.teacher, text })
  await world.settle()
  expect(await groupScreen()).toEqual([expect.stringContaining('tin nhắn riêng')])
  expect(await world.database.prisma.checkin.count()).toBe(0)
})

test('after “dừng” reminders stop and answers go on; “bật lại” brings them back', async () => {
  await world.parent.says('dừng')
  expect(await world.clockTo('2026-11-24T07:00:00+07:00')).toMatchObject({ reminders: 1 })
  expect(await world.parent.reads()).toEqual([])
  expect((await world.parent.says('sữa học đường phụ huynh đóng bao nhiêu %')).join()).toContain('47')
  const { prisma } = world.database
  await prisma.reminderRun.deleteMany()
  await prisma.outbound.deleteMany({ where: { kind: 'reminder' } })
  await world.parent.says('bật lại')
  expect(await world.clockTo('2026-11-24T07:01:00+07:00')).toMatchObject({ reminders: 1 })
  expect(await world.parent.reads()).toEqual([expect.stringContaining('Ngày hội gia đình')])
})

test('the office that asked for silence still gets its work: the summary, questions and the month’s dates', async () => {
  const [, said] = await world.office.says('dừng')
  expect(said).toContain('Tổng hợp trong ngày và câu hỏi của phụ huynh vẫn đến')
  expect(await world.clockTo('2026-11-24T09:15:00+07:00')).toMatchObject({ summaries: 1 })
  expect(await world.office.reads()).toEqual([expect.stringContaining('Chưa lớp nào báo sĩ số')])
  await world.parent.says('Trường có xe đưa đón không ạ?')
  expect(await world.office.reads()).toEqual([expect.stringContaining('xe đưa đón')])
  expect(await world.clockTo('2026-12-01T07:30:00+07:00')).toMatchObject({ questions: 1 })
  const asked = (await world.office.reads()).filter((text) => !text.includes('gián đoạn'))
  expect(asked).toEqual([expect.stringContaining('tháng 12/2026')])
})

test('once a person has blocked the bot nothing more is tried, until they write again', async () => {
  const { telegram } = world.platforms
  await world.teacher.says('xin chào')
  await telegram.faults({ match: { method: 'sendMessage', chat: users.teacher }, fault: { kind: 'status', status: 403 } })
  await telegram.says(users.teacher, 'cảm ơn em')
  await world.settle()
  expect(await unsent(users.teacher)).toEqual([expect.objectContaining({ reason: 'recipient_left', kind: 'reply' })])
  await world.clockTo('2026-12-02T07:00:00+07:00')
  await world.database.prisma.calendarEvent.updateMany({
    where: { audience: { has: 'teachers' }, sourceKey: 'demo-training' },
    data: { day: new Date('2026-12-04T00:00:00Z') },
  })
  await world.clockTo('2026-12-03T07:00:00+07:00')
  expect(await world.teacher.reads()).not.toContainEqual(expect.stringContaining('sơ cấp cứu'))
  expect(await world.database.prisma.outbound.count({ where: { chat: users.teacher, kind: 'reminder' } })).toBe(0)
  expect(await world.teacher.says('cảm ơn em')).toHaveLength(1)
})

test('what waited for somebody who has shut the door fails with the first refusal', async () => {
  const { zalo } = world.platforms
  await world.database.prisma.outbound.deleteMany({ where: { state: 'failed' } })
  const refused = { fault: { kind: 'status', status: 502 }, match: { user: users.parent }, times: 1 }
  await zalo.faults(refused)
  await zalo.says(users.parent, 'cảm ơn em')
  await zalo.says(users.parent, 'trợ giúp')
  await until(async () => {
    const waiting = await world.database.prisma.outbound.findMany({ where: { chat: users.parent, state: 'planned' } })
    return waiting.length === 2 && waiting.some(({ reason }) => reason === 'server_error')
  })
  await zalo.blocks(users.parent, true)
  await world.clockTo('2026-12-03T07:20:00+07:00')
  const failed = await unsent(users.parent)
  expect(failed.map(({ reason }) => reason)).toEqual(['recipient_left', 'recipient_left'])
  expect(failed.map(({ attempts }) => attempts)).toEqual([2, 0])
  await zalo.blocks(users.parent, false)
  await world.settle()
  expect(await world.parent.says('cảm ơn em')).toHaveLength(1)
})
