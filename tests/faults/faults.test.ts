import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../support/database.ts'
import { playFaults } from './fault-table.ts'
import { consentAnew, openStage, type Stage, startProcess } from './stage.ts'

const seed = Number(process.env.SEED ?? 20261122)

/** The others are played by `npm run bench -- faults`. */
const only = ['kills', 'lost answers', 'refresh lost', 'into the night', 'everything']

let stage: Stage
beforeAll(async () => {
  stage = await openStage(openTestDatabase)
})
afterAll(() => stage.close())

test(`whatever goes wrong on the way, nothing is lost, doubled without need, out of order or sent at night (seed ${seed})`, async () => {
  const { rows } = await playFaults(stage, { seed, only, runs: 1, chats: 1, batches: 2 })
  expect(rows.flatMap(({ wrong }) => wrong)).toEqual([])
  const sum = (of: 'messages' | 'kills' | 'repeated' | 'consents') => rows.reduce((total, row) => total + row[of], 0)
  // Something did go wrong.
  expect(sum('messages')).toBeGreaterThan(15)
  expect(sum('kills')).toBeGreaterThan(0)
  expect(sum('consents')).toBeGreaterThan(0)
})

const trades = async () =>
  (await stage.platforms.zalo.call('GET', 'traffic')).filter(({ path }: { path: string }) => path === '/v4/oa/access_token')
    .length

test('two processes that find Zalo’s token dead trade it once: the second waits at the lock and takes what the first was given', async () => {
  const [one, other] = [startProcess(stage, undefined, new Map()), startProcess(stage, undefined, new Map())]
  const first = await one.tokens.current()
  expect(await other.tokens.current()).toBe(first)
  const before = await trades()
  const renewed = await Promise.all([one, other, one, other].map(({ tokens }) => tokens.renew(first)))
  expect(new Set(renewed).size).toBe(1)
  expect(renewed[0]).not.toBe(first)
  expect(await trades()).toBe(before + 1)
  await Promise.all([one.bury(), other.bury()])
})

test('a process that dies with the new pair in its hands takes it along: the next one says that a consent is needed, and works after it', async () => {
  const doomed = startProcess(stage, { step: 'ZaloToken upsert', when: 'before' }, new Map())
  const spent = await doomed.tokens.current()
  void doomed.tokens.renew(spent)
  expect(await doomed.died).toBe('before ZaloToken upsert')
  await doomed.bury()
  const next = startProcess(stage, undefined, new Map())
  await expect(next.tokens.renew(spent)).rejects.toMatchObject({ reason: 'channel_stopped', code: -14014 })
  expect(next.tokens.state()).toBe('consent_needed')
  expect(await next.tokens.exchangeCode(await consentAnew(stage), 'unused')).toEqual({ kind: 'granted' })
  expect(await next.tokens.current()).not.toBe(spent)
  await next.bury()
})
