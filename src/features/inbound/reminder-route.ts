import { type Person, staffAmong } from '../people/person.ts'
import { chooseReminder, confirmReminder } from '../reminders/choose-reminder.ts'
import { hearReminderChange, hearReminders } from '../reminders/hear-reminders.ts'
import type { ReminderReply } from '../reminders/office-reminders.ts'
import type { Heard, Hearing, RouteDeps } from './hearing.ts'

/** What the office says of reminders; undefined when the line is about something else. */
export async function hearOfficeReminders(
  deps: RouteDeps,
  hearing: Hearing,
  { office, text }: { office: Person; text: string },
): Promise<Heard | undefined> {
  const { turn, identity, session } = hearing
  const all = { ...deps, ...turn.stores }
  const author = { office, language: identity.language, now: turn.now }
  const reply = await hearReminders(all, author, text)
  if (reply !== undefined) return heardOf(reply)
  const pending = session.pendingReminder
  return pending === undefined ? undefined : heardOf(await hearReminderChange(all, author, { pending, text }))
}

/** Something chosen under a reminder: by the office, or by a reader who says that they know. @param value `rm:…` */
export async function hearReminderChoice(
  deps: RouteDeps,
  { turn, identity }: Hearing,
  value: string,
): Promise<Heard | undefined> {
  const all = { ...deps, ...turn.stores }
  if (value.startsWith('rm:read:')) return heardOf(await confirmReminder(all, { identity, now: turn.now }, value))
  const office = staffAmong(identity.people).find(({ role }) => role === 'office')
  if (office === undefined) return undefined
  return heardOf(await chooseReminder(all, { office, language: identity.language, now: turn.now }, value))
}

function heardOf({ pendingReminder, ...reply }: ReminderReply): Heard {
  return { route: 'reminders', replies: [reply], session: { pendingReminder } }
}
