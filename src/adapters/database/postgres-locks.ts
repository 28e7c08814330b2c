import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Locks } from '../../core/locks.ts'
import { createProcessLocks } from '../process-locks.ts'

const retryMillis = 50

/**
 * Locks over all processes on one PostgreSQL: session-level advisory locks on a connection of their own, so that the server
 * frees them the moment a process dies. The server grants one session the same lock twice, hence the process locks around it.
 */
export function createPostgresLocks(connectionString: string): Locks & { close(): Promise<void> } {
  const local = createProcessLocks()
  let session: Promise<pg.Client> | undefined

  const connected = (): Promise<pg.Client> => {
    session ??= open().catch((error) => {
      session = undefined
      throw error
    })
    return session
  }
  const open = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString, application_name: 'mamnon-locks', keepAlive: true })
    client.on('error', () => {
      session = undefined
    })
    await client.connect()
    return client
  }
  const take = async (name: string): Promise<pg.Client | undefined> => {
    const client = await connected()
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as taken', [
      name,
    ])
    return rows[0]?.taken ? client : undefined
  }
  const release = async (client: pg.Client, name: string): Promise<void> => {
    // A lost session has lost its locks with it: nothing to release then.
    await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [name]).catch(() => {})
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
