import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import type { Locks } from '../core/locks.ts'

/** How soon another process notices that the one at work is gone. */
const takeOverMs = 1_000

interface Work {
  start(): void
  stop(): Promise<void>
}

/**
 * Does something in one process at a time, over all of them: whoever finds it free does it until it stops or dies, then the next one. Nobody
 * is chosen and nobody has to know of the others.
 */
export function inTurn(locks: Pick<Locks, 'ifFree'>, name: string, work: Work): Work {
  const halt = new AbortController()
  let running = Promise.resolve()
  const turn = async (): Promise<void> => {
    work.start()
    if (!halt.signal.aborted) await once(halt.signal, 'abort')
    await work.stop()
  }
  const run = async (): Promise<void> => {
    while (!halt.signal.aborted) {
      // A database that is away is asked again like one that says no.
      await locks.ifFree(name, turn).catch(() => false)
      await pause(takeOverMs, undefined, { signal: halt.signal }).catch(() => undefined)
    }
  }
  return {
    start() {
      running = run()
    },
    async stop() {
      halt.abort()
      await running
    },
  }
}
