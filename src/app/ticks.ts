import cron from 'node-cron'
import type { Log } from '../adapters/observability/log.ts'

/** `due` and `empty`: of a process that works. */
type Ticks = { sweep(): Promise<void>; due?(): Promise<unknown>; empty?(): Promise<number>; log: Log }

/** Cron only rings: what is due is decided by our clock. A ring while the last one is still at work is skipped. */
export function startTicks({ sweep, due, empty, log }: Ticks) {
  const tick = (pattern: string, what: () => Promise<unknown>) => {
    let atWork = false
    const ring = async () => {
      if (atWork) return // node-cron would do this too, and print a line of its own each time
      atWork = true
      await what().catch((error) => log.warn({ err: error }, 'tick failed'))
      atWork = false
    }
    return cron.schedule(pattern, ring, { suppressMissedWarning: true })
  }
  const swept = tick('* * * * * *', sweep)
  if (due === undefined || empty === undefined) return [swept]
  // A start is a tick too: what came due while nobody was there is done at once.
  void due().catch((error) => log.warn({ err: error }, 'tick failed'))
  return [swept, tick('* * * * *', due), tick('17 3 * * *', empty)]
}
