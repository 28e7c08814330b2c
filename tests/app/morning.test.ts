import { afterAll, beforeAll, expect, test } from 'vitest'
import { findWrong, hireReporters, type Reporter, reportAll } from '../support/morning.ts'
import { startWorld, type World } from '../support/world.ts'

const count = 20
const seed = Number(process.env.SEED ?? 20261124)
let world: World
let reporters: Reporter[]
beforeAll(async () => {
  world = await startWorld({ at: '2026-11-24T07:20:00+07:00', seed: false })
  reporters = await hireReporters(world.database, world.platforms, { count, seed, now: world.now() })
})
afterAll(() => world.close())

test(`${count} teachers who report at once, half on Telegram, half on Zalo, end in as many right and confirmed records (seed ${seed})`, async () => {
  const waited = await reportAll(world.platforms, reporters, { withinMs: 0, patienceMs: 25_000, seed, lookEveryMs: 20 })
  await world.settle()
  expect(await findWrong(world.database, world.platforms, waited)).toEqual([])
})
