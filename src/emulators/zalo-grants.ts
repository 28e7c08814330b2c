import { createHash, randomBytes } from 'node:crypto'
import type { EmulatorClock } from './emulator-clock.ts'
import type { ZaloAppKeys, ZaloSettings } from './zalo-settings.ts'

const accessLifeSeconds = 25 * 3600
const refreshLifeMs = 90 * 24 * 3_600_000
const codeLifeMs = 10 * 60_000

export type TokenStanding = 'good' | 'unknown' | 'expired'
export type TokenRefusal = { error: number; error_name: string }

// only -14002, -14003 and -14014 have been seen in real traffic; the other numbers are ours
const wrongSecret: TokenRefusal = { error: -14004, error_name: 'Invalid secret key' }
const wrongApp: TokenRefusal = { error: -14002, error_name: 'Invalid application' }
const wrongRedirect: TokenRefusal = { error: -14003, error_name: 'Invalid redirect uri' }
const wrongGrantType: TokenRefusal = { error: -14005, error_name: 'Invalid grant type' }
const wrongCode: TokenRefusal = { error: -14012, error_name: 'Invalid authorization code' }
const wrongRefresh: TokenRefusal = { error: -14014, error_name: 'Invalid refresh token' }

interface Issued {
  token: string
  at: number
}

/** The one grant of the OA to the app: one live access token, one live refresh token, and codes that lead to a new pair. */
export class ZaloGrants {
  private readonly keys: ZaloAppKeys
  private readonly settings: ZaloSettings
  private readonly clock: EmulatorClock
  private access: Issued | undefined
  private refresh: Issued | undefined
  private readonly replaced = new Set<string>()
  private readonly codes = new Map<string, { at: number; challenge: string | undefined }>()

  constructor(given: { keys: ZaloAppKeys; settings: ZaloSettings; clock: EmulatorClock; firstRefreshToken?: string }) {
    this.keys = given.keys
    this.settings = given.settings
    this.clock = given.clock
    if (given.firstRefreshToken) this.refresh = { token: given.firstRefreshToken, at: this.now() }
  }

  standing(token: string | undefined): TokenStanding {
    if (token === undefined) return 'unknown'
    if (token === this.access?.token) return this.now() < this.access.at + accessLifeSeconds * 1000 ? 'good' : 'expired'
    return this.replaced.has(token) ? 'expired' : 'unknown'
  }

  /** An admin of the OA said yes: a code for the callback. */
  consent(query: Record<string, string | undefined>): { kind: 'code'; code: string } | { kind: 'refused'; answer: TokenRefusal } {
    if (query.app_id !== this.keys.appId || !this.settings.appActive) return { kind: 'refused', answer: wrongApp }
    const { redirectUri } = this.settings
    if (!URL.canParse(query.redirect_uri ?? '') || (redirectUri !== '' && redirectUri !== query.redirect_uri))
      return { kind: 'refused', answer: wrongRedirect }
    const code = randomBytes(24).toString('base64url')
    this.codes.set(code, { at: this.now(), challenge: query.code_challenge })
    return { kind: 'code', code }
  }

  /** The token endpoint. A refresh token or a code that was used once is refused ever after; the pair it bought stays good. */
  trade(form: Record<string, string | undefined>, secret: string | undefined): Record<string, unknown> {
    if (secret !== this.keys.appSecret) return wrongSecret
    if (form.app_id !== this.keys.appId || !this.settings.appActive) return wrongApp
    if (form.grant_type === 'refresh_token') {
      const isGood = this.refresh?.token === form.refresh_token && this.now() < (this.refresh?.at ?? 0) + refreshLifeMs
      return isGood ? this.issue() : wrongRefresh
    }
    if (form.grant_type !== 'authorization_code') return wrongGrantType
    const known = this.codes.get(form.code ?? '')
    this.codes.delete(form.code ?? '')
    const isGood =
      known && this.now() < known.at + codeLifeMs && (!known.challenge || known.challenge === challengeOf(form.code_verifier))
    return isGood ? this.issue() : wrongCode
  }

  private issue(): Record<string, unknown> {
    if (this.access) this.replaced.add(this.access.token)
    this.access = { token: randomBytes(40).toString('base64url'), at: this.now() }
    this.refresh = { token: randomBytes(40).toString('base64url'), at: this.now() }
    const expires_in = this.settings.expiresInAs === 'string' ? String(accessLifeSeconds) : accessLifeSeconds
    return { access_token: this.access.token, refresh_token: this.refresh.token, expires_in }
  }

  private now(): number {
    return this.clock.now().getTime()
  }
}

function challengeOf(verifier: string | undefined): string {
  return createHash('sha256')
    .update(verifier ?? '')
    .digest('base64url')
}
