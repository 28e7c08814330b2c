import { createSentFileReader } from '../adapters/files/read-sent-file.ts'
import type { Log } from '../adapters/observability/log.ts'
import type { Metrics } from '../adapters/observability/metrics.ts'
import type { Channel } from '../core/channel.ts'
import type { Clock } from '../core/clock.ts'
import type { Locks } from '../core/locks.ts'
import type { ChannelName, ChatAddress } from '../core/message.ts'
import { attach } from '../features/inbound/attach.ts'
import { handleChat, type InboundLog } from '../features/inbound/handle-chat.ts'
import { apologise, handleMessage } from '../features/inbound/handle-message.ts'
import type { RouteDeps } from '../features/inbound/hearing.ts'
import type { Journal } from '../features/inbound/journal.ts'
import type { UnitOfWork } from '../features/inbound/stores.ts'
import { type DeliverDeps, type DeliveryLog, deliverChat } from '../features/outbox/deliver.ts'
import type { Gate } from '../features/outbox/gate.ts'
import type { UnsentStore } from '../features/outbox/unsent.ts'
import { createBulkLane, waitOut } from './bulk-lane.ts'

type Deps = {
  journal: Journal
  work: UnitOfWork
  unsent: UnsentStore
  gate: Gate
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
export function createWorkers({
  journal,
  work,
  unsent,
  gate,
  channels,
  route,
  locks,
  clock,
  log,
  metrics,
  stopping,
  cutOff,
}: Deps) {
  const inbound = inboundLog(log, metrics)
  const readFile = createSentFileReader()
  const sending = { unsent, gate, channels, locks, clock, stopping, cutOff, log: deliveryLog(log, metrics) }
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
          attach: (message) => attach({ channels, read: readFile, work, clock, stopping }, message),
          handle: (turn) => handleMessage(route, turn),
          apologise: (turn) => apologise(route, turn),
          acknowledge: async (message) => channels[message.from.channel]?.acknowledge(message),
        },
        chat,
      ),
    outbound: (chat: ChatAddress) => deliverNow(sending, chat),
    bulk: createBulkLane({ ...sending, onError: (error) => log.warn({ err: error }, 'delivery to many broke off') }),
  }
}

/** To somebody who waits: a short wait at the gate is waited out here. */
async function deliverNow(deps: DeliverDeps, chat: ChatAddress): Promise<void> {
  let delivery = await deliverChat(deps, chat, 'now')
  while (delivery.kind === 'wait' && (await waitOut(deps, delivery))) delivery = await deliverChat(deps, chat, 'now')
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
    settled(channel, how, id) {
      metrics.settled.inc({ channel, how })
      log.info({ channel, how, outboundId: id }, 'message without an answer settled')
    },
  }
}
