import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { field, refusal, type ZaloAnswer } from './zalo-answers.ts'
import type { ZaloFaults, ZaloRequestFault } from './zalo-faults.ts'
import type { ZaloGrants } from './zalo-grants.ts'
import { acceptMessage } from './zalo-messages.ts'
import type { MinuteCounter } from './zalo-minute.ts'
import { readAccount, readConversation, readQuota, readRecentChats, readUser } from './zalo-reads.ts'
import { acceptUpload } from './zalo-uploads.ts'

type Messaging = Parameters<typeof acceptMessage>[0]

interface Platform extends Messaging {
  grants: ZaloGrants
  faults: ZaloFaults
  minute: MinuteCounter
  /** Breaks the connection instead of answering. */
  cut(request: FastifyRequest, reply: FastifyReply): void
}

const gatewayPage = '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>'

/** The hosts openapi and oauth, on one server. */
export function registerPlatform(app: FastifyInstance, platform: Platform): void {
  const api = (method: 'GET' | 'POST', url: string, answer: (input: unknown) => ZaloAnswer | Promise<ZaloAnswer>) =>
    app.route({
      method,
      url,
      handler: (request, reply) =>
        withFault(platform, { request, reply }, () => {
          const remain = platform.minute.take(platform.settings.limitPerMinute)
          reply.headers({ 'x-ratelimit-limit': platform.settings.limitPerMinute, 'x-ratelimit-remain': Math.max(remain, 0) })
          return entryRefusal(platform, request, remain) ?? answer(method === 'GET' ? dataOf(request) : request.body)
        }),
    })

  api('POST', '/v3.0/oa/message/cs', (body) => acceptMessage(platform, body))
  for (const kind of ['image', 'gif', 'file'] as const)
    api('POST', `/v2.0/oa/upload/${kind}`, (body) => acceptUpload(platform, kind, body))
  api('GET', '/v2.0/oa/getoa', () => readAccount(platform))
  api('GET', '/v3.0/oa/user/detail', (query) => readUser(platform, query))
  api('POST', '/v3.0/oa/quota/message', (body) => readQuota(platform, body))
  api('GET', '/v2.0/oa/listrecentchat', (query) => readRecentChats(platform, query))
  api('GET', '/v2.0/oa/conversation', (query) => readConversation(platform, query))
  registerOauth(app, platform)
}

function registerOauth(app: FastifyInstance, platform: Platform): void {
  app.post('/v4/oa/access_token', (request, reply) =>
    withFault(platform, { request, reply }, () => {
      const form = (request.body ?? {}) as Record<string, string | undefined>
      return platform.grants.trade(form, headerOf(request, 'secret_key'))
    }),
  )
  type Query = { Querystring: Record<string, string | undefined> }
  app.get<Query>('/v4/oa/permission', (request, reply) => {
    const here = `/v4/oa/permission/approve?${request.url.split('?')[1] ?? ''}`
    return reply.type('text/html').send(`<p>${platform.keys.oaName}</p><a href="${escaped(here)}">Đồng ý / Agree</a>`)
  })
  app.get<Query>('/v4/oa/permission/approve', ({ query }, reply) => {
    const consented = platform.grants.consent(query)
    if (consented.kind === 'refused') return reply.send(consented.answer)
    const back = new URL(query.redirect_uri ?? '')
    back.searchParams.set('code', consented.code)
    back.searchParams.set('oa_id', platform.keys.oaId)
    if (query.state !== undefined) back.searchParams.set('state', query.state)
    return reply.redirect(back.href)
  })
}

/** Token, then minute, then app, package and OA: what every call of the API is judged by first. */
function entryRefusal({ grants, settings }: Platform, request: FastifyRequest, remain: number): ZaloAnswer | undefined {
  const standing = grants.standing(headerOf(request, 'access_token'))
  if (standing === 'unknown') return refusal(-216, 'Access token is invalid')
  if (standing === 'expired') return refusal(-220, 'access_token is expired or removed')
  if (remain < 0) return refusal(-32, 'Your application reached limit call api')
  if (!settings.appActive) return refusal(-209, 'Not supported this api')
  if (!settings.packageAllowsApi) return refusal(-224, 'The OA needs to upgrade OA Tier Package to use this feature')
  if (!settings.oaEnabled) return refusal(-204, 'Offical Account is disable')
  return undefined
}

interface Call {
  request: FastifyRequest
  reply: FastifyReply
}

/** Runs one call with what was ordered to go wrong with it. */
async function withFault(
  platform: Platform,
  { request, reply }: Call,
  answer: () => object | Promise<object>,
): Promise<FastifyReply> {
  const path = request.url.split('?')[0] ?? ''
  const user = field(field(request.body, 'recipient'), 'user_id') ?? field(dataOf(request), 'user_id')
  const fault = platform.faults.forRequest(path, typeof user === 'string' ? user : undefined)
  if (fault?.kind === 'delay') await sleep(fault.millis)
  if (fault?.kind === 'cut') return cutOff(platform, { request, reply })
  const instead = fault && answerInstead(fault)
  if (instead) return reply.code(instead.status).type(instead.type).send(instead.body)
  const body = await answer()
  if (fault?.kind === 'lost_answer' || fault?.kind === 'refresh_lost') return cutOff(platform, { request, reply })
  return reply.send(body)
}

function cutOff(platform: Platform, { request, reply }: Call): FastifyReply {
  platform.cut(request, reply)
  return reply
}

function answerInstead(fault: ZaloRequestFault): { status: number; type: string; body: unknown } | undefined {
  if (fault.kind === 'error') return { status: 200, type: 'application/json', body: refusal(fault.error, 'ordered by a fault') }
  if (fault.kind === 'answer') return { status: fault.status ?? 200, type: 'application/json', body: fault.body }
  if (fault.kind !== 'status') return undefined
  if (fault.html) return { status: fault.status, type: 'text/html', body: gatewayPage }
  return { status: fault.status, type: 'application/json', body: { message: 'ordered by a fault' } }
}

/** GET endpoints carry their parameters as JSON in one query parameter, `data`. */
function dataOf(request: FastifyRequest): unknown {
  try {
    return JSON.parse(String(field(request.query, 'data') ?? '{}'))
  } catch {
    return undefined
  }
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name]
  return typeof value === 'string' ? value : undefined
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`)
}
