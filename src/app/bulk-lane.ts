import { setTimeout as pause } from 'node:timers/promises'
import type { ChannelName, ChatAddress } from '../core/message.ts'
import { type DeliverDeps, deliverChat, type Waiting } from '../features/outbox/deliver.ts'

/** Chats served side by side: enough to fill a platform's rate over a slow line, few enough to leave the database to those who wait. */
const sideBySide = 16
const batchSize = 64
/** A longer wait is left to the sweep. */
const longestWaitMs = 1_500

/**
 * Messages to many: taken from the tables a batch at a time, at the platform's rate, by every process that has channels. They have no
 * wake-ups of their own, so that an answer to a person never stands behind three thousand of them in a queue.
 */
export function createBulkLane(deps: DeliverDeps & { readonly onError: (error: unknown) => void }) {
  const channels = Object.keys(deps.channels) as ChannelName[]
  let running: Promise<void> | undefined
  let isAskedAgain = false

  /** @returns whether anything was sent or is still to be */
  const round = async (): Promise<boolean> => {
    const chats = await deps.unsent.dueChats('bulk', deps.clock.now(), { channels, limit: batchSize })
    const queue = [...chats]
    let served = 0
    const serve = async (): Promise<void> => {
      for (let chat = queue.shift(); chat !== undefined && !deps.stopping.aborted; chat = queue.shift()) {
        if (await serveChat(deps, chat)) served += 1
      }
    }
    await Promise.all(Array.from({ length: sideBySide }, serve))
    return served > 0
  }
  const run = async (): Promise<void> => {
    do {
      isAskedAgain = false
      while (!deps.stopping.aborted && (await round())) {}
    } while (isAskedAgain && !deps.stopping.aborted)
  }
  return {
    /** Begins to deliver what is due, unless that is under way already. */
    kick(): void {
      isAskedAgain = true
      running ??= run()
        .catch(deps.onError)
        .finally(() => {
          running = undefined
        })
    },
    /** Resolves when nothing is being sent. */
    idle: async (): Promise<void> => {
      await running
    },
  }
}

/** Waits for the gate while that is short. @returns whether the chat was served */
async function serveChat(deps: DeliverDeps, chat: ChatAddress): Promise<boolean> {
  while (!deps.stopping.aborted) {
    const delivery = await deliverChat(deps, chat, 'bulk')
    if (delivery.kind !== 'wait') return delivery.kind === 'idle' && delivery.steps > 0
    if (!(await waitOut(deps, delivery))) return false
  }
  return false
}

/** Waits until the gate opens. @returns false when that is not soon, or our clock stands still: then the message says when it is due */
export async function waitOut(deps: DeliverDeps, { id, until, why }: Waiting): Promise<boolean> {
  const waitMs = until.getTime() - deps.clock.now().getTime()
  if (waitMs <= longestWaitMs) await pause(Math.max(waitMs, 1), undefined, { signal: deps.stopping }).catch(() => {})
  if (waitMs <= longestWaitMs && deps.clock.now() >= until) return true
  await deps.unsent.markWaiting(id, why === 'rate' ? 'throttled' : 'channel_stopped', until)
  return false
}
