import { systemClock } from '../adapters/clock.ts'
import { createSettingsStore } from '../adapters/database/settings-store.ts'
import { randomIds } from '../adapters/ids.ts'
import { createPhrases } from '../adapters/locales/phrases.ts'
import { schoolDayOf, schoolTimeOf } from '../core/clock.ts'
import { changeSetting } from '../features/settings/change-setting.ts'
import { kindOf, type SettingKey, type SettingKind, type SettingProblem, settingKeys } from '../features/settings/setting.ts'
import { NotDone, schoolNamed, type Values, withDatabase } from './setup.ts'

/** `firstCall` as it is typed: `first-call`. */
const optionOf = (key: SettingKey) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** The options of `school set`, for the parser of the command line. */
export const settingOptions = Object.fromEntries(settingKeys.map((key) => [optionOf(key), { type: 'string' as const }]))

type SettingValues = Values & Readonly<Record<string, unknown>>

const forms: Record<SettingKind, string> = {
  time: 'a time like 08:30',
  minutes: 'minutes like 30',
  span: 'a span like 21:00-06:30',
  spans: 'spans like 07:30-11:30,13:30-17:00',
  money: 'đồng like 6286',
  count: 'a number like 1',
  name: 'a name like Gia Thụy',
}
const problems: Record<Exclude<SettingProblem, 'unreadable'>, string> = {
  needed: 'it cannot be unset',
  order: 'the calls must come one after the other: first, second, deputy, office',
  out_of_range: 'that makes no sense for it',
  overlap: 'spans overlap or run backwards',
}

/** `school set`: any of a school's settings, all of them or none; `none` unsets one. */
export async function setSchool(values: SettingValues): Promise<number> {
  const wanted = settingKeys.flatMap((key) => {
    const typed = values[optionOf(key)]
    return typeof typed === 'string' ? [{ key, typed: typed === 'none' ? null : typed }] : []
  })
  if (wanted.length === 0)
    throw new NotDone(`Nothing to set. Settings: ${settingKeys.map((key) => `--${optionOf(key)}`).join(', ')}.`)
  return await withDatabase(async (setting) => {
    const school = await schoolNamed(setting, values)
    await setting.database.prisma.$transaction(async (tx) => {
      const deps = { settings: createSettingsStore(tx), ids: randomIds }
      for (const { key, typed } of wanted) {
        const by = { source: 'command' as const, personId: null, now: systemClock.now() }
        const changed = await changeSetting(deps, { schoolId: school.id, key, typed, ...by })
        if (changed.kind === 'refused')
          throw new NotDone(
            `--${optionOf(key)}: ${changed.why === 'unreadable' ? `give ${forms[kindOf[key]]}` : problems[changed.why]}. Nothing was changed.`,
          )
        if (changed.kind === 'changed')
          console.log(`${optionOf(key)}: ${changed.change.before ?? 'none'} → ${changed.change.after ?? 'none'}`)
      }
    })
    console.log(`Set: ${school.name}`)
  })
}

const shownChanges = 20

/** `school settings`: every setting of a school, and who changed what when. */
export async function showSettings(values: Values): Promise<number> {
  return await withDatabase(async (setting) => {
    const school = await schoolNamed(setting, values)
    const settings = createSettingsStore(setting.database.prisma)
    const all = await settings.all(school.id)
    const phrases = createPhrases()
    for (const key of settingKeys)
      console.log(`${optionOf(key).padEnd(15)} ${(all[key] ?? 'none').padEnd(26)} ${phrases.text('en', `settings.name.${key}`)}`)
    const changes = await settings.changes(school.id, shownChanges)
    if (changes.length > 0) console.log('\nChanges:')
    for (const { key, before, after, by, source, changedAt } of changes)
      console.log(
        `  ${schoolDayOf(changedAt)} ${schoolTimeOf(changedAt)}  ${by ?? source}: ${optionOf(key)} ${before ?? 'none'} → ${after ?? 'none'}`,
      )
  })
}
