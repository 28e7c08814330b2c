import { schoolDayOf } from '../../core/clock.ts'
import type { Ids } from '../../core/ids.ts'
import type { Choice } from '../../core/message.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import type { CalendarEvent } from '../calendar/event.ts'
import type { Person, School, SchoolClass } from '../people/person.ts'
import { type Look, type LookStores, lookAround, mostDaysBefore, type ReminderStores } from './begin-pass.ts'
import { nobodyExempt } from './condition.ts'
import { type Occurrence, occurrenceOf } from './occurrence.ts'
import { type Preview, previewOf } from './preview.ts'
import { everyPage } from './rehearsal.ts'
import { builtInReminder, type Reminder } from './reminder.ts'
import { checkWording, type Wordings } from './wordings.ts'
import type { Voice } from './write-message.ts'

export type OfficeDeps = Omit<ReminderStores, 'outbox' | 'offers'> & {
  readonly phrases: Phrases
  readonly wordings: Wordings
  readonly ids: Ids
}

/** Who of the office speaks. */
export interface Author {
  readonly office: Person
  readonly language: Language
  readonly now: Date
}

/** The words that change a reminder come next. */
export interface PendingReminder {
  readonly id: string
}

export interface ReminderReply {
  readonly text: string
  readonly choices?: readonly Choice[]
  readonly pendingReminder?: PendingReminder
}

/** Everything the office's conversation about reminders looks at. */
export interface OfficeLook extends Look {
  readonly school: School
  readonly classes: readonly SchoolClass[]
}

export async function lookFor(deps: LookStores, { office, now }: Author): Promise<OfficeLook> {
  const school = await deps.people.school(office.schoolId)
  return { ...(await lookAround(deps, school, now)), school, classes: await deps.people.classes(school.id) }
}

export const calendarOf = ({ school, closures }: OfficeLook) => ({
  schoolId: school.id,
  reminderTime: school.reminderTime,
  closures,
})

/** A reminder as it stands, the built-in one too, and its event; undefined when either is gone. */
export async function findReminder(
  { reminders }: Pick<OfficeDeps, 'reminders'>,
  { school, events }: OfficeLook,
  id: string,
): Promise<{ reminder: Reminder; event: CalendarEvent } | undefined> {
  const stored = await reminders.find(school.id, id)
  const event = events.find((one) => one.id === (stored?.eventId ?? id))
  return event === undefined ? undefined : { event, reminder: stored ?? builtInReminder(event, school.id) }
}

/** Why a reminder cannot be kept as it is; undefined when it can. */
export function refusalOf(
  { phrases, wordings }: OfficeDeps,
  look: OfficeLook,
  { event, reminder }: { event: CalendarEvent; reminder: Reminder },
  language: Language,
): string | undefined {
  for (const text of Object.values(reminder.text)) {
    const check = checkWording(wordings, text)
    if (check.kind === 'broken') return phrases.text(language, 'reminders.broken_words', { text })
    if (check.kind === 'unknown_field') return phrases.text(language, 'reminders.unknown_field', { field: check.field })
  }
  if (event.when.kind !== 'dated') return phrases.text(language, 'reminders.no_day', { title: event.title[language] })
  if (reminder.daysBefore > mostDaysBefore) return phrases.text(language, 'reminders.too_far', { days: mostDaysBefore })
  return occurrenceOf(event, reminder, calendarOf(look)) === undefined ? phrases.text(language, 'reminders.too_late') : undefined
}

/** What a reminder would do, by the functions that will do it; undefined when it would do nothing. */
export async function previewFor(
  deps: OfficeDeps,
  look: OfficeLook,
  { event, reminder }: { event: CalendarEvent; reminder: Reminder },
): Promise<{ occurrence: Occurrence; preview: Preview; voice: Voice } | undefined> {
  const { school, closures, classes } = look
  const occurrence = occurrenceOf(event, reminder, calendarOf(look))
  if (occurrence === undefined) return undefined
  const { condition, eventId } = reminder
  const exempt =
    condition === null ? nobodyExempt : await deps.conditions.exempt(school.id, condition, { eventId, day: occurrence.day })
  const people = { chats: await everyPage(deps.addressees, school.id), staff: await deps.addressees.staff(school.id) }
  const preview = previewOf(occurrence, people, { classes, exempt, school: look.hours })
  return { occurrence, preview, voice: { phrases: deps.phrases, wordings: deps.wordings, school, classes, closures } }
}

/** Dated events of the coming weeks, by day. */
export function comingEvents({ events }: OfficeLook, now: Date, days: number): CalendarEvent[] {
  const from = schoolDayOf(now)
  const to = schoolDayOf(new Date(now.getTime() + days * 86_400_000))
  const dayOf = ({ when }: CalendarEvent) => (when.kind === 'dated' ? when.day : '')
  return events
    .filter((event) => from <= dayOf(event) && dayOf(event) <= to)
    .sort((one, other) => (dayOf(one) < dayOf(other) ? -1 : 1))
}
