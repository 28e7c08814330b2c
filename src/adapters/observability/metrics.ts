import { Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What the service counts, for `/metrics`. Labels are closed sets: no ids, no names. */
export function createMetrics() {
  const registry = new Registry()
  const registers = [registry]
  return {
    registry,
    inbound: new Counter({
      name: 'mamnon_inbound_messages_total',
      help: 'Messages handled, by channel and route',
      labelNames: ['channel', 'route'],
      registers,
    }),
    inboundSeconds: new Histogram({
      name: 'mamnon_inbound_seconds',
      help: 'Time to handle one message',
      buckets: [0.005, 0.02, 0.05, 0.1, 0.5, 2],
      registers,
    }),
    crashes: new Counter({ name: 'mamnon_inbound_crashes_total', help: 'Handling that threw', registers }),
    webhooks: new Counter({
      name: 'mamnon_webhooks_total',
      help: 'Webhook requests, by channel and what they were',
      labelNames: ['channel', 'kind'],
      registers,
    }),
    unknownEvents: new Counter({
      name: 'mamnon_unknown_events_total',
      help: 'Signed events of a kind we do not know',
      labelNames: ['channel'],
      registers,
    }),
    spooled: new Counter({ name: 'mamnon_spooled_total', help: 'Webhooks kept on disk while the database was away', registers }),
    delivered: new Counter({
      name: 'mamnon_messages_sent_total',
      help: 'Messages the platforms accepted',
      labelNames: ['channel'],
      registers,
    }),
    deliverySeconds: new Histogram({
      name: 'mamnon_send_seconds',
      help: 'Time of one send',
      labelNames: ['channel'],
      buckets: [0.02, 0.05, 0.1, 0.5, 2, 10],
      registers,
    }),
    failed: new Counter({
      name: 'mamnon_send_failures_total',
      help: 'Sends that failed, by reason',
      labelNames: ['channel', 'reason', 'final'],
      registers,
    }),
    settled: new Counter({
      name: 'mamnon_uncertain_settled_total',
      help: 'Messages whose answer was lost, by how that ended: arrived, again, left',
      labelNames: ['channel', 'how'],
      registers,
    }),
    tasks: new Counter({
      name: 'mamnon_due_tasks_total',
      help: 'Reminders, summaries and questions that came due',
      labelNames: ['kind'],
      registers,
    }),
    ready: new Gauge({ name: 'mamnon_ready', help: '1 when the service is ready', registers }),
  }
}

export type Metrics = ReturnType<typeof createMetrics>
