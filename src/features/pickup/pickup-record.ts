import { type SchoolDay, schoolTimeOf } from '../../core/clock.ts'
import type { Language } from '../../core/phrases.ts'
import type { PickupDeps } from './pickup-deps.ts'
import type { Known } from './who-collects.ts'

/** Who asked for another adult on a day, when, what became of it, and who gave the child to whom: lines for the office's record. */
export async function pickupRecord(
  { pickups, people, phrases }: Pick<PickupDeps, 'pickups' | 'people' | 'phrases'>,
  { one, child }: Known,
  { language, day }: { language: Language; day: SchoolDay },
): Promise<string[]> {
  const lines = (await pickups.changesOf(one.schoolId, child.id, day)).map(
    ({ adult, text, askedAt, confirmedAt, ending, endedAt }) =>
      phrases.text(language, 'pickup.record_change', {
        adult,
        text: text.slice(0, 300),
        asked: schoolTimeOf(askedAt),
        confirmed: confirmedAt === null ? 'none' : schoolTimeOf(confirmedAt),
        ending: ending ?? 'none',
        ended: endedAt === null ? 'none' : schoolTimeOf(endedAt),
      }),
  )
  for (const { adult, personId, at, childId } of await pickups.handovers(one.schoolId, day)) {
    if (childId !== child.id) continue
    const teacher = (await people.person(one.schoolId, personId))?.name ?? phrases.text(language, 'office.sender_staff')
    lines.push(phrases.text(language, 'pickup.record_given', { teacher, adult, time: schoolTimeOf(at) }))
  }
  return lines.map((line) => `• ${line}`)
}
