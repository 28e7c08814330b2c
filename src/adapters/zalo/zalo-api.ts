import axios from 'axios'
import { z } from 'zod'
import type { Clock } from '../../core/clock.ts'
import { addDays, instantOf, schoolDayOf } from '../../core/clock.ts'
import { DeliveryError } from '../../core/delivery-error.ts'
import { verdictOnZaloError, type ZaloVerdict } from './zalo-errors.ts'
import { parseZaloJson, withoutSecrets } from './zalo-oauth.ts'
import type { ZaloTokens } from './zalo-token.ts'

export interface ZaloApiOptions {
  /** Scheme, host and port, such as `https://openapi.zalo.me`. */
  readonly apiRoot: string
  readonly tokens: ZaloTokens
  readonly clock: Clock
}

export interface ZaloRequest {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body?: unknown
  readonly signal: AbortSignal
}

/** Calls one endpoint and gives `data` of its answer. @throws {DeliveryError} only that; no token and no text in it. */
export type ZaloApi = (request: ZaloRequest) => Promise<unknown>

type Answer = { kind: 'data'; data: unknown } | { kind: 'refresh'; code: number }

const minuteMs = 60_000
const timeoutMs = 20_000

/** `{ "error": 0, "message": "Success", "data": { … } }`; a business error has the same shape, without data, on HTTP 200. */
const envelope = z.object({ error: z.coerce.number().int(), data: z.unknown().optional() })

/**
 * The OA OpenAPI over axios: a refused access token is refreshed once and the call repeated once; a used-up minute stops all
 * calls until the next one begins.
 */
export function createZaloApi({ apiRoot, tokens, clock }: ZaloApiOptions): ZaloApi {
  let pausedUntilMs = 0

  const secondsToNextMinute = () => Math.ceil((minuteMs - (clock.now().getTime() % minuteMs)) / 1000)

  function obeyPause(): void {
    const leftMs = pausedUntilMs - clock.now().getTime()
    // more than a minute means that somebody set the clock back
    if (leftMs > 0 && leftMs <= minuteMs)
      throw new DeliveryError('throttled', { retryAfterSeconds: Math.ceil(leftMs / 1000), code: -32 })
  }

  function pauseUntilNextMinute(): void {
    pausedUntilMs = (Math.floor(clock.now().getTime() / minuteMs) + 1) * minuteMs
  }

  function failure(code: number, verdict: ZaloVerdict & { reason: DeliveryError['reason'] }): DeliveryError {
    if (verdict.wait === 'next_minute') pauseUntilNextMinute()
    return new DeliveryError(verdict.reason, { code, retryAfterSeconds: verdict.wait && secondsOf(verdict.wait) })
  }

  function secondsOf(wait: NonNullable<ZaloVerdict['wait']>): number {
    if (wait === 'next_minute') return secondsToNextMinute()
    return wait === 'an_hour' ? 3600 : secondsToMorning(clock.now())
  }

  async function attempt(request: ZaloRequest, token: string): Promise<Answer> {
    const { status, headers, body } = await exchange(apiRoot, request, token)
    if (headers['x-ratelimit-remain'] === '0') pauseUntilNextMinute()
    const answer = envelope.safeParse(parseZaloJson(body))
    if (answer.success && answer.data.error !== 0) {
      const code = answer.data.error
      const { reason, wait } = verdictOnZaloError(code)
      if (reason === 'refresh') return { kind: 'refresh', code }
      throw failure(code, { reason, wait })
    }
    if (status === 401) return { kind: 'refresh', code: status }
    if (status === 429) throw failure(status, { reason: 'throttled', wait: 'next_minute' })
    if (status >= 500) throw new DeliveryError('server_error', { code: status })
    // a page of some proxy, a cut answer: nobody knows what it means, so nothing is concluded from it
    if (!answer.success || status >= 300) throw new DeliveryError('unreachable', { code: status })
    return { kind: 'data', data: answer.data.data }
  }

  return async (request) => {
    obeyPause()
    const token = await tokens.current()
    const first = await attempt(request, token)
    if (first.kind === 'data') return first.data
    const second = await attempt(request, await tokens.renew(token))
    if (second.kind === 'data') return second.data
    throw new DeliveryError('unauthorised', { code: second.code })
  }
}

async function exchange(apiRoot: string, request: ZaloRequest, token: string) {
  try {
    const answer = await axios.request<string>({
      method: request.method,
      url: `${apiRoot}${request.path}`,
      headers: { access_token: token },
      data: request.body,
      signal: request.signal,
      timeout: timeoutMs,
      maxRedirects: 0, // a redirect would carry the token to another host
      responseType: 'text',
      transformResponse: [(body: string) => body],
      validateStatus: () => true,
    })
    return { status: answer.status, headers: answer.headers, body: answer.data }
  } catch (error) {
    throw new DeliveryError('unreachable', { cause: withoutSecrets(error) })
  }
}

/** Until 06:00 on the school's clock. */
function secondsToMorning(now: Date): number {
  const today = schoolDayOf(now)
  const candidates = [today, addDays(today, 1)].map((day) => instantOf(day, '06:00').getTime())
  return Math.ceil((candidates.find((morning) => morning > now.getTime())! - now.getTime()) / 1000)
}
