import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { type Database, openEmbedded, openPostgres } from './adapters/database/connect.ts'
import { forgetAsked } from './adapters/database/entry-store.ts'
import { createFeedStore } from './adapters/database/feed-store.ts'
import { createJournal } from './adapters/database/journal-store.ts'
import { createUnsentStore } from './adapters/database/outbox-store.ts'
import { createPeopleStore } from './adapters/database/people-store.ts'
import { createUnitOfWork } from './adapters/database/unit-of-work.ts'
import { createZaloTokenStore } from './adapters/database/zalo-token-store.ts'
import { hashCode, randomIds } from './adapters/ids.ts'
import { openBossQueue } from './adapters/jobs/boss-queue.ts'
import { createPhrases } from './adapters/locales/phrases.ts'
import type { Log } from './adapters/observability/log.ts'
import { createMetrics } from './adapters/observability/metrics.ts'
import { openSpool } from './adapters/spool/spool.ts'
import { registerCalendarFeed } from './adapters/web/calendar-feed.ts'
import { registerConsole } from './adapters/web/console/today-page.ts'
import { createServer } from './adapters/web/server.ts'
import { registerStatusPages } from './adapters/web/status-pages.ts'
import { registerWebhook } from './adapters/web/webhooks.ts'
import { registerZaloConsent } from './adapters/web/zalo-consent-page.ts'
import { createZaloConsent } from './adapters/zalo/zalo-consent.ts'
import { openTelegram, openZalo, type RunningChannel } from './channels.ts'
import type { Config } from './config.ts'
import type { Channel } from './core/channel.ts'
import type { Clock } from './core/clock.ts'
import type { Ids } from './core/ids.ts'
import { type ChannelName, type ChatAddress, channelNames, type InboundMessage } from './core/message.ts'
import { icsOfSchool } from './features/calendar/ics-of-school.ts'
import { parseReport } from './features/checkin/parse/parse-report.ts'
import { type DueCounts, runDue } from './features/due/run-due.ts'
import { createOwnAnswers } from './features/entries/own-answers.ts'
import { handleChat } from './features/inbound/handle-chat.ts'
import { apologise, handleMessage } from './features/inbound/handle-message.ts'
import { answer } from './features/knowledge/answer.ts'
import { deliverChat } from './features/outbox/deliver.ts'
import type { ChannelTraits } from './features/outbox/outbox.ts'
import { startTicks } from './ticks.ts'
import { todayOfSchools } from './today.ts'

/** What each channel can carry, whether it is on or not: a message may be written while its channel is not configured. */
const traits: ChannelTraits = {
  telegram: { maxTextLength: 4096, hasButtons: true, canEdit: true },
  zalo: { maxTextLength: 2000, hasButtons: false, canEdit: false },
}
/** Zalo hangs up after 2 s: by then its message is in the journal or in the spool. Telegram is asked to come again. */
const journalPatienceMs = 1_200
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
  /** Adds pages before the server listens. */
  readonly pages?: (server: FastifyInstance, database: Database) => void
}

/** Puts the service together and starts it. The web side listens first; channels authenticate behind it. */
export async function startApp({ config, clock, log, ids = randomIds, ticks = true, ...options }: AppOptions): Promise<App> {
  const database =
    options.database ??
    (config.databaseUrl === undefined ? await openEmbedded(config.dataDir) : await openPostgres(config.databaseUrl))
  const { prisma, locks } = database
  const metrics = createMetrics()
  const phrases = createPhrases()
  const queue = await openBossQueue(database.queueSource, (error) => log.error({ err: error }, 'queue'))
  const spool = await openSpool(join(config.dataDir, 'spool'))
  const journal = createJournal(prisma)
  const work = createUnitOfWork(prisma, { ids, traits, wakeUps: queue })
  const stopping = new AbortController()
  const cutOff = new AbortController()

  const store = async (messages: readonly InboundMessage[]): Promise<void> => {
    const chats = await journal.append(messages, clock.now())
    await Promise.all(chats.map((chat) => queue.inbound(chat)))
  }
  const spooling = async (messages: readonly InboundMessage[]): Promise<'stored'> => {
    try {
      if (await spool.holds()) throw new Error('the spool goes first')
      await within(journalPatienceMs, store(messages))
    } catch {
      await spool.append(messages)
      metrics.spooled.inc(messages.length)
    }
    return 'stored'
  }

  const channelDeps = { clock, log, metrics, journal: store }
  const telegram = config.telegram && openTelegram(channelDeps, config.telegram, config.publicUrl)
  const zalo =
    config.zalo && openZalo(channelDeps, config.zalo, { store: createZaloTokenStore(prisma, config.zalo.appId), locks })
  const running: Partial<Record<ChannelName, RunningChannel>> = { ...(telegram && { telegram }), ...(zalo && { zalo }) }
  const channels: Partial<Record<ChannelName, Channel>> = {
    ...(telegram && { telegram: telegram.channel }),
    ...(zalo && { zalo: zalo.channel }),
  }
  const on = channelNames.filter((name) => channels[name] !== undefined)

  const unsent = createUnsentStore(prisma)
  const deliver = (chat: ChatAddress) =>
    deliverChat(
      { unsent, channels, locks, clock, stopping: stopping.signal, cutOff: cutOff.signal, log: deliveryLog(log, metrics) },
      chat,
    )
  const routeDeps = { phrases, ids, hash: hashCode, parse: parseReport, ask: answer, own: createOwnAnswers() }
  const handle = (chat: ChatAddress) =>
    handleChat(
      {
        journal,
        work,
        locks,
        clock,
        stopping: stopping.signal,
        handle: (turn) => handleMessage(routeDeps, turn),
        apologise: (turn) => apologise(routeDeps, turn),
        acknowledge: async (message) => channels[message.from.channel]?.acknowledge(message),
        log: {
          handled(message, route, millis) {
            metrics.inbound.inc({ channel: message.from.channel, route })
            metrics.inboundSeconds.observe(millis / 1_000)
            log.debug({ channel: message.from.channel, route, millis: Math.round(millis) }, 'handled')
          },
          crashed(journalId, error, { final }) {
            metrics.crashes.inc()
            log.error({ journalId, final, err: error }, 'handling crashed')
          },
        },
      },
      chat,
    )

  const schools = () => createPeopleStore(prisma, ids).schools()
  const due = async (): Promise<DueCounts> => {
    const counts = await runDue({
      work,
      clock,
      phrases,
      schools,
      onError: (schoolId, error) => log.error({ schoolId, err: error }, 'what is due failed'),
    })
    for (const [kind, count] of Object.entries(counts)) if (count > 0) metrics.tasks.inc({ kind }, count)
    if (Object.values(counts).some((count) => count > 0)) log.info(counts, 'done what was due')
    return counts
  }
  const sweep = async (): Promise<void> => {
    if (await spool.holds()) log.info({ count: await spool.drain(store) }, 'journaled what was spooled')
    for (const chat of await journal.waitingChats()) await queue.inbound(chat)
    for (const chat of await unsent.dueChats(clock.now(), on)) await queue.outbound(chat)
  }

  const server = createServer()
  registerStatusPages(server, {
    readiness: async () => {
      const parts: Record<string, boolean> = {
        database: await answers(database),
        queue: await within(1_000, queue.isReady()).catch(() => false),
      }
      for (const name of on) parts[name] = running[name]?.isReady() ?? false
      metrics.ready.set(Object.values(parts).every(Boolean) ? 1 : 0)
      return parts
    },
    metrics: () => metrics.registry.metrics(),
    metricsToken: config.metricsToken,
    zaloDomainVerification: config.zaloDomainVerification,
    tryPath: config.demo ? '/try' : undefined,
  })
  const count: Parameters<typeof registerWebhook>[2] = (channel, kind) => {
    metrics.webhooks.inc({ channel, kind })
    if (kind === 'unknown') metrics.unknownEvents.inc({ channel })
  }
  if (telegram?.receive) {
    registerWebhook(
      server,
      {
        channel: 'telegram',
        receive: telegram.receive,
        store: (messages) => within(journalPatienceMs, store(messages)).then(() => 'stored' as const),
      },
      count,
    )
  }
  if (zalo?.receive) registerWebhook(server, { channel: 'zalo', receive: zalo.receive, store: spooling }, count)
  if (zalo && config.zalo && config.publicUrl) {
    const consent = createZaloConsent({
      ...config.zalo,
      redirectUri: `${config.publicUrl}/zalo/oauth`,
      tokens: zalo.tokens,
      clock,
    })
    registerZaloConsent(server, consent)
  }
  registerCalendarFeed(server, async (token) => {
    const feed = await createFeedStore(prisma).find(token)
    return feed && (await work((stores) => icsOfSchool({ ...stores, phrases }, { ...feed, now: clock.now() })))
  })
  registerConsole(server, { today: () => todayOfSchools(prisma, { ids, clock }) })
  options.pages?.(server, database)

  await queue.work({ inbound: handle, outbound: deliver })
  const url = await server.listen({ port: config.port, host: config.host })
  for (const name of on) running[name]?.start()
  const tasks = ticks
    ? startTicks({
        sweep,
        due,
        log,
        empty: async () => (await journal.emptyOld(clock.now())) + (await forgetAsked(prisma, clock.now())),
      })
    : []

  return {
    server,
    database,
    url,
    runDue: due,
    sweep,
    async close() {
      for (const task of tasks) await task.destroy()
      const deadline = setTimeout(() => cutOff.abort(), drainMs)
      await Promise.all(on.map((name) => running[name]?.stop()))
      await server.close()
      stopping.abort()
      await queue.stop()
      clearTimeout(deadline)
      await database.close()
    },
  }
}

function deliveryLog(log: Log, metrics: ReturnType<typeof createMetrics>) {
  return {
    delivered(channel: ChannelName, millis: number) {
      metrics.delivered.inc({ channel })
      metrics.deliverySeconds.observe({ channel }, millis / 1_000)
    },
    failed(channel: ChannelName, reason: string, { final, code, id }: { final: boolean; code: number | undefined; id: string }) {
      metrics.failed.inc({ channel, reason, final: String(final) })
      log.warn({ channel, reason, final, code, outboundId: id }, 'message not delivered')
    },
  }
}

async function answers({ prisma }: Database): Promise<boolean> {
  return await within(1_000, prisma.$queryRaw`select 1`).then(
    () => true,
    () => false,
  )
}

async function within<T>(millis: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('took too long')), millis)
  })
  return await Promise.race([work, late]).finally(() => clearTimeout(timer))
}
