import type { Ids } from '../../core/ids.ts'
import type { Language } from '../../core/phrases.ts'
import type { HashCode } from '../people/invite.ts'
import type { Identity, Person } from '../people/person.ts'
import type { ConsoleSession, ConsoleStore } from './console-store.ts'

const minuteMs = 60_000
/** A link is used at once, by somebody who has just asked for it. */
const ticketMinutes = 10
const codeLength = 8
const tokenLength = 40
/** A session ends by itself when nobody has used it for so long: an office PC is left on over lunch, not over night. */
const idleHours = 12
const longestDays = 7
/** How often use is noted: writing at each click would make every page a write. */
const seenEveryMs = minuteMs
const browserLength = 80

type Deps = { readonly console: ConsoleStore; readonly ids: Ids; readonly hash: HashCode }

/** Issues a code for one use. @returns it, in the form in which it is typed: `7K4Q-W2HX`. */
export async function issueTicket(
  { console, ids, hash }: Deps,
  { identity, office, now }: { identity: Identity; office: Person; now: Date },
): Promise<{ code: string; minutes: number }> {
  const code = ids.code(codeLength)
  await console.addTicket({
    id: ids.uuid(),
    schoolId: office.schoolId,
    identityId: identity.id,
    personId: office.id,
    codeHash: hash(code),
    createdAt: now,
    expiresAt: new Date(now.getTime() + ticketMinutes * minuteMs),
  })
  return { code: `${code.slice(0, 4)}-${code.slice(4)}`, minutes: ticketMinutes }
}

/** The code in what was typed or in a link, in its one spelling; undefined when it cannot be one. */
export function readTicketCode(typed: string): string | undefined {
  const code = typed.replace(/[^A-Za-z0-9]/g, '').toUpperCase()
  return code.length === codeLength ? code : undefined
}

export type SignedIn =
  | { readonly kind: 'signed_in'; readonly token: string; readonly session: ConsoleSession }
  /** No such code, or one that a later one has replaced. */
  | { readonly kind: 'wrong' }
  | { readonly kind: 'used' }
  | { readonly kind: 'expired' }
  /** Who asked for it is of the office no longer. */
  | { readonly kind: 'not_office' }

/** Turns a code into a session. @returns the session's token, which is kept nowhere. */
export async function signIn(
  { console, ids, hash }: Deps,
  { typed, browser, language, now }: { typed: string; browser: string; language: Language; now: Date },
): Promise<SignedIn> {
  const code = readTicketCode(typed)
  const ticket = code === undefined ? undefined : await console.findTicket(hash(code))
  if (ticket === undefined) return { kind: 'wrong' }
  if (ticket.used) return { kind: 'used' }
  if (ticket.expiresAt <= now) return { kind: 'expired' }
  const office = (await console.officeOf(ticket.identityId)).find(({ id }) => id === ticket.personId)
  if (office === undefined) return { kind: 'not_office' }
  if (!(await console.useTicket(ticket, now))) return { kind: 'used' }
  const token = ids.code(tokenLength)
  const { schoolId, identityId, personId } = ticket
  const session: ConsoleSession = {
    ...{ id: ids.uuid(), schoolId, identityId, personId, language, browser: browser.slice(0, browserLength) },
    ...{ createdAt: now, seenAt: now, endsAt: new Date(now.getTime() + longestDays * 24 * 60 * minuteMs) },
  }
  await console.open({ ...session, tokenHash: hash(token) })
  return { kind: 'signed_in', token, session }
}

/** A signed-in member of the office, and where else they may look. */
export interface Entrant {
  readonly session: ConsoleSession
  readonly office: Person
  /** All schools this chat is the office of. */
  readonly offices: readonly Person[]
}

/** Who a browser's token stands for now; undefined once the session is over or the person is of the office no longer. */
export async function entrantOf(
  { console, hash }: Pick<Deps, 'console' | 'hash'>,
  { token, now }: { token: string; now: Date },
): Promise<Entrant | undefined> {
  const session = await console.find(hash(token))
  if (session === undefined || session.endsAt <= now) return undefined
  if (now.getTime() - session.seenAt.getTime() > idleHours * 60 * minuteMs) return undefined
  const offices = await console.officeOf(session.identityId)
  const office = offices.find(({ id, schoolId }) => id === session.personId && schoolId === session.schoolId)
  if (office === undefined) return undefined
  if (now.getTime() - session.seenAt.getTime() >= seenEveryMs) await console.change(session, { seenAt: now })
  return { session, office, offices }
}

/** Ends one of somebody's own sessions. @returns false when it is none of theirs. */
export async function endSession(
  { console }: Pick<Deps, 'console'>,
  { session, id, now }: { session: ConsoleSession; id: string; now: Date },
): Promise<boolean> {
  const found = (await console.sessionsOf(session.identityId, now)).find((one) => one.id === id)
  if (found === undefined) return false
  await console.change(found, { endedAt: now })
  return true
}
