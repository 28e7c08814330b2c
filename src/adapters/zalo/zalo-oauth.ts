import axios from 'axios'
import { z } from 'zod'
import { DeliveryError } from '../../core/delivery-error.ts'

/** The app as the OAuth host knows it. */
export interface ZaloApp {
  /** Scheme, host and port, such as `https://oauth.zaloapp.com`. */
  readonly oauthRoot: string
  readonly appId: string
  readonly appSecret: string
}

export type ZaloGrant =
  | { readonly grant_type: 'refresh_token'; readonly refresh_token: string }
  | { readonly grant_type: 'authorization_code'; readonly code: string; readonly code_verifier: string }

/** `refused`: the grant is spent or void, asking again is pointless and a person must consent anew. */
export type ZaloGranted =
  | { readonly kind: 'granted'; readonly accessToken: string; readonly refreshToken: string; readonly lifeSeconds: number }
  | { readonly kind: 'refused'; readonly code: number | undefined }

const documentedLifeSeconds = 25 * 3600
const timeoutMs = 30_000

/*
 * { "access_token": "…", "refresh_token": "…", "expires_in": "90000" }, the last as a string or a number
 * { "error": -14014, "error_name": "Invalid refresh token" }, with HTTP 200
 */
const answerSchema = z.object({
  access_token: z.string().min(1).optional(),
  refresh_token: z.string().min(1).optional(),
  expires_in: z.coerce.number().int().positive().catch(documentedLifeSeconds),
  error: z.coerce.number().int().optional().catch(undefined),
})

/**
 * Trades a code or a refresh token for a new pair. Both can be used once only, so a request under way is never aborted by
 * a caller: losing the answer would cost the grant.
 * @throws {DeliveryError} for rate and network faults, which leave the grant as it was; never carries a token.
 */
export async function requestZaloGrant(app: ZaloApp, grant: ZaloGrant): Promise<ZaloGranted> {
  const { status, body } = await post(app, grant)
  const answer = answerSchema.safeParse(body)
  if (status === 429 || (answer.success && answer.data.error === -32))
    throw new DeliveryError('throttled', { retryAfterSeconds: 60 })
  if (status >= 500) throw new DeliveryError('server_error', { code: status })
  // something between us and Zalo answered: says nothing about the grant
  if (!answer.success) throw new DeliveryError('unreachable', { code: status })
  const { access_token: accessToken, refresh_token: refreshToken, expires_in: lifeSeconds, error } = answer.data
  if (accessToken !== undefined && refreshToken !== undefined) return { kind: 'granted', accessToken, refreshToken, lifeSeconds }
  return { kind: 'refused', code: error }
}

async function post(app: ZaloApp, grant: ZaloGrant): Promise<{ status: number; body: unknown }> {
  try {
    const form = new URLSearchParams({ app_id: app.appId, ...grant })
    const answer = await axios.post<string>(`${app.oauthRoot}/v4/oa/access_token`, form, {
      headers: { secret_key: app.appSecret },
      timeout: timeoutMs,
      maxRedirects: 0,
      responseType: 'text',
      transformResponse: [(body: string) => body],
      validateStatus: () => true,
    })
    return { status: answer.status, body: parseZaloJson(answer.data) }
  } catch (error) {
    throw new DeliveryError('unreachable', { cause: withoutSecrets(error) })
  }
}

/** An HTML page, an empty body and the like become `undefined`. */
export function parseZaloJson(body: unknown): unknown {
  try {
    return JSON.parse(String(body))
  } catch {
    return undefined
  }
}

/** axios hangs the whole request on its errors, tokens and texts included: only its code goes on. */
export function withoutSecrets(error: unknown): Error {
  return new Error((axios.isAxiosError(error) && error.code) || 'request failed')
}
