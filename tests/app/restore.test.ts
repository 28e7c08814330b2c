import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { restoreEmbedded } from '../../src/adapters/database/backup/restore-embedded.ts'
import { restorePostgres } from '../../src/adapters/database/backup/restore-postgres.ts'
import { writeBackup } from '../../src/adapters/database/backup/write-backup.ts'
import { openEmbedded, openPostgres } from '../../src/adapters/database/connect.ts'
import { createServerDatabase } from '../support/database.ts'
import { type Platforms, startPlatforms } from '../support/platforms.ts'
import { putPeople } from '../support/sample.ts'
import { startWorld, until, users, type World } from '../support/world.ts'

// Monday 23 November 2026, 21:30; the family day of the sample school is on Wednesday, so its reminder goes out on Tuesday at 07:00.
const monday = '2026-11-23T21:30:00+07:00'
const school = 'Trường Mầm non Hoa Nắng'
let folder: string
let server: Awaited<ReturnType<typeof createServerDatabase>>
let platforms: Platforms
let world: World
const backup = () => join(folder, 'monday.backup')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mamnon-restore-'))
  server = await createServerDatabase()
  platforms = await startPlatforms(new Date(monday))
  await putPeople(platforms)
  world = await startWorld({ at: monday, platforms, open })
})
afterAll(async () => {
  await world.close()
  await platforms.close()
  await server?.drop()
  await rm(folder, { recursive: true, force: true })
})

const open = () => (server === undefined ? openEmbedded(folder) : openPostgres(server.url))
/** What the platforms have taken since, by their own books. */
const books = async (before: Books = { telegram: 0, zalo: 0 }) => [
  ...(await platforms.telegram.ledger()).slice(before.telegram),
  ...(await platforms.zalo.ledger()).slice(before.zalo),
]
type Books = Record<'telegram' | 'zalo', number>
const standOfBooks = async (): Promise<Books> => ({
  telegram: (await platforms.telegram.ledger()).length,
  zalo: (await platforms.zalo.ledger()).length,
})
const restoreAt = async (at: string) => {
  const options = { path: backup(), restoredAt: new Date(at), replace: [school] }
  const keepAs = join(folder, `before-${Date.parse(at)}.backup`)
  const result =
    server === undefined ? await restoreEmbedded(folder, options) : await restorePostgres(server.url, { ...options, keepAs })
  expect(result).toMatchObject({ kind: 'restored', header: { schools: [school] } })
  world = await startWorld({ at, platforms, open, seed: false })
  const before = await standOfBooks()
  for (const phone of [world.parent, world.teacher, world.office]) await phone.reads()
  return before
}
/** Asks when the platform fails, so that the answer waits. */
const asksInVain = async (platform: 'telegram' | 'zalo', user: string) => {
  const fault = { kind: 'status', status: 503 }
  const match = platform === 'telegram' ? { method: 'sendMessage' } : { path: '/v3.0/oa/message/cs' }
  await platforms[platform].faults({ match, fault })
  await platforms[platform].says(user, 'cảm ơn em')
  const waits = { chat: user, state: 'planned', attempts: 1 }
  await until(async () => (await world.database.prisma.outbound.count({ where: waits })) === 1)
}

test('a night’s notice is held, two answers wait, and the backup is taken', async () => {
  for (const phone of [world.parent, world.teacher, world.office]) await phone.says('xin chào')
  const preview = await world.office.says('báo tất cả: mai trường phun khử khuẩn lúc 17h')
  expect(preview.at(-1)).toContain('giờ nghỉ')
  await world.office.taps('Gửi lúc')
  await asksInVain('telegram', users.teacher)
  await asksInVain('zalo', users.parent)
  const source = world.database.queueSource
  const written = await writeBackup(source, backup(), world.now())
  expect(written).toMatchObject({ schools: [school] })
})

test('the service goes on, sends what was due, takes a report, and is lost', async () => {
  const before = await standOfBooks()
  await world.clockTo('2026-11-23T21:31:00+07:00')
  await world.clockTo('2026-11-24T06:30:00+07:00')
  await world.clockTo('2026-11-24T07:00:00+07:00')
  const texts = (await books(before)).map(({ text }) => text)
  expect(texts.filter((text) => text.includes('khử khuẩn'))).toHaveLength(2)
  expect((await world.teacher.says('A1 30/30')).join()).toContain('30/30')
  // Zalo would tell of this again when asked; it has been answered.
  expect(await world.parent.says('Học phí một tháng bao nhiêu ạ?')).not.toEqual([])
  await world.close()
})

test('restored, it sends nothing of its own accord but one question to the office', async () => {
  const before = await restoreAt('2026-11-24T08:00:00+07:00')
  await world.clockTo('2026-11-24T08:00:00+07:00')
  const [asked, ...more] = await books(before)
  expect(more).toEqual([])
  expect(asked!.user).toBe(users.office)
  expect(asked!.text).toContain('21:30 23/11/2026')
  expect(asked!.text).toMatch(/2 tin đang chờ/)
  expect(asked!.text).toMatch(/Thông báo: .*khử khuẩn.* × 2/)
  expect(asked!.text).toMatch(/Nhắc lịch: /)
  expect(await world.database.prisma.checkin.count()).toBe(0)
})

test('sent late and merged, each gets one message; what Zalo has already is not sent again, what Telegram may have comes again', async () => {
  for (const phone of [world.parent, world.teacher, world.office]) await phone.reads()
  const said = await world.office.taps('mỗi người một tin gộp')
  expect(said).toBeDefined()
  await world.clockTo('2026-11-24T08:01:00+07:00')
  const parent = await world.parent.reads()
  expect(parent).toHaveLength(1)
  expect(parent[0]).toContain('khử khuẩn')
  expect(parent[0]).toMatch(/Ngày hội|gia đình|phụ huynh/i)
  const teacher = await world.teacher.reads()
  expect(teacher.filter((text) => text.includes('khử khuẩn'))).toHaveLength(1)
  // The answer that waited, and the notice.
  expect(teacher.length).toBeGreaterThanOrEqual(2)
  expect(await world.database.prisma.outbound.count({ where: { heldWhy: 'restored', state: { not: 'cancelled' } } })).toBe(0)
  await world.office.reads()
  const again = await world.office.says('1')
  expect(again.join()).not.toContain('em gửi bù')
})

// On a server only: making the embedded database's files twice takes longer than the rest of this file.
test.runIf(process.env.TEST_DATABASE_URL)(
  'restored once more, nothing is sent when the office says so, and the next reminder comes as usual',
  async () => {
    await world.close()
    const before = await restoreAt('2026-11-24T10:00:00+07:00')
    await world.clockTo('2026-11-24T10:00:00+07:00')
    expect((await books(before)).map(({ user }) => user)).toEqual([users.office])
    await world.office.taps('Không gửi')
    await world.clockTo('2026-11-24T10:01:00+07:00')
    const told = await books(before)
    expect(told.every(({ user }) => user === users.office)).toBe(true)
    expect(await world.parent.reads()).toEqual([])
    await world.clockTo('2026-11-25T07:00:00+07:00')
    expect((await world.teacher.reads()).join()).toMatch(/tập huấn|bồi dưỡng/i)
  },
)

test('numbers given out after a restore are new ones, so that "câu 3" of an old message means nothing else', async () => {
  await world.parent.says('Học phí một tháng bao nhiêu ạ?')
  const { number } = await world.database.prisma.question.findFirstOrThrow({ orderBy: { number: 'desc' } })
  expect(number).toBeGreaterThan(1_000)
})
