import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { systemClock } from '../adapters/clock.ts'
import { checkBackup } from '../adapters/database/backup/backup-file.ts'
import type { RestoreResult } from '../adapters/database/backup/restore.ts'
import { restoreEmbedded } from '../adapters/database/backup/restore-embedded.ts'
import { restorePostgres } from '../adapters/database/backup/restore-postgres.ts'
import { backUpEmbedded, backUpPostgres } from '../adapters/database/backup/write-backup.ts'
import { DataDirInUse } from '../adapters/database/data-dir-lock.ts'
import { doorFile } from '../adapters/web/backup-page.ts'
import { readConfig } from '../config.ts'
import { schoolDayOf, schoolTimeOf, writtenDay } from '../core/clock.ts'
import { NotDone } from './setup.ts'

/** `backup FILE`: everything in one file. A service that has the embedded database open is asked for it. */
export async function backUp(file: string): Promise<number> {
  const { databaseUrl, dataDir } = readConfig(process.env)
  if (existsSync(file)) throw new NotDone(`There is a file of this name already: ${file}`)
  const now = systemClock.now()
  if (databaseUrl !== undefined) await backUpPostgres(databaseUrl, file, now)
  else {
    if (!existsSync(join(dataDir, 'postgres')))
      throw new NotDone(`There is no database in ${dataDir}. Set DATA_DIR or DATABASE_URL as the service has them.`)
    await backUpEmbedded(dataDir, file, now).catch(async (error) => {
      if (!(error instanceof DataDirInUse)) throw error
      await askService(dataDir, file)
    })
  }
  const { schools, takenAt } = await checkBackup(file)
  console.log(
    `Backed up ${named(schools)} as of ${written(new Date(takenAt))} into ${file}. It holds names and chats: keep it where only you can read it.`,
  )
  return 0
}

/** `restore FILE`: the service must be stopped. */
export async function restore(file: string, replace: readonly string[]): Promise<number> {
  const { databaseUrl, dataDir } = readConfig(process.env)
  const restoredAt = systemClock.now()
  const options = { path: file, restoredAt, replace }
  await mkdir(dataDir, { recursive: true })
  const keepAs = join(dataDir, `before-restore-${restoredAt.toISOString().replaceAll(/[:.]/g, '-')}.backup`)
  const result =
    databaseUrl === undefined
      ? await restoreEmbedded(dataDir, options)
      : await restorePostgres(databaseUrl, { ...options, keepAs })
  if (result.kind !== 'restored') throw new NotDone(whyNot(result))
  const { header, rows, kept } = result
  console.log(`Restored ${named(header.schools)} as of ${written(new Date(header.takenAt))}: ${rows} rows.`)
  if (kept !== undefined) console.log(`What was there before is kept in ${kept}.`)
  console.log('When the service starts, it asks each office what to do with the messages that came due since then.')
  return 0
}

function whyNot(result: Exclude<RestoreResult, { kind: 'restored' }>): string {
  switch (result.kind) {
    case 'newer':
      return `The backup is of a newer release (${result.migrations.at(-1)}). Install that release first; nothing was changed.`
    case 'in_use':
      return 'A service is running on this database. Stop every process of it first; nothing was changed.'
    case 'not_empty':
      return `The database holds ${named(result.schools)}. To replace it: ${result.schools.map((name) => `--replace "${name}"`).join(' ')}. Nothing was changed.`
  }
}

/** The file comes from the process that has the database open. */
async function askService(dataDir: string, file: string): Promise<void> {
  const door = await readFile(join(dataDir, doorFile), 'utf8').catch(() => {
    throw new NotDone('The service has just been started or is another release: try again in a moment.')
  })
  const { url, token } = JSON.parse(door) as { url: string; token: string }
  const answer = await fetch(`${url}/backup`, { method: 'POST', headers: { authorization: `Bearer ${token}` } })
  if (!answer.ok || answer.body === null)
    throw new NotDone(`The service did not give a backup (${answer.status}); its log says why.`)
  await writeFile(file, answer.body, { flag: 'wx', mode: 0o600 })
}

const named = (schools: readonly string[]): string => (schools.length === 0 ? 'no school' : schools.join(', '))
const written = (at: Date): string => `${schoolTimeOf(at)} ${writtenDay(schoolDayOf(at))}`
