import type { Database } from '../../src/adapters/database/connect.ts'
import { createUnitOfWork } from '../../src/adapters/database/unit-of-work.ts'
import { randomIds } from '../../src/adapters/ids.ts'
import { createPhrases } from '../../src/adapters/locales/phrases.ts'
import { createWordings } from '../../src/adapters/locales/wordings.ts'
import { sendDueReminders } from '../../src/features/reminders/send-reminders.ts'
import { families, largeSchool } from '../support/large-school.ts'
import { inFreshHome } from './fresh-database.ts'

const readers = Number(process.env.READERS ?? 100_000)
/** Every tenth child has a brother or sister here. */
const children = Math.ceil(readers / 0.9)
const mostSeconds = 10
const mostMegabytes = 300
const due = new Date('2026-11-19T07:00:00+07:00')

/** One event to many recipients: how long its reminder takes to be written for everybody, and how much memory the process takes at most. */
export async function run(): Promise<number> {
  return await inFreshHome('reminders', async ({ open, kind }) => {
    const database = await open()
    try {
      return await expand(database, kind)
    } finally {
      await database.close()
    }
  })
}

async function expand(database: Database, kind: string): Promise<number> {
  const { school } = await largeSchool(database, { now: new Date('2026-11-01T00:00:00+07:00'), children })
  await database.prisma.$executeRawUnsafe('analyze')
  const { seconds, cpuSeconds, megabytes, pages } = await measure(database, school)
  const count = await database.prisma.outbound.count({ where: { kind: 'reminder' } })
  console.log(`${count} messages to ${families(children)} families of ${children} children in ${pages} transactions, ${kind}`)
  console.log(
    `${seconds.toFixed(1)} s (at most ${mostSeconds}), of them ${cpuSeconds.toFixed(1)} s of this process; ${megabytes} MB at the peak (at most ${mostMegabytes})`,
  )
  const isRight = count === families(children) && seconds < mostSeconds && megabytes < mostMegabytes
  console.log(isRight ? 'Within the limits.' : 'NOT within the limits.')
  return isRight ? 0 : 1
}

async function measure({ prisma }: Database, school: Awaited<ReturnType<typeof largeSchool>>['school']) {
  const traits = { maxTextLength: 2000, hasButtons: false, canEdit: false }
  const wakeUps = { outbound: async () => undefined, bulk: () => undefined }
  const transaction = createUnitOfWork(prisma, { ids: randomIds, traits: { telegram: traits, zalo: traits }, wakeUps })
  let pages = 0
  const work: typeof transaction = (step) => {
    pages += 1
    return transaction(step)
  }
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 20)
  const startedAt = performance.now()
  const cpu = process.cpuUsage()
  await sendDueReminders(
    { work, phrases: createPhrases(), wordings: createWordings(), pageSize: Number(process.env.PAGE) },
    school,
    due,
  )
  const seconds = (performance.now() - startedAt) / 1_000
  clearInterval(watch)
  const used = process.cpuUsage(cpu)
  return { cpuSeconds: (used.user + used.system) / 1_000_000, seconds, megabytes: Math.round(peak / 1_048_576), pages }
}
