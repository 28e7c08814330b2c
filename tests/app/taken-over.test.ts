import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorld, users, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld({ at: '2026-11-23T09:00:00+07:00' })
  for (const phone of [world.parent, world.office]) await phone.says('xin chào')
})
afterAll(() => world.close())

const zalo = (path: string, body: object = {}) => world.platforms.zalo.call('POST', `phones/${users.parent}/${path}`, body)
const at = (instant: string) => world.clockTo(`2026-${instant}+07:00`)
const parentRow = () => world.database.prisma.identity.findFirstOrThrow({ where: { chat: users.parent } })

test('the office writes in the account itself: the assistant keeps quiet there, and what the mother answers is passed on', async () => {
  await world.office.reads()
  await zalo('by-hand', { text: 'Chào chị, cô Thu văn phòng đây ạ' })
  await world.settle()
  expect(await world.parent.says('dạ em hỏi tiền sữa học đường đóng bao nhiêu ạ')).toEqual([])
  expect(await world.office.reads()).toEqual([expect.stringMatching(/💬 Số \d+, .*tiền sữa học đường/s)])
  // It is no question that waits on the office's list.
  expect((await world.office.says('câu hỏi')).join()).not.toContain('nhắn trực tiếp trên Zalo OA')
})

test('half an hour after the last word of either side the assistant answers again', async () => {
  await at('11-23T09:20:00')
  await zalo('by-hand', { text: 'Chị đợi em xem sổ ạ' })
  await world.settle()
  await at('11-23T09:45:00')
  expect(await world.parent.says('dạ vâng chị')).toEqual([])
  await at('11-23T10:20:00')
  expect((await world.parent.reads()).join()).toContain('tạm dừng vì đã lâu không có tin mới')
  expect(await world.parent.says('cảm ơn em')).toHaveLength(1)
})

test('what the assistant itself says is no taking over', async () => {
  expect(await world.parent.says('cảm ơn em')).toHaveLength(1)
  expect(await world.parent.says('cảm ơn em nhiều')).toHaveLength(1)
})

test('tapping “Nhắn tin” opens the window anew; what the school writes does not', async () => {
  await at('11-27T09:00:00')
  const before = (await parentRow()).lastInteractedAt
  await zalo('by-hand', { text: 'Chị ơi' })
  await world.settle()
  expect((await parentRow()).lastInteractedAt).toEqual(before)
  await zalo('click-chat')
  await world.settle()
  expect((await parentRow()).lastInteractedAt).toEqual(new Date('2026-11-27T09:00:00+07:00'))
})

test('the account’s permission is kept fresh while nothing is sent', async () => {
  const { prisma } = world.database
  await prisma.zaloToken.updateMany({
    data: { refreshedAt: new Date('2026-11-17T09:00:00+07:00'), expiresAt: new Date('2026-11-18T10:00:00+07:00') },
  })
  const { refreshToken } = await prisma.zaloToken.findFirstOrThrow()
  await at('11-27T09:10:00')
  expect((await prisma.zaloToken.findFirstOrThrow()).refreshToken).not.toBe(refreshToken)
})

test('the office is alarmed before the permission ends, and when it is lost reads how to give it anew', async () => {
  const { prisma } = world.database
  await world.office.reads()
  await world.platforms.zalo.faults({ match: { path: '/v4/oa/access_token' }, times: 3, fault: { kind: 'status', status: 500 } })
  await prisma.zaloToken.updateMany({ data: { refreshedAt: new Date('2026-09-07T09:00:00+07:00') } })
  await at('11-27T09:20:00')
  expect((await world.office.reads()).filter((text) => text.includes('Quyền gửi tin Zalo'))).toEqual([
    expect.stringContaining('còn 9 ngày'),
  ])
  await at('11-27T09:21:00')
  expect((await world.office.reads()).join()).not.toContain('Quyền gửi tin Zalo')
  await world.platforms.zalo.faults()
  await prisma.zaloToken.updateMany({ data: { consentNeeded: true, refreshedAt: new Date('2026-11-27T09:00:00+07:00') } })
  await at('11-27T09:30:00')
  expect((await world.office.reads()).join()).toMatch(/cấp quyền lại.*console.*Cài đặt/s)
  await prisma.zaloToken.updateMany({ data: { consentNeeded: false } })
})

test('whoever asks Zalo to be erased is nobody here any more: texts and links are gone, the proof stays', async () => {
  const { prisma } = world.database
  const identity = await parentRow()
  const { personId } = await prisma.identityPerson.findFirstOrThrow({ where: { identityId: identity.id } })
  await zalo('withdraw')
  await world.settle()
  expect(await prisma.identity.count({ where: { chat: users.parent } })).toBe(0)
  expect(await prisma.identityPerson.count({ where: { personId } })).toBe(0)
  expect(await prisma.guardianship.count({ where: { personId } })).toBe(0)
  expect(await prisma.outbound.count({ where: { chat: users.parent } })).toBe(0)
  const kept = await prisma.outbound.findMany({ where: { chat: `erased-${identity.id}` } })
  expect(kept.length).toBeGreaterThan(0)
  expect(new Set(kept.map(({ text }) => text))).toEqual(new Set(['']))
  expect(await prisma.erasure.findMany()).toMatchObject([{ whose: 'guardian', subjectId: personId, askedBy: 'platform' }])
  // Who writes again is a stranger, and is told anew what is kept.
  expect((await world.parent.says('xin chào')).at(-1)).toContain('trợ lý tự động')
})
