import { readFile } from 'node:fs/promises'
import { inject } from 'vitest'
import { type Database, openEmbedded, openPostgres } from '../../src/adapters/database/connect.ts'
import { onServer } from './database-setup.ts'

let count = 0

/** A migrated, empty database of one's own: embedded in memory, or on PostgreSQL when the suite runs there. Closing it drops it. */
export async function openTestDatabase(): Promise<Database> {
  const template = inject('databaseTemplate')
  if (template.kind === 'image') return await openEmbedded(undefined, new Blob([await readFile(template.path)]))
  const { url, drop } = await createTestDatabase(template)
  const database = await openPostgres(url)
  return {
    ...database,
    async close() {
      await database.close()
      await drop()
    },
  }
}

/** A database of one's own on PostgreSQL, for tests that start whole processes on it; undefined when the suite runs embedded. */
export async function createServerDatabase(): Promise<{ url: string; drop(): Promise<void> } | undefined> {
  const template = inject('databaseTemplate')
  return template.kind === 'image' ? undefined : await createTestDatabase(template)
}

async function createTestDatabase({ server, template }: { server: string; template: string }) {
  count += 1
  const name = `mamnon_test_${process.pid}_${process.env.VITEST_POOL_ID ?? 0}_${count}`
  await onServer(server, `drop database if exists ${name} with (force)`)
  await onServer(server, `create database ${name} template ${template}`)
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href
  return { url, drop: () => onServer(server, `drop database if exists ${name} with (force)`) }
}
