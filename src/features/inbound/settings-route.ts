import { type Person, staffAmong } from '../people/person.ts'
import { chooseSettings, hearSettings } from '../settings/hear-settings.ts'
import type { Heard, Hearing, RouteDeps } from './hearing.ts'

/** What the office says of the school's settings; undefined when the line is about something else. */
export async function hearOfficeSettings(
  deps: RouteDeps,
  { turn, identity }: Hearing,
  { office, text }: { office: Person; text: string },
): Promise<Heard | undefined> {
  const author = { office, language: identity.language, now: turn.now }
  const reply = await hearSettings({ ...deps, ...turn.stores }, author, text)
  return reply && { route: 'settings', replies: [reply] }
}

/** The office takes a change back. @param value `st:…` */
export async function hearSettingsChoice(
  deps: RouteDeps,
  { turn, identity }: Hearing,
  value: string,
): Promise<Heard | undefined> {
  const office = staffAmong(identity.people).find(({ role }) => role === 'office')
  if (office === undefined) return undefined
  const author = { office, language: identity.language, now: turn.now }
  const reply = await chooseSettings({ ...deps, ...turn.stores }, author, value)
  return reply && { route: 'settings_choice', replies: [reply] }
}
