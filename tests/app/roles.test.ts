import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openPostgres } from '../../src/adapters/database/connect.ts'
import { InvalidFlags, readRole } from '../../src/app/role.ts'
import { createServerDatabase } from '../support/database.ts'
import { type Platforms, startPlatforms } from '../support/platforms.ts'
import { type Running, startProcess, urlOf } from '../support/processes.ts'
import { environmentOf, putPeople, seedSample } from '../support/sample.ts'
import { until, users } from '../support/world.ts'

test('a role is asked for by name, and the embedded database has room for one process only', () => {
  expect(readRole([], { isEmbedded: true })).toBe('both')
  expect(readRole(['--role', 'both'], { isEmbedded: true })).toBe('both')
  expect(readRole(['--role', 'web'], { isEmbedded: false })).toBe('web')
  expect(readRole(['--role=worker'], { isEmbedded: false })).toBe('worker')
  expect(() => readRole(['--role', 'leader'], { isEmbedded: false })).toThrow(/web, worker, both/)
  expect(() => readRole(['--roll', 'web'], { isEmbedded: false })).toThrow(InvalidFlags)
  expect(() => readRole(['--role', 'worker'], { isEmbedded: true })).toThrow(/PostgreSQL/)
})

let folder: string
let server: Awaited<ReturnType<typeof createServerDatabase>>
let platforms: Platforms
let database: Database
const running: Running[] = []
beforeAll(async () => {
  server = await createServerDatabase()
  if (server === undefined) return
  folder = await mkdtemp(join(tmpdir(), 'mamnon-roles-'))
  platforms = await startPlatforms(new Date())
  await putPeople(platforms)
  database = await openPostgres(server.url)
  await seedSample(database, new Date())
})
afterAll(async () => {
  for (const { child, ended } of running) {
    child.kill('SIGKILL')
    await ended
  }
  if (server === undefined) return
  await database.close()
  await platforms.close()
  await server.drop()
  await rm(folder, { recursive: true, force: true })
})

const start = async (role: string) => {
  const env = { ...environmentOf(platforms, join(folder, `${role}-${running.length}`)), DATABASE_URL: server!.url }
  const started = startProcess('main.ts', env, ['--role', role])
  running.push(started)
  return { ...started, url: await urlOf(started) }
}
const kill = async ({ child, ended }: Running) => {
  child.kill('SIGKILL')
  await ended
}
const answers = async (platform: 'telegram' | 'zalo', user: string) =>
  (await platforms[platform].screen(user)).filter(({ from }) => from === 'service').map(({ text }) => text)
const isHandled = async () => (await database.prisma.inbound.count({ where: { state: 'waiting' } })) === 0

// The embedded database has one process: there is nothing to divide.
test.runIf(process.env.TEST_DATABASE_URL)(
  'web and workers share the work, and any of them may die',
  { timeout: 120_000 },
  async () => {
    const web = await start('web')
    const spare = await start('web')
    await platforms.zalo.call('PUT', 'webhook', { url: `${web.url}/webhooks/zalo` })
    await platforms.zalo.says(users.parent, 'xin chào')
    await platforms.telegram.says(users.teacher, 'xin chào')
    await until(async () => (await database.prisma.inbound.count()) === 2)
    // Nobody works yet: it is safe, and waits.
    expect(await isHandled()).toBe(false)
    expect(await database.prisma.outbound.count()).toBe(0)
    expect((await fetch(`${web.url}/readyz`)).status).toBe(200)

    const one = await start('worker')
    const other = await start('worker')
    await until(
      async () => (await answers('zalo', users.parent)).length > 0 && (await answers('telegram', users.teacher)).length > 0,
    )
    for (const path of ['/webhooks/zalo', '/webhooks/telegram'])
      expect((await fetch(`${one.url}${path}`, { method: 'POST', body: '{}' })).status).toBe(404)
    expect((await fetch(`${one.url}/console`)).status).toBe(404)
    expect((await fetch(`${one.url}/healthz`)).status).toBe(200)

    await kill(one)
    const before = (await answers('zalo', users.parent)).length
    await platforms.zalo.says(users.parent, 'cảm ơn em')
    await until(async () => (await answers('zalo', users.parent)).length > before)

    // The one that polled is gone: the other polls, and takes the webhooks it is sent.
    await kill(web)
    await platforms.zalo.call('PUT', 'webhook', { url: `${spare.url}/webhooks/zalo` })
    const told = (await answers('telegram', users.teacher)).length
    await platforms.telegram.says(users.teacher, 'trợ giúp')
    await until(async () => (await answers('telegram', users.teacher)).length > told)
    await platforms.zalo.says(users.parent, 'cảm ơn em nhiều')
    await until(async () => (await answers('zalo', users.parent)).length > before + 1)
    await until(isHandled)
    expect(await answers('zalo', users.parent)).toHaveLength(before + 2)
    expect(await answers('telegram', users.teacher)).toHaveLength(told + 1)
    // Two never poll for long: Telegram refuses the second, and a dead one's poll may stand there for a moment.
    const refused = (await platforms.telegram.call('GET', 'traffic')).filter(({ status }: { status: number }) => status === 409)
    expect(refused.length).toBeLessThanOrEqual(2)
    other.child.kill('SIGTERM')
    expect(await other.ended).toBe(0)
  },
)
