import type { Preference } from './preference.ts'

/** What people want to be told, one row an identity; whoever has said nothing wants everything at the school's hours. */
export interface PreferenceStore {
  of(identityId: string): Promise<Preference>
  put(identityId: string, preference: Preference): Promise<void>
}
