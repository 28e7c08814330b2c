import type { DeliveryReason } from '../../core/delivery-error.ts'

/** How long to leave it: until the next minute begins, for an hour, until 06:00. */
export type ZaloWait = 'next_minute' | 'an_hour' | 'morning'

/** What one error code of `openapi.zalo.me` asks of us: a new access token, or a reason for the outbox and how long to wait. */
export interface ZaloVerdict {
  readonly reason: DeliveryReason | 'refresh'
  readonly wait?: ZaloWait
}

const refresh: ZaloVerdict = { reason: 'refresh' }
const rejected: ZaloVerdict = { reason: 'rejected' }
const recipientLeft: ZaloVerdict = { reason: 'recipient_left' }
const windowClosed: ZaloVerdict = { reason: 'window_closed' }
const channelStopped: ZaloVerdict = { reason: 'channel_stopped' }

/** Every code known in autumn 2026. The comments are what the code means, not what Zalo's message says. */
const verdicts: ReadonlyMap<number, ZaloVerdict> = new Map([
  [-32, { reason: 'throttled', wait: 'next_minute' }], // calls per minute used up
  [-100, rejected], // attachment expired
  [-200, { reason: 'unanswered' }], // sending failed, outcome unclear
  [-201, rejected], // a field is invalid
  [-204, channelStopped], // OA disabled
  [-205, channelStopped], // OA does not exist
  [-209, channelStopped], // app not activated
  [-210, rejected], // too long, too many, too big
  [-211, channelStopped], // the OA's quota is used up
  [-212, channelStopped], // API not registered for the app
  [-213, recipientLeft], // does not follow
  [-216, refresh], // access token invalid
  [-217, recipientLeft], // blocked invitations
  [-218, { reason: 'throttled', wait: 'an_hour' }], // this person has received enough for now
  [-219, channelStopped], // app removed or disabled
  [-220, refresh], // access token expired or replaced
  [-221, channelStopped], // OA not verified
  [-223, channelStopped], // OA did not authorise this API
  [-224, channelStopped], // package too low
  [-227, recipientLeft], // banned, or inactive for 45 days
  [-230, windowClosed], // 7 days since the last interaction
  [-232, windowClosed], // never interacted
  [-233, rejected], // message type not supported
  [-234, { reason: 'throttled', wait: 'morning' }], // not between 22:00 and 06:00
  [-235, channelStopped], // not for this type of OA
  [-240, channelStopped], // retired API
  [-242, channelStopped], // wrong appsecret_proof: configuration
  [-244, recipientLeft], // does not want this type of message
  [-248, rejected], // violates the platform's standards
  [-249, rejected], // template cannot go to a user id
  [-320, channelStopped], // billing account not connected
  [-321, channelStopped], // billing account out of money
  [216, refresh], // seen in real traffic for a bad token, as are the next two
  [401, refresh],
  [-401, refresh],
])

/** A code that no table lists is taken for a failure of the platform: tried again, then parked where the office sees it. */
export function verdictOnZaloError(code: number): ZaloVerdict {
  return verdicts.get(code) ?? { reason: 'server_error' }
}
