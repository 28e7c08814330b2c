import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { RawRequest, Received, ReceiveWebhook } from '../../core/channel.ts'
import type { ChannelName, InboundMessage } from '../../core/message.ts'
import type { Receipt } from '../../core/receipt.ts'

/** One channel's way in. */
export interface WebhookRoute {
  readonly channel: ChannelName
  readonly receive: ReceiveWebhook
  /**
   * Makes the messages safe. `stored`: answered 200. `refused`: the database is away and the platform shall try again: 503. When it throws,
   * 503 too.
   */
  store(messages: readonly InboundMessage[]): Promise<'stored' | 'refused'>
  /** Writes a receipt down, soon or not at all. */
  note(receipt: Receipt): Promise<void>
}

/** For the counters: what each request was. */
export type CountWebhook = (channel: ChannelName, kind: Received['kind'] | 'refused', event?: string) => void

const statusOf = { unsigned: 401, malformed: 400, unknown: 200 } as const

/** `POST /webhooks/<channel>`: verify, store, answer; handling comes later and elsewhere. */
export function registerWebhook(app: FastifyInstance, route: WebhookRoute, count: CountWebhook): void {
  app.post(`/webhooks/${route.channel}`, async (request, reply) => {
    const received = route.receive(rawOf(request))
    if (received.kind === 'receipt') {
      count(route.channel, 'receipt')
      await route.note(received.receipt).catch(() => undefined)
      return await answer(reply, 200)
    }
    if (received.kind !== 'messages') {
      count(route.channel, received.kind, received.kind === 'unknown' ? received.event : undefined)
      return await answer(reply, statusOf[received.kind])
    }
    const outcome =
      received.messages.length === 0 ? 'stored' : await route.store(received.messages).catch(() => 'refused' as const)
    count(route.channel, outcome === 'stored' ? 'messages' : 'refused')
    return await answer(reply, outcome === 'stored' ? 200 : 503)
  })
}

function answer(reply: FastifyReply, status: number): FastifyReply {
  return reply.code(status).send({ ok: status === 200 })
}

function rawOf(request: FastifyRequest): RawRequest {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  )
  return { body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0), headers }
}
