import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../../src/adapters/database/connect.ts'
import { createUnsentStore } from '../../../src/adapters/database/unsent-store.ts'
import { channelTraits } from '../../../src/app/channel-traits.ts'
import { openTestDatabase } from '../../support/database.ts'
import { seedSample } from '../../support/sample.ts'

let database: Database
let schoolId: string
beforeAll(async () => {
  database = await openTestDatabase()
  await seedSample(database, new Date('2026-11-19T08:00:00+07:00'))
  schoolId = (await database.prisma.school.findFirstOrThrow()).id
})
afterAll(() => database.close())

test.each([
  ['a reminder at night waits for the morning', 'reminder', '21:10', '2026-11-19T23:30:00.000Z'],
  ['a reminder by day is tried again at its time', 'reminder', '20:59', null],
  ['an answer is tried again at night', 'reply', '21:10', null],
])('%s', async (_what, kind, time, heldUntil) => {
  const { prisma } = database
  const { channel, account, chat } = await prisma.identity.findFirstOrThrow({ where: { channel: 'zalo' } })
  const now = new Date('2026-11-19T20:50:00+07:00')
  const message = { schoolId, kind, channel, account, chat, text: 'Mai họp phụ huynh', nextAttemptAt: now, createdAt: now }
  const { id } = await prisma.outbound.create({ data: { ...message, key: `${kind}/${time}`, state: 'sending' } })
  await createUnsentStore(prisma, { traits: channelTraits, wakeUps: { outbound: async () => {}, bulk: () => {} } }).markRetry(
    String(id),
    'server_error',
    new Date(`2026-11-19T${time}:00+07:00`),
  )
  const row = await prisma.outbound.findUniqueOrThrow({ where: { id } })
  expect(row.state).toBe(heldUntil === null ? 'planned' : 'held')
  expect(row.heldUntil?.toISOString() ?? null).toBe(heldUntil)
})
