import type { Identity } from '../people/person.ts'
import { changedSince, gone, saveChange, showReminder } from './hear-reminders.ts'
import { type Author, findReminder, lookFor, type OfficeDeps, previewFor, type ReminderReply } from './office-reminders.ts'
import type { ReminderState } from './reminder.ts'
import { allNames, sampleText } from './reminder-wording.ts'

/** The office chose something under a reminder. @param value `rm:<what>:<id>:<revision>` */
export async function chooseReminder(deps: OfficeDeps, author: Author, value: string): Promise<ReminderReply> {
  const { phrases } = deps
  const { language } = author
  const [, what, id = '', shown] = value.split(':')
  const look = await lookFor(deps, author)
  const found = await findReminder(deps, look, id)
  if (found === undefined) return gone(deps, author)
  const { reminder } = found
  if (what === 'show') return await showReminder(deps, author, { look, ...found })
  if (what === 'edit') return { text: phrases.text(language, 'reminders.what_to_change'), pendingReminder: { id } }
  if (what === 'names' || what === 'self') {
    const ahead = await previewFor(deps, look, found)
    const again = await showReminder(deps, author, { look, ...found })
    const [first] = ahead?.preview.reached ?? []
    const text =
      ahead === undefined || (what === 'self' && first === undefined)
        ? phrases.text(language, 'reminders.nobody')
        : what === 'names'
          ? allNames(ahead.preview, { phrases, language })
          : sampleText(ahead.occurrence, first!, ahead.voice)
    return again.choices === undefined ? { text } : { text, choices: again.choices }
  }
  // What is decided is what was shown.
  if (String(reminder.revision) !== shown) return await changedSince(deps, author, id)
  const state = stateAfter(what)
  if (state === undefined) return gone(deps, author)
  if (!(await saveChange(deps, author, { reminder, change: { state } }))) return await changedSince(deps, author, id)
  return await told(deps, author, { what: what ?? '', id, eventId: reminder.eventId, wasDraft: reminder.state === 'draft' })
}

function stateAfter(what: string | undefined): ReminderState | undefined {
  switch (what) {
    case 'ok':
    case 'resume':
      return 'active'
    case 'pause':
      return 'paused'
    case 'drop':
    case 'cancel':
      return 'cancelled'
    default:
      return undefined
  }
}

async function told(
  { reminders, phrases }: OfficeDeps,
  { office, language }: Author,
  { what, id, eventId, wasDraft }: { what: string; id: string; eventId: string; wasDraft: boolean },
): Promise<ReminderReply> {
  const { schoolId } = office
  if (what === 'ok') return { text: phrases.text(language, 'reminders.approved') }
  if (what === 'resume') return { text: phrases.text(language, 'reminders.resumed') }
  if (wasDraft) return { text: phrases.text(language, 'reminders.dropped_draft') }
  if (what === 'pause') {
    const number = (await reminders.numbers(schoolId, [eventId])).get(eventId) ?? 0
    return { text: phrases.text(language, 'reminders.paused', { sent: await reminders.reached(schoolId, id), number }) }
  }
  return { text: phrases.text(language, 'reminders.cancelled', { ...(await reminders.takeBack(schoolId, id)) }) }
}

/** Somebody says that they know of an event. @param value `rm:read:<event>` */
export async function confirmReminder(
  { reminders, phrases }: Pick<OfficeDeps, 'reminders' | 'phrases'>,
  { identity, now }: { identity: Identity; now: Date },
  value: string,
): Promise<ReminderReply> {
  const eventId = value.slice('rm:read:'.length)
  for (const { id, schoolId } of identity.people) await reminders.confirm({ schoolId, eventId, personId: id, now })
  return { text: phrases.text(identity.language, 'reminders.noted_read') }
}
