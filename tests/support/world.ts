import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '../../src/adapters/database/connect.ts'
import { inLine } from '../../src/adapters/database/outbound-row.ts'
import { createLog, type Log } from '../../src/adapters/observability/log.ts'
import { startApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { openTestDatabase } from './database.ts'
import { users } from './people.ts'
import { type Control, type Platforms, startPlatforms } from './platforms.ts'
import { addressOf, environmentOf, putPeople, seedSample } from './sample.ts'

export { users } from './people.ts'

const patienceMs = 25_000

type Platform = 'telegram' | 'zalo'

interface WorldOptions {
  at: string
  /** false: no school yet. */
  seed?: boolean
  env?: Record<string, string>
  /** true: time passes for the service by itself, as in production; its clock still stands. */
  ticks?: boolean
  /** How far the clock moves before each message somebody sends. */
  pauseSeconds?: number
  log?: Log
  open?(): Promise<Database>
  /** Platforms that were there before this service, and stay when it is gone. */
  platforms?: Platforms
}

/**
 * The whole service in this process against both emulators over HTTP, with the sample school and a clock that stands until it is set.
 * Nothing inside is replaced but the clock and the ticks.
 */
export async function startWorld({ at, seed = true, env = {}, ticks = false, pauseSeconds = 0, ...given }: WorldOptions) {
  let now = new Date(at)
  const clock = { now: () => now }
  const dataDir = await mkdtemp(join(tmpdir(), 'mamnon-world-'))
  const platforms = given.platforms ?? (await startPlatforms(now))
  if (given.platforms !== undefined) await platforms.setClock(now)
  const { telegram, zalo } = platforms
  const database = await (given.open ?? openTestDatabase)()
  if (seed) await seedSample(database, now)
  if (given.platforms === undefined) await putPeople(platforms)
  const config = readConfig({ ...environmentOf(platforms, dataDir), ...env })
  const log = given.log ?? createLog(process.env.LOG_LEVEL ?? 'silent')
  const app = await startApp({ config, clock, log, database, ticks })
  await zalo.call('PUT', 'webhook', { url: `${app.url}/webhooks/zalo` })
  const { prisma } = database

  const isIdle = async (): Promise<boolean> => {
    const pending = (await telegram.pending()) + (await zalo.pending())
    if (pending > 0) return false
    const waiting = await prisma.inbound.count({ where: { state: 'waiting' } })
    const unsent = await prisma.outbound.findMany({ where: inLine, orderBy: { id: 'desc' } })
    // What stands behind a message that must wait, waits with it.
    const heads = new Map(unsent.map((row) => [`${row.channel}/${row.chat}`, row.settleAt ?? row.nextAttemptAt]))
    return waiting + [...heads.values()].filter((at) => at <= now).length === 0
  }
  /** Until nothing is on its way in either direction. */
  const settle = (): Promise<void> => until(isIdle)
  const setClock = async (instant: Date): Promise<void> => {
    now = instant
    await platforms.setClock(now)
  }
  /** People take their time between two messages; without it the platforms would slow the service down. */
  const breathe = async () => {
    if (pauseSeconds === 0) return
    await setClock(new Date(now.getTime() + pauseSeconds * 1_000))
    await app.sweep()
  }
  const phone = (platform: Platform, user: string) => phoneOf({ control: platforms[platform], user, settle, breathe })
  return {
    app,
    database,
    dataDir,
    platforms,
    config,
    settle,
    isIdle,
    breathe,
    address: addressOf,
    phone,
    parent: phone('zalo', users.parent),
    teacher: phone('telegram', users.teacher),
    office: phone('telegram', users.office),
    now: () => now,
    /** Moves every clock, does what is due then, and waits for what it caused. */
    async clockTo(instant: string) {
      await setClock(new Date(instant))
      const counts = await app.runDue()
      await app.sweep()
      await settle()
      return counts
    },
    async close() {
      await app.close()
      if (given.platforms === undefined) await platforms.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Waits for what must come, and not for long. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + patienceMs
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error('what was waited for did not come')
    await pause(5)
  }
}

export type World = Awaited<ReturnType<typeof startWorld>>

type PhoneOptions = { control: Control; user: string; settle(): Promise<void>; breathe(): Promise<void> }

/** A person with a phone in hand: types or taps, and reads what came since. */
function phoneOf({ control, user, settle, breathe }: PhoneOptions) {
  let seen = 0
  const screen = async () => (await control.screen(user)).filter(({ from }) => from === 'service')
  const news = async (): Promise<string[]> => {
    await settle()
    const messages = await screen()
    const fresh = messages.slice(seen).map(({ text }) => text)
    seen = messages.length
    return fresh
  }
  return {
    user,
    screen,
    /** What came since the last look. */
    reads: news,
    /** Types a message and reads what is answered. */
    async says(text: string) {
      await news()
      await breathe()
      await control.says(user, text)
      return await news()
    },
    /** Taps the button of this label on the newest message that has it. */
    async taps(label: string) {
      await news()
      const holder = (await screen()).findLast(({ buttons }) => buttons.some((button) => button.label.includes(label)))
      const button = holder?.buttons.find((one) => one.label.includes(label))
      if (holder === undefined || button === undefined) throw new Error(`no button ${label}`)
      await breathe()
      await control.taps(user, holder.id, button.value)
      await settle()
      return (await screen()).find(({ id }) => id === holder.id)?.text ?? ''
    },
    async sends(kind: string) {
      await news()
      await breathe()
      await control.sends(user, kind)
      return await news()
    },
    async sendsFile(name: string, bytes: Uint8Array | string) {
      await news()
      await breathe()
      await control.sendsFile(user, name, Buffer.from(bytes as string))
      return await news()
    },
    async sendsPhoto(bytes: Uint8Array) {
      await news()
      await breathe()
      await control.sendsPhoto(user, bytes)
      return await news()
    },
    /** Changes the last thing typed, and reads what is answered. */
    async edits(text: string) {
      await news()
      await breathe()
      const typed = (await control.screen(user)).findLast(({ from }) => from === 'user')
      await control.edits(user, typed?.id ?? '', text)
      return await news()
    },
    blocks: (blocked: boolean) => control.blocks(user, blocked),
  }
}
