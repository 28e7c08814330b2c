import type { AddressInfo } from 'node:net'
import Fastify, { type FastifyInstance } from 'fastify'
import { registerControl } from './control.ts'
import { createEmulatorClock, type EmulatorClock } from './emulator-clock.ts'
import { acceptMultipart } from './multipart.ts'
import { Phones } from './phone.ts'
import { registerFiles, SentFiles } from './sent-files.ts'
import { recordRequests, Traffic } from './traffic.ts'
import { withFaultKinds, ZaloFaults } from './zalo-faults.ts'
import { ZaloGrants } from './zalo-grants.ts'
import { MinuteCounter } from './zalo-minute.ts'
import { ZaloPeople } from './zalo-people.ts'
import { registerPlatform } from './zalo-routes.ts'
import { defaultSettings, type ZaloAppKeys, type ZaloSettings } from './zalo-settings.ts'
import { ZaloUploads } from './zalo-uploads.ts'
import { type ZaloEvent, ZaloWebhooks } from './zalo-webhooks.ts'

export interface ZaloEmulatorOptions {
  appId: string
  appSecret: string
  oaSecretKey: string
  oaId: string
  oaName?: string
  /** Seeds the one grant; without it an admin has to consent first. */
  firstRefreshToken?: string
  /** May be set later, by `PUT /emulator/webhook`. */
  webhookUrl?: string
  settings?: Partial<ZaloSettings>
  /** Real time, or what stands for it. */
  now?: () => Date
  port?: number
}

export interface ZaloEmulator {
  /** Stands for the openapi, oauth and business hosts at once. */
  url: string
  close(): Promise<void>
}

/** Zalo's side of one OA, on 127.0.0.1: OAuth v4, consultation messages, signed webhooks, and the control plane under `/emulator/`. */
export async function startZaloEmulator(options: ZaloEmulatorOptions): Promise<ZaloEmulator> {
  const app = Fastify({ forceCloseConnections: true, bodyLimit: 6 * 1_048_576 })
  acceptBodies(app)
  acceptMultipart(app)
  const { webhooks } = build(app, options)
  webhooks.setUrl(options.webhookUrl)
  await app.listen({ host: '127.0.0.1', port: options.port ?? 0 })
  const { port } = app.server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      webhooks.close()
      await app.close()
    },
  }
}

function build(app: FastifyInstance, options: ZaloEmulatorOptions): { webhooks: ZaloWebhooks } {
  const { appId, appSecret, oaSecretKey, oaId, oaName = 'Trường Mầm non' } = options
  const keys: ZaloAppKeys = { appId, appSecret, oaSecretKey, oaId, oaName }
  const firstSettings = { ...defaultSettings, ...options.settings }
  const settings: ZaloSettings = { ...firstSettings }
  const clock = createEmulatorClock(options.now ?? (() => new Date()))
  const phones = new Phones()
  const faults = new ZaloFaults()
  const traffic = new Traffic(() => clock.now())
  const webhooks = new ZaloWebhooks({ keys, settings, clock, faults, traffic })
  const send = (event: ZaloEvent) => webhooks.send(event)
  const files = new SentFiles()
  registerFiles(app, { files, path: '/files/:id' })
  const fileUrl = (id: string) => `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/files/${id}`
  const people = new ZaloPeople({ keys, settings, clock, phones, send, fileUrl })
  const grants = new ZaloGrants({ keys, settings, clock, firstRefreshToken: options.firstRefreshToken })
  const minute = new MinuteCounter(clock)
  const uploads = new ZaloUploads(files)

  const cut = recordRequests(app, traffic)
  registerPlatform(app, { keys, settings, clock, phones, people, uploads, files, send, grants, faults, minute, cut })
  // the tokens outlive a reset: the service holds its half of them
  const reset = () => {
    webhooks.reset()
    people.reset()
    Object.assign(settings, firstSettings)
  }
  app.addHook('preValidation', async (request) => {
    if (request.url === '/emulator/faults') request.body = withFaultKinds(request.body)
  })
  const watched = thatRuns(clock, () => webhooks.runDue())
  registerControl(app, {
    clock: watched,
    phones,
    traffic,
    faults,
    files,
    people,
    userId: /^\d{6,25}$/,
    pending: () => webhooks.pending(),
    reset,
  })
  registerZaloControl(app, { settings, phones, people, webhooks })
  return { webhooks }
}

interface ZaloControlled {
  settings: ZaloSettings
  phones: Phones
  people: ZaloPeople
  webhooks: ZaloWebhooks
}

/** What only Zalo has: the webhook's switch, the account's settings, following. */
function registerZaloControl(app: FastifyInstance, { settings, phones, people, webhooks }: ZaloControlled): void {
  app.get('/emulator/webhook', () => webhooks.status())
  app.put<{ Body: { url?: string } | undefined }>('/emulator/webhook', (request, reply) => {
    const url = request.body?.url
    if (url !== undefined && !URL.canParse(url)) return reply.code(400).send({ error: 'url must be an absolute address' })
    webhooks.setUrl(url)
    return reply.send(webhooks.status())
  })
  app.get('/emulator/settings', () => settings)
  app.put<{ Body: Record<string, unknown> | undefined }>('/emulator/settings', (request, reply) => {
    const wrong = Object.entries(request.body ?? {}).find(
      ([name, value]) => !Object.hasOwn(settings, name) || typeof value !== typeof defaultSettings[name as keyof ZaloSettings],
    )
    if (wrong) return reply.code(400).send({ error: `no such setting, or of another type: ${wrong[0]}` })
    return reply.send(Object.assign(settings, request.body))
  })
  type Act = { Params: { user: string }; Body: { text?: string } | undefined }
  const acts = {
    'by-hand': (user: string, text: string) => people.writeByHand(user, text),
    'click-chat': (user: string) => people.clickChat(user),
    withdraw: (user: string) => people.withdraw(user),
  }
  for (const [path, act] of Object.entries(acts))
    app.post<Act>(`/emulator/phones/:user/${path}`, ({ params: { user }, body }, reply) => {
      if (!phones.find(user)) return reply.code(404).send({ error: 'no such person' })
      return reply.send(act(user, body?.text ?? ''))
    })
  app.post<{ Params: { user: string } }>('/emulator/phones/:user/follow', ({ params: { user } }, reply) => {
    if (!phones.find(user)) return reply.code(404).send({ error: 'no such person' })
    const followed = people.follow(user)
    return reply.send({ events: followed.kind === 'done' ? followed.events : [] })
  })
}

/** The same clock; setting it also does what has become due. */
function thatRuns(clock: EmulatorClock, whatIsDue: () => void): EmulatorClock {
  return {
    now: () => clock.now(),
    set(now, frozen) {
      clock.set(now, frozen)
      whatIsDue()
    },
    get frozen() {
      return clock.frozen
    },
    elapsed: () => clock.elapsed(),
    reset: () => clock.reset(),
  }
}

/** Bodies that are no JSON are judged by the platform's own rules, not by the web server's. */
function acceptBodies(app: FastifyInstance): void {
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, JSON.parse(String(body)))
    } catch {
      done(null, undefined)
    }
  })
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  )
}
