import { schoolDayOf } from '../../core/clock.ts'
import { endHandoff, readDone } from '../office/end-handoff.ts'
import { type HandoffDeps, handOver } from '../office/handoff.ts'
import { hearInHandoff } from '../office/in-handoff.ts'
import type { Person } from '../people/person.ts'
import type { Heard, Hearing, RouteDeps } from './hearing.ts'

const depsOf = (deps: RouteDeps, { turn }: Hearing): HandoffDeps => ({ ...deps, ...turn.stores })

/**
 * While a person of the office has the conversation, what comes goes there, pictures and the like as far as they can; an emergency goes its
 * usual way. @param text what was typed, if anything
 */
export async function hearHandedOver(deps: RouteDeps, hearing: Hearing, text?: string): Promise<Heard | undefined> {
  const { turn, identity } = hearing
  const { content, eventId } = turn.message
  const media = content.kind === 'media' ? { media: content.media } : {}
  const letter = { identity, text: text ?? '', ...media, eventId, now: turn.now }
  if (deps.ask(letter.text, { today: schoolDayOf(turn.now), place: null, thread: undefined }).urgent) return undefined
  const heard = await hearInHandoff(depsOf(deps, hearing), letter)
  return heard && { route: 'handed_over', replies: heard.text === undefined ? [] : [{ text: heard.text }] }
}

/** Somebody wants a person. Undefined: there is no office to hand over to. */
export async function hearWish(deps: RouteDeps, hearing: Hearing, text: string): Promise<string | undefined> {
  const { turn, identity } = hearing
  return await handOver(depsOf(deps, hearing), { identity, text, eventId: turn.message.eventId, now: turn.now })
}

/** `xong 12`, typed by the office; undefined when it is something else. */
export async function hearDone(
  deps: RouteDeps,
  hearing: Hearing,
  { staff, text }: { staff: Person; text: string },
): Promise<Heard | undefined> {
  const number = readDone(text)
  if (number === undefined) return undefined
  const said = await endHandoff(depsOf(deps, hearing), {
    staff,
    language: hearing.identity.language,
    number,
    now: hearing.turn.now,
  })
  return { route: 'office_done', replies: [{ text: said }] }
}
