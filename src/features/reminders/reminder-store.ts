import type { Reminder, ReminderPlan, ReminderState } from './reminder.ts'

/** How far one reminder has gone out for one day of its event. */
export interface Run {
  readonly reminderId: string
  /** The event's day. */
  readonly day: string
  readonly dueAt: Date
  /** When the first of those comes who could not be written to yet; null: nobody waits. */
  readonly nextAt: Date | null
  readonly done: boolean
  /** It lost its use before everybody had it. Until it is also done, the office has not been told. */
  readonly dropped: boolean
}

/** One person's copy of one occurrence. */
export interface Receipt {
  readonly reminderId: string
  readonly day: string
  readonly personId: string
}

export interface ReminderChange extends Partial<ReminderPlan> {
  readonly state?: ReminderState
}

/** A school's reminders and what has gone out of them. */
export interface ReminderStore {
  /** All but drafts, cancelled ones included: a cancelled built-in one must not come back. */
  all(schoolId: string): Promise<Reminder[]>
  find(schoolId: string, id: string): Promise<Reminder | undefined>
  ofEvent(schoolId: string, eventId: string): Promise<Reminder[]>
  add(reminder: Reminder, by: { readonly personId: string; readonly now: Date }): Promise<void>
  /** Changes the reminder as it was read, and counts its revision up. @returns false when it has changed since. */
  change(reminder: Reminder, change: ReminderChange): Promise<boolean>
  /** How the office names events. */
  numbers(schoolId: string, eventIds: readonly string[]): Promise<Map<string, number>>
  eventNumbered(schoolId: string, number: number): Promise<string | undefined>
  runs(schoolId: string, reminderIds: readonly string[]): Promise<Run[]>
  /** Dropped ones of which the office has not been told. */
  untold(schoolId: string): Promise<Run[]>
  saveRun(schoolId: string, run: Run, now: Date): Promise<void>
  /** Which of these are still to go out: read again for every page, so that a pause counts at once. */
  active(schoolId: string, ids: readonly string[]): Promise<Set<string>>
  /** Takes these for this transaction. @returns those that nobody had taken before. */
  claim(schoolId: string, receipts: readonly Receipt[], now: Date): Promise<Receipt[]>
  /** How many have it. */
  reached(schoolId: string, reminderId: string): Promise<number>
  /** How many have it, and how many messages were still waiting and are not sent any more. */
  takeBack(schoolId: string, reminderId: string): Promise<{ readonly sent: number; readonly cancelled: number }>
  /** Somebody knows of an event of this school; of another one's nothing is noted. */
  confirm(confirmation: {
    readonly schoolId: string
    readonly eventId: string
    readonly personId: string
    readonly now: Date
  }): Promise<void>
}
