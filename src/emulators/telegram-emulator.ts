import { setTimeout as pause } from 'node:timers/promises'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { registerControl } from './control.ts'
import { createEmulatorClock } from './emulator-clock.ts'
import { Faults } from './faults.ts'
import { acceptMultipart } from './multipart.ts'
import { Phones } from './phone.ts'
import { registerFiles, SentFiles } from './sent-files.ts'
import { type Answer, type Params, Refusal } from './telegram-answers.ts'
import { Chats } from './telegram-chats.ts'
import { fileMethods } from './telegram-files.ts'
import { registerGroups } from './telegram-groups.ts'
import { SendingLimits } from './telegram-limits.ts'
import { messageMethods, type Taps } from './telegram-methods.ts'
import { telegramPeople } from './telegram-people.ts'
import { Polling } from './telegram-polling.ts'
import { receivingMethods } from './telegram-receiving.ts'
import { Updates } from './telegram-updates.ts'
import { WebhookSender } from './telegram-webhook-sender.ts'
import { recordRequests, Traffic } from './traffic.ts'

export interface TelegramEmulatorOptions {
  host?: string
  /** 0: any free one. */
  port?: number
  token?: string
  botUsername?: string
  now?: () => Date
  /** Update ids start here; by default at the start time in seconds, so that they grow from one start to the next. Message ids too. */
  firstUpdateId?: number
  /** The first pause before a refused webhook is tried again; it doubles each time, up to a minute. */
  webhookPauseMs?: number
}

export const emulatedTelegramToken = '7000000001:emulated-bot-token-for-this-machine'

/** The Bot API on this machine, with people who can be made to use it. Speaks HTTP only: `/bot<TOKEN>/<method>` and `/emulator/`. */
export async function startTelegramEmulator(
  options: TelegramEmulatorOptions = {},
): Promise<{ url: string; close(): Promise<void> }> {
  const token = options.token ?? emulatedTelegramToken
  const now = options.now ?? (() => new Date())
  const firstId = options.firstUpdateId ?? Math.floor(now().getTime() / 1000)
  const clock = createEmulatorClock(now)
  const faults = new Faults()
  const phones = new Phones()
  const taps: Taps = new Map()
  const traffic = new Traffic(clock.now)
  const bot = {
    id: Number(token.split(':')[0]),
    first_name: 'Trợ lý Mầm non',
    username: options.botUsername ?? 'mamnon_demo_bot',
  }
  const chats = new Chats(phones, bot, firstId)
  const updates = new Updates(firstId, clock, faults)
  const limits = new SendingLimits(clock.elapsed)
  const polling = new Polling(updates)
  const webhook = new WebhookSender({ updates, clock, faults, traffic, firstPauseMs: options.webhookPauseMs ?? 1000 })

  const app = Fastify({ forceCloseConnections: true, bodyLimit: 50 * 1024 * 1024 })
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, parsed) =>
    parsed(null, Object.fromEntries(new URLSearchParams(String(body)))),
  )
  acceptMultipart(app)
  const cut = recordRequests(app, traffic, (path) => path.replace(/\/bot[^/]*\//, '/bot•••/'))
  const files = new SentFiles()
  const methods = {
    ...fileMethods(files),
    ...messageMethods({ chats, clock, limits, taps, files }),
    ...receivingMethods({ updates, polling, webhook }),
  }
  registerFiles(app, { files, path: `/file/bot${token.replace(':', '::')}/documents/:id` })
  registerBotApi(app, { token, methods, faults, cut })
  registerGroups(app, { chats, updates, clock })
  registerControl(app, {
    clock,
    phones,
    traffic,
    faults,
    files,
    people: telegramPeople({ chats, updates, clock, taps }),
    userId: /^[1-9]\d{0,15}$/,
    pending: () => updates.pending,
    reset() {
      updates.clear()
      chats.reset()
      limits.reset()
      taps.clear()
    },
  })

  const url = await app.listen({ host: options.host ?? '127.0.0.1', port: options.port ?? 0 })
  return {
    url,
    async close() {
      webhook.stop()
      polling.stop('the server is going away')
      await app.close()
    },
  }
}

type AnyMethod = (params: Params, gone: AbortSignal) => Answer | Promise<Answer>
type BotApi = {
  token: string
  methods: Record<string, AnyMethod>
  faults: Faults
  cut: (request: FastifyRequest, reply: FastifyReply) => void
}

function registerBotApi(app: FastifyInstance, { token, methods, faults, cut }: BotApi): void {
  const byName = new Map(Object.entries(methods).map(([name, method]) => [name.toLowerCase(), { name, method }]))
  const send = (reply: FastifyReply, answer: Answer) => reply.code(answer.ok ? 200 : answer.error_code).send(answer)
  const failed = (code: number, description: string): Answer => ({ ok: false, error_code: code, description })

  app.setErrorHandler((error: { statusCode?: number; message: string }, request, reply) => {
    const code = error.statusCode ?? 500
    if (!request.url.startsWith('/bot')) return reply.code(code).send({ error: error.message })
    return send(reply, failed(code, code === 400 ? "Bad Request: can't parse request as JSON" : error.message))
  })
  app.setNotFoundHandler((_request, reply) => send(reply, failed(404, 'Not Found')))

  app.route<{ Params: { credentials: string; method: string } }>({
    method: ['GET', 'POST'],
    url: '/bot:credentials/:method',
    async handler(request, reply) {
      const { credentials, method } = request.params
      if (!/^\d+:[\w-]{20,}$/.test(credentials)) return send(reply, failed(404, 'Not Found'))
      if (credentials !== token) return send(reply, failed(401, 'Unauthorized'))
      const called = byName.get(method.toLowerCase())
      if (!called) return send(reply, failed(404, 'Not Found: method not found'))
      const params = { ...(request.query as Params), ...(request.body as Params | undefined) }

      const fault = faults.take(called.name, params.chat_id as string | undefined)
      if (fault?.kind === 'cut') return cut(request, reply)
      if (fault?.kind === 'delay') await pause(fault.millis)
      if (fault?.kind === 'status' && fault.html)
        return reply.code(fault.status).type('text/html').send(`<html><body>${fault.status}</body></html>`)
      if (fault?.kind === 'status') return send(reply, faultyAnswer(fault))
      if (fault?.kind === 'answer') return reply.code(fault.status ?? 200).send(fault.body)

      const gone = new AbortController()
      reply.raw.once('close', () => gone.abort())
      const answer = await answered(() => called.method(params, gone.signal))
      if (fault?.kind === 'lost_answer' || gone.signal.aborted) return cut(request, reply)
      return send(reply, answer)
    },
  })
}

async function answered(run: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof Refusal) return error.answer
    throw error
  }
}

function faultyAnswer({ status, retryAfterSeconds }: { status: number; retryAfterSeconds?: number }): Answer {
  const descriptions: Record<number, string> = {
    401: 'Unauthorized',
    403: 'Forbidden: bot was blocked by the user',
    404: 'Not Found',
    429: `Too Many Requests: retry after ${retryAfterSeconds ?? 1}`,
  }
  return {
    ok: false,
    error_code: status,
    description: descriptions[status] ?? (status < 500 ? 'Bad Request' : 'Internal Server Error'),
    ...(status === 429 && { parameters: { retry_after: retryAfterSeconds ?? 1 } }),
  }
}
