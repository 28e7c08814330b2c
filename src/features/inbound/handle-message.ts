import { schoolDayOf, schoolTimeOf, writtenDay } from '../../core/clock.ts'
import { chatKey } from '../../core/wake-ups.ts'
import { noteTakenOver } from '../office/taken-over.ts'
import type { RouteDeps } from './hearing.ts'
import { hearTurn } from './route.ts'
import { readSession } from './session.ts'
import type { Reply, Turn } from './turn.ts'
import { readUtterance } from './utterance.ts'

/**
 * Deals with one journaled message: who is it, what do they want, what is said and done. Everything it writes is in the turn's
 * transaction; replies get keys from the platform's event id, so that nothing can be said twice for one message.
 * @returns the name of the route taken, for the log and the counters.
 */
export async function handleMessage(deps: RouteDeps, turn: Turn): Promise<string> {
  const { message, stores, now } = turn
  const { content, from } = message
  if (message.chatType === 'group') return await greetGroup(deps, turn)
  if (content.kind === 'unfollow') {
    await stores.people.markLeft(from, now)
    return 'left'
  }
  if (content.kind === 'withdraw') {
    await stores.erasures.eraseChat(from, 'platform', now)
    return 'withdrawn'
  }
  if (content.kind === 'taken_over') {
    // What the school writes is no sign of life of the person.
    const known = await stores.people.known(from)
    if (known !== undefined) await noteTakenOver({ ...deps, ...stores }, { identity: known, now })
    return 'taken_over'
  }
  const identity = await stores.people.meet(from, now)
  const session = readSession(identity.session)
  if (isOutdated(turn)) {
    const day = schoolDayOf(message.sentAt)
    const text = deps.phrases.text(identity.language, 'inbound.outdated', {
      ...{ day: writtenDay(day), time: schoolTimeOf(message.sentAt) },
      text: content.kind === 'text' ? content.text.slice(0, longestQuote) : '',
    })
    await reply(turn, { replies: [{ text }], schoolId: identity.people[0]?.schoolId ?? null })
    return 'outdated'
  }
  const utterance = readUtterance(content, session.choices)
  const heard = await hearTurn(deps, { turn, identity, session, utterance })
  await reply(turn, { replies: heard.replies, schoolId: identity.people[0]?.schoolId ?? null })
  const choices = heard.replies.findLast((one) => one.choices !== undefined)?.choices ?? []
  await stores.people.change(identity.id, {
    session: { ...session, pendingReport: undefined, ...heard.session, choices: [...choices] },
    ...(identity.introduced || !heard.introduced ? {} : { introducedAt: now }),
  })
  return heard.route
}

const longestQuote = 300
const longMs = 6 * 3_600_000

/** It waited for hours and into another day: “hôm nay”, “mai” and the day's report mean another day now, so nothing is done with it. */
function isOutdated({ message: { content, sentAt }, now }: Turn): boolean {
  const isOld = now.getTime() - sentAt.getTime() > longMs && schoolDayOf(sentAt) < schoolDayOf(now)
  return isOld && content.kind === 'text' && !content.text.startsWith('/')
}

/** Says that something went wrong on our side; used when handling crashed for good. */
export async function apologise({ phrases }: Pick<RouteDeps, 'phrases'>, turn: Turn): Promise<void> {
  if (turn.message.chatType === 'group') return
  await reply(turn, { replies: [{ text: phrases.text('vi', 'inbound.sorry') }], schoolId: null })
}

async function reply(
  { message, stores, now }: Turn,
  { replies, schoolId }: { replies: readonly Reply[]; schoolId: string | null },
): Promise<void> {
  for (const [index, said] of replies.entries()) {
    const key = `reply/${chatKey(message.from)}/${message.eventId}/${index}`
    await stores.outbox.add({ to: message.from, key, kind: 'reply', schoolId, ...said }, now)
  }
}

/** Groups are no place for children's data: says so once, then stays quiet. */
async function greetGroup({ phrases }: RouteDeps, { message, stores, now }: Turn): Promise<string> {
  if (message.content.kind !== 'joined_group') return 'group_ignored'
  const key = `group/${chatKey(message.from)}`
  await stores.outbox.add(
    { to: message.from, key, kind: 'notice', schoolId: null, text: phrases.text('vi', 'inbound.group') },
    now,
  )
  return 'group_greeted'
}
