import type { SchoolDay } from '../../core/clock.ts'
import type { Photo } from '../../core/message.ts'
import type { GuardianContact } from '../people/guardian-contact.ts'
import type { ChangeEnding, Collector, Handover, PickupChange } from './collector.ts'

type Key = { readonly schoolId: string; readonly id: string }
type NewChange = Omit<PickupChange, 'confirmedAt' | 'cardAt' | 'ending' | 'endedBy' | 'endedAt'>

/** A guardian worries about who may have the child. */
export interface Worry {
  readonly id: string
  readonly schoolId: string
  readonly childId: string
  readonly day: SchoolDay
  readonly personId: string
  readonly now: Date
}

/**
 * Who may collect whom. What a guardian said counts only while they are a linked guardian of the child: lists and standing changes leave
 * the rest out.
 */
export interface PickupStore {
  /** Linked guardians of these children. */
  guardians(schoolId: string, childIds: readonly string[]): Promise<GuardianContact[]>

  /** Keeps an adult whom a guardian named, until the guardian confirms. */
  propose(collector: Collector, now: Date): Promise<void>
  /** What was named in one message since then and is not confirmed. */
  proposed(schoolId: string, askId: string, since: Date): Promise<Collector[]>
  /** @returns false when it was confirmed or dropped before. */
  confirmProposed(collector: Collector, now: Date): Promise<boolean>
  /** Confirmed, not removed. */
  collectors(schoolId: string, childIds: readonly string[]): Promise<Collector[]>
  /** @returns false when somebody was faster. */
  remove(collector: Collector, by: { readonly personId: string; readonly now: Date }): Promise<boolean>

  /** Keeps what an adult looks like, in place of an earlier photo; it goes when they are removed. */
  keepPhoto(collector: Collector, photo: Photo, now: Date): Promise<void>
  /** Which of these adults have a photo. */
  withPhoto(schoolId: string, collectorIds: readonly string[]): Promise<ReadonlySet<string>>

  ask(change: NewChange): Promise<void>
  change(key: Key): Promise<PickupChange | undefined>
  /** What one message asked for, one a child. */
  asked(schoolId: string, askId: string): Promise<PickupChange[]>
  confirm(change: PickupChange, now: Date): Promise<boolean>
  end(
    change: PickupChange,
    how: { readonly ending: ChangeEnding; readonly personId: string; readonly now: Date },
  ): Promise<boolean>
  /** Confirmed and not ended, from this day on. */
  standing(schoolId: string, childIds: readonly string[], from: SchoolDay): Promise<PickupChange[]>
  /** Standing ones of a day whose teachers, or whose other guardians, have not been told. */
  untold(schoolId: string, day: SchoolDay): Promise<{ readonly cards: PickupChange[]; readonly others: PickupChange[] }>
  markCard(change: PickupChange, now: Date): Promise<void>
  markOthersTold(change: PickupChange, now: Date): Promise<void>

  worry(worry: Worry): Promise<void>
  /** Whether a guardian worried about who may have the child that day. */
  isWorried(schoolId: string, childId: string, day: SchoolDay): Promise<boolean>

  giveOver(handover: Handover): Promise<void>
  undoHandover(handover: Handover, now: Date): Promise<boolean>
  /** Whom children of the school were given to that day. */
  handovers(schoolId: string, day: SchoolDay): Promise<Handover[]>
  /** Everything asked for a child and a day, whatever became of it. */
  changesOf(schoolId: string, childId: string, day: SchoolDay): Promise<PickupChange[]>
}
