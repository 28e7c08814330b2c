import { chooseArrangement, hearArrangement } from '../arrangement/hear-arrangement.ts'
import { type Person, staffAmong } from '../people/person.ts'
import type { Heard, Hearing, RouteDeps } from './hearing.ts'

/** What the office says of merged classes and substitutes; undefined when the line is about something else. */
export async function hearOfficeArrangement(
  deps: RouteDeps,
  hearing: Hearing,
  { office, text }: { office: Person; text: string },
): Promise<Heard | undefined> {
  const { turn, identity } = hearing
  const author = { office, language: identity.language, now: turn.now }
  const reply = await hearArrangement({ ...deps, ...turn.stores }, author, text)
  return reply && { route: 'arrangement', replies: [reply] }
}

/** The office takes one back. @param value `ar:…` */
export async function hearArrangementChoice(deps: RouteDeps, hearing: Hearing, value: string): Promise<Heard | undefined> {
  const { turn, identity } = hearing
  const office = staffAmong(identity.people).find(({ role }) => role === 'office')
  if (office === undefined) return undefined
  const author = { office, language: identity.language, now: turn.now }
  const reply = await chooseArrangement({ ...deps, ...turn.stores }, author, value)
  return reply && { route: 'arrangement_choice', replies: [reply] }
}
