import type { FastifyInstance } from 'fastify'
import type { Database } from '../adapters/database/connect.ts'
import { createFeedStore } from '../adapters/database/feed-store.ts'
import { createSentFileReader } from '../adapters/files/read-sent-file.ts'
import { hashCode, randomIds } from '../adapters/ids.ts'
import type { BossQueue } from '../adapters/jobs/boss-queue.ts'
import type { Log } from '../adapters/observability/log.ts'
import type { Metrics } from '../adapters/observability/metrics.ts'
import { drawPicture } from '../adapters/pictures/draw-picture.ts'
import { registerCalendarFeed } from '../adapters/web/calendar-feed.ts'
import { registerConsole } from '../adapters/web/console/console.ts'
import { registerStatusPages } from '../adapters/web/status-pages.ts'
import { type CountWebhook, registerWebhook } from '../adapters/web/webhooks.ts'
import { registerZaloConsent } from '../adapters/web/zalo-consent-page.ts'
import { writeWorkbook } from '../adapters/workbooks/write-workbook.ts'
import { createZaloConsent } from '../adapters/zalo/zalo-consent.ts'
import type { Config } from '../config.ts'
import type { Clock } from '../core/clock.ts'
import type { Phrases } from '../core/phrases.ts'
import { icsOfSchool } from '../features/calendar/ics-of-school.ts'
import type { OwnAnswers } from '../features/entries/own-answers.ts'
import type { UnitOfWork } from '../features/inbound/stores.ts'
import { answer } from '../features/knowledge/answer.ts'
import { mostRosterRows } from '../features/roster-import/sent-roster.ts'
import { channelHealth } from './channel-health.ts'
import type { OpenChannels } from './channels.ts'
import type { Receiving } from './receiving.ts'
import { within } from './within.ts'

type Deps = {
  config: Config
  database: Database
  queue: BossQueue
  open: OpenChannels
  receiving: Receiving
  work: UnitOfWork
  phrases: Phrases
  metrics: Metrics
  clock: Clock
  log: Log
  own: OwnAnswers
}

/** How long a list of children may take to be read: 50,000 rows on a machine that has other work. */
const readListMs = 120_000

/** How long a part of the service may take to say that it is there. */
const answerMs = 1_000

/** How the process is, whatever its role. */
export function registerStatus(server: FastifyInstance, deps: Deps): void {
  const { config, metrics } = deps
  registerStatusPages(server, {
    readiness: () => readiness(deps),
    metrics: () => metrics.registry.metrics(),
    metricsToken: config.metricsToken,
    zaloDomainVerification: config.zaloDomainVerification,
    tryPath: config.demo ? '/try' : undefined,
  })
}

/** Everything else the web side answers, the demo's own pages aside. */
export function registerPages(server: FastifyInstance, deps: Deps): void {
  const { config, database, work, phrases, clock, log, own } = deps
  const consent = registerWebhooks(server, deps)
  registerCalendarFeed(server, async (token) => {
    const feed = await createFeedStore(database.prisma).find(token)
    return feed && (await work((stores) => icsOfSchool({ ...stores, phrases }, { ...feed, now: clock.now() })))
  })
  registerConsole(server, {
    ...{ work, phrases, clock, own, ask: answer, ids: randomIds, hash: hashCode, publicUrl: config.publicUrl },
    makeFiles: { draw: drawPicture, write: writeWorkbook },
    readFile: createSentFileReader(),
    channels: () =>
      channelHealth(database.prisma, {
        open: deps.open,
        config,
        now: clock.now(),
        consentLink: consent && (() => consent.link()),
      }),
    chatLinks: () =>
      Object.fromEntries(
        deps.open.running.flatMap(({ channel, link }) => (link() === undefined ? [] : [[channel.name, link()]])),
      ),
    readList: createSentFileReader({ mostRows: mostRosterRows, timeoutMs: readListMs }),
    onError: (error) => log.error({ err: error }, 'console'),
  })
}

async function readiness({ database, queue, open, metrics }: Deps): Promise<Record<string, boolean>> {
  const isThere = (part: PromiseLike<unknown>) =>
    within(answerMs, Promise.resolve(part)).then(
      (answer) => answer !== false,
      () => false,
    )
  const parts: Record<string, boolean> = {
    database: await isThere(database.prisma.$queryRaw`select 1`),
    queue: await isThere(queue.isReady()),
  }
  for (const { channel, isReady } of open.running) parts[channel.name] = isReady()
  metrics.ready.set(Object.values(parts).every(Boolean) ? 1 : 0)
  return parts
}

function registerWebhooks(server: FastifyInstance, { config, open: { telegram, zalo }, receiving, metrics, clock }: Deps) {
  const count: CountWebhook = (channel, kind) => {
    metrics.webhooks.inc({ channel, kind })
    if (kind === 'unknown') metrics.unknownEvents.inc({ channel })
  }
  const note = receiving.note
  if (telegram?.receive)
    registerWebhook(server, { channel: 'telegram', receive: telegram.receive, store: receiving.storeSoon, note }, count)
  if (zalo?.receive)
    registerWebhook(server, { channel: 'zalo', receive: zalo.receive, store: receiving.storeOrSpool, note }, count)
  if (zalo && config.zalo && config.publicUrl) {
    const redirectUri = `${config.publicUrl}/zalo/oauth`
    const consent = createZaloConsent({ ...config.zalo, redirectUri, tokens: zalo.tokens, clock })
    registerZaloConsent(server, consent)
    return consent
  }
  return undefined
}
