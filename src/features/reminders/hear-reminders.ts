import type { Choice } from '../../core/message.ts'
import type { CalendarEvent } from '../calendar/event.ts'
import { occurrencesOf } from './occurrence.ts'
import {
  type Author,
  calendarOf,
  comingEvents,
  findReminder,
  lookFor,
  type OfficeDeps,
  type OfficeLook,
  type PendingReminder,
  previewFor,
  type ReminderReply,
  refusalOf,
} from './office-reminders.ts'
import { parseChange, parseReminder, type Refused } from './parse-reminder.ts'
import { builtInReminder, type Reminder, type ReminderState, remindersOf } from './reminder.ts'
import { eventLine, previewText, reminderLine } from './reminder-wording.ts'

/** How far ahead the list looks, and how long it is at most. */
const listDays = 45
const longestList = 20

/** The office writes of reminders: the list, those of an event, a new one. Undefined: the line is about something else. */
export async function hearReminders(deps: OfficeDeps, author: Author, line: string): Promise<ReminderReply | undefined> {
  const read = parseReminder(line, await deps.people.classes(author.office.schoolId))
  if (read === undefined) return undefined
  if (read.kind === 'not_understood' || read.kind === 'no_such_class') return await refused(deps, author, read)
  const look = await lookFor(deps, author)
  if (read.kind === 'list') return await listEvents(deps, author, look)
  const id = await deps.reminders.eventNumbered(look.school.id, read.number)
  const event = look.events.find((one) => one.id === id)
  if (event === undefined) return { text: deps.phrases.text(author.language, 'reminders.no_such_event', { number: read.number }) }
  if (read.kind === 'event') return await showEvent(deps, author, { look, event })
  const drafted = { ...builtInReminder(event, look.school.id), schoolDays: false, ...read.plan }
  const reminder: Reminder = { ...drafted, id: deps.ids.uuid(), state: 'draft', revision: 1 }
  const refusal = refusalOf(deps, look, { event, reminder }, author.language)
  if (refusal !== undefined) return { text: refusal }
  await deps.reminders.add(reminder, { personId: author.office.id, now: author.now })
  return await showReminder(deps, author, { look, event, reminder })
}

/** The words that change a reminder. What is changed waits until it is approved again. */
export async function hearReminderChange(
  deps: OfficeDeps,
  author: Author,
  { pending, text }: { pending: PendingReminder; text: string },
): Promise<ReminderReply> {
  const look = await lookFor(deps, author)
  const found = await findReminder(deps, look, pending.id)
  if (found === undefined) return gone(deps, author)
  const change = parseChange(text, look.classes)
  if ('kind' in change) return { ...(await refused(deps, author, change)), pendingReminder: pending }
  const reminder: Reminder = { ...found.reminder, ...change }
  const refusal = refusalOf(deps, look, { event: found.event, reminder }, author.language)
  if (refusal !== undefined) return { text: refusal, pendingReminder: pending }
  const state: ReminderState = found.reminder.state === 'draft' ? 'draft' : 'paused'
  if (!(await saveChange(deps, author, { reminder: found.reminder, change: { ...change, state } })))
    return await changedSince(deps, author, pending.id)
  const now = await findReminder(deps, look, pending.id)
  return now === undefined ? gone(deps, author) : await showReminder(deps, author, { look, ...now })
}

/** Writes a change; the built-in reminder gets its row with the first one. @returns false when somebody was faster. */
export async function saveChange(
  { reminders }: OfficeDeps,
  { office, now }: Author,
  { reminder, change }: { reminder: Reminder; change: Partial<Reminder> },
): Promise<boolean> {
  if (reminder.revision > 0) return await reminders.change(reminder, change)
  await reminders.add({ ...reminder, ...change, revision: 1 }, { personId: office.id, now })
  return true
}

async function listEvents(
  { reminders, phrases }: OfficeDeps,
  { language, now }: Author,
  look: OfficeLook,
): Promise<ReminderReply> {
  const events = comingEvents(look, now, listDays).slice(0, longestList)
  const numbers = await reminders.numbers(
    look.school.id,
    events.map(({ id }) => id),
  )
  const all = occurrencesOf(events, await reminders.all(look.school.id), calendarOf(look))
  const lines = events.map((event) => {
    const own = all.filter((one) => one.event.id === event.id)
    const days = own.map(({ reminder }) => phrases.text(language, 'reminders.times', { days: reminder.daysBefore }))
    return eventLine({ event, number: numbers.get(event.id) ?? 0, times: days.join(', ') || 'none' }, { phrases, language })
  })
  const example = numbers.get(events[0]?.id ?? '') ?? 0
  return { text: phrases.text(language, 'reminders.list', { count: events.length, lines: lines.join('\n'), example }) }
}

async function showEvent(
  { reminders, phrases }: OfficeDeps,
  { language }: Author,
  { look, event }: { look: OfficeLook; event: CalendarEvent },
): Promise<ReminderReply> {
  const { school, classes } = look
  if (event.when.kind !== 'dated') return { text: phrases.text(language, 'reminders.no_day', { title: event.title[language] }) }
  const own = remindersOf(event, school.id, await reminders.ofEvent(school.id, event.id)).filter(({ state }) => state !== 'draft')
  const number = (await reminders.numbers(school.id, [event.id])).get(event.id) ?? 0
  const head = eventLine({ event, number }, { phrases, language })
  const choices = own.map((reminder) => ({
    label: reminderLine(reminder, { classes, reminderTime: school.reminderTime }, { phrases, language }),
    value: `rm:show:${reminder.id}`,
  }))
  return { text: phrases.text(language, 'reminders.of_event', { event: head, count: own.length, number }), choices }
}

/** A reminder, what it will do, and what can be done with it. */
export async function showReminder(
  deps: OfficeDeps,
  { language }: Author,
  { look, event, reminder }: { look: OfficeLook; event: CalendarEvent; reminder: Reminder },
): Promise<ReminderReply> {
  const { phrases } = deps
  const { school, classes } = look
  const line = reminderLine(reminder, { classes, reminderTime: school.reminderTime }, { phrases, language })
  const number = (await deps.reminders.numbers(school.id, [event.id])).get(event.id) ?? 0
  const head = `${eventLine({ event, number }, { phrases, language })}\n${line}`
  const shown = await previewFor(deps, look, { event, reminder })
  const text =
    shown === undefined
      ? `${head}\n${phrases.text(language, 'reminders.too_late')}`
      : previewText({ ...shown, head }, shown.voice, language)
  return { text, choices: choicesFor(reminder, { deps, language, canRun: shown !== undefined }) }
}

const actions: Record<ReminderState, readonly ('ok' | 'self' | 'names' | 'edit' | 'drop' | 'pause' | 'resume' | 'cancel')[]> = {
  draft: ['ok', 'self', 'names', 'edit', 'drop'],
  active: ['pause', 'self', 'names', 'edit', 'cancel'],
  paused: ['resume', 'self', 'names', 'edit', 'cancel'],
  cancelled: ['resume'],
}

function choicesFor(
  { id, state, revision }: Reminder,
  { deps: { phrases }, language, canRun }: { deps: OfficeDeps; language: Author['language']; canRun: boolean },
): Choice[] {
  return actions[state]
    .filter((action) => canRun || ['edit', 'drop', 'cancel'].includes(action))
    .map((action) => ({ label: phrases.text(language, `reminders.choose_${action}`), value: `rm:${action}:${id}:${revision}` }))
}

async function refused({ people, phrases }: OfficeDeps, { office, language }: Author, read: Refused): Promise<ReminderReply> {
  if (read.kind === 'not_understood') return { text: phrases.text(language, 'reminders.not_understood', { rest: read.rest }) }
  const classes = (await people.classes(office.schoolId)).map(({ code }) => code).join(', ')
  return { text: phrases.text(language, 'reminders.no_such_class', { names: read.names, classes }) }
}

/** Somebody changed it meanwhile: it is shown as it is now. */
export async function changedSince(deps: OfficeDeps, author: Author, id: string): Promise<ReminderReply> {
  const look = await lookFor(deps, author)
  const found = await findReminder(deps, look, id)
  if (found === undefined) return gone(deps, author)
  const shown = await showReminder(deps, author, { look, ...found })
  return { ...shown, text: `${deps.phrases.text(author.language, 'reminders.changed_since')}\n\n${shown.text}` }
}

export function gone({ phrases }: OfficeDeps, { language }: Author): ReminderReply {
  return { text: phrases.text(language, 'reminders.gone') }
}
