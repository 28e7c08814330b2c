import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../../core/clock.ts'
import type { ZaloApp } from './zalo-oauth.ts'
import type { ZaloTokens } from './zalo-token.ts'

export interface ZaloConsentOptions extends ZaloApp {
  /** `PUBLIC_URL` + `/zalo/oauth`; must equal the callback in Zalo's console to the letter. */
  readonly redirectUri: string
  readonly tokens: ZaloTokens
  readonly clock: Clock
}

/**
 * - `foreign`: the state is missing, not ours or older than an hour: nothing was asked of Zalo
 * - `refused`: Zalo does not take the code: used, or older than 10 minutes
 */
type ZaloConsented =
  | { readonly kind: 'granted'; readonly oaId: string | undefined }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'refused' }

export interface ZaloConsent {
  /** The page of Zalo on which an admin of the OA consents; good for an hour. */
  link(): string
  /** What the console of Zalo may ask for beforehand: some accounts store the challenge there, so it never changes. */
  readonly codeChallenge: string
  /** The query of the callback. @throws {DeliveryError} when Zalo cannot be reached: the link still works, try again. */
  complete(query: { code?: string; state?: string; oa_id?: string }): Promise<ZaloConsented>
}

const stateLifeMs = 3_600_000

/**
 * The consent of an OA's admin, by link and callback, with PKCE. Verifier and state are derived from the app secret and kept
 * nowhere, so any process can complete what another began.
 */
export function createZaloConsent(options: ZaloConsentOptions): ZaloConsent {
  const codeVerifier = derive(options.appSecret, `pkce:${options.appId}`)
  const codeChallenge = createHash('sha256').update(codeVerifier).digest('base64url')
  const proofOf = (expiresAt: string) => derive(options.appSecret, `state:${options.appId}:${expiresAt}`)

  return {
    codeChallenge,
    link() {
      const expiresAt = String(options.clock.now().getTime() + stateLifeMs)
      const query = new URLSearchParams({
        app_id: options.appId,
        redirect_uri: options.redirectUri,
        code_challenge: codeChallenge,
        state: `${expiresAt}.${proofOf(expiresAt)}`,
      })
      return `${options.oauthRoot}/v4/oa/permission?${query}`
    },
    async complete({ code, state, oa_id: oaId }) {
      const [expiresAt = '', proof = ''] = (state ?? '').split('.')
      const isOurs = equal(proof, proofOf(expiresAt)) && Number(expiresAt) > options.clock.now().getTime()
      if (!isOurs) return { kind: 'foreign' }
      if (!code) return { kind: 'refused' }
      const exchanged = await options.tokens.exchangeCode(code, codeVerifier)
      return exchanged.kind === 'granted' ? { kind: 'granted', oaId } : exchanged
    },
  }
}

/** 32 bytes as base64url: 43 characters, the length Zalo asks of a verifier. */
function derive(secret: string, purpose: string): string {
  return createHmac('sha256', secret).update(purpose).digest('base64url')
}

function equal(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
