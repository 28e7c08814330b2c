import type { School } from '../people/person.ts'
import { endForToday, endQuietly } from './end-handoff.ts'
import { type HandoffDeps, isSilent, officeTimeOf } from './handoff.ts'
import { isOfficeOpen, officeMinutes } from './office-hours.ts'

/** So many minutes of office time somebody waits for a first answer. */
const patienceMinutes = 15

/**
 * Ends the conversations of a school that time has ended: nobody of the office was free in a quarter of an hour of its time, its hours are
 * over and nobody had answered, or nobody has written for half an hour. Closing is what makes it happen once. @returns how many.
 */
export async function endDueHandoffs(
  deps: Pick<HandoffDeps, 'handoffs' | 'calendar' | 'outbox' | 'phrases'>,
  school: School,
  now: Date,
): Promise<number> {
  const open = await deps.handoffs.open(school.id)
  if (open.length === 0) return 0
  const time = await officeTimeOf(deps, school.id)
  let ended = 0
  for (const handoff of open) {
    const isUnanswered = handoff.answeredAt === null
    const waitsInVain = isUnanswered && officeMinutes(handoff.openedAt, now, time) >= patienceMinutes
    const end =
      isUnanswered && !isOfficeOpen(now, time)
        ? await endForToday(deps, handoff, { now, time })
        : (waitsInVain || isSilent(handoff, now)) && (await endQuietly(deps, handoff, now))
    if (end) ended += 1
  }
  return ended
}
