import { setTimeout as pause } from 'node:timers/promises'
import { PrismaPg } from '@prisma/adapter-pg'
import { withWholeScripts } from '../whole-scripts.ts'
import { build, checkFor, isNamed, type RestoreOptions, type RestoreResult, readPairs, schoolsIn } from './restore.ts'
import { inTransaction, onServer, type Session } from './session.ts'
import { quoted, readTables } from './tables.ts'
import { unfinishedRestore } from './unfinished-restore.ts'
import { writeBackup } from './write-backup.ts'

/**
 * Restores into a PostgreSQL database that no service has open. What stood there is written to a backup of its own first. A restore that
 * breaks off leaves a mark that keeps services from starting on half a database; running it again mends that.
 * @throws {NoBackup}
 */
export async function restorePostgres(
  connectionString: string,
  { path, restoredAt, replace, keepAs }: RestoreOptions & { readonly keepAs: string },
): Promise<RestoreResult> {
  const checked = await checkFor(path)
  if (checked.kind === 'newer') return checked
  const { header } = checked
  return await onServer(connectionString, async (session) => {
    // The lock services take to bring the schema up to date: none starts meanwhile.
    const [lock] = await session.query<{ taken: boolean }>(
      `select pg_try_advisory_lock(hashtextextended('migrations', 0)) as taken`,
    )
    if (lock?.taken !== true || (await staysInUse(session))) return { kind: 'in_use' as const }
    const isUnfinished = await hasMark(session)
    const schools = isUnfinished ? [] : await schoolsIn(session)
    if (!isNamed(schools, replace)) return { kind: 'not_empty' as const, schools }
    const pairs = isUnfinished ? [] : await readPairs(session)
    const kept = schools.length === 0 ? undefined : keepAs
    if (kept !== undefined) await writeBackup({ connectionString }, kept, restoredAt)
    await session.query(`create schema if not exists ${unfinishedRestore}`)
    await empty(session)
    const factory = withWholeScripts(new PrismaPg({ connectionString, application_name: 'mamnon-backup' }), connectionString)
    const rows = await build(
      { factory, transact: (work) => inTransaction({ connectionString }, 'write', work) },
      { path, restoredAt, header, pairs },
    )
    await session.query(`drop schema ${unfinishedRestore}`)
    return { kind: 'restored' as const, header, rows, kept }
  })
}

const partingMs = 5_000
const lookEveryMs = 200

/** The server sees a service off a moment after it has ended: one that was just stopped is waited for. */
async function staysInUse(session: Session): Promise<boolean> {
  const deadline = performance.now() + partingMs
  while (await isInUse(session)) {
    if (performance.now() > deadline) return true
    await pause(lookEveryMs)
  }
  return false
}

async function isInUse(session: Session): Promise<boolean> {
  const others = await session.query(
    `select 1 from pg_stat_activity where datname = current_database() and application_name in ('mamnon', 'mamnon-locks', 'mamnon-queue')`,
  )
  return others.length > 0
}

async function hasMark(session: Session): Promise<boolean> {
  return (await session.query('select 1 from pg_namespace where nspname = $1', [unfinishedRestore])).length > 0
}

/** Takes away our tables and functions, and the queue's schema, which it makes anew. */
async function empty(session: Session): Promise<void> {
  await session.query('begin')
  const tables = [...(await readTables(session)).map(({ name }) => name), '_prisma_migrations']
  for (const name of tables) await session.query(`drop table if exists public.${quoted(name)} cascade`)
  const functions = await session.query<{ signature: string }>(
    `select p.oid::regprocedure::text as signature from pg_proc p
     where p.pronamespace = 'public'::regnamespace and p.prorettype = 'trigger'::regtype
       and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
  )
  for (const { signature } of functions) await session.query(`drop function ${signature}`)
  await session.query('drop schema if exists pgboss cascade')
  await session.query('commit')
}
