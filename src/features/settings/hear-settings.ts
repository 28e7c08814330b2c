import { schoolDayOf, schoolTimeOf, writtenDay } from '../../core/clock.ts'
import type { Ids } from '../../core/ids.ts'
import type { Choice } from '../../core/message.ts'
import type { Language, PhraseKey, Phrases } from '../../core/phrases.ts'
import type { Person } from '../people/person.ts'
import { type Changed, changeSetting } from './change-setting.ts'
import { readSetting } from './read-setting.ts'
import { kindOf, type SettingKey, settingKeys } from './setting.ts'
import type { SettingsStore } from './settings-store.ts'

export type SettingsDeps = { readonly settings: SettingsStore; readonly phrases: Phrases; readonly ids: Ids }
export type SettingsAuthor = { readonly office: Person; readonly language: Language; readonly now: Date }
export type SettingsReply = { readonly text: string; readonly choices?: readonly Choice[] }

const shownChanges = 10

/** Takes a line of the office about the school's settings; undefined when it is about something else. */
export async function hearSettings(deps: SettingsDeps, author: SettingsAuthor, text: string): Promise<SettingsReply | undefined> {
  const { settings } = deps
  const { office, language } = author
  const line = readSetting(text)
  if (line === undefined) return undefined
  const say = sayIn(deps, language)
  if (line.kind === 'unknown') return { text: `${say('settings.unknown')}\n${await listOf(deps, author)}` }
  if (line.kind === 'list') return { text: `${await listOf(deps, author)}\n${say('settings.how')}` }
  if (line.kind === 'history') {
    const changes = await settings.changes(office.schoolId, shownChanges)
    if (changes.length === 0) return { text: say('settings.no_changes') }
    const lines = changes.map(({ key, before, after, by, source, changedAt }) =>
      say('settings.change', {
        when: `${writtenDay(schoolDayOf(changedAt)).slice(0, 5)} ${schoolTimeOf(changedAt)}`,
        who: by ?? say(source === 'command' ? 'settings.command_line' : 'office.sender_staff'),
        name: say(nameOf(key)),
        before: valueWords(deps, language, { key, value: before }),
        after: valueWords(deps, language, { key, value: after }),
      }),
    )
    return { text: lines.join('\n') }
  }
  if (line.kind === 'set' && line.typed === '') {
    const all = await settings.all(office.schoolId)
    const value = valueWords(deps, language, { key: line.key, value: all[line.key] })
    return {
      text: say('settings.which_value', { name: say(nameOf(line.key)), value, form: say(`settings.form.${kindOf[line.key]}`) }),
    }
  }
  const typed = line.kind === 'set' ? line.typed : null
  return await setByOffice(deps, author, { key: line.key, typed, source: 'chat' })
}

/** The office takes a change back. @param value `st:undo:<id>` @returns undefined when it is not the newest of its setting any more */
export async function chooseSettings(
  deps: SettingsDeps,
  author: SettingsAuthor,
  value: string,
  source: Source = 'chat',
): Promise<SettingsReply | undefined> {
  const { schoolId } = author.office
  const found = await deps.settings.findChange({ schoolId, id: value.split(':')[2] ?? '' })
  if (found === undefined || (await deps.settings.all(schoolId))[found.key] !== found.after) return undefined
  return await setByOffice(deps, author, { key: found.key, typed: found.before, source })
}

type Source = 'chat' | 'console'

/** Somebody of the office sets one setting. @returns what they read, and whether it was taken */
export async function setByOffice(
  deps: SettingsDeps,
  author: SettingsAuthor,
  { key, typed, source }: { key: SettingKey; typed: string | null; source: Source },
): Promise<SettingsReply & { readonly refused: boolean }> {
  const { office, now } = author
  const changed = await changeSetting(deps, { schoolId: office.schoolId, key, typed, source, personId: office.id, now })
  return { ...told(deps, author, { key, changed }), refused: changed.kind === 'refused' }
}

function told(
  deps: SettingsDeps,
  { language }: SettingsAuthor,
  { key, changed }: { key: SettingKey; changed: Changed },
): SettingsReply {
  const say = sayIn(deps, language)
  const name = say(nameOf(key))
  const words = (value: string | null) => valueWords(deps, language, { key, value })
  switch (changed.kind) {
    case 'changed': {
      const { before, after, id } = changed.change
      const text = say('settings.changed', { name, before: words(before), after: words(after) })
      return { text, choices: [{ label: say('settings.undo'), value: `st:undo:${id}` }] }
    }
    case 'same':
      return { text: say('settings.same', { name, value: words(changed.value) }) }
    case 'refused': {
      const value = changed.why === 'unreadable' ? (changed.value ?? '') : words(changed.value)
      const form = say(`settings.form.${kindOf[key]}`)
      return { text: say('settings.refused', { why: changed.why, name, value: value.slice(0, 40), form }) }
    }
  }
}

async function listOf(deps: SettingsDeps, { office, language }: SettingsAuthor): Promise<string> {
  const all = await deps.settings.all(office.schoolId)
  const say = sayIn(deps, language)
  const lines = settingKeys.map((key) => `• ${say(nameOf(key))}: ${valueWords(deps, language, { key, value: all[key] })}`)
  return [say('settings.list'), ...lines].join('\n')
}

function valueWords(deps: SettingsDeps, language: Language, { key, value }: { key: SettingKey; value: string | null }): string {
  const say = sayIn(deps, language)
  if (value === null) return say('settings.not_set')
  if (kindOf[key] === 'minutes') return say('settings.minutes', { count: Number(value) })
  if (kindOf[key] === 'money') return say('settings.money', { amount: Number(value) })
  return value
}

const nameOf = (key: SettingKey): PhraseKey => `settings.name.${key}`

function sayIn({ phrases }: SettingsDeps, language: Language) {
  return (key: PhraseKey, params?: Record<string, string | number>) => phrases.text(language, key, params)
}
