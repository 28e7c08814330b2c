import { z } from 'zod'
import { DeliveryError } from '../../core/delivery-error.ts'
import { requestZalo } from './zalo-http.ts'

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
  const { status, json } = await requestZalo(`${app.oauthRoot}/v4/oa/access_token`, {
    method: 'POST',
    headers: { secret_key: app.appSecret },
    data: new URLSearchParams({ app_id: app.appId, ...grant }),
    timeout: timeoutMs,
  }).catch((error) => {
    // What waits for a token has not left yet, whatever became of this request.
    throw error instanceof DeliveryError ? new DeliveryError('unreachable', { cause: error.cause }) : error
  })
  const answer = answerSchema.safeParse(json)
  if (status === 429 || (answer.success && answer.data.error === -32))
    throw new DeliveryError('throttled', { retryAfterSeconds: 60 })
  if (status >= 500) throw new DeliveryError('server_error', { code: status })
  // something between us and Zalo answered: says nothing about the grant
  if (!answer.success) throw new DeliveryError('unreachable', { code: status })
  const { access_token: accessToken, refresh_token: refreshToken, expires_in: lifeSeconds, error } = answer.data
  if (accessToken !== undefined && refreshToken !== undefined) return { kind: 'granted', accessToken, refreshToken, lifeSeconds }
  return { kind: 'refused', code: error }
}
