import type { PGlite } from '@electric-sql/pglite'
import { fromPglite, PgBoss } from 'pg-boss'
import type { ChatAddress } from '../../core/message.ts'
import { chatKey, type WakeUps } from '../../core/wake-ups.ts'

const queues = ['inbound', 'outbound'] as const
type QueueName = (typeof queues)[number]

export interface BossQueue extends Omit<WakeUps, 'bulk'> {
  /** Starts the workers: each wake-up becomes one call of its handler, in whichever process is free. */
  work(handlers: Record<QueueName, (chat: ChatAddress) => Promise<void>>): Promise<void>
  /** Stops taking jobs and waits for those in hand. */
  stop(): Promise<void>
  /** Whether wake-ups go through now. */
  isReady(): Promise<boolean>
}

/**
 * Wake-ups over pg-boss: a job says which chat has work, LISTEN/NOTIFY brings it to a free process within milliseconds. One
 * queued job a chat is enough (`short`), it is never retried and never deferred: what is due when stands in our tables.
 */
export async function openBossQueue(
  source: { readonly pglite: PGlite } | { readonly connectionString: string },
  onError: (error: Error) => void,
): Promise<BossQueue> {
  const boss = new PgBoss({
    ...('pglite' in source
      ? { db: fromPglite(source.pglite), backend: 'pglite' as const }
      : { connectionString: source.connectionString, max: 4, application_name: 'mamnon-queue' }),
    useListenNotify: true,
    schedule: false,
  })
  boss.on('error', onError)
  await boss.start()
  for (const name of queues) {
    await boss.createQueue(name, { policy: 'short', notify: true, retryLimit: 0, expireInSeconds: 120, deleteAfterSeconds: 600 })
  }

  const wake = async (name: QueueName, chat: ChatAddress): Promise<void> => {
    await boss.send(name, chat, { singletonKey: chatKey(chat) }).catch(onError)
  }
  return {
    inbound: (chat) => wake('inbound', chat),
    outbound: (chat) => wake('outbound', chat),
    async work(handlers) {
      for (const name of queues) {
        await boss.work<ChatAddress>(
          name,
          {
            batchSize: 20,
            burstWhenBatchFull: true,
            pollingIntervalSeconds: 1,
            notifyPollingIntervalSeconds: 30,
            localConcurrency: 2,
          },
          async (jobs) => {
            await Promise.all(jobs.map((job) => handlers[name](job.data)))
          },
        )
      }
    },
    isReady: () =>
      boss.getQueue('inbound').then(
        (queue) => queue !== null,
        () => false,
      ),
    stop: () => boss.stop({ graceful: true, timeout: 8_000 }),
  }
}
