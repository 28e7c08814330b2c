import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'

/**
 * Stands between the service and its PostgreSQL, so that the server can go away without being stopped. `cut`: connections break and new
 * ones are refused; `freeze`: nothing is answered any more, and nothing breaks; `heal`: as before.
 */
export async function startDatabaseProxy(databaseUrl: string) {
  const target = new URL(databaseUrl)
  const open = new Set<Socket>()
  let state: 'well' | 'cut' | 'frozen' = 'well'
  const server = createServer((near) => {
    if (state === 'cut') return near.destroy()
    const far = connect(Number(target.port || 5432), target.hostname)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one)
      one.on('data', (bytes) => {
        if (state === 'well') other.write(bytes)
      })
      one.on('error', () => {})
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const breakAll = () => {
    for (const socket of open) socket.destroy()
  }
  return {
    url: Object.assign(new URL(databaseUrl), { host: `127.0.0.1:${(server.address() as AddressInfo).port}` }).href,
    cut() {
      state = 'cut'
      breakAll()
    },
    freeze() {
      state = 'frozen'
    },
    heal() {
      // What was swallowed meanwhile leaves these connections half said.
      if (state === 'frozen') breakAll()
      state = 'well'
    },
    async close() {
      breakAll()
      await new Promise<void>((done) => server.close(() => done()))
    },
  }
}
