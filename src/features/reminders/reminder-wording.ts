import { schoolDayOf, schoolTimeOf, weekdayOf, writtenDay } from '../../core/clock.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import type { CalendarEvent } from '../calendar/event.ts'
import { forecastOf } from '../outbox/ways.ts'
import { roles, type SchoolClass } from '../people/person.ts'
import type { Occurrence } from './occurrence.ts'
import type { Preview, Reached } from './preview.ts'
import type { Reminder } from './reminder.ts'
import { singleText, type Voice } from './write-message.ts'

export interface OfficeVoice {
  readonly phrases: Phrases
  readonly language: Language
}

/** Up to so many names stand in the preview itself. */
const namesShown = 8
/** So many readers' texts are shown. */
const samplesShown = 3

const dayParams = (day: string) => ({ weekday: String(weekdayOf(day)), date: writtenDay(day) })

/** One reminder in a line: when, to whom, under which condition, its state. */
export function reminderLine(
  reminder: Reminder,
  { classes, reminderTime }: { classes: readonly SchoolClass[]; reminderTime: string },
  voice: OfficeVoice,
): string {
  const { phrases, language } = voice
  const whom = reminder.roles.map((role) => phrases.text(language, 'reminders.role', { role })).join(', ')
  const only = [
    ...classes.filter(({ id }) => reminder.classIds.includes(id)).map(({ code }) => code),
    ...reminder.ageGroups.map((age) => phrases.text(language, 'reminders.age', { age: `g${age.replace('-', '_')}` })),
  ]
  return phrases.text(language, 'reminders.plan', {
    days: reminder.daysBefore,
    unit: reminder.schoolDays ? 'school' : 'calendar',
    time: reminder.time ?? reminderTime,
    whom,
    only: only.join(', ') || 'none',
    condition: reminder.condition ?? 'none',
    channel: reminder.channel ?? 'any',
    required: reminder.required ?? 'no',
    confirm: reminder.confirm ? 'yes' : 'no',
    own: reminder.text.vi === undefined ? 'no' : 'yes',
    state: reminder.state,
  })
}

/** An event in a line of the list. */
export function eventLine(
  { event, number, times }: { event: CalendarEvent; number: number; times?: string },
  { phrases, language }: OfficeVoice,
): string {
  const day = event.when.kind === 'dated' ? event.when.day : ''
  return phrases.text(language, 'reminders.event', {
    number,
    ...dayParams(day),
    title: event.title[language],
    times: times ?? 'unsaid',
  })
}

/** What the office reads before anything goes out. */
export function previewText(
  { occurrence, preview, head }: { occurrence: Occurrence; preview: Preview; head: string },
  voice: Voice,
  language: Language,
): string {
  const { phrases } = voice
  const { reached, missed } = preview
  const { dueAt, usefulUntil } = occurrence
  const when = phrases.text(language, 'reminders.when', {
    ...dayParams(schoolDayOf(dueAt)),
    time: schoolTimeOf(dueAt),
    until: `${schoolTimeOf(usefulUntil)} ${writtenDay(schoolDayOf(usefulUntil)).slice(0, 5)}`,
  })
  const lines = [
    head,
    when,
    phrases.text(language, 'reminders.reach', { count: reached.length, whom: groupsText(reached, { phrases, language }) }),
    ...namesLine(
      reached.map((one) => nameOf(one, { phrases, language })),
      'reminders.names',
      { phrases, language },
    ),
    ...movedLines(reached, { phrases, language }),
    ...missedLines(preview, { phrases, language }),
    ...costLine(preview, { phrases, language }),
  ]
  const samples = samplesOf(reached).map(
    (one) => `— ${nameOf(one, { phrases, language })}:\n${sampleText(occurrence, one, voice)}`,
  )
  if (samples.length > 0) lines.push('', phrases.text(language, 'reminders.as_read', { count: samples.length }), ...samples)
  return missed.length + reached.length === 0
    ? [head, when, phrases.text(language, 'reminders.nobody')].join('\n')
    : lines.join('\n')
}

/** The message as this reader will read it. */
export function sampleText(occurrence: Occurrence, { chat, outcome }: Reached, voice: Voice): string {
  const { role, children, moment } = outcome
  return singleText(voice, { occurrence, role, children, late: false }, { language: chat.language, now: moment })
}

/** Readers that differ: one a role first, then whoever comes next. */
function samplesOf(reached: readonly Reached[]): Reached[] {
  const first = roles.flatMap((role) => reached.find(({ outcome }) => outcome.role === role) ?? [])
  return [...first, ...reached.filter((one) => !first.includes(one))].slice(0, samplesShown)
}

/** Staff by name, guardians by their children. */
function nameOf({ outcome }: Reached, { phrases, language }: OfficeVoice): string {
  if (outcome.role !== 'guardian') return outcome.people[0]?.name ?? ''
  return phrases.text(language, 'reminders.guardian_of', { children: outcome.children.map(({ name }) => name).join(', ') })
}

export function allNames(preview: Preview, { phrases, language }: OfficeVoice): string {
  const reached = preview.reached.map((one) => `- ${nameOf(one, { phrases, language })}`)
  const missed = preview.missed.map(({ name, classCode, why }) => {
    const where = classCode === undefined ? '' : ` (${classCode})`
    return `- ${name}${where}: ${phrases.text(language, 'reminders.why', { why })}`
  })
  const head = (key: 'reminders.list_reached' | 'reminders.list_missed', count: number) => phrases.text(language, key, { count })
  return [
    head('reminders.list_reached', reached.length),
    ...reached,
    head('reminders.list_missed', missed.length),
    ...missed,
  ].join('\n')
}

function groupsText(reached: readonly Reached[], { phrases, language }: OfficeVoice): string {
  return roles
    .flatMap((role) => {
      const count = reached.filter(({ outcome }) => outcome.role === role).length
      return count === 0 ? [] : [phrases.text(language, 'reminders.group', { role, count })]
    })
    .join(', ')
}

function namesLine(
  names: readonly string[],
  key: 'reminders.names' | 'reminders.missed_names',
  { phrases, language }: OfficeVoice,
): string[] {
  if (names.length === 0) return []
  return [
    phrases.text(language, key, { names: names.slice(0, namesShown).join('; '), more: Math.max(0, names.length - namesShown) }),
  ]
}

function movedLines(reached: readonly Reached[], { phrases, language }: OfficeVoice): string[] {
  const moved = reached.filter(({ outcome }) => outcome.moved.length > 0)
  const groups = Map.groupBy(moved, ({ outcome: { moved, moment } }) => `${moved.at(-1)} ${moment.toISOString()}`)
  return [...groups.values()].map((own) => {
    const { moment, moved } = own[0]!.outcome
    const when = `${schoolTimeOf(moment)} ${writtenDay(schoolDayOf(moment)).slice(0, 5)}`
    return phrases.text(language, 'reminders.moved', { count: own.length, when, rule: moved.at(-1)! })
  })
}

function missedLines({ missed }: Preview, voice: OfficeVoice): string[] {
  if (missed.length === 0) return []
  const { phrases, language } = voice
  const reasons = [...Map.groupBy(missed, ({ why }) => why)].map(
    ([why, own]) => `${phrases.text(language, 'reminders.why', { why })} ${own.length}`,
  )
  const names = missed.map(({ name, classCode }) => (classCode === undefined ? name : `${name} (${classCode})`))
  return [
    phrases.text(language, 'reminders.missed', { count: missed.length, reasons: reasons.join(', ') }),
    ...namesLine(names, 'reminders.missed_names', voice),
  ]
}

function costLine({ reached, missed }: Preview, { phrases, language }: OfficeVoice): string[] {
  const closed = missed.flatMap(({ why }) => (why === 'window_closed' ? ['closed' as const] : []))
  const { free, paid, vnd, ...none } = forecastOf([...reached.flatMap(({ window }) => window ?? []), ...closed])
  const params = { free, paid, vnd, closed: none.closed }
  return free + paid + none.closed === 0 ? [] : [phrases.text(language, 'delivery.forecast', params)]
}
