import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { findWrong, hireReporters, type Reporter, reportAll, type Waited } from '../support/morning.ts'
import { type Platforms, startPlatforms } from '../support/platforms.ts'
import { environmentOf } from '../support/sample.ts'
import { type FreshHome, inFreshHome } from './fresh-database.ts'

const teachers = Number(process.env.TEACHERS ?? 200)
const withinSeconds = Number(process.env.WITHIN ?? 60)
const seed = Number(process.env.SEED ?? 20261124)
const startsAt = '2026-11-24T07:20:00+07:00'
const patienceMs = 60_000
const lookEveryMs = 20
/** Of /proc: USER_HZ, 100 on every Linux we know. */
const ticksASecond = 100

/**
 * Teachers of as many classes, half on Telegram, half on Zalo, report within a minute through both platforms at their real limits: prints how
 * long each waited for her read-back and for her confirmation, and whatever is not as it must be.
 */
export async function run(): Promise<number> {
  return await inFreshHome('morning', async (home) => {
    console.log(`${teachers} teachers within ${withinSeconds} s, seed ${seed}, database ${home.kind}`)
    const platforms = await startPlatforms(new Date(startsAt))
    let service: ChildProcess | undefined
    try {
      const reporters = await seeded(home, platforms)
      const real = Date.now()
      for (const { call } of [platforms.telegram, platforms.zalo])
        await call('POST', 'clock', { now: new Date(startsAt).toISOString(), frozen: false })
      service = await startService(home, platforms, real)
      const waited = await reportAll(platforms, reporters, { withinMs: withinSeconds * 1_000, patienceMs, seed, lookEveryMs })
      tellWork(service, waited)
      await stop(service)
      service = undefined
      return await tell(home, platforms, waited)
    } finally {
      if (service !== undefined) await stop(service)
      await platforms.close()
    }
  })
}

async function seeded(home: FreshHome, platforms: Platforms): Promise<Reporter[]> {
  const database = await home.open()
  try {
    return await hireReporters(database, platforms, { count: teachers, seed, now: new Date(startsAt) })
  } finally {
    await database.close()
  }
}

async function startService(home: FreshHome, platforms: Platforms, real: number): Promise<ChildProcess> {
  const service = fork(new URL('./running-service.ts', import.meta.url), [startsAt, String(real)], {
    env: {
      PATH: process.env.PATH ?? '',
      ...environmentOf(platforms, home.dataDir),
      ...(home.databaseUrl === undefined ? {} : { DATABASE_URL: home.databaseUrl }),
      ...(process.env.LOG_LEVEL ? { LOG_LEVEL: process.env.LOG_LEVEL } : {}),
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const [{ ready }] = (await once(service, 'message')) as [{ ready: string }]
  await platforms.zalo.call('PUT', 'webhook', { url: `${ready}/webhooks/zalo` })
  while (!(await fetch(`${ready}/readyz`)).ok) await pause(50)
  return service
}

async function stop(service: ChildProcess): Promise<void> {
  const ended = once(service, 'exit')
  service.kill('SIGTERM')
  await ended
}

async function tell(home: FreshHome, platforms: Platforms, waited: readonly Waited[]): Promise<number> {
  const database = await home.open()
  const wrong = await findWrong(database, platforms, waited)
  await database.close()
  for (const what of ['readBack', 'confirmed'] as const) {
    const name = what === 'readBack' ? 'read-back' : 'confirmation'
    for (const platform of ['telegram', 'zalo'] as const) {
      const times = waited.filter(({ reporter }) => reporter.platform === platform).flatMap((one) => one[what] ?? [])
      console.log(`${name} on ${platform}: ${times.length}, ${figures(times)}`)
    }
    console.log(`${name}, all: ${figures(waited.flatMap((one) => one[what] ?? []))}`)
  }
  console.log(
    wrong.length === 0 ? `${waited.length} right records, ${waited.length} confirmations, nothing wrong` : wrong.join('\n'),
  )
  return wrong.length === 0 ? 0 : 1
}

/** What it cost the service, whatever else the machine was doing meanwhile; Linux only. */
function tellWork({ pid }: ChildProcess, waited: readonly Waited[]): void {
  const stat = `/proc/${pid}/stat`
  if (!existsSync(stat)) return
  const [user, system] = readFileSync(stat, 'utf8').split(') ')[1]!.split(' ').slice(11, 13).map(Number)
  const seconds = (user! + system!) / ticksASecond
  console.log(`service: ${seconds.toFixed(1)} s of CPU, start included, for ${waited.length * 2} messages in and as many out`)
}

function figures(times: readonly number[]): string {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(0)
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms, slowest ${at(1)} ms`
}
