import type { Clock } from '../../core/clock.ts'
import type { Locks } from '../../core/locks.ts'
import type { ChatAddress, InboundMessage } from '../../core/message.ts'
import { chatKey } from '../../core/wake-ups.ts'
import type { Journal, Journaled } from './journal.ts'
import type { UnitOfWork } from './stores.ts'
import type { Turn } from './turn.ts'

export interface InboundLog {
  handled(message: InboundMessage, route: string, millis: number): void
  /** A bug: the message stays in the journal. */
  crashed(journalId: string, error: unknown, options: { final: boolean }): void
}

type Deps = {
  journal: Journal
  work: UnitOfWork
  locks: Locks
  clock: Clock
  log: InboundLog
  /** Decides and writes one message's consequences, in the transaction of `turn.stores`. @returns the name of the route taken. */
  handle(turn: Turn): Promise<string>
  /** Fetches and reads what hangs on a message, which takes its time and so comes before the transaction. Never throws. */
  attach(message: InboundMessage): Promise<Pick<Turn, 'attachment' | 'photo'>>
  /** Says in the chat that something went wrong on our side. */
  apologise(turn: Turn): Promise<void>
  /** Cosmetic, after the commit: the tapped button stops spinning. */
  acknowledge(message: InboundMessage): Promise<void>
  stopping: AbortSignal
}

const attemptsAllowed = 3

/**
 * Handles what was journaled for one chat, in order. Each message's consequences and the mark that it is handled are one transaction: a
 * process that dies in between has done nothing, one that repeats does nothing twice. A message that crashes the handler three
 * times is set aside with an apology, so that the chat goes on.
 */
export async function handleChat(deps: Deps, chat: ChatAddress): Promise<void> {
  let again = true
  while (again && !deps.stopping.aborted) {
    const ran = await deps.locks.ifFree(`in/${chatKey(chat)}`, async () => {
      let next = await deps.journal.next(chat)
      while (next !== undefined && !deps.stopping.aborted) {
        await handleOne(deps, next)
        next = await deps.journal.next(chat)
      }
    })
    again = ran && (await deps.journal.next(chat)) !== undefined
  }
}

async function handleOne(deps: Deps, journaled: Journaled): Promise<void> {
  const { work, clock, log } = deps
  const { id, message, attempts } = journaled
  const startedAt = performance.now()
  try {
    const attached = await deps.attach(message)
    const route = await work(async (stores) => {
      const now = clock.now()
      if (!(await stores.marks.markHandled(id, now))) return 'handled_before'
      return await deps.handle({ stores, message, now, ...attached })
    })
    log.handled(message, route, performance.now() - startedAt)
    await deps.acknowledge(message)
  } catch (error) {
    const final = attempts + 1 >= attemptsAllowed
    log.crashed(id, error, { final })
    await deps.journal.countAttempt(id)
    if (!final) return
    await work(async (stores) => {
      const now = clock.now()
      await stores.marks.markFailed(id, now)
      await deps.apologise({ stores, message, now })
    })
  }
}
