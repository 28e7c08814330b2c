import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inLine } from '../../src/adapters/database/outbound-row.ts'
import { randomFrom } from '../kills/random.ts'
import { type AwayDatabase, openAwayDatabase } from '../support/database-away.ts'
import { startWorld, until, users, type World } from '../support/world.ts'

const seed = Number(process.env.SEED ?? 20261122)
const runs = Number(process.env.RUNS ?? 1)
const wordsARun = 8

let away: AwayDatabase
let world: World
beforeAll(async () => {
  away = await openAwayDatabase()
  world = await startWorld({ at: '2026-11-23T10:00:00+07:00', open: async () => away.database, pauseSeconds: 7 })
  for (const phone of [world.parent, world.teacher, world.office]) await phone.says('xin chào')
})
afterAll(async () => {
  away.comeBack()
  await world.close()
})

const people = [
  ['zalo', users.parent],
  ['telegram', users.teacher],
  ['telegram', users.office],
] as const
const answers = [
  ['cảm ơn em', /Dạ không có gì/],
  ['trợ giúp', /cứ nhắn như|Văn phòng trả lời câu hỏi số/],
] as const
const cs = '/v3.0/oa/message/cs'
const misfortunes = {
  zalo: [
    { webhook: { duplicate: 3 } },
    { webhook: { reorder: true } },
    { match: { path: cs }, times: 1, fault: { kind: 'lost_answer' } },
    { match: { path: cs }, times: 2, fault: { kind: 'status', status: 503 } },
    { match: { path: cs }, times: 1, fault: { kind: 'status', status: 502, html: true } },
  ],
  telegram: [
    { match: { method: 'update' }, fault: { kind: 'duplicate' } },
    { match: { method: 'getUpdates' }, fault: { kind: 'cut' } },
    { match: { method: 'getUpdates' }, fault: { kind: 'lost_answer' } },
    { match: { method: 'sendMessage' }, times: 2, fault: { kind: 'status', status: 500 } },
    { match: { method: 'sendMessage' }, fault: { kind: 'status', status: 429, retryAfterSeconds: 9 } },
  ],
}

/** Some seconds go by, and what waited for them is done: it may fail as long as the database is away. */
const passes = () => world.breathe().catch(() => undefined)
/** Everybody’s words are handled and answered; retries get the time they wait for. */
const comesToRest = async (said: number) => {
  const { prisma } = world.database
  let looks = 0
  await until(async () => {
    looks += 1
    await world.app.sweep().catch(() => undefined)
    await pause(20)
    const open = await Promise.all([
      prisma.outbound.count({ where: inLine }),
      prisma.inbound.count({ where: { state: 'waiting' } }),
    ])
    const arrived = await prisma.inbound.count()
    if (open[0] + open[1] === 0 && arrived === said) return true
    if (looks % 5 === 0) await passes()
    return false
  })
}

test(`duplicate, late and reordered events, a database that goes away and answers that get lost: each word is handled once (${runs} runs from seed ${seed})`, {
  timeout: 30_000 * runs,
}, async () => {
  const { prisma } = world.database
  for (let run = 0; run < runs; run += 1) {
    const random = randomFrom(seed + run)
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
    const before = await prisma.inbound.count()
    const { id: newest } = await prisma.inbound.findFirstOrThrow({ orderBy: { id: 'desc' } })
    const ledgers = async () => ({ zalo: await world.platforms.zalo.ledger(), telegram: await world.platforms.telegram.ledger() })
    const first = await ledgers()
    let cuts = 0
    for (let count = 0; count < wordsARun; count += 1) {
      const [platform, user] = pick(people)
      await passes()
      if (random() < 0.6) await world.platforms[platform].faults(pick<object>(misfortunes[platform]))
      const isCut = random() < 0.3
      if (isCut) {
        cuts += 1
        away.leave()
      }
      await world.platforms[platform].says(user, pick(answers)[0])
      // Within the moment in which it is received, handled or answered.
      if (isCut || random() < 0.5) await pause(random() * 60)
      if (!isCut && random() < 0.3) {
        cuts += 1
        away.leave()
        await pause(20)
      }
      away.comeBack()
    }
    await world.platforms.zalo.faults()
    await world.platforms.telegram.faults()
    await comesToRest(before + wordsARun)
    const now = await ledgers()
    let extra = 0
    for (const [platform, user] of people) {
      const journal = await prisma.inbound.findMany({ where: { chat: user, id: { gt: newest } }, orderBy: { id: 'asc' } })
      const wanted = journal.map(({ message }) => (message as { content: { text: string } }).content.text)
      const lines = now[platform].slice(first[platform].length).filter((line) => line.user === user)
      // Answers in the order in which the words were journaled; one may stand twice where nobody could know whether it had arrived.
      let at = 0
      for (const { text } of lines) {
        const isNext = wanted[at] !== undefined && answers.find(([words]) => words === wanted[at])![1].test(text)
        if (isNext) at += 1
        else extra += 1
      }
      expect({ seed: seed + run, user, answered: at }).toEqual({ seed: seed + run, user, answered: wanted.length })
      if (platform === 'zalo')
        expect({ seed: seed + run, doubled: lines.length - wanted.length }).toEqual({ seed: seed + run, doubled: 0 })
    }
    expect(await prisma.inbound.count({ where: { state: { not: 'handled' } } })).toBe(0)
    expect(extra).toBeLessThanOrEqual(cuts)
  }
})
