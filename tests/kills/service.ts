// The service as a process of its own that can be killed, on a clock that its parent sets. Everything else is as in production.
import { inLine } from '../../src/adapters/database/outbound-row.ts'
import { createLog } from '../../src/adapters/observability/log.ts'
import { startApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'

export type Command = { readonly clock: string } | { readonly ask: 'open_work' }
export type Report = { readonly ready: string } | { readonly openWork: number } | { readonly moved: true }

let now = new Date(process.argv[2]!)
const app = await startApp({
  config: readConfig(process.env),
  clock: { now: () => now },
  log: createLog(process.env.LOG_LEVEL ?? 'silent'),
  ticks: false,
})
const { prisma } = app.database
const report = (message: Report) => process.send?.(message)

/** Messages that are not through yet, in either direction. */
async function openWork(): Promise<number> {
  const inbound = await prisma.inbound.count({ where: { state: 'waiting' } })
  return inbound + (await prisma.outbound.count({ where: inLine }))
}

process.on('message', async (command: Command) => {
  if ('clock' in command) {
    now = new Date(command.clock)
    await app.runDue()
    await app.sweep()
    report({ moved: true })
  } else report({ openWork: await openWork() })
})
process.on('disconnect', () => process.exit(1))
process.on('SIGTERM', async () => {
  await app.close()
  process.exit(0)
})
await app.runDue()
await app.sweep()
report({ ready: app.url })
