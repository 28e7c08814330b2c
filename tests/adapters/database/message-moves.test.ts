import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../../src/adapters/database/connect.ts'
import { messageStates, moves } from '../../../src/features/outbox/message-state.ts'
import { openTestDatabase } from '../../support/database.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

test('the database allows just the moves of the table, of all pairs of states', async () => {
  const now = new Date('2026-11-23T10:00:00+07:00')
  const { prisma } = database
  const allowed: string[] = []
  for (const from of messageStates) {
    for (const to of messageStates.filter((state) => state !== from)) {
      const key = `${from} ${to}`
      const row = {
        key,
        kind: 'reply',
        channel: 'zalo',
        account: 'oa',
        chat: '1',
        text: 'Dạ',
        nextAttemptAt: now,
        createdAt: now,
      }
      const { id } = await prisma.outbound.create({ data: { ...row, state: from } })
      const moved = await prisma.outbound.update({ where: { id }, data: { state: to } }).then(
        () => true,
        () => false,
      )
      if (moved) allowed.push(key)
    }
  }
  expect(allowed).toEqual(
    messageStates.flatMap((from) => messageStates.filter((to) => moves[from].includes(to)).map((to) => `${from} ${to}`)),
  )
  await expect(prisma.outbound.updateMany({ where: { state: 'planned' }, data: { state: 'lost' } })).rejects.toThrow()
})
