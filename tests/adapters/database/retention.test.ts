import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../../src/adapters/database/connect.ts'
import { createJournal } from '../../../src/adapters/database/journal-store.ts'
import { emptySent } from '../../../src/adapters/database/outbox-store.ts'
import { openTestDatabase } from '../../support/database.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const now = new Date('2026-11-22T03:17:00+07:00')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
const chat = { channel: 'telegram', account: '1', chat: '2' } as const

test('what was sent keeps its text for ninety days, and what still waits keeps it for ever', async () => {
  const row = (key: string, state: string, days: number) => ({
    ...chat,
    key,
    kind: 'reply',
    text: 'bé An',
    state,
    nextAttemptAt: daysAgo(days),
    createdAt: daysAgo(days),
  })
  await database.prisma.outbound.createMany({
    data: [row('old', 'sent', 91), row('young', 'sent', 89), row('waiting', 'planned', 91)],
  })
  expect(await emptySent(database.prisma, now)).toBe(1)
  const texts = await database.prisma.outbound.findMany({ orderBy: { key: 'asc' }, select: { key: true, text: true } })
  expect(texts).toEqual([
    { key: 'old', text: '' },
    { key: 'waiting', text: 'bé An' },
    { key: 'young', text: 'bé An' },
  ])
})

test('what was typed is emptied thirty days after it was handled', async () => {
  const row = (eventId: string, days: number | null) => ({
    ...chat,
    eventId,
    message: { text: 'bé An' },
    receivedAt: daysAgo(days ?? 40),
    state: days === null ? 'waiting' : 'handled',
    handledAt: days === null ? null : daysAgo(days),
  })
  await database.prisma.inbound.createMany({ data: [row('old', 31), row('young', 29), row('waiting', null)] })
  expect(await createJournal(database.prisma).emptyOld(now)).toBe(1)
  const kept = await database.prisma.inbound.findMany({ orderBy: { eventId: 'asc' }, select: { eventId: true, message: true } })
  expect(kept.map(({ eventId, message }) => [eventId, message !== null])).toEqual([
    ['old', false],
    ['waiting', true],
    ['young', true],
  ])
})
