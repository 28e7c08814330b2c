// The service as a process of its own, on a clock that runs from a given moment. Everything else is as in production.
import { createLog } from '../../src/adapters/observability/log.ts'
import { startApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'

const offsetMs = Date.parse(process.argv[2]!) - Number(process.argv[3])
const app = await startApp({
  config: readConfig(process.env),
  clock: { now: () => new Date(Date.now() + offsetMs) },
  log: createLog(process.env.LOG_LEVEL ?? 'silent'),
})
process.on('disconnect', () => process.exit(1))
process.on('SIGTERM', async () => {
  await app.close()
  process.exit(0)
})
process.send?.({ ready: app.url })
