import { setTimeout as pause } from 'node:timers/promises'
import type { Metrics } from '../adapters/observability/metrics.ts'
import type { Spool } from '../adapters/spool/spool.ts'
import type { Clock } from '../core/clock.ts'
import type { InboundMessage } from '../core/message.ts'
import type { Receipt, ReceiptStore } from '../core/receipt.ts'
import type { WakeUps } from '../core/wake-ups.ts'
import type { Journal } from '../features/inbound/journal.ts'
import { within } from './within.ts'

/** Zalo hangs up after 2 s: by then its message is in the journal or in the spool. Telegram is asked to come again. */
const patienceMs = 1_200
const overtakingMs = 1_000

type Messages = readonly InboundMessage[]
type Deps = {
  journal: Journal
  receipts: ReceiptStore
  wakeUps: Pick<WakeUps, 'inbound'>
  spool: Spool
  metrics: Metrics
  clock: Clock
}

/** The ways a verified message becomes safe before its platform gets an answer. */
export function createReceiving({ journal, receipts, wakeUps, spool, metrics, clock }: Deps) {
  const store = async (messages: Messages): Promise<void> => {
    const chats = await journal.append(messages, clock.now())
    await Promise.all(chats.map((chat) => wakeUps.inbound(chat)))
  }
  return {
    /** Into the journal, however long that takes: for a poller, whose platform waits. */
    store,
    /** Into the journal soon, or not at all: for a platform that comes again. */
    async storeSoon(messages: Messages): Promise<'stored'> {
      await within(patienceMs, store(messages))
      return 'stored'
    },
    /** A receipt, if the database is there: a lost one proves nothing. */
    async note(receipt: Receipt): Promise<void> {
      if (await within(patienceMs, receipts.note(receipt))) return
      // It can overtake the answer to the send that it speaks of.
      const later = pause(overtakingMs, undefined, { ref: false }).then(() => receipts.note(receipt))
      void later.catch(() => undefined)
    },
    /** Into the journal soon, else onto the disk: for a platform that may never come again. What waits there already goes first. */
    async storeOrSpool(messages: Messages): Promise<'stored'> {
      try {
        if (await spool.holds()) throw new Error('the spool goes first')
        await within(patienceMs, store(messages))
      } catch {
        await spool.append(messages)
        metrics.spooled.inc(messages.length)
      }
      return 'stored'
    },
  }
}

export type Receiving = ReturnType<typeof createReceiving>
