import type { Recipient } from './person.ts'

/** A linked guardian of one child, and the chat they used last. */
export interface GuardianContact extends Recipient {
  readonly childId: string
  /** Whether they asked for no messages but replies. */
  readonly isStopped: boolean
  /** Whether they can be written to: they have not blocked us. */
  readonly isReachable: boolean
}
