import { schoolDayOf } from '../../core/clock.ts'
import { shortName } from '../checkin/wording.ts'
import { passToOffice } from '../office/questions.ts'
import { tellTeachers } from '../office/tell-teachers.ts'
import type { Identity } from '../people/person.ts'
import type { Family, PickupDeps, PickupReply } from './pickup-deps.ts'

type Said = { readonly identity: Identity; readonly text: string; readonly now: Date; readonly eventId: string }

/** Why a message authorises nothing: nobody's guardian, not the guardian of that child, or words of somebody else passed on. */
export type Refusal = 'unlinked' | 'not_your_child' | 'forwarded'

/** A clear no, and a person of the office who knows of it. */
export async function refusePickup(deps: PickupDeps, said: Said, why: Refusal): Promise<PickupReply> {
  const { phrases } = deps
  const { language } = said.identity
  const passed = await passToOffice(deps, { ...said, reason: 'request' })
  const told = phrases.text(language, passed ? 'pickup.office_knows' : 'pickup.call_school')
  return { text: `${phrases.text(language, `pickup.refused_${why}`)} ${told}` }
}

/**
 * Somebody says that an adult may not have the child. It is shown to the office at once, and to the teachers of a linked guardian's child;
 * until the evening whoever asks who collects is sent to the office. Nothing else changes by it.
 */
export async function passWorry(
  deps: PickupDeps,
  family: Family,
  { text, childIds }: { text: string; childIds: readonly string[] },
): Promise<PickupReply> {
  const { phrases, pickups, ids } = deps
  const { identity, children, now, eventId } = family
  const { language } = identity
  const passed = await passToOffice(deps, { identity, text, reason: 'urgent', now })
  const concerned = children.filter(({ id }) => childIds.includes(id))
  for (const { id: childId, schoolId, personId } of concerned)
    await pickups.worry({ id: ids.uuid(), schoolId, childId, day: schoolDayOf(now), personId, now })
  if (concerned.length > 0) await tellTeachers(deps, { identity, text, eventId, now })
  const child = concerned.map(({ rosterName }) => shortName(rosterName)).join(', ')
  return {
    text: phrases.text(language, passed ? 'pickup.worry' : 'pickup.worry_nobody', { child: child === '' ? 'none' : child }),
  }
}
