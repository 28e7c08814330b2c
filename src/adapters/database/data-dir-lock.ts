import { createHash } from 'node:crypto'
import { mkdir, realpath, rm } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A second process wants the embedded database. */
export class DataDirInUse extends Error {
  override readonly name = 'DataDirInUse'
}

/**
 * Claims a data directory for this process until `release`, or until the process dies however it dies: the claim is a
 * listening socket, which the operating system takes back. (A lock file would outlive a killed process.)
 * @throws {DataDirInUse} when another process of this machine holds it.
 */
export async function claimDataDir(dataDir: string): Promise<{ release(): Promise<void> }> {
  await mkdir(dataDir, { recursive: true })
  const name = `tro-ly-mam-non-${createHash('sha256')
    .update(await realpath(dataDir))
    .digest('hex')
    .slice(0, 24)}`
  const path =
    process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : process.platform === 'linux' ? `\0${name}` : join(tmpdir(), name)
  if (process.platform === 'darwin' && !(await answers(path))) await rm(path, { force: true })
  const server = createServer((socket) => socket.destroy())
  try {
    await listening(server, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw new DataDirInUse()
    throw error
  }
  server.unref()
  return { release: () => new Promise((done) => server.close(() => done())) }
}

function listening(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, () => resolve())
  })
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
