/**
 * What has become of a message.
 * - `planned`: goes out when its time and its chat's turn have come
 * - `held`: waits for something outside of delivery, such as the end of quiet hours; nothing waits behind it
 * - `sending`: the platform is being asked
 * - `sent`: the platform has taken it; `delivered`, `seen`: its receipts say so, where it has any
 * - `uncertain`: the request left and no answer came: the platform may have it
 * - `failed`: for good, with its reason; the office may plan it anew
 * - `cancelled`: taken back before it was sent
 */
export const messageStates = [
  'planned',
  'held',
  'sending',
  'sent',
  'delivered',
  'seen',
  'uncertain',
  'failed',
  'cancelled',
] as const
export type MessageState = (typeof messageStates)[number]

/** Which state may follow which. The database refuses every other move, by a trigger. */
export const moves: Readonly<Record<MessageState, readonly MessageState[]>> = {
  planned: ['sending', 'held', 'failed', 'cancelled'],
  held: ['planned', 'failed', 'cancelled'],
  sending: ['planned', 'sent', 'failed', 'uncertain'],
  uncertain: ['planned', 'sent', 'delivered', 'seen', 'failed'],
  sent: ['delivered', 'seen'],
  delivered: ['seen'],
  seen: [],
  failed: ['planned'],
  cancelled: [],
}

/** States in which the platform has the message. */
export const arrivedStates = ['sent', 'delivered', 'seen'] as const satisfies readonly MessageState[]
