import type { ChannelName } from '../../core/message.ts'

/**
 * What a message through one chat costs: nothing; a fee; or it is not possible. Zalo's consultation messages are free within 48 hours of what
 * the person last did in the account, charged within seven days, refused after. Source: Zalo's messaging policy of 2026.
 */
export type Window = 'free' | 'paid' | 'closed'

/** A chat that a message could go through. */
export interface Way {
  readonly address: { readonly channel: ChannelName }
  readonly lastInteractedAt: Date
}

/** What a message costs, and to how many it is not possible. */
export interface Forecast {
  readonly free: number
  readonly paid: number
  readonly closed: number
  /** The most it can cost: what a package of the account still holds is not counted. */
  readonly vnd: number
}

const hourMs = 3_600_000
/** What Zalo takes for one message past 48 hours, in đồng. */
const chargeVnd = 55
const order: Record<Window, number> = { free: 0, paid: 1, closed: 2 }

export function windowOf({ address, lastInteractedAt }: Way, at: Date): Window {
  if (address.channel !== 'zalo') return 'free'
  const hours = (at.getTime() - lastInteractedAt.getTime()) / hourMs
  if (hours <= 48) return 'free'
  return hours <= 7 * 24 ? 'paid' : 'closed'
}

/** Of several chats of one person the one that costs least, and of those the one they used last. */
export function cheapestOf<T extends Way>(ways: readonly T[], at: Date): T | undefined {
  return ways.toSorted(
    (one, other) =>
      order[windowOf(one, at)] - order[windowOf(other, at)] || other.lastInteractedAt.getTime() - one.lastInteractedAt.getTime(),
  )[0]
}

/** @param windows of the chats on Zalo, one a reader @param pieces messages that the text is cut into there */
export function forecastOf(windows: readonly Window[], pieces = 1): Forecast {
  const count = (window: Window) => windows.filter((one) => one === window).length
  const paid = count('paid')
  return { free: count('free'), paid, closed: count('closed'), vnd: paid * pieces * chargeVnd }
}
