import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { writeBackup } from './adapters/database/backup/write-backup.ts'
import { createCatchUpStore } from './adapters/database/catch-up-store.ts'
import { type Database, openEmbedded, openPostgres } from './adapters/database/connect.ts'
import { forgetSessions } from './adapters/database/console-store.ts'
import { createEntryStore, forgetAsked } from './adapters/database/entry-store.ts'
import { createJournal } from './adapters/database/journal-store.ts'
import { emptySent } from './adapters/database/outbox-store.ts'
import { createPeopleStore } from './adapters/database/people-store.ts'
import { forgetCollectors } from './adapters/database/pickup-store.ts'
import { createReceiptStore } from './adapters/database/receipt-store.ts'
import { forgetRosters } from './adapters/database/roster-import-store.ts'
import { createGate, forgetPaces } from './adapters/database/send-gate.ts'
import { forgetFiles } from './adapters/database/stored-file.ts'
import { createUnitOfWork } from './adapters/database/unit-of-work.ts'
import { createUnsentStore } from './adapters/database/unsent-store.ts'
import { createZaloTokenStore } from './adapters/database/zalo-token-store.ts'
import { createZaloUploadStore, forgetUploads } from './adapters/database/zalo-upload-store.ts'
import { expandRule } from './adapters/files/expand-rule.ts'
import { hashCode, randomIds } from './adapters/ids.ts'
import { openBossQueue } from './adapters/jobs/boss-queue.ts'
import { createPhrases } from './adapters/locales/phrases.ts'
import { createWordings } from './adapters/locales/wordings.ts'
import type { Log } from './adapters/observability/log.ts'
import { createMetrics } from './adapters/observability/metrics.ts'
import { drawPicture } from './adapters/pictures/draw-picture.ts'
import { openSpool } from './adapters/spool/spool.ts'
import { registerBackup } from './adapters/web/backup-page.ts'
import { createServer } from './adapters/web/server.ts'
import { writeWorkbook } from './adapters/workbooks/write-workbook.ts'
import { createCatchUp } from './app/catch-up.ts'
import { channelTraits as traits } from './app/channel-traits.ts'
import { openChannels } from './app/channels.ts'
import { registerPages, registerStatus } from './app/pages.ts'
import { createReceiving } from './app/receiving.ts'
import type { ProcessRole } from './app/role.ts'
import { startTicks } from './app/ticks.ts'
import { watchWork } from './app/watch-work.ts'
import { createWorkers } from './app/workers.ts'
import type { Config } from './config.ts'
import type { Clock } from './core/clock.ts'
import type { Ids } from './core/ids.ts'
import type { WakeUps } from './core/wake-ups.ts'
import { parseReport } from './features/checkin/parse/parse-report.ts'
import { type DueCounts, runDue } from './features/due/run-due.ts'
import { createOwnAnswers } from './features/entries/own-answers.ts'
import { answer, packSearchIndex } from './features/knowledge/answer.ts'

/** @see https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this; Zalo tells with each answer what is left. */
const sendingRates = {
  telegram: {
    all: { perSecond: 30, burst: 30 },
    chat: (id: string) => (id.startsWith('-') ? { perSecond: 20 / 60, burst: 20 } : { perSecond: 1, burst: 5 }),
  },
}
/** Chats that one sweep wakes; the next one is a second away. */
const sweptChats = 500
/** After this a send under way is cut off, so that the process ends in time; it is repeated at the next start. */
const drainMs = 6_000

export interface App {
  readonly server: FastifyInstance
  readonly database: Database
  /** Address of the web side, once it listens. */
  readonly url: string
  /** Does what is due by the clock now: the tick of the cron, a start, a moved clock. */
  runDue(): Promise<DueCounts>
  /** Wakes whatever waits in the tables: lost wake-ups, retries whose time has come, the spool. */
  sweep(): Promise<void>
  close(): Promise<void>
}

export interface AppOptions {
  readonly config: Config
  readonly clock: Clock
  readonly log: Log
  readonly ids?: Ids
  /** An open database to use instead of the configured one; closed with the app all the same. */
  readonly database?: Database
  /** false: only `runDue` and `sweep` make time pass. */
  readonly ticks?: boolean
  readonly role?: ProcessRole
  /** Adds pages before the server listens. */
  readonly pages?: (server: FastifyInstance, database: Database) => void
}

/** Puts the service together and starts it. The web side listens first; channels authenticate behind it. */
export async function startApp({
  config,
  clock,
  log,
  ids = randomIds,
  ticks = true,
  role = 'both',
  ...options
}: AppOptions): Promise<App> {
  const [takesIn, works] = [role !== 'worker', role !== 'web']
  const database = options.database ?? (await openDatabase(config))
  const { prisma, locks } = database
  const metrics = createMetrics()
  const phrases = createPhrases()
  const queue = await openBossQueue(database.queueSource, (error) => log.error({ err: error }, 'queue'))
  const spool = await openSpool(join(config.dataDir, 'spool'))
  const journal = createJournal(prisma)
  const wakeUps: Pick<WakeUps, 'outbound' | 'bulk'> = {
    outbound: (chat) => queue.outbound(chat),
    bulk: () => works && workers.bulk.kick(),
  }
  const unsent = createUnsentStore(prisma, { traits, wakeUps })
  const unwatched = createUnitOfWork(prisma, {
    ids,
    traits,
    wakeUps,
  })
  const work = watchWork(unwatched, { clock, phrases })
  const stopping = new AbortController()
  const cutOff = new AbortController()

  const receiving = createReceiving({ journal, receipts: createReceiptStore(prisma), wakeUps: queue, spool, metrics, clock })
  const open = openChannels({ clock, log, metrics, takesIn, locks, journal: receiving.store }, config, (appId) => ({
    store: createZaloTokenStore(prisma, appId),
    uploads: createZaloUploadStore(prisma, appId),
    locks,
  }))
  const wordings = createWordings()
  const files = { draw: drawPicture, write: writeWorkbook }
  let listening = ''
  const own = createOwnAnswers()
  const route = {
    phrases,
    wordings,
    ids,
    hash: hashCode,
    parse: parseReport,
    ask: answer,
    own,
    expandRule,
    files,
    consoleUrl: () => config.publicUrl ?? listening,
  }
  const signals = { stopping: stopping.signal, cutOff: cutOff.signal }
  const gate = createGate(prisma, sendingRates)
  const workers = createWorkers({
    journal,
    work,
    unsent,
    gate,
    channels: open.byName,
    route,
    locks,
    clock,
    log,
    metrics,
    ...signals,
  })

  const { zalo } = open
  const catchUp =
    zalo &&
    createCatchUp({
      ...{ account: zalo.account, readMissed: zalo.readMissed, journal, locks, clock, log },
      storeOf: (account) => createCatchUpStore(prisma, { channel: 'zalo', account }),
      wake: (chat) => queue.inbound(chat),
      stopping: stopping.signal,
    })
  const due = async (): Promise<DueCounts> => {
    await catchUp?.ifDue()
    const schools = () => createPeopleStore(prisma, ids).schools()
    const onError = (schoolId: string, error: unknown) => log.error({ schoolId, err: error }, 'what is due failed')
    await open.zalo?.tokens.keepFresh()
    const counts = await runDue({ work, clock, phrases, wordings, files, schools, onError })
    for (const [kind, count] of Object.entries(counts)) if (count > 0) metrics.tasks.inc({ kind }, count)
    if (Object.values(counts).some((count) => count > 0)) log.info(counts, 'done what was due')
    return counts
  }
  const sweep = async (): Promise<void> => {
    if (await spool.holds()) log.info({ count: await spool.drain(receiving.store) }, 'journaled what was spooled')
    if (!works) return
    for (const chat of await journal.waitingChats()) await queue.inbound(chat)
    await unsent.release(clock.now())
    const wanted = { channels: open.names, limit: sweptChats }
    for (const chat of await unsent.dueChats('now', clock.now(), wanted)) await queue.outbound(chat)
    workers.bulk.kick()
  }
  const empty = async (): Promise<number> =>
    (await journal.emptyOld(clock.now())) +
    (await emptySent(prisma, clock.now())) +
    (await forgetAsked(prisma, clock.now())) +
    (await forgetCollectors(prisma, clock.now())) +
    (await forgetFiles(prisma, clock.now())) +
    (await forgetRosters(prisma, clock.now())) +
    (await forgetUploads(prisma, clock.now())) +
    (await forgetPaces(prisma, clock.now())) +
    (await forgetSessions(prisma, clock.now()))

  const server = createServer()
  const pages = { config, database, queue, open, receiving, work, phrases, metrics, clock, log, own }
  registerStatus(server, pages)
  if (takesIn) registerPages(server, pages)
  const door =
    database.kind === 'embedded'
      ? registerBackup(server, { dataDir: config.dataDir, write: (path) => writeBackup(database.queueSource, path, clock.now()) })
      : undefined
  options.pages?.(server, database)

  // Built before the first question, not within it: Zalo waits two seconds for an answer.
  packSearchIndex()
  for (const { id } of await createPeopleStore(prisma, ids).schools()) await own.indexOf(createEntryStore(prisma, ids), id)
  if (works) await queue.work(workers)
  const url = await server.listen({ port: config.port, host: config.host })
  listening = url
  await door?.open(url)
  for (const channel of open.running) channel.start()
  const tasks = ticks ? startTicks({ sweep, log, ...(works ? { due, empty } : {}) }) : []

  return {
    server,
    database,
    url,
    runDue: due,
    sweep,
    async close() {
      for (const task of tasks) await task.destroy()
      const deadline = setTimeout(() => cutOff.abort(), drainMs)
      await Promise.all(open.running.map((channel) => channel.stop()))
      await server.close()
      await door?.close()
      stopping.abort()
      await queue.stop()
      await workers.bulk.idle()
      clearTimeout(deadline)
      await database.close()
    },
  }
}

async function openDatabase({ databaseUrl, dataDir }: Config): Promise<Database> {
  return databaseUrl === undefined ? await openEmbedded(dataDir) : await openPostgres(databaseUrl)
}
