import { staffAmong } from '../people/person.ts'
import { decideGap } from '../restore/decide-gap.ts'
import type { Heard, Hearing, RouteDeps } from './hearing.ts'

/** What the office chose for the messages of the time between a backup and its restore; undefined when nobody of the office chose. */
export async function hearGapChoice(deps: RouteDeps, { turn, identity }: Hearing, value: string): Promise<Heard | undefined> {
  const office = staffAmong(identity.people).find(({ role }) => role === 'office')
  if (office === undefined) return undefined
  const by = { office, language: identity.language, now: turn.now }
  return { route: 'restore', replies: [{ text: await decideGap({ ...deps, ...turn.stores }, by, value) }] }
}
