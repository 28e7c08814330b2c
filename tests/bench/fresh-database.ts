import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Database, openEmbedded, openPostgres } from '../../src/adapters/database/connect.ts'

/** Where a service of a bench lives: a folder, and a database of a server when `TEST_DATABASE_URL` names one. */
export interface FreshHome {
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  readonly kind: 'embedded' | 'PostgreSQL'
  open(): Promise<Database>
}

const server = process.env.TEST_DATABASE_URL

/** Does the work in a home of its own, which is gone afterwards. */
export async function inFreshHome<T>(name: string, work: (home: FreshHome) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), `mamnon-${name}-`))
  try {
    if (server === undefined)
      return await work({ dataDir, databaseUrl: undefined, kind: 'embedded', open: () => openEmbedded(dataDir) })
    return await onServer(server, `mamnon_${name}_${process.pid}`, (databaseUrl) =>
      work({ dataDir, databaseUrl, kind: 'PostgreSQL', open: () => openPostgres(databaseUrl) }),
    )
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function onServer<T>(url: string, name: string, work: (databaseUrl: string) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`drop database if exists ${name} with (force)`)
    await client.query(`create database ${name}`)
    return await work(Object.assign(new URL(url), { pathname: `/${name}` }).href)
  } finally {
    await client.query(`drop database if exists ${name} with (force)`)
    await client.end()
  }
}
