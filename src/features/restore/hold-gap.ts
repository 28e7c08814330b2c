import type { Outbox, Outgoing } from '../outbox/outbox.ts'

const hold = (message: Outgoing): Outgoing => ({ ...message, held: { until: null, why: 'restored' } })

/** The same work, whose messages wait until the office has decided what becomes of the gap. */
export function holdMessages<S extends { readonly outbox: Outbox }>(
  work: <R>(step: (stores: S) => Promise<R>) => Promise<R>,
): <R>(step: (stores: S) => Promise<R>) => Promise<R> {
  return (step) =>
    work((stores) => {
      const { outbox } = stores
      const held: Outbox = {
        add: (message, now) => outbox.add(hold(message), now),
        addAll: (messages, now) => outbox.addAll(messages.map(hold), now),
      }
      return step({ ...stores, outbox: held })
    })
}
