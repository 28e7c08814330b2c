import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openEmbedded, openPostgres } from '../../src/adapters/database/connect.ts'
import { createServerDatabase } from '../support/database.ts'
import { onServer } from '../support/database-setup.ts'
import { type Platforms, startPlatforms } from '../support/platforms.ts'
import { type Running, runProcess, startProcess, urlOf } from '../support/processes.ts'
import { environmentOf, putPeople, seedSample } from '../support/sample.ts'
import { until, users } from '../support/world.ts'

let folder: string
let home: Record<string, string>
let drop: (() => Promise<void>) | undefined
let platforms: Platforms
const running: Running[] = []
const now = new Date()
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mamnon-process-'))
  const server = await createServerDatabase()
  drop = server?.drop
  home = { DEMO: 'off', PORT: '0', DATA_DIR: folder, ...(server && { DATABASE_URL: server.url }) }
  platforms = await startPlatforms(now)
  await putPeople(platforms)
})
afterAll(async () => {
  for (const { child, ended } of running) {
    child.kill('SIGKILL')
    await ended
  }
  await platforms.close()
  await drop?.()
  await rm(folder, { recursive: true, force: true })
})

const start = (env: Record<string, string>) => {
  const started = startProcess('main.ts', env)
  running.push(started)
  return started
}
const open = () => (home.DATABASE_URL === undefined ? openEmbedded(folder) : openPostgres(home.DATABASE_URL))

test('every mistake in the environment is named at once, without any value, and the start ends with 1', async () => {
  const env = {
    PORT: 'eighty',
    TELEGRAM_BOT_TOKEN: 'hunter2-token',
    ZALO_APP_SECRET: 'hunter2-secret',
    PUBLIC_URL: 'http://school.example',
  }
  const { code, err, out } = await runProcess('main.ts', env)
  expect(code).toBe(1)
  expect(out).toBe('')
  for (const name of ['PORT', 'TELEGRAM_BOT_TOKEN', 'PUBLIC_URL', 'TELEGRAM_WEBHOOK_SECRET', 'ZALO_APP_ID', 'ZALO_OA_SECRET_KEY'])
    expect(err).toContain(`  ${name}: `)
  expect(err).not.toMatch(/hunter2|eighty|school\.example|\n\s+at /)
})

test('a database that does not answer is named in one sentence', async () => {
  const { code, err } = await runProcess('main.ts', {
    ...home,
    DATABASE_URL: 'postgresql://somebody:hunter2@127.0.0.1:1/nowhere',
  })
  expect(code).toBe(1)
  expect(err).toBe('The database does not answer, or refuses the sign-in. Check DATABASE_URL.\n')
})

test('while a send hangs a stop ends with 0 within ten seconds, and the message goes out at the next start', {
  timeout: 90_000,
}, async () => {
  const before = await open()
  await seedSample(before, now)
  await before.close()
  const env = { ...environmentOf(platforms, folder), ...home }
  const first = start(env)
  await urlOf(first)
  await platforms.telegram.faults({ match: { method: 'sendMessage' }, fault: { kind: 'delay', millis: 20_000 } })
  await platforms.telegram.says(users.teacher, 'trợ giúp')
  const answers = async () => (await platforms.telegram.screen(users.teacher)).filter(({ from }) => from === 'service')
  await until(async () => (await platforms.telegram.call('GET', 'faults')).length === 0)
  const askedAt = performance.now()
  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(0)
  expect(performance.now() - askedAt).toBeLessThan(10_000)
  expect(await answers()).toEqual([])

  const second = start(env)
  await urlOf(second)
  await until(async () => (await answers()).length > 0)
  expect((await answers()).length).toBe(1)
  expect(first.output().err + second.output().err).not.toMatch(/trợ giúp|Hoài An|Hạnh|token-of-a-bot/)
  if (home.DATABASE_URL === undefined) {
    const third = await runProcess('main.ts', env)
    expect(third).toMatchObject({ code: 1, out: '' })
    expect(third.err).toMatch(/^Another process is using this data directory\. [^\n]+\n$/)
  }
  second.child.kill('SIGTERM')
  expect(await second.ended).toBe(0)
})

test('the demo does not start where a real school lives', async () => {
  const database = await open()
  await database.prisma.school.updateMany({ data: { demo: false } })
  await database.close()
  const { code, err, out } = await runProcess('main.ts', { ...home, DEMO: 'on' })
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(/^This database holds a real school[^\n]+\n$/)
})

test('two processes that start together on one empty database apply the migrations once', { timeout: 90_000 }, async () => {
  if (home.DATABASE_URL === undefined) {
    // The embedded database has one process: the second of two that start together is sent away.
    const env = { ...home, DATA_DIR: join(folder, 'fresh') }
    const both = [start(env), start(env)]
    const codes = await Promise.race(both.map(({ ended }) => ended))
    expect(codes).toBe(1)
    expect(both.filter(({ child }) => child.exitCode === null)).toHaveLength(1)
    return
  }
  const name = `mamnon_empty_${process.pid}`
  await onServer(home.DATABASE_URL, `create database ${name}`)
  const url = Object.assign(new URL(home.DATABASE_URL), { pathname: `/${name}` }).href
  const both = [start({ ...home, DATABASE_URL: url }), start({ ...home, DATABASE_URL: url })]
  for (const one of both) expect((await fetch(`${await urlOf(one)}/readyz`)).status).toBe(200)
  const database = await openPostgres(url)
  const applied = await database.prisma.$queryRaw<{ name: string }[]>`select migration_name as name from _prisma_migrations`
  await database.close()
  expect(applied.length).toBeGreaterThan(0)
  expect(new Set(applied.map((row) => row.name)).size).toBe(applied.length)
  for (const one of both) {
    one.child.kill('SIGTERM')
    expect(await one.ended).toBe(0)
  }
  await onServer(home.DATABASE_URL, `drop database ${name} with (force)`)
})
