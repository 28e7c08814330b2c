/** How fast a bot may send. @see https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this */
const limits = {
  everyone: { burst: 30, perSecond: 30 },
  chat: { burst: 5, perSecond: 1 }, // "short bursts" are tolerated; five is ours
  group: { burst: 20, perSecond: 20 / 60 },
}

interface Bucket {
  tokens: number
  at: number
}

/** Token buckets for all chats together and for each alone, on milliseconds that the caller provides. */
export class SendingLimits {
  private buckets = new Map<string, Bucket>()
  private readonly elapsed: () => number

  constructor(elapsed: () => number) {
    this.elapsed = elapsed
  }

  /** Takes one message's worth. @returns seconds to wait when there is none left; then nothing is taken. */
  take(chat: { id: number; type: string }): number | undefined {
    const wanted = [
      ['everyone', limits.everyone] as const,
      [`chat ${chat.id}`, limits.chat] as const,
      ...(chat.type === 'private' ? [] : [[`group ${chat.id}`, limits.group] as const]),
    ]
    const filled = wanted.map(([name, limit]) => ({ bucket: this.fill(name, limit), limit }))
    const waits = filled
      .filter(({ bucket }) => bucket.tokens < 1)
      .map(({ bucket, limit }) => (1 - bucket.tokens) / limit.perSecond)
    if (waits.length > 0) return Math.max(1, Math.ceil(Math.max(...waits)))
    for (const { bucket } of filled) bucket.tokens -= 1
    return undefined
  }

  reset(): void {
    this.buckets.clear()
  }

  private fill(name: string, limit: { burst: number; perSecond: number }): Bucket {
    const now = this.elapsed()
    const bucket = this.buckets.get(name) ?? { tokens: limit.burst, at: now }
    bucket.tokens = Math.min(limit.burst, bucket.tokens + ((now - bucket.at) / 1000) * limit.perSecond)
    bucket.at = now
    this.buckets.set(name, bucket)
    return bucket
  }
}
