import { schoolTimeOf } from '../../core/clock.ts'
import { chatKey } from '../../core/wake-ups.ts'
import type { Author, BroadcastReply } from './broadcast-conversation.ts'
import type { Broadcast, Posted } from './broadcast-store.ts'
import { type MissedLine, missedText } from './broadcast-wording.ts'
import type { BroadcastOrder } from './parse-broadcast.ts'
import { reachOf } from './reach.ts'
import { type BroadcastDeps, reachOfBroadcast } from './send-broadcast.ts'

/** How the newest notice stands, who has not got it, or an end to it. */
export async function followBroadcast(deps: BroadcastDeps, author: Author, order: BroadcastOrder): Promise<BroadcastReply> {
  const { broadcasts, phrases } = deps
  const { office, language } = author
  const begun = ['held', 'sending', 'sent', 'stopped'] as const
  // Before it is sent, the office may ask whom the draft will not reach.
  const broadcast = await broadcasts.newest(office.schoolId, order === 'missed' ? ['draft', ...begun] : begun)
  if (broadcast === undefined) return { text: phrases.text(language, 'broadcast.none_yet') }
  switch (order) {
    case 'progress':
      return { text: progressText(deps, author, { broadcast, ...(await standOf(deps, broadcast, author.now)) }) }
    case 'missed':
      return { text: await missed(deps, author, broadcast) }
    case 'stop':
      return { text: await stop(deps, author, broadcast) }
  }
}

/** What became of a notice's messages, and how many of its readers have none yet. */
export interface Standing {
  readonly posted: readonly Posted[]
  readonly unwritten: number
}

export async function standOf(deps: BroadcastDeps, broadcast: Broadcast, now: Date): Promise<Standing> {
  const posted = await deps.broadcasts.posted(broadcast.schoolId, broadcast.id)
  // A long notice is written piece by piece: whoever has no message yet waits, too.
  const isWriting = broadcast.state === 'sending' || broadcast.state === 'held'
  const reached = isWriting ? (await reachOfBroadcast(deps, broadcast, now)).reached.length : 0
  return { posted, unwritten: Math.max(reached - posted.length, 0) }
}

/** How far a notice is, in one sentence. */
export function progressText(
  { phrases }: Pick<BroadcastDeps, 'phrases'>,
  { language }: Pick<Author, 'language'>,
  { broadcast, posted, unwritten }: Standing & { readonly broadcast: Broadcast },
): string {
  const quoted = broadcast.text.length > 60 ? `${broadcast.text.slice(0, 60).replace(/[\ud800-\udbff]$/, '')}…` : broadcast.text
  if (broadcast.state === 'held' && broadcast.heldUntil !== null && posted.length === 0)
    return phrases.text(language, 'broadcast.progress_held', { text: quoted, time: schoolTimeOf(broadcast.heldUntil) })
  const { sent, waiting, uncertain, failed, cancelled } = countsOf(posted)
  const reasons = [...Map.groupBy(failed, ({ reason }) => reason ?? 'other')].map(
    ([why, own]) => `${phrases.text(language, 'broadcast.why', { why })} ${own.length}`,
  )
  return phrases.text(language, 'broadcast.progress', {
    text: quoted,
    sent,
    waiting: waiting + unwritten,
    uncertain,
    failed: failed.length,
    reasons: reasons.join(', '),
    cancelled,
  })
}

/** What became of a notice's messages. */
export function countsOf(posted: readonly Posted[]) {
  const of = (state: Posted['state']) => posted.filter((one) => one.state === state)
  const count = (state: Posted['state']) => of(state).length
  return {
    ...{ sent: count('sent'), waiting: count('waiting'), uncertain: count('uncertain'), cancelled: count('cancelled') },
    failed: of('failed'),
  }
}

/** Children and staff whom the notice has not reached and will not: never written to, failed for good, taken back. */
export async function missed(deps: BroadcastDeps, { language, now }: Author, broadcast: Broadcast): Promise<string> {
  const { broadcasts, people, phrases } = deps
  const { schoolId, id, roles, classIds } = broadcast
  const posted = await broadcasts.posted(schoolId, id)
  const byChat = new Map(posted.map((one) => [chatKey(one.address), one]))
  const contacts = await broadcasts.contacts(schoolId, { roles, classIds })
  const classes = await people.classes(schoolId, classIds.length === 0 ? undefined : classIds)
  const urgent = broadcast.urgentReason !== null
  const reach = reachOf(contacts, { classes, roles, exceptPersonId: broadcast.personId, urgent, now })
  const notStarted = broadcast.state === 'draft' || broadcast.state === 'held'
  const whyNot = (chats: readonly string[], otherwise: string | undefined): string | undefined => {
    const own = chats.flatMap((chat) => byChat.get(chat) ?? [])
    if (own.some(({ state }) => state === 'sent' || state === 'waiting')) return undefined
    const lost = own.find(({ state }) => state === 'failed' || state === 'cancelled' || state === 'uncertain')
    if (lost !== undefined) return lost.state === 'cancelled' ? 'cancelled' : (lost.reason ?? 'other')
    // Linked since: an open chat without a message.
    return otherwise ?? (notStarted || broadcast.state === 'sending' ? undefined : 'not_written')
  }
  const lines: MissedLine[] = []
  if (roles.includes('guardian')) {
    for (const one of classes) {
      for (const child of one.children) {
        const chats = contacts.flatMap(({ childIds, chats }) =>
          childIds.includes(child.id) ? chats.map(({ address }) => chatKey(address)) : [],
        )
        const closed = reach.children.find(({ childId }) => childId === child.id)
        const why = whyNot(chats, closed?.why)
        if (why !== undefined) lines.push({ group: one.code, name: child.rosterName, why })
      }
    }
  }
  for (const contact of contacts.filter(({ role, personId }) => role !== 'guardian' && personId !== broadcast.personId)) {
    const closed = reach.staff.find(({ personId }) => personId === contact.personId)
    const why = whyNot(
      contact.chats.map(({ address }) => chatKey(address)),
      closed?.why,
    )
    if (why !== undefined) lines.push({ group: '', name: contact.name ?? '', why })
  }
  return missedText(lines, countsOf(posted).waiting, { phrases, language })
}

/** Takes back what has not gone out. */
export async function stop({ broadcasts, phrases }: BroadcastDeps, { language }: Author, broadcast: Broadcast): Promise<string> {
  const { schoolId, id } = broadcast
  const before = countsOf(await broadcasts.posted(schoolId, id))
  const isOver = broadcast.state === 'stopped' || (broadcast.state === 'sent' && before.waiting === 0)
  if (isOver || !(await broadcasts.move(broadcast, ['held', 'sending', 'sent'], { state: 'stopped' })))
    return phrases.text(language, 'broadcast.nothing_to_stop', { sent: before.sent })
  await broadcasts.cancelWaiting(schoolId, id)
  const { sent, cancelled, waiting } = countsOf(await broadcasts.posted(schoolId, id))
  return phrases.text(language, 'broadcast.stopped', { sent: sent + waiting, cancelled })
}
