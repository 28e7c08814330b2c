import type { Clock } from '../../core/clock.ts'
import { DeliveryError } from '../../core/delivery-error.ts'
import type { Locks } from '../../core/locks.ts'
import { requestZaloGrant, type ZaloApp, type ZaloGranted } from './zalo-oauth.ts'

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

export interface ZaloTokens {
  /** An access token that is good now, refreshed early when it has less than an hour left. @throws {DeliveryError} */
  current(): Promise<string>
  /** The platform refused this token: the one that took its place, refreshed if nobody did so yet. @throws {DeliveryError} */
  renew(refused: string): Promise<string>
  /** Trades the code of a consent for the first pair. `refused` codes are expired or used. @throws {DeliveryError} when unreachable */
  exchangeCode(code: string, codeVerifier: string): Promise<{ kind: 'granted' } | { kind: 'refused' }>
  /** Refreshes a pair that nobody has used for a week: in the summer nothing is sent, and after three months it would be worth nothing. Never rejects. */
  keepFresh(): Promise<void>
  /** When no refresh is under way: a process that ends in the middle of one takes the grant with it. Never rejects. */
  idle(): Promise<void>
  /** For readiness and the console. `untried`: nothing was asked of the store or of Zalo yet. */
  state(): 'untried' | 'ready' | 'consent_needed'
}

export interface ZaloTokensOptions extends ZaloApp {
  readonly store: TokenStore
  /** Over all processes of the deployment. */
  readonly locks: Pick<Locks, 'exclusively'>
  readonly clock: Clock
  /** Used while the store is empty, never after. */
  readonly seedRefreshToken?: string
}

const lockName = 'zalo-token'
const unusedMs = 7 * 24 * 3_600_000
/** What a spent refresh token is refused with: stands for every case in which only a new consent helps. */
const consentCode = -14014

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

  async keepFresh(): Promise<void> {
    const pair = await this.read().catch(() => undefined)
    if (pair === undefined || pair.consentNeeded) return
    if (this.options.clock.now().getTime() - pair.refreshedAt.getTime() < unusedMs) return
    await this.refreshOnce(undefined).catch(() => {})
  }

  async idle(): Promise<void> {
    await this.refreshing?.catch(() => {})
  }

  async current(): Promise<string> {
    this.known ??= await this.read()
    const pair = this.known
    if (pair !== undefined && !this.isDue(pair)) return pair.accessToken
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
    return this.locked(async () => {
      const granted = await requestZaloGrant(this.options, {
        grant_type: 'authorization_code',
        code,
        code_verifier: codeVerifier,
      })
      if (granted.kind === 'refused') return { kind: 'refused' }
      await this.keep(granted)
      return { kind: 'granted' }
    })
  }

  /** Callers of this process share one refresh; those of other processes wait at the lock. */
  private refreshOnce(refused: string | undefined): Promise<string> {
    this.refreshing ??= this.locked(() => this.refresh(refused)).finally(() => {
      this.refreshing = undefined
    })
    return this.refreshing
  }

  private async refresh(refused: string | undefined): Promise<string> {
    let stored = await this.read()
    if (this.unsaved !== undefined && !(stored && stored.refreshedAt > this.unsaved.refreshedAt))
      stored = await this.save(this.unsaved)
    this.known = stored
    if (stored !== undefined && stored.accessToken !== refused && !this.isDue(stored)) return stored.accessToken
    if (stored === undefined ? this.seedRefused : stored.consentNeeded) {
      if (stored !== undefined && stored.accessToken === refused) await this.stop(stored, refused)
      throw new DeliveryError('channel_stopped', { code: consentCode })
    }

    const refreshToken = stored?.refreshToken || this.options.seedRefreshToken
    const granted: ZaloGranted = !refreshToken
      ? { kind: 'refused', code: undefined }
      : await requestZaloGrant(this.options, { grant_type: 'refresh_token', refresh_token: refreshToken })
    if (granted.kind === 'granted') return this.keep(granted)
    await this.stop(stored, refused)
    throw new DeliveryError('channel_stopped', { code: consentCode, cause: granted.code })
  }

  /** Only a consent helps now, and one given in another process is found: a pair in this state is always due. A refused seed is not stored: a mistyped one is corrected in the environment. */
  private async stop(stored: TokenPair | undefined, refused: string | undefined): Promise<void> {
    if (stored === undefined) {
      this.seedRefused = true
      return
    }
    const expiresAt = stored.accessToken === refused ? this.options.clock.now() : stored.expiresAt
    this.known = { ...stored, expiresAt, consentNeeded: true }
    await this.options.store.write(this.known)
  }

  private async keep(granted: ZaloGranted & { kind: 'granted' }): Promise<string> {
    const { accessToken, refreshToken, lifeSeconds } = granted
    const refreshedAt = this.options.clock.now()
    const expiresAt = new Date(refreshedAt.getTime() + lifeSeconds * 1000)
    await this.save({ accessToken, refreshToken, expiresAt, refreshedAt, consentNeeded: false })
    return accessToken
  }

  private async save(pair: TokenPair): Promise<TokenPair> {
    this.unsaved = pair
    await this.options.store.write(pair)
    this.unsaved = undefined
    this.known = pair
    return pair
  }

  private async read(): Promise<TokenPair | undefined> {
    return orUnreachable(() => this.options.store.read())
  }

  private locked<T>(work: () => Promise<T>): Promise<T> {
    return orUnreachable(() => this.options.locks.exclusively(lockName, work))
  }

  private lifeLeftMs(pair: TokenPair): number {
    return pair.expiresAt.getTime() - this.options.clock.now().getTime()
  }

  /** An hour before the end of the documented 25; a tenth of the life before, should Zalo shorten it. */
  private isDue(pair: TokenPair): boolean {
    const lifeMs = pair.expiresAt.getTime() - pair.refreshedAt.getTime()
    return this.lifeLeftMs(pair) <= Math.min(3_600_000, lifeMs / 10)
  }
}

/** The store or the lock is away. What the database complained about is left out: it may quote the tokens. */
async function orUnreachable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof DeliveryError ? error : new DeliveryError('unreachable')
  }
}
