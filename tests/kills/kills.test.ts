import { expect, test } from 'vitest'
import { createServerDatabase } from '../support/database.ts'
import { compare, liveDay } from './kill-run.ts'

const kills = 3
const seed = Number(process.env.SEED ?? 20261124)

test(`nothing is lost and nothing handled twice when the service is killed ${kills} times in a day (seed ${seed})`, {
  timeout: 90_000,
}, async () => {
  const outcomes = []
  for (const count of [0, kills]) {
    const server = await createServerDatabase()
    outcomes.push(await liveDay({ seed, kills: count, home: server && { databaseUrl: server.url } }))
    await server?.drop()
  }
  const [calm, killed] = outcomes
  expect(calm).toMatchObject({ unhandled: 0, unsent: 0, exitCode: 0 })
  expect(killed).toMatchObject({ unhandled: 0, unsent: 0, exitCode: 0, inbound: calm!.inbound, outbound: calm!.outbound })
  const { doubled, differing } = compare(calm!.received, killed!.received, killed!.uncertain)
  expect(differing).toEqual([])
  expect(doubled).toBeLessThanOrEqual(kills)
})
