import type { ChatAddress } from '../../core/message.ts'
import type { OutgoingKind } from '../outbox/message-kind.ts'

/**
 * What the office wants done with the messages of a gap.
 * - `late`: each is sent, but for those of which the platform says that it has them
 * - `merged`: the same, and whoever has several of those that came due gets them in one message
 * - `drop`: none is sent
 */
export const gapChoices = ['late', 'merged', 'drop'] as const
export type GapChoice = (typeof gapChoices)[number]

/** The time between a backup and its restore: what the service did then is not known to it. */
export interface Gap {
  readonly schoolId: string
  readonly takenAt: Date
  readonly restoredAt: Date
  /** Messages of people that nobody had handled when the backup was taken, over all schools. */
  readonly unheard: number
  /** When what came due in the gap had been written and the office was asked; null: not yet. */
  readonly askedAt: Date | null
  readonly choice: GapChoice | null
}

/** A message that may have gone out in the gap. */
export interface GapMessage {
  readonly id: string
  readonly to: ChatAddress
  readonly kind: OutgoingKind
  /** `maybe`: it stood in the backup, waiting; `due`: it came due in the gap */
  readonly from: 'maybe' | 'due'
  readonly text: string
  /** Nothing but text: it can be put together with others. */
  readonly isPlain: boolean
}

/** Gaps and their messages, which stand in the outbox. */
export interface GapStore {
  /** The gap with which a school is not done. */
  open(schoolId: string): Promise<Gap | undefined>
  messages(schoolId: string): Promise<GapMessage[]>
  markAsked(gap: Gap, now: Date): Promise<void>
  /** @returns false when somebody had decided before */
  decide(gap: Gap, decision: { readonly choice: GapChoice; readonly personId: string; readonly now: Date }): Promise<boolean>
  /** Lets them go out, each once the platform has been asked for it where that is possible. */
  send(schoolId: string, now: Date): Promise<void>
  /** Ends those that came due; what may have gone out stays uncertain. `ids`: only these. */
  drop(schoolId: string, ids?: readonly string[]): Promise<void>
  markDone(gap: Gap, now: Date): Promise<void>
}
