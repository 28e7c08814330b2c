import type { Clock } from '../../core/clock.ts'
import { DeliveryError } from '../../core/delivery-error.ts'
import { requestZaloGrant, type ZaloApp, type ZaloGrant, type ZaloGranted } from './zalo-oauth.ts'

/** The one pair of tokens of our OA, shared by all processes. */
export interface TokenPair {
  readonly accessToken: string
  /** Works once: using it kills it and the access token, and yields the next pair. */
  readonly refreshToken: string
  readonly expiresAt: Date
  readonly refreshedAt: Date
  /** The refresh token was refused; only an admin of the OA can give a new pair, by consenting again. */
  readonly consentNeeded: boolean
}

/** Where the pair outlives the process. `write` replaces it and has it on disk when it returns. */
export interface TokenStore {
  read(): Promise<TokenPair | undefined>
  write(pair: TokenPair): Promise<void>
}

/** Mutual exclusion over all processes of one deployment. */
export interface Locks {
  exclusively<T>(name: string, work: () => Promise<T>): Promise<T>
}

export interface ZaloTokens {
  /** An access token that is good now, refreshed early when it has less than an hour left. @throws {DeliveryError} */
  current(): Promise<string>
  /** The platform refused this token: the one that took its place, refreshed if nobody did so yet. @throws {DeliveryError} */
  renew(refused: string): Promise<string>
  /** Trades the code of a consent for the first pair. `refused` codes are expired or used. @throws {DeliveryError} when unreachable */
  exchangeCode(code: string, codeVerifier: string): Promise<{ kind: 'granted' } | { kind: 'refused' }>
  /** For readiness and the console. `untried`: nothing was asked of the store or of Zalo yet. */
  state(): 'untried' | 'ready' | 'consent_needed'
}

export interface ZaloTokensOptions extends ZaloApp {
  readonly store: TokenStore
  readonly locks: Locks
  readonly clock: Clock
  /** Used while the store is empty, never after. */
  readonly seedRefreshToken?: string
}

const earlyMs = 3_600_000
const lockName = 'zalo-token'

/** Keeps the OA's access token alive: one refresher at a time over all processes, and no pair is used before it is stored. */
export function createZaloTokens(options: ZaloTokensOptions): ZaloTokens {
  return new ZaloTokenKeeper(options)
}

class ZaloTokenKeeper implements ZaloTokens {
  private readonly options: ZaloTokensOptions
  /** As last read or written; another process may be further. */
  private known: TokenPair | undefined
  /** Granted by Zalo while the store was away: the only copy in the world until a later attempt stores it. */
  private unsaved: TokenPair | undefined
  private seedRefused = false
  private refreshing: Promise<string> | undefined

  constructor(options: ZaloTokensOptions) {
    this.options = options
  }

  state(): 'untried' | 'ready' | 'consent_needed' {
    if (this.known === undefined) return this.seedRefused ? 'consent_needed' : 'untried'
    return this.known.consentNeeded ? 'consent_needed' : 'ready'
  }

  async current(): Promise<string> {
    // a consent given in another process is found by looking again
    if (this.known === undefined || this.known.consentNeeded) this.known = (await this.read()) ?? this.known
    const pair = this.known
    if (pair !== undefined && this.lifeLeftMs(pair) > earlyMs) return pair.accessToken
    try {
      return await this.refreshOnce(undefined)
    } catch (error) {
      // the refresh was early: the old token still works for a while
      if (error instanceof DeliveryError && pair !== undefined && this.lifeLeftMs(pair) > 0) return pair.accessToken
      throw error
    }
  }

  async renew(refused: string): Promise<string> {
    return this.refreshOnce(refused)
  }

  async exchangeCode(code: string, codeVerifier: string): Promise<{ kind: 'granted' } | { kind: 'refused' }> {
    return this.options.locks.exclusively(lockName, async () => {
      const granted = await this.request({ grant_type: 'authorization_code', code, code_verifier: codeVerifier })
      if (granted.kind === 'refused') return granted
      await this.keep(granted)
      return { kind: 'granted' }
    })
  }

  /** Callers of this process share one refresh; those of other processes wait at the lock. */
  private refreshOnce(refused: string | undefined): Promise<string> {
    this.refreshing ??= this.options.locks
      .exclusively(lockName, () => this.refresh(refused))
      .finally(() => {
        this.refreshing = undefined
      })
    return this.refreshing
  }

  private async refresh(refused: string | undefined): Promise<string> {
    if (this.unsaved !== undefined) await this.save(this.unsaved)
    const stored = await this.read()
    if (stored !== undefined) this.known = stored
    if (stored !== undefined && stored.accessToken !== refused && this.lifeLeftMs(stored) > earlyMs) return stored.accessToken
    if (stored?.consentNeeded || this.seedRefused) throw new DeliveryError('channel_stopped')
    const refreshToken = stored?.refreshToken ?? this.options.seedRefreshToken
    if (refreshToken === undefined) throw this.refusedForGood(stored, undefined)

    const granted = await this.request({ grant_type: 'refresh_token', refresh_token: refreshToken })
    if (granted.kind === 'granted') return this.keep(granted)
    // the seed's refusal is not stored: a mistyped one is corrected in the environment
    if (stored !== undefined) await this.save({ ...stored, consentNeeded: true })
    throw this.refusedForGood(stored, granted.code)
  }

  private refusedForGood(stored: TokenPair | undefined, code: number | undefined): DeliveryError {
    this.seedRefused = stored === undefined
    return new DeliveryError('channel_stopped', { code })
  }

  private async keep(granted: ZaloGranted & { kind: 'granted' }): Promise<string> {
    const { accessToken, refreshToken, lifeSeconds } = granted
    const refreshedAt = this.options.clock.now()
    const expiresAt = new Date(refreshedAt.getTime() + lifeSeconds * 1000)
    await this.save({ accessToken, refreshToken, expiresAt, refreshedAt, consentNeeded: false })
    return accessToken
  }

  private async save(pair: TokenPair): Promise<void> {
    this.unsaved = pair
    try {
      await this.options.store.write(pair)
    } catch (error) {
      throw new DeliveryError('unreachable', { cause: error })
    }
    this.unsaved = undefined
    this.known = pair
  }

  private async read(): Promise<TokenPair | undefined> {
    try {
      return await this.options.store.read()
    } catch (error) {
      throw new DeliveryError('unreachable', { cause: error })
    }
  }

  private request(grant: ZaloGrant): Promise<ZaloGranted> {
    return requestZaloGrant(this.options, grant)
  }

  private lifeLeftMs(pair: TokenPair): number {
    return pair.expiresAt.getTime() - this.options.clock.now().getTime()
  }
}
