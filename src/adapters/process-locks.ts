import type { Locks } from '../core/locks.ts'

/** Locks among the tasks of this process alone: all that the embedded database needs, since its files have one process. */
export function createProcessLocks(): Locks {
  const tails = new Map<string, Promise<unknown>>()
  const run = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const before = tails.get(name)
    const mine = (before ?? Promise.resolve()).then(work, work)
    const tail = mine.catch(() => {})
    tails.set(name, tail)
    try {
      return await mine
    } finally {
      if (tails.get(name) === tail) tails.delete(name)
    }
  }
  return {
    exclusively: run,
    async ifFree(name, work) {
      if (tails.has(name)) return false
      await run(name, work)
      return true
    },
  }
}
