import { fork } from 'node:child_process'
import { once } from 'node:events'
import { families, largeSchool } from '../support/large-school.ts'
import { type FreshHome, inFreshHome } from './fresh-database.ts'
import type { Expansion } from './reminders-expand.ts'

const readers = Number(process.env.READERS ?? 100_000)
/** Every tenth child has a brother or sister here. */
const children = Math.ceil(readers / 0.9)
const mostSeconds = 10
const mostMegabytes = 300
const due = '2026-11-19T07:00:00+07:00'

/** One event to many recipients: how long its reminder takes to be written for everybody, and how much memory the process takes at most. */
export async function run(): Promise<number> {
  return await inFreshHome('reminders', async (home) => {
    const database = await home.open()
    await largeSchool(database, { now: new Date('2026-11-01T00:00:00+07:00'), children })
    await database.prisma.$executeRawUnsafe('analyze')
    await database.close()
    const { seconds, cpuSeconds, megabytes, pages } = await expand(home)
    const after = await home.open()
    const count = await after.prisma.outbound.count({ where: { kind: 'reminder' } })
    await after.close()
    console.log(
      `${count} messages to ${families(children)} families of ${children} children in ${pages} transactions, ${home.kind}`,
    )
    console.log(
      `${seconds.toFixed(1)} s (at most ${mostSeconds}), of them ${cpuSeconds.toFixed(1)} s of this process; ${megabytes} MB at the peak (at most ${mostMegabytes})`,
    )
    const isRight = count === families(children) && seconds < mostSeconds && megabytes < mostMegabytes
    console.log(isRight ? 'Within the limits.' : 'NOT within the limits.')
    return isRight ? 0 : 1
  })
}

async function expand({ dataDir, databaseUrl }: FreshHome): Promise<Expansion> {
  const file = new URL('./reminders-expand.ts', import.meta.url)
  const child = fork(file, [dataDir, databaseUrl ?? '', due], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const [expansion] = await once(child, 'message')
  return expansion as Expansion
}
