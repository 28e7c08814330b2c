import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openEmbedded, openPostgres } from '../../src/adapters/database/connect.ts'
import { openBossQueue } from '../../src/adapters/jobs/boss-queue.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** How each test file gets a migrated database of its own within milliseconds. */
    databaseTemplate: { kind: 'image'; path: string } | { kind: 'postgres'; server: string; template: string }
  }
}

/** Builds one migrated database before the suite: an image of the embedded one, or a template on the PostgreSQL of TEST_DATABASE_URL. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.TEST_DATABASE_URL
  return server ? await setupPostgres(project, server) : await setupImage(project)
}

async function setupImage(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'mamnon-image-'))
  const database = await openEmbedded(undefined)
  await installQueue(database)
  if (!('pglite' in database.queueSource)) throw new Error('the embedded database is a PGlite')
  const image = await database.queueSource.pglite.dumpDataDir('none')
  const path = join(folder, 'image.tar')
  await writeFile(path, Buffer.from(await image.arrayBuffer()))
  await database.close()
  project.provide('databaseTemplate', { kind: 'image', path })
  return () => rm(folder, { recursive: true, force: true })
}

async function setupPostgres(project: TestProject, server: string): Promise<() => Promise<void>> {
  const template = `mamnon_template_${process.pid}`
  await onServer(server, `create database ${template}`)
  const database = await openPostgres(Object.assign(new URL(server), { pathname: `/${template}` }).href)
  await installQueue(database)
  await database.close()
  // A pool says goodbye a moment after it was closed; a template may have nobody on it.
  await onServer(server, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${template}'`)
  project.provide('databaseTemplate', { kind: 'postgres', server, template })
  return () => onServer(server, `drop database if exists ${template} with (force)`)
}

async function installQueue(database: Awaited<ReturnType<typeof openEmbedded>>): Promise<void> {
  const queue = await openBossQueue(database.queueSource, (error) => {
    throw error
  })
  await queue.stop()
}

/** Runs one statement on the server itself, outside of any test's database. */
export async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
