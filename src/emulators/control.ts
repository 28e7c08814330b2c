import type { FastifyInstance, FastifyReply } from 'fastify'
import type { EmulatorClock } from './emulator-clock.ts'
import type { FaultRule, Faults } from './faults.ts'
import type { Phones } from './phone.ts'
import type { SentFile, SentFiles } from './sent-files.ts'
import type { Traffic } from './traffic.ts'

const mediaKinds = ['photo', 'sticker', 'voice', 'video', 'file', 'location', 'contact'] as const
export type Media = (typeof mediaKinds)[number]

/** What a person's act led to: the ids of the events it sent to the service, or why their app would not let them. */
export type Acted = { kind: 'done'; events: string[] } | { kind: 'refused'; because: string }

/** What people do with their phones; each platform has its own consequences. The person exists when one of these is called. */
export interface People {
  /** The person has used the service before; nobody is told. For a platform where one must open the door first. */
  start?(user: string): void
  /** `forwarded`: somebody else's text passed on, where the platform tells the service so. */
  write(user: string, text: string, forwarded?: boolean): Acted
  edit(user: string, messageId: string, text: string): Acted
  tap(user: string, messageId: string, value: string): Acted
  sendMedia(user: string, media: Media, caption?: string): Acted
  sendFile(user: string, file: SentFile, caption?: string): Acted
  /** The same for a picture taken with the phone. */
  sendPhoto(user: string, file: SentFile): Acted
  block(user: string, blocked: boolean): Acted
}

export interface Controlled {
  clock: EmulatorClock
  phones: Phones
  traffic: Traffic
  faults: Faults
  people: People
  files: SentFiles
  /** How a user id looks on this platform. */
  userId: RegExp
  /** Events not yet confirmed by the service. */
  pending(): number
  /** Forgets everything; the clock returns to real time. */
  reset(): void
}

const largestFile = 32 * 1024 * 1024

const text = { type: 'string' } as const
const object = (properties: Record<string, unknown>, required = Object.keys(properties)) => ({
  body: { type: 'object', properties, required },
})

/** The control plane, the same for every emulator: what the demo page and the tests do to the platform, over HTTP under `/emulator/`. */
export function registerControl(app: FastifyInstance, emulator: Controlled): void {
  registerPhones(app, emulator)
  const { clock, phones, traffic, faults } = emulator

  app.get('/emulator/clock', () => ({ now: clock.now().toISOString(), frozen: clock.frozen }))
  app.post<{ Body: { now: string; frozen?: boolean } }>(
    '/emulator/clock',
    { schema: object({ now: { type: 'string', format: 'date-time' }, frozen: { type: 'boolean' } }, ['now']) },
    (request) => {
      clock.set(new Date(request.body.now), request.body.frozen ?? false)
      return { now: clock.now().toISOString(), frozen: clock.frozen }
    },
  )

  app.get<{ Querystring: { after?: number } }>('/emulator/traffic', (request) => traffic.after(Number(request.query.after ?? 0)))
  app.get('/emulator/ledger', () => phones.ledger)
  app.get<{ Params: { messageId: string } }>('/emulator/sent/:messageId', ({ params: { messageId } }, reply) => {
    const file = emulator.files.attached(messageId)
    if (file === undefined) return reply.code(404).send({ error: 'this message carries nothing' })
    return reply.send({ name: file.name, base64: file.bytes.toString('base64') })
  })
  app.get('/emulator/pending', () => ({ pending: emulator.pending() }))

  app.get('/emulator/faults', () => faults.list())
  app.put<{ Body: FaultRule | FaultRule[] }>('/emulator/faults', (request, reply) => {
    const rules = Array.isArray(request.body) ? request.body : [request.body]
    if (!rules.every((rule) => typeof rule?.fault?.kind === 'string'))
      return reply.code(400).send({ error: 'a fault needs a kind' })
    faults.set(rules)
    return reply.send(faults.list())
  })
  app.delete('/emulator/faults', () => {
    faults.set([])
    return []
  })
  app.post('/emulator/reset', () => {
    emulator.reset()
    faults.set([])
    traffic.reset()
    emulator.files.reset()
    phones.reset()
    clock.reset()
    return { done: true }
  })
}

function registerPhones(app: FastifyInstance, { phones, people, files, userId }: Controlled): void {
  type User = { Params: { user: string } }
  const route = '/emulator/phones/:user'

  app.get('/emulator/phones', () => phones.all().map(({ user, version, blocked }) => ({ user, version, blocked })))
  app.get<User & { Querystring: { after?: string } }>(route, (request, reply) => {
    const phone = phones.find(request.params.user)
    if (!phone) return reply.code(404).send({ error: 'no such person' })
    if (request.query.after === String(phone.version)) return reply.code(204).send()
    return reply.send(phone)
  })
  app.put<User & { Body: { name: string; started?: boolean } }>(
    route,
    { schema: object({ name: text, started: { type: 'boolean' } }, ['name']) },
    ({ params: { user }, body }, reply) => {
      if (!userId.test(user)) return reply.code(400).send({ error: `a user id must match ${userId.source}` })
      const phone = phones.put(user, body.name)
      if (body.started) people.start?.(user)
      return reply.send(phone)
    },
  )

  const act = (reply: FastifyReply, user: string, run: () => Acted) => {
    if (!phones.find(user)) return reply.code(404).send({ error: 'no such person' })
    const acted = run()
    if (acted.kind === 'refused') return reply.code(409).send({ error: acted.because })
    return reply.send({ events: acted.events })
  }
  app.post<User & { Body: { text: string; forwarded?: boolean } }>(
    `${route}/messages`,
    { schema: object({ text, forwarded: { type: 'boolean' } }, ['text']) },
    ({ params: { user }, body }, reply) => act(reply, user, () => people.write(user, body.text, body.forwarded)),
  )
  app.post<User & { Body: { messageId: string; text: string } }>(
    `${route}/edits`,
    { schema: object({ messageId: text, text }) },
    ({ params: { user }, body }, reply) => act(reply, user, () => people.edit(user, body.messageId, body.text)),
  )
  app.post<User & { Body: { messageId: string; value: string } }>(
    `${route}/taps`,
    { schema: object({ messageId: text, value: text }) },
    ({ params: { user }, body }, reply) => act(reply, user, () => people.tap(user, body.messageId, body.value)),
  )
  app.post<User & { Body: { kind: Media; caption?: string } }>(
    `${route}/media`,
    { schema: object({ kind: { enum: mediaKinds }, caption: text }, ['kind']) },
    ({ params: { user }, body }, reply) => act(reply, user, () => people.sendMedia(user, body.kind, body.caption)),
  )
  app.post<User & { Body: { name: string; base64: string; caption?: string } }>(
    `${route}/files`,
    { schema: object({ name: text, base64: text, caption: text }, ['name', 'base64']), bodyLimit: largestFile * 2 },
    ({ params: { user }, body }, reply) =>
      act(reply, user, () => people.sendFile(user, files.keep(body.name, Buffer.from(body.base64, 'base64')), body.caption)),
  )
  app.post<User & { Body: { base64: string } }>(
    `${route}/photos`,
    { schema: object({ base64: text }), bodyLimit: largestFile * 2 },
    ({ params: { user }, body }, reply) =>
      act(reply, user, () => people.sendPhoto(user, files.keep('photo.jpg', Buffer.from(body.base64, 'base64')))),
  )
  app.post<User & { Body: { blocked: boolean } }>(
    `${route}/block`,
    { schema: object({ blocked: { type: 'boolean' } }) },
    ({ params: { user }, body }, reply) => act(reply, user, () => people.block(user, body.blocked)),
  )
}
