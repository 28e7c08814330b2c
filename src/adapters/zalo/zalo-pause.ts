import { addDays, type Clock, instantOf, schoolDayOf } from '../../core/clock.ts'
import type { ZaloWait } from './zalo-errors.ts'

const minuteMs = 60_000
const reserveShare = 0.1

/** When the calls of a minute are used up, Zalo counts on; so nothing is asked before the next minute of the clock begins. */
export class MinutePause {
  private readonly clock: Clock
  private untilMs = 0
  private reservedMs = 0

  constructor(clock: Clock) {
    this.clock = clock
  }

  begin(): void {
    this.untilMs = this.nextMinuteMs()
  }

  /** What an answer says is left of the minute, over all processes of the app; not a number where it says nothing. */
  note(remain: number, limit: number): void {
    if (remain === 0) this.begin()
    if (remain <= limit * reserveShare) this.reservedMs = this.nextMinuteMs()
  }

  /** Until when the last tenth of the minute is kept for people who wait for an answer. */
  reservedUntil(): Date | undefined {
    const leftMs = this.reservedMs - this.nowMs()
    return leftMs > 0 && leftMs <= minuteMs ? new Date(this.reservedMs) : undefined
  }

  /** 0 when calls are allowed. */
  secondsLeft(): number {
    const leftMs = this.untilMs - this.nowMs()
    // more than a minute means that somebody set the clock back
    return leftMs > 0 && leftMs <= minuteMs ? Math.ceil(leftMs / 1000) : 0
  }

  private nextMinuteMs(): number {
    return (Math.floor(this.nowMs() / minuteMs) + 1) * minuteMs
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
