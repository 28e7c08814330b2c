/** Whoever gets it within half an hour of its time need not be told that it is late. */
const punctualMinutes = 30

/**
 * What becomes of one person's reminder at one look at the clock.
 * - `wait`: its time has not come
 * - `send`: now. `late`: its time came while nobody looked, and that is long enough ago to say so
 * - `drop`: it is of no use any more, or would be when this person may be written to
 */
export type Verdict = { readonly kind: 'wait' } | { readonly kind: 'send'; readonly late: boolean } | { readonly kind: 'drop' }

/**
 * @param moment when this person may be written to @param seenAt the last look before this one: what had come by then and was not sent
 * was not there yet, such as an event entered after its reminder's hour
 */
export function verdictOf(
  { moment, usefulUntil }: { readonly moment: Date; readonly usefulUntil: Date },
  { now, seenAt }: { readonly now: Date; readonly seenAt: Date },
): Verdict {
  if (usefulUntil <= now || usefulUntil <= moment) return { kind: 'drop' }
  if (moment > now) return { kind: 'wait' }
  return { kind: 'send', late: moment > seenAt && now.getTime() - moment.getTime() > punctualMinutes * 60_000 }
}

/** How one person's reminders of one moment go out: each by itself, unless some are late; whoever wants a digest gets one message. */
export function isMerged(items: readonly { readonly late: boolean }[], wantsDigest: boolean): boolean {
  return wantsDigest || (items.length > 1 && items.some(({ late }) => late))
}
