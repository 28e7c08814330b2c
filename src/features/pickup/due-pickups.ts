import { schoolDayOf } from '../../core/clock.ts'
import type { School } from '../people/person.ts'
import { sendCards, tellOthers } from './hand-card.ts'
import { type CardDeps, isNight, isOver } from './pickup-deps.ts'

/**
 * Cards of changes that were asked for earlier than their day, in the caller's transaction: to the teachers on the morning of the day, to
 * the other guardians as soon as the night is over.
 * @returns how many changes were told
 */
export async function sendDuePickups(deps: CardDeps, school: School, now: Date): Promise<number> {
  const today = schoolDayOf(now)
  if (isOver(today, now) || (await isNight(deps, school.id, now))) return 0
  const { cards, others } = await deps.pickups.untold(school.id, today)
  for (const change of cards) await sendCards(deps, { change, now })
  for (const change of others) await tellOthers(deps, { change, now })
  return cards.length + others.length
}
