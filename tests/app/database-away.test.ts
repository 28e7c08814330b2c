import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AwayDatabase, openAwayDatabase } from '../support/database-away.ts'
import { freePort, post, telegramText, zaloText } from '../support/webhook-calls.ts'
import { startWorld, until, users, type World } from '../support/world.ts'

const secret = 'a-secret-of-the-webhook'
let away: AwayDatabase
let world: World
beforeAll(async () => {
  away = await openAwayDatabase()
  const port = await freePort()
  const env = { PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}`, TELEGRAM_WEBHOOK_SECRET: secret }
  const open = () => Promise.resolve(away.database)
  world = await startWorld({ at: '2026-11-23T10:00:00+07:00', env, open, ticks: true, pauseSeconds: 3 })
  await until(isReady)
  await world.parent.says('xin chào')
  await world.teacher.says('xin chào')
})
afterAll(async () => {
  away.comeBack()
  await world.close()
})

const isReady = async () => (await fetch(`${world.app.url}/readyz`)).ok
const sendZalo = (text: string, id: string) => {
  const { body, headers } = zaloText(users.parent, text, { id, at: world.now() })
  return post(`${world.app.url}/webhooks/zalo`, body, headers)
}
const sendTelegram = (text: string, id: number) =>
  post(`${world.app.url}/webhooks/telegram`, telegramText(users.teacher, text, { id, at: world.now() }), {
    'x-telegram-bot-api-secret-token': secret,
  })
const spooled = async () => {
  const folder = join(world.dataDir, 'spool')
  const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8').catch(() => '')))
  return files.join('')
}

test.each(['leave', 'freeze'] as const)(
  'while the database is away (%s) nothing is lost, and everything is answered in order when it is back',
  { timeout: 40_000 },
  async (how) => {
    away[how]()
    await until(async () => !(await isReady()))
    expect((await fetch(`${world.app.url}/healthz`)).status).toBe(200)

    const startedAt = performance.now()
    expect(await sendZalo('trợ giúp', `${how}-1`)).toBe(200)
    expect(performance.now() - startedAt).toBeLessThan(2_000)
    await Promise.all([sendZalo('quyền riêng tư', `${how}-2`), sendZalo('trợ giúp', `${how}-1`)])
    expect(await spooled()).toMatch(/"trợ giúp"[\s\S]*"quyền riêng tư"/)
    expect(await sendTelegram('trợ giúp', how === 'leave' ? 801 : 802)).toBe(503)
    await world.platforms.telegram.says(users.office, 'trợ giúp')

    away.comeBack()
    await until(isReady)
    const officeAnswers = async () =>
      (await world.office.screen()).filter(({ text }) => text.includes('Văn phòng trả lời câu hỏi số'))
    await until(async () => (await officeAnswers()).length === (how === 'leave' ? 1 : 2))
    // The file goes once everything in it stands in the journal.
    await until(async () => (await readdir(join(world.dataDir, 'spool'))).length === 0)
    const said = (await world.parent.reads()).slice(-2)
    expect(said).toEqual([
      expect.stringContaining('cứ nhắn như nói chuyện'),
      expect.stringContaining('Em giữ: mã cuộc trò chuyện'),
    ])
    expect(await world.teacher.says('cảm ơn em')).toHaveLength(1)
    const { prisma } = world.database
    expect(await prisma.inbound.count({ where: { eventId: { startsWith: how } } })).toBe(2)
    expect(await prisma.inbound.count({ where: { state: { not: 'handled' } } })).toBe(0)
    expect(await prisma.outbound.count({ where: { state: { notIn: ['sent', 'delivered'] } } })).toBe(0)
  },
)

test('the queue and the locks have recovered too: an answer takes no longer than before', async () => {
  await world.parent.reads()
  const startedAt = performance.now()
  expect(await world.parent.says('cảm ơn em')).toHaveLength(1)
  expect(performance.now() - startedAt).toBeLessThan(2_500)
})

test('what a polled bot was told while the database was away is asked for again', async () => {
  const other = await openAwayDatabase()
  const polled = await startWorld({ at: '2026-11-23T10:00:00+07:00', open: async () => other.database, ticks: true })
  try {
    await polled.teacher.says('xin chào')
    other.leave()
    await polled.platforms.telegram.says(users.teacher, 'trợ giúp')
    await until(async () => !(await fetch(`${polled.app.url}/readyz`)).ok)
    expect(await polled.platforms.telegram.pending()).toBe(1)
    other.comeBack()
    await until(async () => (await polled.platforms.telegram.pending()) === 0)
    expect((await polled.teacher.reads()).at(-1)).toContain('Cô báo cả lớp')
  } finally {
    await polled.close()
  }
})
