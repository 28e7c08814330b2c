import type { Ids } from '../../core/ids.ts'
import { readValue } from './read-value.ts'
import { problemWith, type SettingKey, type SettingProblem } from './setting.ts'
import type { SettingChange, SettingsStore } from './settings-store.ts'

export type Changed =
  | { readonly kind: 'changed'; readonly change: SettingChange }
  /** It was so already. */
  | { readonly kind: 'same'; readonly value: string | null }
  | { readonly kind: 'refused'; readonly why: SettingProblem; readonly value: string | null }

/** Sets one setting of a school as it was typed, null to unset it, and keeps who did it and when. Chat, command line and console all call this. */
export async function changeSetting(
  { settings, ids }: { readonly settings: SettingsStore; readonly ids: Pick<Ids, 'uuid'> },
  {
    schoolId,
    key,
    typed,
    ...by
  }: {
    schoolId: string
    key: SettingKey
    typed: string | null
    source: SettingChange['source']
    personId: string | null
    now: Date
  },
): Promise<Changed> {
  const all = await settings.all(schoolId)
  const value = typed === null ? null : readValue(key, typed)
  if (value === undefined) return { kind: 'refused', why: 'unreadable', value: typed }
  const before = all[key]
  if (value === before) return { kind: 'same', value }
  const why = problemWith(all, key, value)
  if (why !== undefined) return { kind: 'refused', why, value }
  const { source, personId, now: changedAt } = by
  const change = { id: ids.uuid(), schoolId, key, before, after: value, source, personId, changedAt }
  await settings.change(change)
  return { kind: 'changed', change }
}
