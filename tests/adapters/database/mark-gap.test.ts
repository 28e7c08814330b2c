import { afterAll, beforeAll, expect, test } from 'vitest'
import { markGap } from '../../../src/adapters/database/backup/mark-gap.ts'
import { inTransaction } from '../../../src/adapters/database/backup/session.ts'
import type { Database } from '../../../src/adapters/database/connect.ts'
import { openTestDatabase } from '../../support/database.ts'
import { seedSample } from '../../support/sample.ts'

const takenAt = new Date('2026-11-23T02:00:00Z')
const restoredAt = new Date('2026-11-23T08:00:00Z')
const [before, between, after] = [-1, 3, 9].map((hours) => new Date(takenAt.getTime() + hours * 3_600_000)) as [Date, Date, Date]
let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
  await seedSample(database, before)
})
afterAll(() => database.close())

/** Every state a message can stand in when a backup is taken, with what must have become of it after the restore. */
const rows: Record<string, { row: object; becomes: string; ofGap: boolean }> = {
  'planned and due': { row: { state: 'planned', nextAttemptAt: before }, becomes: 'uncertain', ofGap: true },
  'planned for a time in between': { row: { state: 'planned', nextAttemptAt: between }, becomes: 'uncertain', ofGap: true },
  'planned for later': { row: { state: 'planned', nextAttemptAt: after }, becomes: 'planned', ofGap: false },
  'planned for later because the channel was stopped': {
    row: { state: 'planned', nextAttemptAt: after, reason: 'channel_stopped' },
    becomes: 'uncertain',
    ofGap: true,
  },
  'held until a time in between': {
    row: { state: 'held', nextAttemptAt: before, heldUntil: between, heldWhy: 'quiet_hours' },
    becomes: 'uncertain',
    ofGap: true,
  },
  'held until later': {
    row: { state: 'held', nextAttemptAt: before, heldUntil: after, heldWhy: 'quiet_hours' },
    becomes: 'held',
    ofGap: false,
  },
  'held since a restore before this one': {
    row: { state: 'held', nextAttemptAt: before, heldUntil: null, heldWhy: 'restored' },
    becomes: 'uncertain',
    ofGap: true,
  },
  'on its way': { row: { state: 'sending', nextAttemptAt: before, sentAt: before }, becomes: 'uncertain', ofGap: true },
  'uncertain, to be settled': {
    row: { state: 'uncertain', nextAttemptAt: before, settleAt: between, sentAt: before },
    becomes: 'uncertain',
    ofGap: true,
  },
  'uncertain for good': {
    row: { state: 'uncertain', nextAttemptAt: before, settleAt: null, sentAt: before },
    becomes: 'uncertain',
    ofGap: false,
  },
  sent: { row: { state: 'sent', nextAttemptAt: before, sentAt: before }, becomes: 'sent', ofGap: false },
  failed: { row: { state: 'failed', nextAttemptAt: before, sentAt: before }, becomes: 'failed', ofGap: false },
  cancelled: { row: { state: 'cancelled', nextAttemptAt: before }, becomes: 'cancelled', ofGap: false },
}

test('what may have gone out after the backup becomes uncertain and is not sent; what cannot have gone out stays', async () => {
  const { prisma } = database
  const [school] = await prisma.school.findMany()
  const common = {
    schoolId: school!.id,
    kind: 'notice',
    channel: 'telegram',
    account: 'a',
    chat: 'c',
    text: 't',
    createdAt: before,
  }
  for (const [key, { row }] of Object.entries(rows))
    await prisma.outbound.create({ data: { ...common, nextAttemptAt: before, ...row, key } })
  const message = { channel: 'telegram', account: 'a', chat: 'c', receivedAt: before }
  await prisma.inbound.create({ data: { ...message, eventId: '1', state: 'handled', handledAt: before } })
  await prisma.inbound.create({ data: { ...message, eventId: '2' } })

  await inTransaction(database.queueSource, 'write', (session) => markGap(session, { takenAt, restoredAt }))

  const found = await prisma.outbound.findMany()
  for (const [key, { becomes, ofGap }] of Object.entries(rows)) {
    const row = found.find((one) => one.key === key)
    expect({ key, state: row?.state, ofGap: row?.heldWhy === 'restored' }).toEqual({ key, state: becomes, ofGap })
    // An uncertain message without a time is not settled, and nothing waits behind it.
    if (ofGap) expect(row).toMatchObject({ settleAt: null, heldUntil: null })
  }
  expect((await prisma.inbound.findMany({ orderBy: { id: 'asc' } })).map(({ state }) => state)).toEqual(['handled', 'failed'])
  expect((await prisma.channelState.findMany()).map(({ caughtUpAt }) => caughtUpAt! > restoredAt)).toEqual([true])
  expect(await prisma.restoreGap.findMany()).toMatchObject([{ takenAt, restoredAt, unheard: 1, askedAt: null, choice: null }])
})
