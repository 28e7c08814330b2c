import type { CatchUpStore } from '../adapters/database/catch-up-store.ts'
import type { Log } from '../adapters/observability/log.ts'
import type { Clock } from '../core/clock.ts'
import { DeliveryError } from '../core/delivery-error.ts'
import type { Locks } from '../core/locks.ts'
import type { ChatAddress, InboundMessage } from '../core/message.ts'
import type { Journal } from '../features/inbound/journal.ts'

const everyMs = 600_000
/** The platform's clock and ours, and what was on its way when the last look ended. */
const overlapMs = 180_000

type Deps = {
  /** Which account it is; undefined while nobody knows. */
  account(): string | undefined
  readMissed(since: Date, signal: AbortSignal): AsyncIterable<readonly InboundMessage[]>
  storeOf(account: string): CatchUpStore
  journal: Pick<Journal, 'append'>
  wake(chat: ChatAddress): Promise<void>
  locks: Locks
  clock: Clock
  log: Log
  stopping: AbortSignal
}

/**
 * Journals what people wrote while the platform could not reach us, from its own lists: after a start, and every ten minutes, because a platform
 * that gave up on our webhook tells nobody. What came both ways is one event, by its id.
 */
export function createCatchUp(deps: Deps) {
  let triedAt: Date | undefined

  const look = async (account: string): Promise<void> => {
    const { clock, log, stopping } = deps
    const store = deps.storeOf(account)
    const startedAt = clock.now()
    const since = await store.since()
    if (since === undefined) return await store.put({ caughtUpAt: startedAt })
    let missed = 0
    for await (const messages of deps.readMissed(new Date(since.getTime() - overlapMs), stopping)) {
      const isOld = ({ sentAt }: InboundMessage) => startedAt.getTime() - sentAt.getTime() > overlapMs
      const old = await deps.journal.append(messages.filter(isOld), startedAt)
      const fresh = await deps.journal.append(
        messages.filter((message) => !isOld(message)),
        startedAt,
      )
      missed += old.length
      const [chat] = [...old, ...fresh]
      if (chat !== undefined) await deps.wake(chat)
    }
    if (missed > 0) log.warn({ channel: 'zalo', missed, since }, 'messages that the platform had not told of')
    await store.put({ caughtUpAt: startedAt, ...(missed > 0 ? { deafAt: startedAt } : {}) })
  }

  return {
    /** Looks, unless that was done a moment ago. Never rejects: the next look begins where the last one that succeeded ended. */
    async ifDue(): Promise<void> {
      const account = deps.account()
      const now = deps.clock.now()
      const isRecent = triedAt !== undefined && Math.abs(now.getTime() - triedAt.getTime()) < everyMs
      if (account === undefined || isRecent || deps.stopping.aborted) return
      triedAt = now
      await deps.locks
        .ifFree(`catch-up/${account}`, () => look(account))
        .catch((error) => {
          const reason = error instanceof DeliveryError ? error.reason : undefined
          deps.log.warn({ channel: 'zalo', reason, err: error }, 'could not read what was missed')
        })
    },
  }
}
