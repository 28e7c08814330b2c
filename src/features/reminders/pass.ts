import type { HoursOf } from '../hours/hours.ts'
import type { Role } from '../people/person.ts'
import type { Addressee } from './addressee.ts'
import type { Exempt } from './condition.ts'
import type { Occurrence } from './occurrence.ts'
import { keyOf } from './occurrence.ts'
import { type MovedBy, type OutcomeContext, outcomeOf } from './outcome.ts'
import type { Run } from './reminder-store.ts'
import { verdictOf } from './verdict.ts'
import type { Item, Voice } from './write-message.ts'

/** One look through a school's people for reminders that have come due. */
export interface Pass {
  readonly voice: Voice
  readonly hours: HoursOf
  readonly now: Date
  readonly seenAt: Date
  readonly known: NonNullable<OutcomeContext['known']>
  /** What is due, with the run it continues, if it has begun. */
  readonly due: readonly { readonly occurrence: Occurrence; readonly run?: Run; readonly exempt: Exempt }[]
}

/** A reminder's share of one pass. */
export interface Sent {
  readonly occurrence: Occurrence
  /** Whether it had not begun before. */
  readonly isFirst: boolean
  /** How many chats of each role got it. */
  readonly to: Readonly<Record<Role, number>>
  /** How many of them by which rule at another time than the reminder's own. */
  readonly moved: Partial<Readonly<Record<MovedBy, number>>>
}

/** What one chat gets now. */
export interface ChatItem extends Item {
  readonly personIds: readonly string[]
  readonly moved: readonly MovedBy[]
}

/** What has come of a pass so far; one an occurrence. */
export class Tally {
  readonly to: Record<Role, number> = { office: 0, teacher: 0, guardian: 0 }
  readonly moved: Partial<Record<MovedBy, number>> = {}
  nextAt: Date | null = null
  /** Chats for which it lost its use before they could be written to. */
  missed = 0

  wait(until: Date): void {
    if (this.nextAt === null || until < this.nextAt) this.nextAt = until
  }

  count({ role, moved }: Pick<ChatItem, 'role' | 'moved'>): void {
    this.to[role] += 1
    for (const rule of moved) this.moved[rule] = (this.moved[rule] ?? 0) + 1
  }
}

/** What a chat gets in this pass; who must wait and who misses it is noted in the tallies, by `keyOf`. */
export function itemsFor(
  { voice, hours, now, seenAt, due, known }: Pass,
  chat: Addressee,
  tallies: ReadonlyMap<string, Tally>,
): ChatItem[] {
  return due.flatMap(({ occurrence, exempt }): ChatItem[] => {
    const tally = tallies.get(keyOf(occurrence))
    const outcome = outcomeOf(occurrence, chat, { classes: voice.classes, exempt, school: hours, known })
    if (outcome === undefined || tally === undefined) return []
    if (outcome.not !== undefined && outcome.not !== 'too_late') return []
    const { moment, people, role, children, moved } = outcome
    const verdict = verdictOf({ moment, usefulUntil: occurrence.usefulUntil }, { now, seenAt })
    if (verdict.kind === 'wait') tally.wait(moment)
    if (verdict.kind === 'drop') tally.missed += 1
    if (verdict.kind !== 'send') return []
    return [{ occurrence, role, children, late: verdict.late, moved, personIds: people.map(({ personId }) => personId) }]
  })
}
