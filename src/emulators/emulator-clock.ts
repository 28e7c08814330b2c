/** A platform's own clock. It runs like a real one from wherever it was last set, or stands still when frozen. */
export interface EmulatorClock {
  now(): Date
  set(now: Date, frozen?: boolean): void
  readonly frozen: boolean
  /**
   * Milliseconds for rate limits: real time passed plus every jump forward of the clock. It never goes back and never stands,
   * so a frozen clock cannot leave a sender throttled for ever, and a moved clock frees it as the hours would.
   */
  elapsed(): number
  /** Back to real time. */
  reset(): void
}

export function createEmulatorClock(realNow: () => Date): EmulatorClock {
  let offset = 0
  let standsAt: number | undefined
  let jumped = 0
  const now = () => standsAt ?? realNow().getTime() + offset

  return {
    now: () => new Date(now()),
    set(to, frozen = false) {
      jumped += Math.max(0, to.getTime() - now())
      offset = to.getTime() - realNow().getTime()
      standsAt = frozen ? to.getTime() : undefined
    },
    get frozen() {
      return standsAt !== undefined
    },
    elapsed: () => performance.now() + jumped,
    reset() {
      offset = 0
      standsAt = undefined
    },
  }
}
