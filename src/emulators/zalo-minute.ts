import type { EmulatorClock } from './emulator-clock.ts'

const minuteMs = 60_000

/**
 * Calls of the app in the present minute of the platform's clock. A minute also ends when that much real time went by, so that
 * a clock that stands still refuses nobody for ever.
 */
export class MinuteCounter {
  private readonly clock: EmulatorClock
  private minute = -1
  private startedAt = 0
  private count = 0

  constructor(clock: EmulatorClock) {
    this.clock = clock
  }

  /** Counts one call. @returns what is left of the minute, or -1 when the call is over the limit. */
  take(limit: number): number {
    const minute = Math.floor(this.clock.now().getTime() / minuteMs)
    if (minute !== this.minute || this.clock.elapsed() - this.startedAt >= minuteMs) {
      this.minute = minute
      this.startedAt = this.clock.elapsed()
      this.count = 0
    }
    this.count += 1
    return Math.max(limit - this.count, -1)
  }
}
