import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { PGlite } from '@electric-sql/pglite'
import { claimDataDir } from '../data-dir-lock.ts'
import { inTransaction, type Session, type Source } from './session.ts'
import { quoted, readCounters, readMigrations, readTables, type Table } from './tables.ts'
import { RestoreUnfinished, unfinishedRestore } from './unfinished-restore.ts'

const rowsAtOnce = 500

export interface WrittenBackup {
  readonly schools: readonly string[]
  readonly rows: number
}

/**
 * Writes everything the database holds into one file, as it stood at one instant, for either kind of database. Nobody but the owner may read
 * the file: it holds what the database holds, secrets of the Zalo app included. It has its name only once it is whole.
 * @throws {RestoreUnfinished} when what is there is not whole; `EEXIST` when a file of that name is there
 */
export async function writeBackup(source: Source, path: string, takenAt: Date): Promise<WrittenBackup> {
  await (await open(path, 'wx', 0o600)).close()
  const unfinished = `${path}.unfinished`
  const gzip = createGzip()
  const file = gzip.pipe(createWriteStream(unfinished, { mode: 0o600, flush: true }))
  file.on('error', (error) => gzip.destroy(error))
  const hash = createHash('sha256')
  const say = async (line: string): Promise<void> => {
    hash.update(`${line}\n`)
    if (!gzip.write(`${line}\n`)) await once(gzip, 'drain')
  }
  try {
    const written = await inTransaction(source, 'read', (session) =>
      writeAll(session, { say, sum: () => hash.copy().digest('hex') }, takenAt),
    )
    gzip.end()
    await finished(file)
    await rename(unfinished, path)
    await flushFolder(dirname(path))
    return written
  } catch (error) {
    gzip.destroy()
    file.destroy()
    await Promise.all([path, unfinished].map((name) => rm(name, { force: true })))
    throw error
  }
}

/** @param sum what all lines so far come to */
async function writeAll(
  session: Session,
  { say, sum }: { say(line: string): Promise<void>; sum(): string },
  takenAt: Date,
): Promise<WrittenBackup> {
  // The same text whatever the server is set to.
  for (const setting of [
    `datestyle = 'ISO'`,
    `timezone = 'UTC'`,
    `bytea_output = 'hex'`,
    'extra_float_digits = 1',
    `intervalstyle = 'iso_8601'`,
  ])
    await session.query(`set local ${setting}`)
  const mark = await session.query('select 1 from pg_namespace where nspname = $1', [unfinishedRestore])
  if (mark.length > 0) throw new RestoreUnfinished()
  const tables = await readTables(session)
  const schools = (await session.query<{ name: string }>('select name from school order by name')).map(({ name }) => name)
  const header = {
    backup: 'tro-ly-mam-non',
    version: 1,
    takenAt: takenAt.toISOString(),
    migrations: await readMigrations(session),
    schools,
  }
  await say(JSON.stringify(header))
  let rows = 0
  for (const table of tables) {
    await say(JSON.stringify({ table: table.name, columns: table.columns }))
    rows += await writeRows(session, table, say)
  }
  await say(JSON.stringify({ rows, counters: await readCounters(session), sha256: sum() }))
  return { schools, rows }
}

async function writeRows(session: Session, { name, columns }: Table, say: (line: string) => Promise<void>): Promise<number> {
  const values = columns.map((column) => `${quoted(column.name)}::text`).join(', ')
  await session.query(`declare backup cursor for select json_build_array(${values})::text as line from ${quoted(name)}`)
  let written = 0
  for (;;) {
    const lines = await session.query<{ line: string }>(`fetch ${rowsAtOnce} from backup`)
    for (const { line } of lines) await say(line)
    written += lines.length
    if (lines.length < rowsAtOnce) break
  }
  await session.query('close backup')
  return written
}

/** A file's name is as safe as its folder. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

/** Writes a backup of a PostgreSQL database, whoever works on it meanwhile. @throws {DatabaseUnreachable} */
export async function backUpPostgres(connectionString: string, path: string, takenAt: Date): Promise<WrittenBackup> {
  return await writeBackup({ connectionString }, path, takenAt)
}

/** Writes a backup of an embedded database that nobody has open. @throws {DataDirInUse} */
export async function backUpEmbedded(dataDir: string, path: string, takenAt: Date): Promise<WrittenBackup> {
  const claim = await claimDataDir(dataDir)
  try {
    const pglite = await PGlite.create({ dataDir: join(dataDir, 'postgres') })
    return await writeBackup({ pglite }, path, takenAt).finally(() => pglite.close())
  } finally {
    await claim.release()
  }
}
