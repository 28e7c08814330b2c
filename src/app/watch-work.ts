import type { Clock } from '../core/clock.ts'
import type { Phrases } from '../core/phrases.ts'
import { settleTouched, watchStores } from '../features/alerts/watch-stores.ts'
import type { UnitOfWork } from '../features/inbound/stores.ts'

/** The same unit of work, in which the office hears at once of what a report or a notice makes an alert, whoever writes it. */
export function watchWork(work: UnitOfWork, { clock, phrases }: { clock: Clock; phrases: Phrases }): UnitOfWork {
  return async (job) =>
    await work(async (stores) => {
      const { stores: watched, touches } = watchStores(stores)
      const result = await job(watched)
      await settleTouched({ ...stores, phrases }, touches, clock.now())
      return result
    })
}
