import type { AbsenceStore } from '../absence/absence-store.ts'
import type { AlertStore } from '../alerts/alert-store.ts'
import type { ArrangementStore } from '../arrangement/arrangement-store.ts'
import type { BroadcastStore } from '../broadcast/broadcast-store.ts'
import type { CalendarStore } from '../calendar/calendar-store.ts'
import type { CheckinStore } from '../checkin/checkin-store.ts'
import type { ConsoleStore } from '../console/console-store.ts'
import type { DayLog } from '../console/day-log.ts'
import type { EntryStore } from '../entries/entry-store.ts'
import type { GrowthStore } from '../growth/growth-store.ts'
import type { HoursStore } from '../hours/hours-store.ts'
import type { ImportStore } from '../imports/import-store.ts'
import type { LadderStore } from '../ladder/ladder-store.ts'
import type { GrantStore } from '../office/grant-alarm.ts'
import type { HandoffStore } from '../office/handoff-store.ts'
import type { QuestionStore } from '../office/question-store.ts'
import type { ChannelStopStore } from '../outbox/gate.ts'
import type { MessageLog } from '../outbox/message-log.ts'
import type { Offers } from '../outbox/offers.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { RollStore } from '../people/roll-store.ts'
import type { PickupStore } from '../pickup/pickup-store.ts'
import type { PreferenceStore } from '../preferences/preference-store.ts'
import type { ErasureStore } from '../privacy/erasure-store.ts'
import type { AddresseeStore } from '../reminders/addressee.ts'
import type { ConditionStore } from '../reminders/condition.ts'
import type { ReminderStore } from '../reminders/reminder-store.ts'
import type { GapStore } from '../restore/gap-store.ts'
import type { RosterImportStore } from '../roster-import/roster-import-store.ts'
import type { SettingsStore } from '../settings/settings-store.ts'
import type { SetupStore } from '../setup/setup-store.ts'
import type { SignoffStore } from '../signoff/signoff-store.ts'
import type { JournalMarks } from './journal.ts'

/** All stores of one transaction. Features ask for the few they need; only what composes them sees the whole. */
export interface Stores {
  readonly people: PeopleStore
  readonly outbox: Outbox
  readonly offers: Offers
  readonly gaps: GapStore
  readonly channelStops: ChannelStopStore
  readonly marks: JournalMarks
  readonly checkins: CheckinStore
  readonly questions: QuestionStore
  readonly entries: EntryStore
  readonly handoffs: HandoffStore
  readonly settings: SettingsStore
  readonly calendar: CalendarStore
  readonly imports: ImportStore
  readonly broadcasts: BroadcastStore
  readonly absences: AbsenceStore
  readonly ladder: LadderStore
  readonly pickups: PickupStore
  readonly signoffs: SignoffStore
  readonly alerts: AlertStore
  readonly growth: GrowthStore
  readonly hours: HoursStore
  readonly preferences: PreferenceStore
  readonly reminders: ReminderStore
  readonly addressees: AddresseeStore
  readonly conditions: ConditionStore
  readonly arrangements: ArrangementStore
  readonly console: ConsoleStore
  readonly dayLog: DayLog
  readonly messageLog: MessageLog
  readonly erasures: ErasureStore
  readonly grants: GrantStore
  readonly roll: RollStore
  readonly rosters: RosterImportStore
  readonly setup: SetupStore
}

/** Runs `work` in one transaction; messages it added go out after the commit, and never if it rolled back. */
export type UnitOfWork = <R>(work: (stores: Stores) => Promise<R>) => Promise<R>
