import { systemClock } from './adapters/clock.ts'
import { RestoreUnfinished } from './adapters/database/backup/unfinished-restore.ts'
import { DataDirInUse } from './adapters/database/data-dir-lock.ts'
import { DatabaseUnreachable } from './adapters/database/database-unreachable.ts'
import { createLog, describeError } from './adapters/observability/log.ts'
import { InvalidFlags, readRole } from './app/role.ts'
import { type App, startApp } from './app.ts'
import { InvalidConfig, readConfig } from './config.ts'

/** A stop that takes longer than this ends the process anyway. */
const stopLimitMs = 9_000

// Node would print the error with its message, and a message of a driver may quote a child.
process.on('uncaughtException', (error) => {
  console.error(JSON.stringify({ level: 60, msg: 'the process ends by a bug', err: describeError(error) }))
  process.exit(1)
})

/** What a person can mend is said in one sentence; anything else is a bug and shows where it happened. */
async function start(): Promise<App> {
  const config = readConfig(process.env)
  const role = readRole(process.argv.slice(2), { isEmbedded: config.databaseUrl === undefined })
  const log = createLog(config.demo && process.env.LOG_LEVEL === undefined ? 'warn' : config.logLevel)
  if (!config.demo) {
    const app = await startApp({ config, clock: systemClock, log, role })
    log.info({ url: app.url, database: app.database.kind, role }, 'started')
    return app
  }
  const { startDemo } = await import('./demo/demo.ts')
  const app = await startDemo(config, log)
  console.log(`Trợ lý Mầm non đang chạy thử. Mở trang này để thử:\n\n  ${app.url}/try\n\n(Ctrl+C để dừng)`)
  return app
}

function explain(error: unknown): string {
  if (error instanceof InvalidConfig || error instanceof InvalidFlags) return error.message
  if (error instanceof DataDirInUse)
    return 'Another process is using this data directory. The embedded database is for one process: stop the other one, or set DATABASE_URL to PostgreSQL.'
  if (error instanceof DatabaseUnreachable) return 'The database does not answer, or refuses the sign-in. Check DATABASE_URL.'
  if (error instanceof RestoreUnfinished)
    return 'A restore into this database broke off, so it is not whole. Run it again: mamnon restore FILE'
  const { code, name, stack } = error as NodeJS.ErrnoException
  if (name === 'RealSchoolPresent')
    return 'This database holds a real school, so the demo does not start on it. Set DEMO=off, or another DATA_DIR.'
  if (code === 'EADDRINUSE') return 'The port is taken by another program. Set PORT to a free one.'
  return stack ?? String(error)
}

try {
  const app = await start()
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(0), stopLimitMs).unref()
    await app.close()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
} catch (error) {
  console.error(explain(error))
  process.exit(1)
}
