import type { Clock } from '../core/clock.ts'

/** The machine's clock: the one place in the product that asks it. */
export const systemClock: Clock = { now: () => new Date() }

/** A clock that can be moved and then goes on running: the demo's. */
export interface MovableClock extends Clock {
  moveTo(instant: Date): void
}

export function createMovableClock(base: Clock = systemClock): MovableClock {
  let offsetMs = 0
  return {
    now: () => new Date(base.now().getTime() + offsetMs),
    moveTo(instant) {
      offsetMs = instant.getTime() - base.now().getTime()
    },
  }
}
