import type { ChannelName, ChatAddress } from '../../core/message.ts'
import type { Lane } from './message-kind.ts'

/** Whether a message may go out now. `isProbe`: the channel is stopped, and this one tries whether that is over. */
export type Entry =
  | { readonly kind: 'go'; readonly isProbe: boolean }
  | { readonly kind: 'wait'; readonly until: Date; readonly why: 'rate' | 'stopped' }

/** The last time an account might not send at all. */
export interface ChannelStop {
  readonly channel: ChannelName
  readonly account: string
  /** The platform's own code. */
  readonly code: number | null
  readonly stoppedAt: Date
  /** null: it still may not. */
  readonly openedAt: Date | null
}

export interface ChannelStopStore {
  stops(): Promise<ChannelStop[]>
  /** Accounts whose platform did not tell us of what people wrote, with when that was last found. */
  deaf(): Promise<{ readonly channel: ChannelName; readonly account: string; readonly at: Date }[]>
}

/**
 * What holds messages of many chats at once, over all processes: the platform's rate, its asking to slow down, an account that may not send.
 * A slot that was given is used up, so a chat asks for one only when it has something to send.
 */
export interface Gate {
  enter(chat: ChatAddress, lane: Lane, now: Date): Promise<Entry>
  /** The platform asked to slow down: messages to many wait, everybody else's are tried. */
  holdBulk(chat: ChatAddress, until: Date): Promise<void>
  /** The account may not send: everything waits, but for one message every ten minutes that tries. */
  stop(chat: ChatAddress, code: number | undefined, now: Date): Promise<void>
  /** A trial went through: the account may send again. */
  open(chat: ChatAddress, now: Date): Promise<void>
}

/** At most `perSecond` on average, and no more than `burst` at once. */
export interface Rate {
  readonly perSecond: number
  readonly burst: number
}

/** What a platform allows a bot, by its documentation; absent where only its answers tell. */
export interface SendingRates {
  readonly all: Rate
  chat(id: string): Rate
}

/** How far ahead of the steady rate each lane may go, as a share of the burst: messages to many leave nearly all of it to those who wait. */
export const burstShare: Readonly<Record<Lane, number>> = { now: 0.9, bulk: 0.1 }
export const probeEveryMs = 600_000
