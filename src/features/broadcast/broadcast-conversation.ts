import { schoolTimeOf } from '../../core/clock.ts'
import type { Ids } from '../../core/ids.ts'
import type { Choice } from '../../core/message.ts'
import type { Language } from '../../core/phrases.ts'
import { schoolHours } from '../calendar/school-hours.ts'
import type { Person } from '../people/person.ts'
import type { Broadcast, BroadcastAudience } from './broadcast-store.ts'
import { previewText } from './broadcast-wording.ts'
import { parseBroadcast } from './parse-broadcast.ts'
import type { Reached } from './reach.ts'
import { type BroadcastDeps, momentOfNotice, reachOfBroadcast, writeBatch } from './send-broadcast.ts'

type Deps = BroadcastDeps & { ids: Ids }
export type Author = { office: Person; language: Language; now: Date }
/** What the conversation waits for: the new words of a draft, or why a notice may break the night. */
export interface PendingBroadcast {
  readonly id: string
  readonly wants: 'text' | 'reason'
}
export type BroadcastReply = {
  readonly text: string
  readonly choices?: readonly Choice[]
  readonly pendingBroadcast?: PendingBroadcast
}

const urgentReasons = ['weather', 'safety', 'outage'] as const
const longestReason = 200

/** The office wrote "báo …: …": a draft, shown to it before anything goes out. Undefined: no such line. */
export async function hearBroadcast(deps: Deps, author: Author, line: string): Promise<BroadcastReply | undefined> {
  const { people, phrases } = deps
  const { office, language } = author
  const classes = await people.classes(office.schoolId)
  const read = parseBroadcast(line, classes)
  if (read === undefined) return undefined
  switch (read.kind) {
    case 'no_text':
      return { text: phrases.text(language, 'broadcast.no_text') }
    case 'no_such_class':
      return {
        text: phrases.text(language, 'broadcast.no_such_class', {
          names: read.names,
          classes: classes.map(({ code }) => code).join(', '),
        }),
      }
    case 'broadcast':
      return await draftBroadcast(deps, author, read)
  }
}

/** Lays a draft before its author. */
export async function draftBroadcast(
  deps: Deps,
  author: Author,
  { audience, text }: { audience: BroadcastAudience; text: string },
): Promise<BroadcastReply> {
  const { office, now } = author
  const draft = { id: deps.ids.uuid(), schoolId: office.schoolId, ...audience, text, personId: office.id, createdAt: now }
  await deps.broadcasts.draft(draft)
  return await preview(deps, author, { ...draft, state: 'draft', heldUntil: null, urgentReason: null })
}

/** The words that the conversation waited for: the new text, or the reason for the night. */
export async function hearPendingBroadcast(
  deps: Deps,
  author: Author,
  { pending, text }: { pending: PendingBroadcast; text: string },
): Promise<BroadcastReply> {
  const { schoolId } = author.office
  if (pending.wants === 'reason')
    return await sendUrgently(deps, author, { id: pending.id, reason: text.slice(0, longestReason) })
  await deps.broadcasts.setText(schoolId, pending.id, text)
  const broadcast = await deps.broadcasts.find(schoolId, pending.id)
  return broadcast?.state === 'draft' ? await preview(deps, author, broadcast) : gone(deps, author)
}

/** The office chose. @param value `bc:send|urgent|edit|drop:<id>`, `bc:why:<id>:<reason>` */
export async function hearBroadcastChoice(deps: Deps, author: Author, value: string): Promise<BroadcastReply> {
  const { broadcasts, phrases } = deps
  const { office, language } = author
  const [, what, id = '', reason] = value.split(':')
  const broadcast = await broadcasts.find(office.schoolId, id)
  if (broadcast?.state !== 'draft') return gone(deps, author)
  switch (what) {
    case 'send':
      return await send(deps, author, broadcast)
    case 'urgent':
      return {
        text: phrases.text(language, 'broadcast.why_urgent'),
        choices: urgentReasons.map((why) => ({
          label: phrases.text(language, `broadcast.urgent_${why}`),
          value: `bc:why:${id}:${why}`,
        })),
        pendingBroadcast: { id, wants: 'reason' },
      }
    case 'why': {
      const why = urgentReasons.find((one) => one === reason) ?? 'safety'
      return await sendUrgently(deps, author, { id, reason: phrases.text('vi', `broadcast.urgent_${why}`) })
    }
    case 'edit':
      return { text: phrases.text(language, 'broadcast.new_text'), pendingBroadcast: { id, wants: 'text' } }
    default:
      await broadcasts.move(broadcast, ['draft'], { state: 'dropped' })
      return { text: phrases.text(language, 'broadcast.dropped') }
  }
}

/** What a draft would do, whom it would not reach, and what may be done with it. */
export async function preview(deps: Deps, { office, language, now }: Author, broadcast: Broadcast): Promise<BroadcastReply> {
  const { people, phrases } = deps
  const school = await people.school(office.schoolId)
  const reach = await reachOfBroadcast(deps, broadcast, now)
  const classes = await people.classes(office.schoolId)
  const message = phrases.text('vi', 'broadcast.message', { school: school.name, text: broadcast.text, urgent: 'no' })
  const text = previewText({ reach, classes, message }, { phrases, language })
  const choice = (what: 'send' | 'urgent' | 'edit' | 'drop', label = phrases.text(language, `broadcast.${what}`)) => ({
    label,
    value: `bc:${what}:${broadcast.id}`,
  })
  const rest = [choice('edit'), choice('drop')]
  if (reach.reached.length === 0) return { text, choices: rest }
  const { first, held } = await heldNow(deps, { broadcast, reached: reach.reached }, now)
  if (held === 0) return { text, choices: [choice('send'), ...rest] }
  const time = schoolTimeOf(first)
  const isAll = held === reach.reached.length
  const send = isAll ? choice('send', phrases.text(language, 'broadcast.send_later', { time })) : choice('send')
  const why = isAll
    ? phrases.text(language, 'broadcast.quiet')
    : phrases.text(language, 'broadcast.some_rest', { count: held, time })
  return { text: `${text}\n${why}`, choices: [send, choice('urgent'), ...rest] }
}

/** How many readers are at rest now, and when the first of them no longer is. */
async function heldNow(
  deps: Deps,
  { broadcast, reached }: { broadcast: Broadcast; reached: readonly Reached[] },
  now: Date,
): Promise<{ first: Date; held: number }> {
  const hours = await schoolHours(deps, broadcast.schoolId)
  const moments = reached.map((one) => momentOfNotice(one, { hours, urgent: false, now }).at).filter((at) => at > now)
  return { held: moments.length, first: new Date(Math.min(...moments.map((at) => at.getTime()))) }
}

/** In quiet hours the whole notice waits, not its messages: an answer to a parent who writes at night must not wait behind one. */
async function send(deps: Deps, author: Author, broadcast: Broadcast): Promise<BroadcastReply> {
  const { broadcasts, phrases } = deps
  const { language, now } = author
  const { reached } = await reachOfBroadcast(deps, broadcast, now)
  const { first, held } = await heldNow(deps, { broadcast, reached }, now)
  if (held < reached.length) return await sendNow(deps, author, broadcast)
  if (!(await broadcasts.move(broadcast, ['draft'], { state: 'held', heldUntil: first }))) return gone(deps, author)
  return { text: phrases.text(language, 'broadcast.held', { time: schoolTimeOf(first) }) }
}

async function sendUrgently(deps: Deps, author: Author, { id, reason }: { id: string; reason: string }): Promise<BroadcastReply> {
  const broadcast = await deps.broadcasts.find(author.office.schoolId, id)
  if (broadcast?.state !== 'draft') return gone(deps, author)
  return await sendNow(deps, author, broadcast, reason)
}

async function sendNow(deps: Deps, author: Author, broadcast: Broadcast, urgentReason?: string): Promise<BroadcastReply> {
  const { broadcasts, phrases } = deps
  const change = { state: 'sending' as const, ...(urgentReason === undefined ? {} : { urgentReason }) }
  if (!(await broadcasts.move(broadcast, ['draft'], change))) return gone(deps, author)
  const begun = { ...broadcast, state: 'sending' as const, urgentReason: urgentReason ?? null }
  await writeBatch(deps, begun, author.now)
  const { reached } = await reachOfBroadcast(deps, begun, author.now)
  return { text: phrases.text(author.language, 'broadcast.sending', { count: reached.length }) }
}

function gone({ phrases }: Deps, { language }: Author): BroadcastReply {
  return { text: phrases.text(language, 'broadcast.gone') }
}
