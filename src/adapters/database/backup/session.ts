import type { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { DatabaseUnreachable } from '../database-unreachable.ts'

/** Plain SQL on one connection, the same for both databases. */
export interface Session {
  query<R>(sql: string, parameters?: readonly unknown[]): Promise<R[]>
}

export type Source = { readonly pglite: PGlite } | { readonly connectionString: string }

/**
 * One transaction that sees the database as it stands at its beginning. On a server everybody else goes on meanwhile; the embedded database
 * has one connection, so the service waits for the end.
 */
export async function inTransaction<R>(
  source: Source,
  mode: 'read' | 'write',
  work: (session: Session) => Promise<R>,
): Promise<R> {
  if ('pglite' in source)
    return await source.pglite.transaction((tx) => work(prepared(async (sql, values) => (await tx.query(sql, values)).rows)))
  return await onServer(source.connectionString, async (session) => {
    await session.query(mode === 'read' ? 'begin isolation level repeatable read read only' : 'begin')
    const result = await work(session)
    await session.query('commit')
    return result
  })
}

/** A connection of one's own to a server, closed at the end; what a transaction left open is rolled back by that. @throws {DatabaseUnreachable} */
export async function onServer<R>(connectionString: string, work: (session: Session) => Promise<R>): Promise<R> {
  const client = new pg.Client({
    connectionString,
    application_name: 'mamnon-backup',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  })
  client.on('error', () => undefined) // the query under way hears of it
  await client.connect().catch((error) => {
    throw new DatabaseUnreachable('the database does not answer', { cause: error })
  })
  try {
    return await work(prepared(async (sql, values) => (await client.query(sql, values)).rows))
  } finally {
    await client.end().catch(() => undefined)
  }
}

function prepared(run: (sql: string, values: unknown[]) => Promise<unknown[]>): Session {
  return { query: async <R>(sql: string, parameters: readonly unknown[] = []) => (await run(sql, [...parameters])) as R[] }
}
