import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createOutbox } from '../../src/adapters/database/outbox-store.ts'
import { channelTraits } from '../../src/app/channel-traits.ts'
import type { OutgoingKind } from '../../src/features/outbox/message-kind.ts'
import { forecastOf, windowOf } from '../../src/features/outbox/ways.ts'
import { makeGuardian } from '../support/guardians.ts'
import { startWorld, users, type World } from '../support/world.ts'

// Lan has her child's chat on Zalo and, as the same guardian, one on Telegram.
const telegramOfLan = '41000055'
const cs = '/v3.0/oa/message/cs'
let world: World
let lanOnTelegram: ReturnType<World['phone']>
let schoolId: string
let sent = 0

beforeAll(async () => {
  world = await startWorld({ at: '2026-11-23T09:00:00+07:00' })
  schoolId = (await world.database.prisma.school.findFirstOrThrow()).id
  await world.platforms.telegram.person(telegramOfLan, 'Lan')
  lanOnTelegram = world.phone('telegram', telegramOfLan)
  for (const phone of [world.parent, world.office]) await phone.says('xin chào')
})
afterAll(() => world.close())
beforeEach(async () => {
  for (const phone of [world.parent, lanOnTelegram, world.office]) await phone.reads()
})

const at = (instant: string) => world.clockTo(`2026-${instant}+07:00`)

async function tellLan(kind: OutgoingKind, text: string, channel: 'zalo' | 'telegram' = 'zalo') {
  const to = world.address(channel, channel === 'zalo' ? users.parent : telegramOfLan)
  const choices = [{ label: 'Đã đọc', value: 'rm:read:x' }]
  sent += 1
  const outbox = createOutbox(world.database.prisma, { traits: channelTraits, touched: () => {} })
  await outbox.add({ to, key: `way-test/${sent}`, kind, schoolId, text, ...(kind === 'notice' ? { choices } : {}) }, world.now())
  await world.app.sweep()
  await world.settle()
  await world.app.sweep()
  await world.settle()
}

const rows = () =>
  world.database.prisma.outbound.findMany({
    where: { key: { startsWith: `way-test/${sent}` } },
    orderBy: { id: 'asc' },
    select: { key: true, channel: true, state: true, reason: true },
  })

test('a mother asks for a code for her other chat and is one and the same there', async () => {
  const answer = (await world.parent.says('thêm kênh')).at(-1)
  expect(answer).toContain('mở trợ lý bên Telegram')
  const code = /MN-\w{5}-\w{5}/.exec(answer ?? '')?.[0]
  await lanOnTelegram.says('xin chào')
  expect((await lanOnTelegram.says(code!)).at(-1)).toContain('đã nối thêm kênh')
  const people = await world.database.prisma.identityPerson.findMany({
    where: { identity: { chat: { in: [users.parent, telegramOfLan] } } },
  })
  expect(new Set(people.map(({ personId }) => personId)).size).toBe(1)
  expect(people).toHaveLength(2)
})

test('what Zalo refuses for this person comes once, on Telegram, with its choices as buttons', async () => {
  await world.platforms.zalo.faults({ match: { path: cs }, fault: { kind: 'error', error: -230 } })
  await tellLan('notice', 'Mai mang mũ đỏ ạ')
  expect(await world.parent.reads()).toEqual([])
  expect(await lanOnTelegram.reads()).toEqual(['Mai mang mũ đỏ ạ'])
  expect((await lanOnTelegram.screen()).at(-1)?.buttons.map(({ label }) => label)).toEqual([
    expect.stringMatching(/^\d+\. Đã đọc$/),
  ])
  expect(await rows()).toMatchObject([
    { channel: 'zalo', state: 'failed', reason: 'window_closed' },
    { channel: 'telegram', state: 'sent', key: expect.stringMatching(/\/way2$/) },
  ])
})

test('whoever blocked the bot gets what was meant for it on Zalo, and what waited behind it too', async () => {
  await world.platforms.telegram.blocks(telegramOfLan, true)
  await world.settle()
  await world.database.prisma.identity.updateMany({ where: { chat: telegramOfLan }, data: { leftAt: null } })
  await tellLan('alert', 'Bé sốt 38,5 độ ạ', 'telegram')
  expect(await world.parent.reads()).toEqual(['Bé sốt 38,5 độ ạ'])
  await world.platforms.telegram.blocks(telegramOfLan, false)
  await lanOnTelegram.says('xin chào')
})

test('a reply stays where the question was asked', async () => {
  await world.platforms.zalo.faults({ match: { path: cs }, fault: { kind: 'error', error: -230 } })
  await world.platforms.zalo.says(users.parent, 'cảm ơn em')
  await world.settle()
  expect(await lanOnTelegram.reads()).toEqual([])
})

test('past 48 hours the free way is taken, and never both', async () => {
  await at('11-26T09:00:00')
  for (const phone of [world.parent, lanOnTelegram, world.office]) await phone.reads()
  await tellLan('reminder', 'Chiều nay họp phụ huynh ạ')
  expect([await world.parent.reads(), await lanOnTelegram.reads()]).toEqual([[], ['Chiều nay họp phụ huynh ạ']])
  expect(await rows()).toMatchObject([{ state: 'cancelled' }, { channel: 'telegram', state: 'sent' }])
})

test('the office reads what a notice will cost, and the account’s books say the same', async () => {
  const { prisma } = world.database
  const children = await prisma.child.findMany({ take: 12, skip: 3, orderBy: { rosterName: 'asc' } })
  const families = children.map(({ rosterName }, index) => ({ child: rosterName, user: `77140000000000070${index + 10}` }))
  for (const { child, user } of families) {
    await world.platforms.zalo.person(user, 'Phụ huynh')
    await makeGuardian(world, { platform: 'zalo', user, child })
  }
  // All were there a moment ago; four are within 48 hours, five within 7 days, three beyond.
  await at('11-28T10:00:00')
  for (const { user } of families.slice(0, 4)) await world.platforms.zalo.says(user, 'dạ')
  await world.settle()
  await world.platforms.zalo.settings({ subQuotaRemain: 0 })
  await prisma.identity.updateMany({
    where: { chat: { in: families.slice(9).map(({ user }) => user) } },
    data: { lastInteractedAt: new Date('2026-11-20T09:00:00+07:00') },
  })
  const before = (await world.platforms.zalo.ledger()).length
  const [preview] = await world.office.says('báo phụ huynh: Thứ Hai trường nghỉ ạ')
  expect(preview).toContain(
    '4 người miễn phí, 5 người tính phí (nhiều nhất 275 đồng, chưa trừ phần miễn phí của gói), 3 người không gửi được',
  )
  await world.platforms.zalo.faults(
    ...families.slice(9).map(({ user }) => ({ match: { path: cs, user }, fault: { kind: 'error', error: -230 } })),
  )
  await world.office.taps('Gửi')
  await world.app.sweep()
  await world.settle()
  const booked = (await world.platforms.zalo.ledger()).slice(before) as unknown as {
    quotaType: string | null
    chargedVnd: number
  }[]
  expect(booked).toHaveLength(9)
  expect(booked.reduce((sum, { chargedVnd }) => sum + chargedVnd, 0)).toBe(275)
  const [list] = await world.office.says('ai không nhắn được')
  expect(list).toContain('Quá 7 ngày không nhắn gì trên Zalo')
  expect(list).toContain(families[11]!.child)
  expect(list).toContain('Chưa liên kết; gửi mã cho gia đình')
  expect(list).toMatch(/Tin không tới trong 7 ngày qua: [34]/)
})

test('a window is free to 48 hours, charged to seven days, then shut; elsewhere nothing costs anything', () => {
  const last = new Date('2026-11-23T08:00:00Z')
  const after = (hours: number) => new Date(last.getTime() + hours * 3_600_000)
  const zalo = { address: { channel: 'zalo' as const }, lastInteractedAt: last }
  expect([48, 48.1, 168, 168.1].map((hours) => windowOf(zalo, after(hours)))).toEqual(['free', 'paid', 'paid', 'closed'])
  expect(windowOf({ ...zalo, address: { channel: 'telegram' } }, after(999))).toBe('free')
  expect(forecastOf(['free', 'paid', 'paid', 'closed'], 2)).toEqual({ free: 1, paid: 2, closed: 1, vnd: 220 })
})
