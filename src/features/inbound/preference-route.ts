import {
  choosePreference,
  hearPendingPreference,
  hearPreferences,
  type PreferenceReply,
} from '../preferences/hear-preferences.ts'
import type { Heard, Hearing, RouteDeps } from './hearing.ts'

/** What somebody wants to be told, and when; undefined when the words are about something else. */
export async function hearOwnSettings(deps: RouteDeps, hearing: Hearing, text: string): Promise<Heard | undefined> {
  const { turn, identity, session } = hearing
  const all = { ...deps, ...turn.stores }
  const speaker = { identity, now: turn.now }
  const pending = session.pendingPreference
  const typed = pending === undefined ? undefined : await hearPendingPreference(all, speaker, { pending, text })
  const reply = typed ?? (await hearPreferences(all, speaker, text))
  return reply && heardOf(reply)
}

/** @param value `pf:…` */
export async function hearOwnSettingsChoice(deps: RouteDeps, { turn, identity }: Hearing, value: string): Promise<Heard> {
  return heardOf(await choosePreference({ ...deps, ...turn.stores }, { identity, now: turn.now }, value))
}

function heardOf({ pendingPreference, ...reply }: PreferenceReply): Heard {
  return { route: 'preferences', replies: [reply], session: { pendingPreference } }
}
