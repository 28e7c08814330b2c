import { schoolTimeOf } from '../../src/core/clock.ts'
import type { ChatAddress } from '../../src/core/message.ts'
import { kindRules, type OutgoingKind } from '../../src/features/outbox/message-kind.ts'
import { arrivedStates, type MessageState } from '../../src/features/outbox/message-state.ts'
import type { Stage } from './stage.ts'

/** What became of the messages of one run, by the platforms' books. */
export interface Outcome {
  readonly messages: number
  readonly lost: number
  /** More copies than messages, where nothing allows it. */
  readonly doubled: number
  /** The same where an answer was lost and the kind is rather said twice. */
  readonly repeated: number
  readonly outOfOrder: number
  /** Ordinary messages in the night. */
  readonly againstRule: number
  readonly uncertain: number
  /** Failed for good after a day in which nothing could be sent: the office sees them. */
  readonly givenUp: number
  /** What went wrong, in words, for whoever runs the seed again. */
  readonly wrong: readonly string[]
}

interface Line {
  readonly user: string
  readonly text: string
  readonly at: string
}

const allowed = new Set(['messages', 'repeated', 'uncertain', 'givenUp'])
const usefulMs = 24 * 3_600_000

/** The school's night, and the minute in which a message may still be on its way. */
const isNight = (at: string) => {
  const time = schoolTimeOf(new Date(at))
  return time >= '21:01' || time < '06:30'
}

/** Counts against what the platforms took, never against our tables alone: those only say what was to be sent. */
export async function judge(
  { database, platforms }: Stage,
  {
    chats,
    lostAnswers,
    blocked,
  }: { chats: readonly ChatAddress[]; lostAnswers: ReadonlyMap<string, number>; blocked: ReadonlySet<string> },
): Promise<Outcome> {
  const books: Line[] = [...(await platforms.telegram.ledger()), ...(await platforms.zalo.ledger())] as never
  const counts = { messages: 0, lost: 0, doubled: 0, repeated: 0, outOfOrder: 0, againstRule: 0, uncertain: 0, givenUp: 0 }
  const wrong: string[] = []
  const note = (what: keyof typeof counts, by: number, text: string) => {
    counts[what] += by
    if (!allowed.has(what) && by > 0) wrong.push(`${what}: ${text}`)
  }
  for (const { chat, channel } of chats) {
    const rows = await database.prisma.outbound.findMany({ where: { channel, chat }, orderBy: { id: 'asc' } })
    const taken = books.filter(({ user }) => user === chat)
    counts.messages += rows.length
    for (const text of new Set(rows.map((row) => row.text))) {
      const same = rows.filter((row) => row.text === text)
      const kind = same[0]?.kind as OutgoingKind
      const copies = taken.filter((line) => line.text === text)
      const ended = same.filter(({ state, reason }) => state === 'failed' && reason === 'recipient_left' && blocked.has(chat))
      const late = same.filter(
        ({ state, createdAt, sentAt }) => state === 'failed' && (sentAt?.getTime() ?? 0) - createdAt.getTime() >= usefulMs,
      )
      const open = same.filter(({ state }) => state === 'uncertain')
      const told = same.filter(({ state }) => arrivedStates.includes(state as (typeof arrivedStates)[number]))
      const states = same.map(({ state, reason }) => `${state as MessageState} ${reason ?? ''}`).join(', ')
      note('uncertain', open.length, text)
      note('givenUp', late.length, text)
      note(
        'lost',
        Math.max(0, same.length - copies.length - ended.length - open.length - late.length, told.length - copies.length),
        `${text} (${states})`,
      )
      const extra = Math.max(0, copies.length - same.length)
      const excused = channel === 'telegram' && kindRules[kind].isRepeated ? (lostAnswers.get(text) ?? 0) : 0
      note('repeated', Math.min(extra, excused), text)
      note('doubled', Math.max(0, extra - excused), `${text} (${channel} ${kind}, ${copies.length} copies)`)
      const nightly = kindRules[kind].lane === 'bulk' ? copies.filter(({ at }) => isNight(at)) : []
      note('againstRule', nightly.length, `${text} (${kind}, at ${nightly.map(({ at }) => at).join(', ')})`)
    }
    // Whatever was held once lets others pass.
    const places = new Map(rows.filter(({ heldUntil }) => heldUntil === null).map(({ text }, index) => [text, index]))
    const order = taken.flatMap(({ text }) => places.get(text) ?? [])
    const held = new Set(rows.filter(({ heldUntil }) => heldUntil !== null).map(({ text }) => text))
    const seen = order.filter((place, index) => index > 0 && place < order[index - 1]!)
    note('outOfOrder', held.size === 0 || seen.length > 0 ? seen.length : 0, `chat ${chat}`)
  }
  return { ...counts, wrong }
}
