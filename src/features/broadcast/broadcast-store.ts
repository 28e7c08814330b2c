import type { ChatAddress } from '../../core/message.ts'
import type { Language } from '../../core/phrases.ts'
import type { Role } from '../people/person.ts'
import type { Preference } from '../preferences/preference.ts'

/** `held`: waits for the end of quiet hours. `sending`: messages are being written. `sent`: written for everybody. */
export type BroadcastState = 'draft' | 'held' | 'sending' | 'sent' | 'stopped' | 'dropped'

/** Whom a notice is for. */
export interface BroadcastAudience {
  readonly roles: readonly Role[]
  /** Empty: the whole school. */
  readonly classIds: readonly string[]
}

/** A notice of the office to many. */
export interface Broadcast extends BroadcastAudience {
  readonly id: string
  readonly schoolId: string
  /** As the office wrote it. */
  readonly text: string
  /** Who of the office wrote it: not told what they know. */
  readonly personId: string
  readonly state: BroadcastState
  readonly createdAt: Date
  readonly heldUntil: Date | null
  /** Why it may not wait, as the office said it; such a notice comes to everybody, whatever they asked for. */
  readonly urgentReason: string | null
}

/** Somebody of the audience and all their chats, closed ones included. */
export interface Contact {
  readonly personId: string
  readonly role: Role
  /** Staff only. */
  readonly name: string | null
  readonly classIds: readonly string[]
  readonly childIds: readonly string[]
  /** The chat used last first. */
  readonly chats: readonly Chat[]
}

export interface Chat {
  readonly address: ChatAddress
  readonly language: Language
  readonly lastInteractedAt: Date
  /** Blocked, unfollowed. */
  readonly left: boolean
  /** Asked for no messages on our own accord. */
  readonly stopped: boolean
  readonly preference: Preference
}

/** What became of one chat's message. */
export interface Posted {
  readonly address: ChatAddress
  readonly state: 'waiting' | 'sent' | 'uncertain' | 'failed' | 'cancelled'
  /** Of the last failure: a delivery reason. */
  readonly reason: string | null
}

export interface BroadcastChange {
  readonly state: BroadcastState
  readonly heldUntil?: Date
  readonly sentAt?: Date
  readonly urgentReason?: string
}

/** Notices and what became of them. Everything is bound to one school. */
export interface BroadcastStore {
  draft(broadcast: Omit<Broadcast, 'state' | 'heldUntil' | 'urgentReason'>): Promise<void>
  find(schoolId: string, id: string): Promise<Broadcast | undefined>
  /** The newest in one of these states. */
  newest(schoolId: string, states: readonly BroadcastState[]): Promise<Broadcast | undefined>
  /** The newest first, dropped ones aside. */
  recent(schoolId: string, limit: number): Promise<Broadcast[]>
  /** Changes the words of a draft; of anything else nothing. */
  setText(schoolId: string, id: string, text: string): Promise<void>
  /** Moves it on from one of these states, holding the row until the transaction ends. @returns false when it is in none of them. */
  move(broadcast: Pick<Broadcast, 'schoolId' | 'id'>, from: readonly BroadcastState[], change: BroadcastChange): Promise<boolean>
  /** Held ones whose time has come, and unfinished ones. */
  due(schoolId: string, now: Date): Promise<Broadcast[]>
  contacts(schoolId: string, audience: BroadcastAudience): Promise<Contact[]>
  /** What was written for this notice, one line a chat. */
  posted(schoolId: string, id: string): Promise<Posted[]>
  /** Messages of the school written since then that did not arrive, or nobody knows, and were not said in another chat either. */
  lost(schoolId: string, since: Date): Promise<{ readonly reason: string | null; readonly count: number }[]>
  /** Takes back what has not begun to go out. */
  cancelWaiting(schoolId: string, id: string): Promise<void>
}

/** Under which key a person's message of a notice stands in the outbox. */
export const broadcastKey = (id: string, personId = ''): string => `broadcast/${id}/${personId}`
