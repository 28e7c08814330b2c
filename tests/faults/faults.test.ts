import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../support/database.ts'
import { playFaults } from './fault-table.ts'
import { openStage, type Stage } from './stage.ts'

const seed = Number(process.env.SEED ?? 20261122)

let stage: Stage
beforeAll(async () => {
  stage = await openStage(openTestDatabase)
})
afterAll(() => stage.close())

test(`whatever goes wrong on the way, nothing is lost, doubled without need, out of order or sent at night (seed ${seed})`, async () => {
  const { rows } = await playFaults(stage, { seed, runs: 1, chats: 1, batches: 2 })
  expect(rows.flatMap(({ wrong }) => wrong)).toEqual([])
  const sum = (of: 'messages' | 'kills' | 'repeated' | 'consents') => rows.reduce((total, row) => total + row[of], 0)
  // Something did go wrong.
  expect(sum('messages')).toBeGreaterThan(50)
  expect(sum('kills')).toBeGreaterThan(0)
  expect(sum('consents')).toBeGreaterThan(0)
})
