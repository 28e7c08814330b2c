import { hearOwnGrowth, hearWhoIsDue } from '../growth/ask-growth.ts'
import { chooseGrowth, type GrowthReply, hearGrowth } from '../growth/growth-conversation.ts'
import { mayBeGrowth } from '../growth/read-growth.ts'
import { staffAmong } from '../people/person.ts'
import { speakerOf, teachersOf } from './checkin-route.ts'
import type { Heard, Hearing, RouteDeps } from './hearing.ts'

/** A teacher's line of weights and heights, or staff who asks who has not been weighed; undefined when it is neither. */
export async function hearStaffGrowth(deps: RouteDeps, hearing: Hearing, text: string): Promise<Heard | undefined> {
  const { turn, identity } = hearing
  const all = { ...deps, ...turn.stores }
  for (const staff of staffAmong(identity.people)) {
    const said = await hearWhoIsDue(all, { staff, language: identity.language, now: turn.now }, text)
    if (said !== undefined) return { route: 'growth_due', replies: [{ text: said }] }
  }
  for (const teacher of mayBeGrowth(text) ? teachersOf(hearing) : []) {
    const reply = await hearGrowth(all, await speakerOf(deps, hearing, teacher), text)
    if (reply !== undefined) return heardOf('growth', reply)
  }
  return undefined
}

/** A teacher chose something under her line; undefined when it is gone. @param value `gr:…` */
export async function hearGrowthChoice(
  deps: RouteDeps,
  hearing: Hearing,
  { value, tapped }: { value: string; tapped?: string },
): Promise<Heard | undefined> {
  for (const teacher of teachersOf(hearing)) {
    const speaker = await speakerOf(deps, hearing, teacher)
    const reply = await chooseGrowth({ ...deps, ...hearing.turn.stores }, speaker, value)
    if (reply !== undefined) return heardOf('growth_choice', reply, tapped)
  }
  return undefined
}

/** A guardian who asks for the own child's figures; undefined for anybody else. */
export async function hearGuardianGrowth(deps: RouteDeps, { turn, identity }: Hearing, text: string): Promise<Heard | undefined> {
  const said = await hearOwnGrowth({ ...deps, ...turn.stores }, { identity, now: turn.now }, text)
  return said === undefined ? undefined : { route: 'growth_own', replies: [{ text: said }] }
}

function heardOf(route: string, { editsTapped, ...reply }: GrowthReply, tapped?: string): Heard {
  return { route, replies: [{ ...reply, ...(editsTapped && tapped !== undefined ? { edits: tapped } : {}) }] }
}
