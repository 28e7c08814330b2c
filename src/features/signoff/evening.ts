import { instantOf, schoolDayOf } from '../../core/clock.ts'

/** So long after the end of the day a line is still of use that evening; later it is there for whoever asks. */
const usefulMinutes = 180

/**
 * Where a day stands for its lines: `before` the hour at which families read them, `open` for those who have news, `over` for all who do not
 * ask. @param pickupTime `HH:MM`, school clock
 */
export function eveningOf(now: Date, pickupTime: string): 'before' | 'open' | 'over' {
  const from = instantOf(schoolDayOf(now), pickupTime)
  if (now < from) return 'before'
  return now.getTime() < from.getTime() + usefulMinutes * 60_000 ? 'open' : 'over'
}
