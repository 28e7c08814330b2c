import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Locks } from '../../core/locks.ts'
import { createProcessLocks } from '../process-locks.ts'

const retryMillis = 50
/** A server that says nothing for so long is away, however open the connection looks. */
const silenceMillis = 10_000

/**
 * Locks over all processes on one PostgreSQL: session-level advisory locks on a connection of their own, so that the server
 * frees them the moment a process dies. The server grants one session the same lock twice, hence the process locks around it.
 */
export function createPostgresLocks(connectionString: string): Locks & { close(): Promise<void> } {
  const local = createProcessLocks()
  let session: Promise<pg.Client> | undefined
  let current: pg.Client | undefined
  let last: Promise<unknown> = Promise.resolve()

  const open = async (): Promise<pg.Client> => {
    const client = new pg.Client({
      connectionString,
      application_name: 'mamnon-locks',
      keepAlive: true,
      connectionTimeoutMillis: silenceMillis,
      query_timeout: silenceMillis,
    })
    client.on('error', () => drop(client))
    await client.connect()
    current = client
    return client
  }
  /** The next lock opens another session; a late word about an old one must not close that. */
  const drop = (client: pg.Client): void => {
    void client.end().catch(() => {})
    if (current !== client) return
    current = undefined
    session = undefined
  }
  const connected = (): Promise<pg.Client> => {
    session ??= open().catch((error) => {
      session = undefined
      throw error
    })
    return session
  }
  /** One query at a time: a client takes no second one before it answered the first. */
  const query = (client: pg.Client, sql: string, name: string): Promise<boolean> => {
    const mine = last.then(async () => {
      const { rows } = await client.query<{ done: boolean }>(sql, [name]).catch((error) => {
        drop(client)
        throw error
      })
      return rows[0]?.done ?? false
    })
    last = mine.catch(() => {})
    return mine
  }
  const take = async (name: string): Promise<pg.Client | undefined> => {
    const client = await connected()
    return (await query(client, 'select pg_try_advisory_lock(hashtextextended($1, 0)) as done', name)) ? client : undefined
  }
  const release = async (client: pg.Client, name: string): Promise<void> => {
    // A lost session has lost its locks with it: nothing to release then.
    await query(client, 'select pg_advisory_unlock(hashtextextended($1, 0)) as done', name).catch(() => {})
  }

  return {
    async ifFree(name, work) {
      let ran = false
      await local.ifFree(name, async () => {
        const holder = await take(name)
        if (holder === undefined) return
        ran = true
        await work().finally(() => release(holder, name))
      })
      return ran
    },
    exclusively: (name, work) =>
      local.exclusively(name, async () => {
        let holder = await take(name)
        while (holder === undefined) {
          await pause(retryMillis)
          holder = await take(name)
        }
        const held = holder
        return await work().finally(() => release(held, name))
      }),
    async close() {
      const client = await session?.catch(() => undefined)
      session = undefined
      await client?.end().catch(() => {})
    },
  }
}
