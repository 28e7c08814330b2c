import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOutbox } from '../../src/adapters/database/outbox-store.ts'
import { forgetFiles } from '../../src/adapters/database/stored-file.ts'
import { channelTraits } from '../../src/app/channel-traits.ts'
import type { Attachment, ChannelName } from '../../src/core/message.ts'
import { startWorld, users, type World } from '../support/world.ts'

let world: World
let schoolId: string
let picture: Attachment & { instead: string }
let sent = 0

const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const document = (name: string, type: string) => ({
  kind: 'file' as const,
  name,
  type,
  bytes: Buffer.from(`the bytes of ${name}`),
  instead: 'Bảng Excel không gửi qua Zalo được ạ.',
})

beforeAll(async () => {
  world = await startWorld({ at: '2026-11-23T10:00:00+07:00', pauseSeconds: 10 })
  schoolId = (await world.database.prisma.school.findFirstOrThrow()).id
  picture = {
    kind: 'image',
    name: 'tong-hop.png',
    type: 'image/png',
    bytes: await readFile('tests/browser/try.png'),
    instead: '',
  }
  await world.parent.says('xin chào')
})
afterAll(() => world.close())

/** Writes a message with something to it and lets it go out. */
async function send(channel: ChannelName, user: string, { text, attachment }: { text: string; attachment: typeof picture }) {
  const outbox = createOutbox(world.database.prisma, { traits: channelTraits, touched: () => {} })
  sent += 1
  const to = world.address(channel, user)
  await outbox.add({ to, key: `test/${sent}`, kind: 'notice', schoolId, text, attachment }, world.now())
  await world.breathe()
  await world.settle()
}

/** What hangs on the newest message of a screen. */
async function carried(platform: 'telegram' | 'zalo', user: string): Promise<{ name: string; bytes: Buffer }> {
  const last = (await world.phone(platform, user).screen()).at(-1)
  const file = await world.platforms[platform].call('GET', `sent/${last?.id}`)
  return { name: file.name, bytes: Buffer.from(file.base64, 'base64') }
}

const uploads = async (kind: string): Promise<number> => {
  const exchanges: { path: string }[] = await world.platforms.zalo.call('GET', 'traffic')
  return exchanges.filter(({ path }) => path.startsWith(`/v2.0/oa/upload/${kind}`)).length
}

test('the office gets a picture with its words under it, and an Excel file', async () => {
  await send('telegram', users.office, { text: 'Tổng hợp 23/11', attachment: picture })
  expect((await world.office.reads()).at(-1)).toBe('[photo] Tổng hợp 23/11')
  expect(await carried('telegram', users.office)).toEqual({ name: 'tong-hop.png', bytes: picture.bytes })
  await send('telegram', users.office, { text: 'Bảng tính ạ', attachment: document('tong-hop.xlsx', excel) })
  expect(await world.office.reads()).toEqual(['[document] Bảng tính ạ'])
  expect((await carried('telegram', users.office)).name).toBe('tong-hop.xlsx')
})

test('words too long to stand under a picture come first', async () => {
  await send('telegram', users.office, { text: `Bản dài. ${'Cả trường đi học đủ. '.repeat(60)}`, attachment: picture })
  await world.breathe()
  const [words, alone] = await world.office.reads()
  expect(words).toMatch(/^Bản dài\./)
  expect(alone).toBe('[photo]')
})

test('a mother on Zalo gets the picture twice, and it is uploaded once', async () => {
  for (const text of ['Ảnh lớp', 'Ảnh lớp ạ']) await send('zalo', users.parent, { text, attachment: picture })
  expect(await world.parent.reads()).toEqual(['[photo] Ảnh lớp', '[photo] Ảnh lớp ạ'])
  expect((await carried('zalo', users.parent)).bytes).toEqual(picture.bytes)
  expect(await uploads('image')).toBe(1)
})

test('an upload that Zalo has forgotten is made again', async () => {
  await world.platforms.zalo.faults({ match: { path: '/v3.0/oa/message/cs' }, fault: { kind: 'error', error: -100 } })
  await send('zalo', users.parent, { text: 'Ảnh nữa', attachment: picture })
  expect(await world.parent.reads()).toEqual(['[photo] Ảnh nữa'])
  expect(await uploads('image')).toBe(2)
})

test('Zalo carries a PDF after its words, and instead of an Excel file a sentence', async () => {
  await send('zalo', users.parent, { text: 'Thực đơn tuần', attachment: document('thuc-don.pdf', 'application/pdf') })
  expect(await world.parent.reads()).toEqual(['Thực đơn tuần', '[document]'])
  await send('zalo', users.parent, { text: 'Bảng tính ạ', attachment: document('tong-hop.xlsx', excel) })
  expect(await world.parent.reads()).toEqual(['Bảng tính ạ\n\nBảng Excel không gửi qua Zalo được ạ.'])
})

test('a file is kept once, and for two weeks after it last went out', async () => {
  const { prisma } = world.database
  expect(await prisma.storedFile.count({ where: { name: 'tong-hop.png' } })).toBe(1)
  await forgetFiles(prisma, new Date(world.now().getTime() + 13 * 86_400_000))
  expect(await prisma.storedFile.count()).toBeGreaterThan(0)
  await forgetFiles(prisma, new Date(world.now().getTime() + 15 * 86_400_000))
  expect(await prisma.storedFile.count()).toBe(0)
})
