import type { EmulatorClock } from './emulator-clock.ts'
import type { Faults } from './faults.ts'

export interface Update {
  update_id: number
  [kind: string]: unknown
}

const keptHours = 24 // the server forgets what the bot has not fetched in a day
const onlyOnRequest = ['chat_member', 'message_reaction', 'message_reaction_count']

/** Updates that the bot has not confirmed yet, oldest first. */
export class Updates {
  /** Kinds the bot asked for; undefined is Telegram's default. Applies to updates created from now on. */
  allowed: string[] | undefined
  private queue: { update: Update; chat: number; at: number }[] = []
  private nextId: number
  private readonly watchers = new Set<() => void>()
  private readonly clock: EmulatorClock
  private readonly faults: Faults

  constructor(firstId: number, clock: EmulatorClock, faults: Faults) {
    this.nextId = firstId
    this.clock = clock
    this.faults = faults
  }

  /** @returns the update's id as a list, empty when the bot did not ask for this kind */
  add(kind: string, chat: number, content: unknown): string[] {
    const wanted = this.allowed?.includes(kind) ?? !onlyOnRequest.includes(kind)
    if (!wanted) return []
    const update: Update = { update_id: this.nextId, [kind]: content }
    this.nextId += 1
    const entry = { update, chat, at: this.clock.now().getTime() }
    this.queue.push(entry)
    if (this.faults.take('update', chat)?.kind === 'duplicate') this.queue.push(entry)
    for (const watcher of [...this.watchers]) watcher()
    return [String(update.update_id)]
  }

  /** Up to `limit` updates from `offset` on; all before it are confirmed and forgotten. A negative offset counts from the end. */
  from(offset: number, limit: number): Update[] {
    this.forgetOld()
    if (offset < 0) this.queue = this.queue.slice(offset)
    else this.queue = this.queue.filter(({ update }) => update.update_id >= offset)
    return this.queue.slice(0, limit).map(({ update }) => update)
  }

  first(): { update: Update; chat: number } | undefined {
    this.forgetOld()
    return this.queue[0]
  }

  /** One copy of this update was taken by the webhook. */
  delivered(update: Update): void {
    const index = this.queue.findIndex((entry) => entry.update === update)
    if (index >= 0) this.queue.splice(index, 1)
  }

  get pending(): number {
    return this.queue.length
  }

  clear(): void {
    this.queue = []
  }

  /** Calls back on every new update. @returns how to stop it */
  watch(watcher: () => void): () => void {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  private forgetOld(): void {
    const since = this.clock.now().getTime() - keptHours * 3_600_000
    this.queue = this.queue.filter(({ at }) => at >= since)
  }
}
