import type { ChannelName } from '../../core/message.ts'
import type { Language } from '../../core/phrases.ts'
import { type CalendarEvent, type Reader, readersOf } from '../calendar/event.ts'
import type { ClassAge, Role } from '../people/person.ts'
import type { Condition } from './condition.ts'

/**
 * - `draft`: shown to the office, not approved
 * - `active`: goes out
 * - `paused`: waits for the office's word
 * - `cancelled`: never again
 */
export const reminderStates = ['draft', 'active', 'paused', 'cancelled'] as const
export type ReminderState = (typeof reminderStates)[number]

/** Why a reminder comes to those too who asked for silence. */
export const requirements = ['law', 'safety'] as const
export type Requirement = (typeof requirements)[number]

/** When, to whom, in which words and by which way people are reminded of an event. */
export interface ReminderPlan {
  /** School days when `schoolDays`, else days of the calendar; 0 is the event's own day. */
  readonly daysBefore: number
  readonly schoolDays: boolean
  /** `HH:MM` on the school's clock; null: the school's hour for reminders. */
  readonly time: string | null
  /** `HH:MM` on the day it goes out: later is of no use. Null: of use until the event begins. */
  readonly latest: string | null
  readonly roles: readonly Role[]
  /** With `ageGroups` empty, too: whom the event concerns. */
  readonly classIds: readonly string[]
  readonly ageGroups: readonly ClassAge[]
  /** Only those of whom it holds. */
  readonly condition: Condition | null
  /** ICU messages with the event's fields; a language without one reads the Vietnamese, and without that the assistant's own words. */
  readonly text: Partial<Readonly<Record<Language, string>>>
  /** Only by this way; null: in the chat used last. */
  readonly channel: ChannelName | null
  readonly required: Requirement | null
  /** Readers are asked to say that they have read it. */
  readonly confirm: boolean
}

/** A reminder as it stands at a school. */
export interface Reminder extends ReminderPlan {
  /** Of the built-in one: its event's id. */
  readonly id: string
  readonly schoolId: string
  readonly eventId: string
  readonly state: ReminderState
  /** Counts up with every change, so that what is approved is what was shown. */
  readonly revision: number
}

const roleOf: Record<Reader, Role> = { parents: 'guardian', teachers: 'teacher', office: 'office' }

/** The reminder that every dated event has: on the school day before, at the school's hour, to whom it concerns. */
export function builtInReminder(event: CalendarEvent, schoolId: string): Reminder {
  return {
    id: event.id,
    schoolId,
    eventId: event.id,
    state: 'active',
    revision: 0,
    daysBefore: 1,
    schoolDays: true,
    time: null,
    latest: null,
    roles: readersOf(event.audience).map((reader) => roleOf[reader]),
    classIds: [],
    ageGroups: [],
    condition: null,
    text: {},
    channel: null,
    required: null,
    confirm: false,
  }
}

/** The reminders of an event, the built-in one first; as the office left it, where it changed it. */
export function remindersOf(event: CalendarEvent, schoolId: string, stored: readonly Reminder[]): Reminder[] {
  const own = stored.filter(({ eventId }) => eventId === event.id)
  const first = own.find(({ id }) => id === event.id) ?? builtInReminder(event, schoolId)
  return [first, ...own.filter(({ id }) => id !== event.id)]
}
