import { type Answer, done, refusal } from './telegram-answers.ts'
import type { Updates } from './telegram-updates.ts'

const maxWaitSeconds = 50

/** `getUpdates`: answers at once when there is something, otherwise as soon as there is, at the latest after `timeout`. */
export class Polling {
  private interrupt: ((answer: Answer) => void) | undefined
  private readonly updates: Updates

  constructor(updates: Updates) {
    this.updates = updates
  }

  /** @param gone aborts when the bot hung up */
  async poll(options: { offset: number; limit: number; timeoutSeconds: number }, gone: AbortSignal): Promise<Answer> {
    this.stop('terminated by other getUpdates request; make sure that only one bot instance is running')
    const ready = () => this.updates.from(options.offset, options.limit)
    const first = ready()
    if (first.length > 0 || options.timeoutSeconds <= 0) return done(first)
    const { promise, resolve } = Promise.withResolvers<Answer>()
    const unwatch = this.updates.watch(() => resolve(done(ready())))
    const timer = setTimeout(() => resolve(done([])), Math.min(options.timeoutSeconds, maxWaitSeconds) * 1000)
    gone.addEventListener('abort', () => resolve(done([])), { once: true })
    this.interrupt = resolve
    try {
      return await promise
    } finally {
      unwatch()
      clearTimeout(timer)
      if (this.interrupt === resolve) this.interrupt = undefined
    }
  }

  /** Ends a running poll with 409. */
  stop(because: string): void {
    this.interrupt?.(refusal(409, because).answer)
    this.interrupt = undefined
  }
}
