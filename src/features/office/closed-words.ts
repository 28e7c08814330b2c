import { schoolDayOf, schoolTimeOf, weekdayOf, writtenDay } from '../../core/clock.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import { isLunchBreak, nextOpening, type OfficeTime } from './office-hours.ts'

/** What somebody reads who writes while nobody is in the office: why, when it is in again, and that the message stays on its list. */
export function closedWords(
  phrases: Phrases,
  language: Language,
  { number, now, time }: { number: number; now: Date; time: OfficeTime },
): string {
  const opening = nextOpening(now, time)
  if (opening === null) return phrases.text(language, 'office.handoff_listed', { number })
  const day = schoolDayOf(opening)
  return phrases.text(language, 'office.handoff_closed_now', {
    number,
    why: isLunchBreak(now, time) ? 'lunch' : 'closed',
    weekday: String(weekdayOf(day)),
    date: writtenDay(day),
    time: schoolTimeOf(opening),
    today: day === schoolDayOf(now) ? 'yes' : 'no',
  })
}
