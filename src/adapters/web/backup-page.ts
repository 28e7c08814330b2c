import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { isLocalRequest } from './local-only.ts'

/** Where a running service says how to be asked for a backup; readable by its own user only. */
export const doorFile = 'backup-door.json'

/**
 * `POST /backup`: the whole database as one file, for the command line, which cannot open a database that this process has open. Only from
 * this machine, and only for whoever can read the data directory: the token stands there.
 * @param write writes a backup under this path
 */
export function registerBackup(
  app: FastifyInstance,
  { dataDir, write }: { dataDir: string; write(path: string): Promise<unknown> },
): { open(url: string): Promise<void>; close(): Promise<void> } {
  const token = randomBytes(24).toString('base64url')
  const door = join(dataDir, doorFile)
  app.post('/backup', async (request, reply) => {
    if (!isLocalRequest(request) || !isSame(request.headers.authorization, `Bearer ${token}`)) return await reply.callNotFound()
    const path = join(dataDir, `backup-${randomBytes(6).toString('hex')}.part`)
    await write(path)
    // Taken away while it is read: the file lives until its reader is done, or dead.
    const file = createReadStream(path)
    file.once('open', () => void rm(path, { force: true }))
    return await reply.type('application/gzip').send(file)
  })
  return {
    async open(url) {
      await rm(door, { force: true })
      await writeFile(door, JSON.stringify({ url, token }), { mode: 0o600 })
    },
    close: () => rm(door, { force: true }),
  }
}

function isSame(given: string | undefined, wanted: string): boolean {
  const [one, other] = [Buffer.from(given ?? ''), Buffer.from(wanted)]
  return one.length === other.length && timingSafeEqual(one, other)
}
