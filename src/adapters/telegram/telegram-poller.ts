import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { Clock } from '../../core/clock.ts'
import { DeliveryError } from '../../core/delivery-error.ts'
import type { InboundMessage } from '../../core/message.ts'
import type { TelegramClient } from './telegram-client.ts'
import { allowedUpdates, kindOf, TelegramUpdate, toInbound } from './telegram-update.ts'

export interface PollerOptions {
  client: TelegramClient
  account: string
  clock: Clock
  /** Stores the messages for good, in the order given. Telegram forgets them only after this resolved; when it throws, they come again. */
  journal(messages: readonly InboundMessage[]): Promise<void>
  /** Told about each failed round; the poller goes on by itself. While receiving, the error is a DeliveryError. */
  onError(during: 'receiving' | 'journaling', error: unknown): void
  /** Told the kind of each update that nobody must deal with. */
  onUnknown?(kind: string): void
  /** Told when a round succeeded: the bot has authenticated and the journal is there. */
  onRound?(): void
  /** How long Telegram keeps an empty poll open. */
  waitSeconds?: number
  /** Pause after the first failure; it doubles with each further one, up to a minute. */
  firstPauseMs?: number
}

const longestPauseMs = 60_000
const graceSeconds = 10 // for the answer to travel after the wait is over

/**
 * Receives updates by long polling, journal first, offset after. telegraf's own polling confirms what it failed to handle, so
 * only its client is used here.
 */
export function createTelegramPoller(options: PollerOptions): { start(): void; stop(): Promise<void> } {
  let running: { halt: AbortController; ended: Promise<void> } | undefined
  return {
    start() {
      if (running) return
      const halt = new AbortController()
      running = { halt, ended: poll(options, halt.signal) }
    },
    /** Hangs up at once; resolves when a running `journal` is through. */
    async stop() {
      running?.halt.abort()
      await running?.ended
      running = undefined
    },
  }
}

async function poll(options: PollerOptions, signal: AbortSignal): Promise<void> {
  let offset: number | undefined
  let failures = 0
  while (!signal.aborted) {
    try {
      offset = await round(options, offset, signal)
      failures = 0
      options.onRound?.()
    } catch (problem) {
      if (signal.aborted && problem instanceof DeliveryError) return // our own hanging up
      const { during, error } =
        problem instanceof JournalFailed
          ? ({ during: 'journaling', error: problem.cause } as const)
          : ({ during: 'receiving', error: problem } as const)
      options.onError(during, error)
      await pause(pauseMs(options, failures, error), undefined, { signal }).catch(() => undefined)
      failures += 1
    }
  }
}

class JournalFailed extends Error {}

/** Gets one batch and journals it. @returns the next offset; undefined after an empty batch, when everything before is confirmed */
async function round(options: PollerOptions, offset: number | undefined, signal: AbortSignal): Promise<number | undefined> {
  const { client, account, clock, waitSeconds = 30 } = options
  const raw = await client.call(
    'getUpdates',
    { offset, timeout: waitSeconds, allowed_updates: [...allowedUpdates] },
    { signal, timeoutSeconds: waitSeconds + graceSeconds },
  )
  const updates = readBatch(raw)
  // After a quiet week Telegram starts again at a random, perhaps lower id: an offset kept from before would then confirm unseen updates.
  if (updates.length === 0) return undefined
  const messages = updates.flatMap((update) => {
    const message = toInbound(update, { account, receivedAt: clock.now() })
    if (!message) options.onUnknown?.(kindOf(update))
    return message ?? []
  })
  try {
    if (messages.length > 0) await options.journal(messages)
  } catch (error) {
    throw new JournalFailed('the journal did not take the updates', { cause: error })
  }
  return updates.at(-1)!.update_id + 1
}

function readBatch(raw: unknown): TelegramUpdate[] {
  const batch = z.array(TelegramUpdate).safeParse(raw)
  if (!batch.success) throw new DeliveryError('unreachable') // something else answered in Telegram's place
  return batch.data.toSorted((one, other) => one.update_id - other.update_id)
}

function pauseMs({ firstPauseMs = 1000 }: PollerOptions, failures: number, error: unknown): number {
  if (error instanceof DeliveryError && error.retryAfterSeconds !== undefined) return error.retryAfterSeconds * 1000
  return Math.min(longestPauseMs, firstPauseMs * 2 ** failures)
}
