import { createHash } from 'node:crypto'
import axios from 'axios'
import type { EmulatorClock } from './emulator-clock.ts'
import { readable, type Traffic } from './traffic.ts'
import type { ZaloFaults, ZaloWebhookFault } from './zalo-faults.ts'
import type { ZaloAppKeys, ZaloSettings } from './zalo-settings.ts'

/** One event as its payload says it; `user` only decides which events stay in order. */
export interface ZaloEvent {
  user: string
  payload: { event_name: string; timestamp: string } & Record<string, unknown>
}

interface Pending extends ZaloEvent {
  body: string
  dueAt: number
  retries: number
  sending: boolean
  copiesLeft: number
  isForged: boolean
}

const deadlineMs = 2000
const heldMs = 1000
const seconds = 1000
const ladder = [30 * seconds, 300 * seconds, 900 * seconds, 1800 * seconds, 3600 * seconds]

interface Given {
  keys: ZaloAppKeys
  settings: ZaloSettings
  clock: EmulatorClock
  faults: ZaloFaults
  traffic: Traffic
}

/**
 * Signed events on their way to the service: in order per person, 2 real seconds to answer 200, then the ladder on the
 * emulator's clock; when that is used up, Zalo switches the app's webhook off until a person sets it again.
 */
export class ZaloWebhooks {
  private readonly given: Given
  private url: string | undefined
  private isOn = false
  private dropped = 0
  private queue: Pending[] = []
  private readonly busy = new Set<string>()
  private readonly closing = new AbortController()
  private readonly ticking: NodeJS.Timeout

  constructor(given: Given) {
    this.given = given
    this.ticking = setInterval(() => this.runDue(), 100)
    this.ticking.unref()
  }

  setUrl(url: string | undefined): void {
    this.url = url
    this.isOn = url !== undefined
  }

  /** `on` is false before a URL is set and after the ladder was used up; `dropped` counts the events lost meanwhile. */
  status(): { url: string | null; on: boolean; dropped: number } {
    return { url: this.url ?? null, on: this.isOn, dropped: this.dropped }
  }

  pending(): number {
    return this.queue.length
  }

  send({ user, payload }: ZaloEvent): void {
    if (!this.isOn) {
      this.dropped += 1
      return
    }
    const fault: ZaloWebhookFault = this.given.faults.forWebhook(user) ?? {}
    const pending: Pending = {
      ...{ user, payload, body: JSON.stringify(payload), dueAt: this.now(), retries: 0, sending: false },
      copiesLeft: fault.duplicate ?? 1,
      isForged: fault.wrong_signature ?? false,
    }
    const held = this.queue.find((other) => other.user === user && other.dueAt === Number.POSITIVE_INFINITY)
    if (held) {
      this.queue.splice(this.queue.indexOf(held), 0, pending)
      held.dueAt = this.now()
    } else this.queue.push(pending)
    if (fault.reorder) this.hold(pending)
    this.runDue()
  }

  /** Sends what is due by the emulator's clock; a set clock and the passing of time both lead here. */
  runDue(): void {
    for (const item of [...this.queue]) {
      if (item.sending || item.dueAt > this.now() || this.busy.has(item.user)) continue
      item.sending = true
      this.busy.add(item.user)
      void this.deliver(item).finally(() => {
        item.sending = false
        this.busy.delete(item.user)
        if (!this.closing.signal.aborted) this.runDue()
      })
    }
  }

  reset(): void {
    this.queue = []
    this.dropped = 0
    this.isOn = this.url !== undefined
  }

  close(): void {
    clearInterval(this.ticking)
    this.closing.abort()
    this.queue = []
  }

  /** Until this person's next event, or for a second when none comes. */
  private hold(pending: Pending): void {
    pending.dueAt = Number.POSITIVE_INFINITY
    setTimeout(() => {
      pending.dueAt = Math.min(pending.dueAt, this.now())
    }, heldMs).unref()
  }

  private async deliver(item: Pending): Promise<void> {
    const outcome = await this.post(item)
    if (outcome === 'taken' || item.isForged || (outcome === 'refused' && !this.given.settings.retryRefused)) {
      item.copiesLeft -= 1
      if (item.copiesLeft <= 0 || outcome !== 'taken') this.queue = this.queue.filter((other) => other !== item)
      return
    }
    const wait = ladder[item.retries]
    if (wait === undefined) return this.switchOff()
    item.retries += 1
    item.dueAt += wait
  }

  private switchOff(): void {
    this.isOn = false
    this.dropped += this.queue.length
    this.queue = []
  }

  private async post(item: Pending): Promise<'taken' | 'refused' | 'failed'> {
    const startedAt = performance.now()
    const url = this.url ?? ''
    const note = (status: number, response: unknown) =>
      this.given.traffic.add({
        ...{ direction: 'to_service', method: 'POST', path: new URL(url).pathname, status },
        ...{ request: item.payload, response, millis: performance.now() - startedAt },
      })
    try {
      const answer = await axios.post<string>(url, Buffer.from(item.body), {
        headers: this.headers(item),
        signal: AbortSignal.any([this.closing.signal, AbortSignal.timeout(deadlineMs)]),
        maxRedirects: 0,
        proxy: false,
        responseType: 'text',
        validateStatus: () => true,
      })
      note(answer.status, readable(answer.data))
      return answer.status === 200 ? 'taken' : 'refused'
    } catch {
      note(0, null)
      return 'failed'
    }
  }

  private headers(item: Pending): Record<string, string> {
    const { keys } = this.given
    const key = item.isForged ? 'a key that a stranger guessed' : keys.oaSecretKey
    const signed = `${keys.appId}${item.body}${item.payload.timestamp}${key}`
    return {
      'content-type': 'application/json',
      'user-agent': 'ZaloWebhook',
      'x-zevent-server': 'OA OpenAPI',
      'x-zevent-signature': `mac=${createHash('sha256').update(signed).digest('hex')}`,
      ...(item.retries > 0 ? { num_retry: String(item.retries) } : {}),
    }
  }

  private now(): number {
    return this.given.clock.now().getTime()
  }
}
