import { fold, withoutDiacritics } from '../../core/text.ts'
import {
  draftBroadcast,
  hearBroadcast,
  hearBroadcastChoice,
  hearPendingBroadcast,
  type PendingBroadcast,
} from '../broadcast/broadcast-conversation.ts'
import { followBroadcast } from '../broadcast/follow-broadcast.ts'
import { readBroadcastOrder } from '../broadcast/parse-broadcast.ts'
import { hearClosing, hearClosingChoice } from '../calendar/closing-conversation.ts'
import { type Person, staffAmong } from '../people/person.ts'
import type { Heard, Hearing, RouteDeps } from './hearing.ts'
import type { Session } from './session.ts'

/** What the office says to many: notices, and days off that everybody should hear of. Undefined: the line is about something else. */
export async function hearOfficeNotice(
  deps: RouteDeps,
  hearing: Hearing,
  { office, text }: { office: Person; text: string },
): Promise<Heard | undefined> {
  const { session } = hearing
  const meant = choiceMeant(session, text)
  if (meant !== undefined) return await hearNoticeChoice(deps, hearing, meant)
  const author = authorOf(hearing, office)
  const all = allOf(deps, hearing)
  const order = readBroadcastOrder(text)
  if (order !== undefined) return { route: `broadcast_${order}`, replies: [await followBroadcast(all, author, order)] }
  const notice = await hearBroadcast(all, author, text)
  if (notice !== undefined) return heardOf('broadcast', notice)
  if (session.pendingBroadcast !== undefined)
    return heardOf('broadcast', await hearPendingBroadcast(all, author, { pending: session.pendingBroadcast, text }))
  const closing = await hearClosing(all, { ...author, schoolId: office.schoolId }, text)
  if (closing === undefined) return undefined
  const { pendingClosing, ...reply } = closing
  return { route: 'closing', replies: [reply], session: { pendingClosing } }
}

/** A choice of the office under a notice (`bc:`) or a day off (`cl:`); undefined when nobody of the office chose. */
export async function hearNoticeChoice(deps: RouteDeps, hearing: Hearing, value: string): Promise<Heard | undefined> {
  const office = staffAmong(hearing.identity.people).find(({ role }) => role === 'office')
  if (office === undefined) return undefined
  const author = authorOf(hearing, office)
  const all = allOf(deps, hearing)
  if (value.startsWith('bc:')) return heardOf('broadcast_choice', await hearBroadcastChoice(all, author, value))
  const asked = { ...author, schoolId: office.schoolId }
  const { announce, text } = await hearClosingChoice(all, asked, { value, pending: hearing.session.pendingClosing })
  const session = { pendingClosing: undefined }
  if (announce === undefined) return { route: 'closing_choice', replies: [{ text }], session }
  const { classIds } = announce
  const roles = classIds.length === 0 ? (['guardian', 'teacher', 'office'] as const) : (['guardian', 'teacher'] as const)
  const { pendingBroadcast: _none, ...preview } = await draftBroadcast(all, author, {
    audience: { roles, classIds },
    text: announce.text,
  })
  return { route: 'closing_choice', replies: [{ text }, preview], session }
}

/** "Đúng", "ok", "thôi" in place of a number, right after the choices. */
function choiceMeant({ choices, pendingBroadcast }: Session, text: string): string | undefined {
  if (pendingBroadcast !== undefined) return undefined
  const words = withoutDiacritics(fold(text)).replace(/[.!\s]+$/, '')
  const prefixes = /^(?:dung|dung roi|ok|oke|okie|vang|da dung|yes|gui di|gui luon)(?: a| em| nhe)?$/.test(words)
    ? ['cl:tell:', 'bc:send:']
    : /^(?:khong|thoi|sai|sai roi|khong dung|huy|huy bo|no)(?: a| em| nhe)?$/.test(words)
      ? ['cl:drop:', 'bc:drop:']
      : []
  return choices.find(({ value }) => prefixes.some((prefix) => value.startsWith(prefix)))?.value
}

const authorOf = ({ turn, identity }: Hearing, office: Person) => ({ office, language: identity.language, now: turn.now })
const allOf = (deps: RouteDeps, { turn }: Hearing) => ({ ...deps, ...turn.stores })

function heardOf(
  route: string,
  { pendingBroadcast, ...reply }: Heard['replies'][number] & { pendingBroadcast?: PendingBroadcast },
): Heard {
  return { route, replies: [reply], session: { pendingBroadcast } }
}
