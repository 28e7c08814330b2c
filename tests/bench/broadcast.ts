import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '../../src/adapters/database/connect.ts'
import { users } from '../support/people.ts'
import { keys, type Platforms, startPlatforms } from '../support/platforms.ts'
import { environmentOf, putPeople, seedSample } from '../support/sample.ts'
import { type FreshHome, inFreshHome } from './fresh-database.ts'

const readers = Number(process.env.READERS ?? 3_000)
const processes = Number(process.env.PROCESSES ?? (process.env.TEST_DATABASE_URL === undefined ? 1 : 2))
const startsAt = '2026-11-25T10:00:00+07:00'
const perSecond = 30
const askEveryMs = 700
const longestMs = (readers / perSecond) * 2_000 + 60_000

/**
 * A notice to many guardians on Telegram at the platform's real limits, while another parent keeps asking on Telegram, too: prints the rate, its
 * share of what is allowed, refusals by the platform, and how long the answers took.
 */
export async function run(): Promise<number> {
  return await inFreshHome('broadcast', async (home) => {
    console.log(`${readers} readers, ${processes} process(es), database ${home.kind}`)
    const platforms = await startPlatforms(new Date(startsAt))
    const services: ChildProcess[] = []
    try {
      await seedReaders(home, platforms)
      const [now, real] = [new Date(startsAt), Date.now()]
      for (const { call } of [platforms.telegram, platforms.zalo])
        await call('POST', 'clock', { now: now.toISOString(), frozen: false })
      for (let count = 0; count < processes; count += 1) services.push(await startService(home, platforms, real))
      return await measure(platforms)
    } finally {
      for (const service of services) {
        const ended = once(service, 'exit')
        service.kill('SIGTERM')
        await ended
      }
      await platforms.close()
    }
  })
}

async function measure(platforms: Platforms): Promise<number> {
  const { telegram } = platforms
  const notice = 'Ngày mai trường nghỉ do bão'
  // The first word is answered by the introduction.
  for (const user of [users.office, users.telegramStranger]) await said(platforms, user, 'xin chào')
  const preview = await said(platforms, users.office, `báo phụ huynh: ${notice}`)
  // The sample's own guardian reads it, too, on Zalo.
  if (!preview.includes(String(readers + 1))) throw new Error(`the preview does not count ${readers} readers: ${preview}`)
  await telegram.says(users.office, '1')
  const arrived = async () => (await telegram.ledger()).filter(({ text }) => text.includes(notice))
  await until(async () => (await arrived()).length > 2)
  const startedAt = performance.now()
  const before = (await arrived()).length
  const latencies: number[] = []
  let isOver = false
  const asking = (async () => {
    while (!isOver) {
      const askedAt = performance.now()
      await said(platforms, users.telegramStranger, 'cảm ơn em')
      latencies.push(performance.now() - askedAt)
      await pause(askEveryMs)
    }
  })()
  const wanted = readers
  let got = before
  const refusals = countRefusals(telegram.url)
  while (got < wanted && performance.now() - startedAt < longestMs) {
    await pause(250)
    await refusals.look()
    got = (await arrived()).length
  }
  const seconds = (performance.now() - startedAt) / 1_000
  isOver = true
  await asking
  const rate = (got - before + latencies.length) / seconds
  const sorted = latencies.sort((one, other) => one - other)
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  const everybody = await arrived()
  const doubled = everybody.length - new Set(everybody.map(({ user }) => user)).size
  console.log(`${got} of ${wanted} arrived in ${seconds.toFixed(1)} s, ${doubled} doubled`)
  console.log(
    `rate ${rate.toFixed(1)}/s with ${latencies.length} answers beside it: ${((100 * rate) / perSecond).toFixed(1)} % of ${perSecond}/s`,
  )
  console.log(`refused by the platform (429): ${refusals.count()}`)
  console.log(`answers meanwhile: median ${at(0.5)} ms, p95 ${at(0.95)} ms, slowest ${at(1)} ms`)
  return got === wanted && doubled === 0 ? 0 : 1
}

/** Types as somebody on Telegram and waits for what is said back. */
async function said({ telegram }: Platforms, user: string, text: string): Promise<string> {
  const ours = async () => (await telegram.screen(user)).filter(({ from }) => from === 'service')
  const before = (await ours()).length
  await telegram.says(user, text)
  await until(async () => (await ours()).length > before)
  return (await ours())
    .slice(before)
    .map((message) => message.text)
    .join('\n')
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 60_000
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error('what was waited for did not come')
    await pause(10)
  }
}

/** The platform keeps only its last requests: looked at often, none is missed. */
function countRefusals(url: string) {
  let last = 0
  let refused = 0
  return {
    async look(): Promise<void> {
      const answer = await fetch(`${url}/emulator/traffic?after=${last}`)
      const traffic = (await answer.json()) as { seq: number; status: number }[]
      last = traffic.at(-1)?.seq ?? last
      refused += traffic.filter(({ status }) => status === 429).length
    },
    count: () => refused,
  }
}

async function startService(home: FreshHome, platforms: Platforms, realStart: number): Promise<ChildProcess> {
  const service = fork(new URL('./running-service.ts', import.meta.url), [startsAt, String(realStart)], {
    env: {
      PATH: process.env.PATH ?? '',
      ...environmentOf(platforms, home.dataDir),
      ...(home.databaseUrl === undefined ? {} : { DATABASE_URL: home.databaseUrl }),
      ...(process.env.LOG_LEVEL ? { LOG_LEVEL: process.env.LOG_LEVEL } : {}),
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  await once(service, 'message')
  return service
}

/** The sample school, and guardians of its children on Telegram until there are enough. */
async function seedReaders(home: FreshHome, platforms: Platforms): Promise<void> {
  const database = await home.open()
  const now = new Date(startsAt)
  await seedSample(database, now)
  await putPeople(platforms)
  await addGuardians(database, now)
  await database.close()
  const chats = Array.from({ length: readers }, (_, index) => chatOf(index))
  for (let at = 0; at < chats.length; at += 20)
    await Promise.all(chats.slice(at, at + 20).map((chat) => platforms.telegram.person(chat, 'Phụ huynh')))
}

const chatOf = (index: number) => String(52_000_000 + index)

async function addGuardians({ prisma }: Database, now: Date): Promise<void> {
  // Only these shall read it: the sample's own people are its writer and two more chats.
  const children = await prisma.child.findMany({ select: { id: true, schoolId: true } })
  const schoolId = children[0]!.schoolId
  const rows = Array.from({ length: readers }, (_, index) => ({
    personId: randomUUID(),
    identityId: randomUUID(),
    chat: chatOf(index),
    childId: children[index % children.length]!.id,
  }))
  const seen = { introducedAt: now, lastInteractedAt: now, createdAt: now }
  await prisma.person.createMany({
    data: rows.map(({ personId }) => ({ id: personId, schoolId, role: 'guardian', createdAt: now })),
  })
  await prisma.identity.createMany({
    data: rows.map(({ identityId, chat }) => ({
      id: identityId,
      channel: 'telegram',
      account: keys.telegramAccount,
      chat,
      ...seen,
    })),
  })
  await prisma.identityPerson.createMany({
    data: rows.map(({ identityId, personId }) => ({ identityId, personId, schoolId, linkedAt: now })),
  })
  await prisma.guardianship.createMany({ data: rows.map(({ childId, personId }) => ({ childId, personId, schoolId })) })
}
