import { randomUUID } from 'node:crypto'
import type { Database } from '../../src/adapters/database/connect.ts'
import { createPostgresLocks } from '../../src/adapters/database/postgres-locks.ts'
import { createGate } from '../../src/adapters/database/send-gate.ts'
import { createUnsentStore } from '../../src/adapters/database/unsent-store.ts'
import { createZaloTokenStore } from '../../src/adapters/database/zalo-token-store.ts'
import { createZaloUploadStore } from '../../src/adapters/database/zalo-upload-store.ts'
import { createProcessLocks } from '../../src/adapters/process-locks.ts'
import { createTelegramChannel } from '../../src/adapters/telegram/telegram-channel.ts'
import { createTelegramClient } from '../../src/adapters/telegram/telegram-client.ts'
import { createZaloChannel } from '../../src/adapters/zalo/zalo-channel.ts'
import { createZaloTokens } from '../../src/adapters/zalo/zalo-token.ts'
import { channelTraits as traits } from '../../src/app/channel-traits.ts'
import type { ChatAddress } from '../../src/core/message.ts'
import type { DeliverDeps } from '../../src/features/outbox/deliver.ts'
import { keys, type Platforms, startPlatforms } from '../support/platforms.ts'
import { addressOf, seedSample } from '../support/sample.ts'
import { channelOf, type Death, databaseOf, Life } from './life.ts'

export const firstDay = new Date('2026-11-25T10:00:00+07:00')

/** Both platforms, one database with the sample school, and a clock for all of them. */
export interface Stage {
  readonly database: Database
  readonly platforms: Platforms
  readonly schoolId: string
  readonly clock: { now(): Date }
  setClock(to: Date): Promise<void>
  close(): Promise<void>
}

export async function openStage(open: () => Promise<Database>): Promise<Stage> {
  let now = firstDay
  const database = await open()
  await seedSample(database, now)
  const platforms = await startPlatforms(now)
  const { id } = await database.prisma.school.findFirstOrThrow()
  return {
    ...{ database, platforms, schoolId: id, clock: { now: () => now } },
    async setClock(to) {
      now = to
      await platforms.setClock(to)
    },
    async close() {
      await platforms.close()
      await database.close()
    },
  }
}

/** Somebody with a phone, known to the service. */
export async function addPerson(stage: Stage, channel: ChatAddress['channel'], chat: string): Promise<ChatAddress> {
  const now = stage.clock.now()
  const address = addressOf(channel, chat)
  await stage.platforms[channel].person(chat, 'Phụ huynh')
  const seen = { introducedAt: now, lastInteractedAt: now, createdAt: now }
  await stage.database.prisma.identity.create({ data: { id: randomUUID(), ...address, ...seen } })
  return address
}

/** One process on the stage, put together as the service does, with its way to die. */
export function startProcess(stage: Stage, death: Death | undefined, lostAnswers: Map<string, number>) {
  const { database, platforms, clock } = stage
  const life = new Life(death)
  const prisma = databaseOf(life, database.prisma)
  const source = database.queueSource
  const server = 'connectionString' in source ? createPostgresLocks(source.connectionString) : undefined
  // What the dead held must be free for the next one.
  const locks = server ?? (death === undefined ? database.locks : createProcessLocks())
  const { appId, appSecret } = keys.zalo
  const tokens = createZaloTokens({
    ...{ oauthRoot: platforms.zalo.url, appId, appSecret, locks, clock, seedRefreshToken: keys.zaloRefreshToken },
    store: createZaloTokenStore(prisma, appId),
  })
  const uploads = createZaloUploadStore(prisma, appId)
  const telegram = createTelegramChannel(createTelegramClient({ token: keys.telegramToken, apiRoot: platforms.telegram.url }))
  const zalo = createZaloChannel({ apiRoot: platforms.zalo.url, tokens, clock, uploads })
  const quiet = new AbortController().signal
  const deps: DeliverDeps = {
    unsent: createUnsentStore(prisma, { traits, wakeUps: { outbound: async () => {}, bulk: () => {} } }),
    gate: createGate(prisma, {}),
    channels: { telegram: channelOf(life, telegram, lostAnswers), zalo: channelOf(life, zalo, lostAnswers) },
    ...{ locks, clock, stopping: quiet, cutOff: quiet },
    log: { delivered() {}, failed() {}, settled() {} },
  }
  return {
    ...{ deps, tokens, died: life.died },
    /** Its session with the server ends, and with it every lock. */
    bury: async () => await server?.close(),
  }
}

export type Process = ReturnType<typeof startProcess>

/** What an admin of the account does where the pair of tokens is lost. @returns the code that Zalo sends back with them */
export async function consentAnew({ platforms }: Stage): Promise<string> {
  const query = new URLSearchParams({ app_id: keys.zalo.appId, redirect_uri: 'http://127.0.0.1/zalo/oauth' })
  const answer = await fetch(`${platforms.zalo.url}/v4/oa/permission/approve?${query}`, { redirect: 'manual' })
  return new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? ''
}
