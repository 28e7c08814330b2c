import { z } from 'zod'
import type { Clock } from '../../core/clock.ts'
import { DeliveryError, type DeliveryReason } from '../../core/delivery-error.ts'
import { verdictOnZaloError, type ZaloWait } from './zalo-errors.ts'
import { requestZalo } from './zalo-http.ts'
import { MinutePause, secondsOfWait } from './zalo-pause.ts'
import type { ZaloTokens } from './zalo-token.ts'

export interface ZaloApiOptions {
  /** Scheme, host and port, such as `https://openapi.zalo.me`. */
  readonly apiRoot: string
  readonly tokens: ZaloTokens
  readonly clock: Clock
}

interface ZaloRequest {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body?: unknown
  readonly signal: AbortSignal
}

export interface ZaloApi {
  /** Calls one endpoint and gives `data` of its answer. @throws {DeliveryError} only that; no token and no text in it. */
  call(request: ZaloRequest): Promise<unknown>
  /** Until when the rest of this minute's calls is kept for people who wait; undefined: there is enough for everything. */
  reservedUntil(): Date | undefined
}

type Answer = { kind: 'data'; data: unknown } | { kind: 'refresh'; code: number }

const timeoutMs = 20_000

/** `{ "error": 0, "message": "Success", "data": { … } }`; a business error has the same shape, without data, on HTTP 200. */
const envelope = z.object({
  error: z.union([
    z.int(),
    z
      .string()
      .regex(/^-?\d+$/)
      .transform(Number),
  ]),
  data: z.unknown().optional(),
})

/**
 * The OA OpenAPI over axios: a refused access token is refreshed once and the call repeated once; a used-up minute stops all
 * calls until the next one begins.
 */
export function createZaloApi({ apiRoot, tokens, clock }: ZaloApiOptions): ZaloApi {
  const pause = new MinutePause(clock)

  function failure(code: number, reason: DeliveryReason, wait?: ZaloWait): DeliveryError {
    if (wait === 'next_minute') pause.begin()
    const scope = wait === 'next_minute' ? 'account' : 'chat'
    return new DeliveryError(reason, { code, scope, retryAfterSeconds: wait && secondsOfWait(wait, clock.now()) })
  }

  async function attempt(request: ZaloRequest, token: string): Promise<Answer> {
    const { status, json, header } = await requestZalo(`${apiRoot}${request.path}`, {
      method: request.method,
      headers: { access_token: token },
      data: request.body,
      signal: request.signal,
      timeout: timeoutMs,
    })
    pause.note(Number(header('x-ratelimit-remain') ?? Number.NaN), Number(header('x-ratelimit-limit') ?? Number.NaN))
    const answer = envelope.safeParse(json)
    if (answer.success && answer.data.error !== 0) {
      const code = answer.data.error
      const { reason, wait } = verdictOnZaloError(code)
      if (reason === 'refresh') return { kind: 'refresh', code }
      throw failure(code, reason, wait)
    }
    if (status === 401) return { kind: 'refresh', code: status }
    if (status === 429) throw failure(status, 'throttled', 'next_minute')
    if (status === 504) throw failure(status, 'unanswered') // a gateway that stopped waiting
    if (status >= 500) throw failure(status, 'server_error')
    // a page of some proxy, a cut answer: nobody knows what it means, so nothing is concluded from it
    if (!answer.success || status >= 300) throw failure(status, 'unreachable')
    return { kind: 'data', data: answer.data.data }
  }

  const call = async (request: ZaloRequest): Promise<unknown> => {
    const retryAfterSeconds = pause.secondsLeft()
    if (retryAfterSeconds > 0) throw new DeliveryError('throttled', { retryAfterSeconds, code: -32, scope: 'account' })
    const token = await unlessAborted(tokens.current(), request.signal)
    const first = await attempt(request, token)
    if (first.kind === 'data') return first.data
    const second = await attempt(request, await unlessAborted(tokens.renew(token), request.signal))
    if (second.kind === 'data') return second.data
    throw new DeliveryError('unauthorised', { code: second.code })
  }
  return { call, reservedUntil: () => pause.reservedUntil() }
}

/** Stops waiting when the caller does. The work goes on: a refresh broken off half-way would cost the grant. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  const giveUp = () => reject(new DeliveryError('unreachable'))
  if (signal.aborted) giveUp()
  signal.addEventListener('abort', giveUp, { once: true })
  work.then(resolve, reject)
  return promise.finally(() => signal.removeEventListener('abort', giveUp))
}
