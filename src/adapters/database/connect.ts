import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import type { Locks } from '../../core/locks.ts'
import { createProcessLocks } from '../process-locks.ts'
import { refuseUnfinished } from './backup/unfinished-restore.ts'
import { claimDataDir } from './data-dir-lock.ts'
import { DatabaseUnreachable } from './database-unreachable.ts'
import { PrismaClient } from './generated/client.ts'
import { applyMigrations, migrationNames } from './migrations.ts'
import { createPostgresLocks } from './postgres-locks.ts'
import { withWholeScripts } from './whole-scripts.ts'

/** An open database: the embedded one or a PostgreSQL server, the same to everybody above. */
export interface Database {
  readonly kind: 'embedded' | 'postgres'
  readonly prisma: PrismaClient
  readonly locks: Locks
  /** What the queue needs to open its own way in: the embedded database itself, or where the server is. */
  readonly queueSource: { readonly pglite: PGlite } | { readonly connectionString: string }
  close(): Promise<void>
}

/** A server that says nothing for so long is away, however open the connection looks. */
const silenceMillis = 20_000

/** Node's codes for no connection, PostgreSQL's for a refused sign-in, a missing database, and one that is starting or full. */
const unreachableCode = /^(ECONN\w+|ENOTFOUND|EAI_AGAIN|E(HOST|NET)UNREACH|ETIMEDOUT|28\w{3}|3D000|57P03|53300)$/

// A transaction on the embedded database waits for the one before it; on a server a pool of ten shares the work.
const transactionOptions = { maxWait: 30_000, timeout: 30_000 }

/**
 * Opens the embedded database, creating its files at the first start, and brings it up to date.
 * Its files run with `fsync` off: they survive a killed process, not a power cut.
 * @param dataDir the folder to live in; undefined: in memory, for one process and its life.
 * @throws {DataDirInUse} when another process has the files.
 */
export async function openEmbedded(dataDir: string | undefined, image?: Blob): Promise<Database> {
  const claim = dataDir === undefined ? undefined : await claimDataDir(dataDir)
  const pglite = await PGlite.create({
    ...(dataDir === undefined ? {} : { dataDir: join(dataDir, 'postgres') }),
    ...(image === undefined ? {} : { loadDataDir: image }),
    // Half the memory of the defaults, and no school outgrows it before it outgrows the embedded database.
    startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'],
  })
  const factory = new PrismaPGlite(pglite)
  const prisma = new PrismaClient({ adapter: factory, transactionOptions })
  if (await isBehind(prisma)) await applyMigrations(factory)
  return {
    kind: 'embedded',
    prisma,
    locks: createProcessLocks(),
    queueSource: { pglite },
    async close() {
      await prisma.$disconnect()
      await pglite.close()
      await claim?.release()
    },
  }
}

/**
 * Opens a PostgreSQL server's database and brings it up to date, under a lock: two processes starting together do it once.
 * @throws {DatabaseUnreachable} {RestoreUnfinished}
 */
export async function openPostgres(connectionString: string): Promise<Database> {
  const factory = new PrismaPg({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 5_000,
    query_timeout: silenceMillis,
    keepAlive: true,
    application_name: 'mamnon',
  })
  const prisma = new PrismaClient({ adapter: factory, transactionOptions })
  const locks = createPostgresLocks(connectionString)
  const upToDate = locks.exclusively('migrations', async () => {
    await refuseUnfinished(prisma)
    if (await isBehind(prisma)) await applyMigrations(withWholeScripts(factory, connectionString))
  })
  await upToDate.catch(async (error: NodeJS.ErrnoException) => {
    await Promise.all([prisma.$disconnect(), locks.close()]) // else they would keep a command from ending
    const away = unreachableCode.test(error.code ?? '') || error.message === 'timeout expired'
    throw away ? new DatabaseUnreachable('the database does not answer', { cause: error }) : error
  })
  return {
    kind: 'postgres',
    prisma,
    locks,
    queueSource: { connectionString },
    async close() {
      await prisma.$disconnect()
      await locks.close()
    },
  }
}

/** Asks before the engine is loaded: at nearly every start there is nothing to apply. */
async function isBehind(prisma: PrismaClient): Promise<boolean> {
  const [table] = await prisma.$queryRaw<{ exists: boolean }[]>`select to_regclass('_prisma_migrations') is not null as exists`
  if (!table?.exists) return true
  const rows = await prisma.$queryRaw<
    { name: string }[]
  >`select migration_name as name from _prisma_migrations where finished_at is not null`
  const applied = new Set(rows.map((row) => row.name))
  return (await migrationNames()).some((name) => !applied.has(name))
}
