import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { applyMigrations, migrationNames } from '../migrations.ts'
import { type BackupHeader, checkBackup, readHeader } from './backup-file.ts'
import { loadBackup } from './load-backup.ts'
import { markGap } from './mark-gap.ts'
import type { Session } from './session.ts'
import { readMigrations, readTables } from './tables.ts'

export interface RestoreOptions {
  readonly path: string
  readonly restoredAt: Date
  /** Schools whose data may be replaced: all that the database holds must be named. */
  readonly replace: readonly string[]
}

/**
 * - `restored`: `kept` is where what stood there before is kept, if anything did
 * - `newer`: the backup knows migrations that this release does not
 * - `not_empty`: schools live there that were not named
 * - `in_use`: a service has the database open
 */
export type RestoreResult =
  | { readonly kind: 'restored'; readonly header: BackupHeader; readonly rows: number; readonly kept: string | undefined }
  | { readonly kind: 'newer'; readonly migrations: readonly string[] }
  | { readonly kind: 'not_empty'; readonly schools: readonly string[] }
  | { readonly kind: 'in_use' }

/** Reads the whole file before anything is touched. @throws {NoBackup} */
export async function checkFor(
  path: string,
): Promise<{ kind: 'usable'; header: BackupHeader } | { kind: 'newer'; migrations: string[] }> {
  const known = new Set(await migrationNames())
  const migrations = (await readHeader(path)).migrations.filter((name) => !known.has(name))
  return migrations.length > 0 ? { kind: 'newer', migrations } : { kind: 'usable', header: await checkBackup(path) }
}

/** The schools a database holds; none when it has no tables yet. */
export async function schoolsIn(session: Session): Promise<string[]> {
  const [table] = await session.query<{ there: boolean }>(`select to_regclass('public.school') is not null as there`)
  if (table?.there !== true) return []
  return (await session.query<{ name: string }>('select name from public.school order by name')).map(({ name }) => name)
}

/** Whether every school that would be replaced was named. */
export function isNamed(schools: readonly string[], replace: readonly string[]): boolean {
  const named = new Set(replace.map((name) => name.normalize('NFC').trim()))
  return schools.every((school) => named.has(school))
}

type Transact = <R>(work: (session: Session) => Promise<R>) => Promise<R>
export type ZaloPair = Readonly<Record<string, string | null>>

/** The rotating pairs that the replaced database had: they work once, and the backup's are older. */
export async function readPairs(session: Session): Promise<ZaloPair[]> {
  const tables = await readTables(session)
  const table = tables.find(({ name }) => name === 'zalo_token')
  if (table === undefined) return []
  const rows = await session.query<{ pair: ZaloPair }>('select to_json(t) as pair from zalo_token t')
  return rows.map(({ pair }) => pair)
}

/**
 * Builds the backup's schema in an empty database, fills it, and brings it up to this release. Rows and what they mean after the gap are
 * written in one transaction each; the caller keeps a service from starting in between.
 */
export async function build(
  { factory, transact }: { factory: SqlMigrationAwareDriverAdapterFactory; transact: Transact },
  { path, restoredAt, header, pairs }: { path: string; restoredAt: Date; header: BackupHeader; pairs: readonly ZaloPair[] },
): Promise<number> {
  await applyMigrations(factory, new Set(header.migrations))
  const rows = await transact(async (session) => {
    const own = await readMigrations(session)
    if (own.length !== header.migrations.length) throw new Error('the schema is not the one of the backup')
    return await loadBackup(session, path)
  })
  if ((await migrationNames()).length > header.migrations.length) await applyMigrations(factory)
  await transact(async (session) => {
    await markGap(session, { takenAt: new Date(header.takenAt), restoredAt })
    for (const pair of pairs) {
      const isNewer = `(json_populate_record(null::zalo_token, $1::json)).refreshed_at > zalo_token.refreshed_at`
      await session.query(`delete from zalo_token where app_id = $2 and ${isNewer}`, [JSON.stringify(pair), pair.app_id])
      await session.query(
        'insert into zalo_token select (json_populate_record(null::zalo_token, $1::json)).* on conflict do nothing',
        [JSON.stringify(pair)],
      )
    }
  })
  return rows
}
