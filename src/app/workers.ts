import type { Log } from '../adapters/observability/log.ts'
import type { Metrics } from '../adapters/observability/metrics.ts'
import type { Channel } from '../core/channel.ts'
import type { Clock } from '../core/clock.ts'
import type { Locks } from '../core/locks.ts'
import type { ChannelName, ChatAddress } from '../core/message.ts'
import { handleChat, type InboundLog } from '../features/inbound/handle-chat.ts'
import { apologise, handleMessage } from '../features/inbound/handle-message.ts'
import type { RouteDeps } from '../features/inbound/hearing.ts'
import type { Journal } from '../features/inbound/journal.ts'
import type { UnitOfWork } from '../features/inbound/stores.ts'
import { type DeliveryLog, deliverChat, type UnsentStore } from '../features/outbox/deliver.ts'

type Deps = {
  journal: Journal
  work: UnitOfWork
  unsent: UnsentStore
  channels: Partial<Record<ChannelName, Channel>>
  route: RouteDeps
  locks: Locks
  clock: Clock
  log: Log
  metrics: Metrics
  stopping: AbortSignal
  cutOff: AbortSignal
}

/** What a process does with a wake-up: handle a chat's messages, or deliver to it. */
export function createWorkers({ journal, work, unsent, channels, route, locks, clock, log, metrics, stopping, cutOff }: Deps) {
  const inbound = inboundLog(log, metrics)
  const delivery = deliveryLog(log, metrics)
  return {
    inbound: (chat: ChatAddress) =>
      handleChat(
        {
          journal,
          work,
          locks,
          clock,
          stopping,
          log: inbound,
          handle: (turn) => handleMessage(route, turn),
          apologise: (turn) => apologise(route, turn),
          acknowledge: async (message) => channels[message.from.channel]?.acknowledge(message),
        },
        chat,
      ),
    outbound: (chat: ChatAddress) => deliverChat({ unsent, channels, locks, clock, stopping, cutOff, log: delivery }, chat),
  }
}

function inboundLog(log: Log, metrics: Metrics): InboundLog {
  return {
    handled(message, route, millis) {
      metrics.inbound.inc({ channel: message.from.channel, route })
      metrics.inboundSeconds.observe(millis / 1_000)
      log.debug({ channel: message.from.channel, route, millis: Math.round(millis) }, 'handled')
    },
    crashed(journalId, error, { final }) {
      metrics.crashes.inc()
      log.error({ journalId, final, err: error }, 'handling crashed')
    },
  }
}

function deliveryLog(log: Log, metrics: Metrics): DeliveryLog {
  return {
    delivered(channel, millis) {
      metrics.delivered.inc({ channel })
      metrics.deliverySeconds.observe({ channel }, millis / 1_000)
    },
    failed(channel, reason, { final, code, id }) {
      metrics.failed.inc({ channel, reason, final: String(final) })
      log.warn({ channel, reason, final, code, outboundId: id }, 'message not delivered')
    },
  }
}
