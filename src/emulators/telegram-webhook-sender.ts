import { setTimeout as pause } from 'node:timers/promises'
import axios from 'axios'
import type { EmulatorClock } from './emulator-clock.ts'
import type { Faults } from './faults.ts'
import { seconds } from './telegram-chats.ts'
import type { Updates } from './telegram-updates.ts'
import { readable, type Traffic } from './traffic.ts'

export interface Webhook {
  url: string
  secretToken?: string
}

const answerWithinMs = 30_000
const longestPauseMs = 60_000

/** Posts updates to the bot's webhook: one at a time, in order, each again with growing pauses until it is answered 2xx. */
export class WebhookSender {
  lastError: { last_error_date: number; last_error_message: string } | undefined
  private webhook: Webhook | undefined
  private halt = new AbortController()
  private readonly parts: { updates: Updates; clock: EmulatorClock; faults: Faults; traffic: Traffic; firstPauseMs: number }

  constructor(parts: WebhookSender['parts']) {
    this.parts = parts
  }

  get url(): string {
    return this.webhook?.url ?? ''
  }

  set(webhook: Webhook | undefined): void {
    this.stop()
    this.webhook = webhook
    this.lastError = undefined
    if (!webhook) return
    this.halt = new AbortController()
    void this.run(webhook, this.halt.signal)
  }

  stop(): void {
    this.halt.abort()
  }

  private async run(webhook: Webhook, signal: AbortSignal): Promise<void> {
    let failures = 0
    while (!signal.aborted) {
      const next = this.parts.updates.first()
      if (!next) {
        await this.nextUpdate(signal)
        continue
      }
      const problem = await this.post(webhook, next, signal)
      if (signal.aborted) return
      if (problem === undefined) {
        failures = 0
        this.parts.updates.delivered(next.update)
        continue
      }
      this.lastError = { last_error_date: seconds(this.parts.clock.now()), last_error_message: problem }
      const wait = Math.min(longestPauseMs, this.parts.firstPauseMs * 2 ** failures)
      failures += 1
      await pause(wait, undefined, { signal }).catch(() => undefined)
    }
  }

  private nextUpdate(signal: AbortSignal): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const unwatch = this.parts.updates.watch(resolve)
    signal.addEventListener('abort', () => resolve(), { once: true })
    return promise.finally(unwatch)
  }

  /** @returns what went wrong in Telegram's words, undefined when the bot took the update */
  private async post(webhook: Webhook, { update, chat }: { update: unknown; chat: number }, signal: AbortSignal) {
    const fault = this.parts.faults.take('webhook', chat)
    if (fault?.kind === 'cut') return 'Connection reset by peer'
    if (fault?.kind === 'delay') await pause(fault.millis, undefined, { signal }).catch(() => undefined)
    const startedAt = performance.now()
    const record = (status: number, response: unknown) =>
      this.parts.traffic.add({
        direction: 'to_service',
        method: 'POST',
        path: new URL(webhook.url).pathname,
        status,
        request: update,
        response,
        millis: performance.now() - startedAt,
      })
    try {
      const { status, statusText, data } = await axios.post(webhook.url, update, {
        headers: webhook.secretToken ? { 'X-Telegram-Bot-Api-Secret-Token': webhook.secretToken } : {},
        timeout: answerWithinMs,
        maxRedirects: 0,
        proxy: false,
        responseType: 'text',
        validateStatus: () => true,
        signal,
      })
      record(status, readable(data))
      if (fault?.kind === 'lost_answer') return 'Read timeout expired'
      return status >= 200 && status < 300 ? undefined : `Wrong response from the webhook: ${status} ${statusText}`
    } catch (error) {
      record(0, null)
      return axios.isAxiosError(error) && error.code === 'ECONNABORTED' ? 'Read timeout expired' : 'Connection refused'
    }
  }
}
