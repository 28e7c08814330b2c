import type { SettingKey, Settings } from './setting.ts'

/** One change of one setting. */
export interface SettingChange {
  readonly id: string
  readonly schoolId: string
  readonly key: SettingKey
  readonly before: string | null
  readonly after: string | null
  readonly source: 'chat' | 'command' | 'console'
  /** Of the office; null for the command line. */
  readonly personId: string | null
  readonly changedAt: Date
}

/** A change and the name of who made it. */
export type NamedChange = SettingChange & { readonly by: string | null }

/** A school's settings, and every change of them. */
export interface SettingsStore {
  all(schoolId: string): Promise<Settings>
  /** Writes the setting and the change in one. */
  change(change: SettingChange): Promise<void>
  /** The newest changes first. */
  changes(schoolId: string, limit: number): Promise<NamedChange[]>
  findChange(key: { readonly schoolId: string; readonly id: string }): Promise<SettingChange | undefined>
}
