import { createHash } from 'node:crypto'
import axios from 'axios'
import { onTestFinished } from 'vitest'
import type { ZaloUploadStore } from '../../../src/adapters/zalo/zalo-attachment.ts'
import { createZaloChannel } from '../../../src/adapters/zalo/zalo-channel.ts'
import { createZaloTokens, type TokenPair, type TokenStore, type ZaloTokens } from '../../../src/adapters/zalo/zalo-token.ts'
import type { RawRequest } from '../../../src/core/channel.ts'
import type { DeliveryError } from '../../../src/core/delivery-error.ts'
import type { Locks } from '../../../src/core/locks.ts'
import { startZaloEmulator, type ZaloEmulatorOptions } from '../../../src/emulators/zalo-server.ts'

export const app = {
  appId: '1200000000000000001',
  appSecret: 'app-secret-of-the-tests',
  oaSecretKey: 'oa-secret-key-of-the-tests',
  oaId: '3300000000000000007',
}
export const seedRefreshToken = 'first-refresh-token-of-the-tests'
export const lan = '7714000000000000021'
export const monday = new Date('2026-11-23T00:30:00Z')

interface MemoryStore extends TokenStore {
  pair: TokenPair | undefined
  writes: number
  isAway: boolean
}

function memoryStore(): MemoryStore {
  return {
    pair: undefined,
    writes: 0,
    isAway: false,
    async read() {
      if (this.isAway) throw new Error(`the database is away: ${JSON.stringify(this.pair)}`)
      return this.pair
    },
    async write(pair) {
      if (this.isAway) throw new Error(`the database is away: ${JSON.stringify(pair)}`)
      this.writes += 1
      this.pair = pair
    },
  }
}

/** One holder at a time, as the database's lock does it for all processes. */
function memoryLocks(): Pick<Locks, 'exclusively'> {
  let last: Promise<unknown> = Promise.resolve()
  return {
    exclusively(_name, work) {
      const mine = last.then(work, work)
      last = mine.catch(() => {})
      return mine
    },
  }
}

/** What was uploaded, for as long as the stage stands. */
export function memoryUploads(): ZaloUploadStore {
  const known = new Map<string, { handle: string; uploadedAt: Date }>()
  return {
    find: async (sha256) => known.get(sha256),
    keep: async (sha256, handle, uploadedAt) => void known.set(sha256, { handle, uploadedAt }),
  }
}

/** An emulated OA with Lan as its follower, one clock for both sides, and the control plane. */
export async function stageZalo(options: Partial<ZaloEmulatorOptions> = {}) {
  const emulator = await startZaloEmulator({ ...app, firstRefreshToken: seedRefreshToken, now: () => monday, ...options })
  onTestFinished(() => emulator.close())
  const control = axios.create({ baseURL: `${emulator.url}/emulator`, validateStatus: () => true })
  await control.put(`/phones/${lan}`, { name: 'Lan' })
  let time = monday
  const clock = { now: () => time }
  const store = memoryStore()
  const locks = memoryLocks()
  const oauth = { oauthRoot: emulator.url, appId: app.appId, appSecret: app.appSecret }

  const anotherProcess = (seed: string | undefined = seedRefreshToken): ZaloTokens =>
    createZaloTokens({ ...oauth, store, locks, clock, seedRefreshToken: seed })
  const tokens = anotherProcess()
  const uploads = memoryUploads()
  const channelOf = (keeper: ZaloTokens) => createZaloChannel({ apiRoot: emulator.url, tokens: keeper, clock, uploads })

  return {
    ...{ url: emulator.url, control, clock, store, locks, oauth, tokens, anotherProcess, channelOf },
    channel: channelOf(tokens),
    async setTime(to: Date) {
      time = to
      await control.post('/clock', { now: to.toISOString(), frozen: true })
    },
    after: (hours: number) => new Date(monday.getTime() + hours * 3_600_000),
    faults: (...rules: unknown[]) => control.put('/faults', rules),
    lanWrites: (text = 'Chào cô') => control.post(`/phones/${lan}/messages`, { text }),
    async shownToLan(): Promise<string[]> {
      const { data } = await control.get(`/phones/${lan}`)
      return data.messages
        .filter((message: { from: string }) => message.from === 'service')
        .map(({ text }: { text: string }) => text)
    },
    /** How often the service asked for this path. */
    async requests(path: string): Promise<number> {
      const { data } = await control.get('/traffic')
      return data.filter((one: { direction: string; path: string }) => one.direction === 'to_platform' && one.path === path)
        .length
    },
  }
}

export const textTo = (chat: string, text: string) => ({ to: { channel: 'zalo' as const, account: app.oaId, chat }, text })

export const noHurry = () => new AbortController().signal

export function macOf(body: string | Buffer, timestamp: string, keys = { appId: app.appId, key: app.oaSecretKey }): string {
  return `mac=${createHash('sha256').update(keys.appId).update(body).update(timestamp).update(keys.key).digest('hex')}`
}

/** A webhook as Zalo sends it: signed over exactly these bytes. */
export function signed(payload: { timestamp: string } & Record<string, unknown>): RawRequest {
  const body = JSON.stringify(payload)
  return { body: Buffer.from(body), headers: { 'x-zevent-signature': macOf(body, payload.timestamp) } }
}

/** The error a promise is rejected with. */
export async function failureOf(sending: Promise<unknown>): Promise<DeliveryError> {
  return sending.then(
    () => {
      throw new Error('it did not fail')
    },
    (error: DeliveryError) => error,
  )
}
