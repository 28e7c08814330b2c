import { addDays, type Clock, instantOf, schoolDayOf } from '../../core/clock.ts'
import type { ZaloWait } from './zalo-errors.ts'

const minuteMs = 60_000

/** When the calls of a minute are used up, Zalo counts on; so nothing is asked before the next minute of the clock begins. */
export class MinutePause {
  private readonly clock: Clock
  private untilMs = 0

  constructor(clock: Clock) {
    this.clock = clock
  }

  begin(): void {
    this.untilMs = (Math.floor(this.nowMs() / minuteMs) + 1) * minuteMs
  }

  /** 0 when calls are allowed. */
  secondsLeft(): number {
    const leftMs = this.untilMs - this.nowMs()
    // more than a minute means that somebody set the clock back
    return leftMs > 0 && leftMs <= minuteMs ? Math.ceil(leftMs / 1000) : 0
  }

  private nowMs(): number {
    return this.clock.now().getTime()
  }
}

/** How long an error asks to wait, in seconds; mornings begin at 06:00 on the school's clock. */
export function secondsOfWait(wait: ZaloWait, now: Date): number {
  if (wait === 'an_hour') return 3600
  if (wait === 'next_minute') return Math.ceil((minuteMs - (now.getTime() % minuteMs)) / 1000)
  const today = schoolDayOf(now)
  const mornings = [today, addDays(today, 1)].map((day) => instantOf(day, '06:00').getTime())
  return Math.ceil((mornings.find((morning) => morning > now.getTime())! - now.getTime()) / 1000)
}
