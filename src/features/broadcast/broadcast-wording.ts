import type { Language, Phrases } from '../../core/phrases.ts'
import { splitText } from '../../core/text.ts'
import { forecastOf } from '../outbox/ways.ts'
import type { SchoolClass } from '../people/person.ts'
import { roles } from '../people/person.ts'
import type { Reach } from './reach.ts'

export interface BroadcastVoice {
  readonly phrases: Phrases
  readonly language: Language
}

/** A longer notice is several messages there, each of them charged. */
const zaloTextLength = 2_000
/** Up to so many names stand in the preview itself; more are a list of their own. */
const namesShown = 10

/** What the office reads before anything goes out. */
export function previewText(
  { reach, classes, message }: { readonly reach: Reach; readonly classes: readonly SchoolClass[]; readonly message: string },
  voice: BroadcastVoice,
): string {
  const { phrases, language } = voice
  const { reached } = reach
  const whom = roles.flatMap((role) => {
    const own = reached.filter((one) => one.role === role)
    if (own.length === 0) return []
    const byClass = classes.flatMap(({ id, code }) => {
      const count = own.filter(({ classIds }) => classIds.includes(id)).length
      return count === 0 ? [] : [`${code} ${count}`]
    })
    return [phrases.text(language, 'broadcast.group', { role, count: own.length, classes: byClass.join(', ') || 'none' })]
  })
  const channels = [...Map.groupBy(reached, ({ address }) => address.channel)].map(
    ([channel, chats]) => `${channel === 'zalo' ? 'Zalo' : 'Telegram'} ${chats.length}`,
  )
  return [
    phrases.text(language, 'broadcast.preview', { count: reached.length, whom: whom.join('; '), channels: channels.join(', ') }),
    ...costLine(reach, message, voice),
    ...missedLines(reach, voice),
    phrases.text(language, 'broadcast.as_read', { message }),
  ].join('\n')
}

/** The same figures as before a reminder. */
function costLine({ reached }: Reach, message: string, { phrases, language }: BroadcastVoice): string[] {
  const windows = reached.flatMap(({ address, window }) => (address.channel === 'zalo' ? [window] : []))
  if (windows.length === 0) return []
  return [phrases.text(language, 'delivery.forecast', { ...forecastOf(windows, splitText(message, zaloTextLength).length) })]
}

/** Whom the office must phone, in short. */
function missedLines({ children, staff }: Reach, { phrases, language }: BroadcastVoice): string[] {
  if (children.length + staff.length === 0) return []
  const names = [...children.map(({ name, classCode }) => `${name} (${classCode})`), ...staff.map(({ name }) => name)]
  const byClass = [...Map.groupBy(children, ({ classCode }) => classCode)].map(([code, own]) => `${code} ${own.length}`)
  const params = {
    children: children.length,
    staff: staff.length,
    classes: byClass.join(', '),
    names: names.length <= namesShown ? names.join(', ') : 'none',
  }
  return [phrases.text(language, 'broadcast.missed', params)]
}

/** One line of the list to phone. */
export interface MissedLine {
  /** A class's code; empty for staff. */
  readonly group: string
  readonly name: string
  readonly why: string
}

/** The list to phone, class by class. */
export function missedText(lines: readonly MissedLine[], waiting: number, { phrases, language }: BroadcastVoice): string {
  if (lines.length === 0)
    return phrases.text(language, waiting === 0 ? 'broadcast.missed_none' : 'broadcast.missed_waiting', { waiting })
  const groups = [...Map.groupBy(lines, ({ group }) => group)].map(([group, own]) => {
    const title = phrases.text(language, 'broadcast.missed_group', { class: group || 'none', count: own.length })
    return [title, ...own.map(({ name, why }) => `- ${name} (${phrases.text(language, 'broadcast.why', { why })})`)].join('\n')
  })
  const head = phrases.text(language, 'broadcast.missed_list', { count: lines.length, waiting })
  return [head, ...groups].join('\n')
}
