import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** One request between the platform and the service, as the demo page shows it. Tokens and secrets are masked before it is kept. */
export interface Exchange {
  seq: number
  /** ISO, on the emulator's clock. */
  at: string
  direction: 'to_platform' | 'to_service'
  method: string
  path: string
  /** 0: the connection was cut, nothing was answered. */
  status: number
  request: unknown
  response: unknown
  millis: number
}

const kept = 500
const secretFields = /^(access_token|refresh_token|secret_token|secret_key|app_secret|code|code_verifier)$/

/** The last 500 requests, oldest dropped first. `seq` goes on growing for as long as the process lives. */
export class Traffic {
  private readonly ring: Exchange[] = []
  private seq = 0
  private readonly now: () => Date

  constructor(now: () => Date) {
    this.now = now
  }

  add(exchange: Omit<Exchange, 'seq' | 'at'>): void {
    this.seq += 1
    this.ring.push({
      ...exchange,
      seq: this.seq,
      at: this.now().toISOString(),
      request: masked(exchange.request),
      response: masked(exchange.response),
      millis: Math.round(exchange.millis),
    })
    if (this.ring.length > kept) this.ring.shift()
  }

  after(seq: number): Exchange[] {
    return this.ring.filter((exchange) => exchange.seq > seq)
  }

  reset(): void {
    this.ring.length = 0
  }
}

/**
 * Records every request that the service makes, control requests left out.
 * @param maskPath hides tokens that stand in a path
 * @returns how to cut the connection of one request instead of answering it; that is recorded with status 0
 */
export function recordRequests(app: FastifyInstance, traffic: Traffic, maskPath: (path: string) => string = (path) => path) {
  const record = (request: FastifyRequest, reply: FastifyReply, response: unknown, status: number) => {
    const [path = ''] = request.url.split('?')
    if (path.startsWith('/emulator/')) return
    traffic.add({
      direction: 'to_platform',
      method: request.method,
      path: maskPath(path),
      status,
      request: readable(request.body ?? request.query),
      response,
      millis: reply.elapsedTime,
    })
  }
  app.addHook('onSend', async (request, reply, payload) => record(request, reply, readable(payload), reply.statusCode))
  return function cut(request: FastifyRequest, reply: FastifyReply): void {
    record(request, reply, null, 0)
    reply.hijack()
    request.raw.socket.destroy()
  }
}

/** JSON as an object, anything else as text. */
export function readable(body: unknown): unknown {
  const text = Buffer.isBuffer(body) ? body.toString('utf8') : body
  if (typeof text !== 'string') return text ?? null
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function masked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(masked)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      typeof inner === 'string' && secretFields.test(key) ? '•••' : masked(inner),
    ]),
  )
}
