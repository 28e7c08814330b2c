import { shortName } from '../checkin/wording.ts'
import type { PickupDeps, PickupReply } from './pickup-deps.ts'
import type { HandingOver, Known } from './who-collects.ts'

/** A child is said to have gone with an adult whom no guardian named: nothing is recorded as in order, and the office knows at once. */
export async function alarmWords(
  { people, phrases, outbox }: PickupDeps,
  { staff, language, now }: HandingOver,
  { known: { one, child }, adult }: { known: Known; adult: string },
): Promise<PickupReply> {
  const { schoolId } = one
  for (const reader of await people.recipients({ schoolId, role: 'office' }, { evenIfStopped: true })) {
    const text = phrases.text(reader.language, 'pickup.office_unknown_adult', {
      child: child.rosterName,
      class: one.code,
      adult: adult.slice(0, 60),
      teacher: staff.name ?? phrases.text(reader.language, 'office.sender_staff'),
    })
    const key = `pickup/unknown/${child.id}/${now.toISOString()}/${reader.personId}`
    await outbox.add({ to: reader.address, key, kind: 'notice', schoolId, text }, now)
  }
  return { text: phrases.text(language, 'pickup.unknown_adult', { adult, child: shortName(child.rosterName) }) }
}
