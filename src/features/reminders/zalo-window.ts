/**
 * What a message to a Zalo user costs by the time since they last did something in the account: free within 48 hours, charged within seven
 * days, not possible after. Source: Zalo's policy for consultation messages.
 */
export type ZaloWindow = 'free' | 'paid' | 'closed'

const hourMs = 3_600_000

export function zaloWindow(lastInteractedAt: Date, at: Date): ZaloWindow {
  const hours = (at.getTime() - lastInteractedAt.getTime()) / hourMs
  if (hours <= 48) return 'free'
  return hours <= 7 * 24 ? 'paid' : 'closed'
}
