import { chooseFamily, offerToFamilies } from '../alerts/tell-family.ts'
import { speakerOf, teachersOf } from './checkin-route.ts'
import type { Heard, Hearing, RouteDeps } from './hearing.ts'

/** Under a report that a teacher has just confirmed: to have the families of children with a fever at school told. */
export async function withFamilyOffer(deps: RouteDeps, hearing: Hearing, confirmed: Heard): Promise<Heard> {
  const [teacher] = teachersOf(hearing)
  const [reply, ...rest] = confirmed.replies
  if (teacher === undefined || reply === undefined) return confirmed
  const offer = await offerToFamilies(depsOf(deps, hearing), await speakerOf(deps, hearing, teacher))
  if (offer === undefined) return confirmed
  const text = `${reply.text}\n${offer.text}`
  return { ...confirmed, replies: [{ ...reply, text, choices: [...(reply.choices ?? []), ...offer.choices] }, ...rest] }
}

/** A teacher wants a family told; undefined when the choice is gone. @param value `al:fam:…` */
export async function hearFamilyChoice(deps: RouteDeps, hearing: Hearing, value: string): Promise<Heard | undefined> {
  for (const teacher of teachersOf(hearing)) {
    const speaker = await speakerOf(deps, hearing, teacher)
    const reply = await chooseFamily(depsOf(deps, hearing), speaker, value)
    if (reply === undefined) continue
    const left = await offerToFamilies(depsOf(deps, hearing), speaker)
    return { route: 'alert_family', replies: [{ ...reply, ...(left && { choices: left.choices }) }] }
  }
  return undefined
}

function depsOf(deps: RouteDeps, { turn }: Hearing) {
  const { ladder } = turn.stores
  return { ...deps, ...turn.stores, guardiansOf: (schoolId: string, childId: string) => ladder.guardiansOf(schoolId, childId) }
}
