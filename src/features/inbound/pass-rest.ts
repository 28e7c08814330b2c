import type { Answered } from '../../core/answering.ts'
import { schoolDayOf } from '../../core/clock.ts'
import type { Place } from '../../core/place.ts'
import { questionsIn } from '../entries/several.ts'
import { asksOfSubstance, readWording } from '../entries/wording.ts'
import { passToOffice } from '../office/questions.ts'
import type { Hearing, RouteDeps } from './hearing.ts'

/** Hands a question on, unless the office itself asks. @returns whether it waits for the office now: only then may that be said */
export async function passQuestion(deps: RouteDeps, { turn, identity }: Hearing, text: string): Promise<boolean> {
  if (identity.people.some(({ role }) => role === 'office')) return false
  return await passToOffice({ ...deps, ...turn.stores }, { identity, text, reason: 'question', now: turn.now })
}

/** Hands on what of a message has found no answer. @returns the sentence that says what became of it, which is always so. */
export async function passRest(deps: RouteDeps, hearing: Hearing, rest: string): Promise<string> {
  const passed = await passQuestion(deps, hearing, rest)
  return deps.phrases.text(hearing.identity.language, passed ? 'entries.rest_passed' : 'inbound.rest_unknown')
}

/**
 * An answer of the documents as it may be said: where a part of the question found none, that part goes to the office, whether the documents'
 * side noticed it or only the question alone shows it.
 */
export async function tellDocuments(
  deps: RouteDeps,
  hearing: Hearing,
  { text, answered, place }: { text: string; answered: Answered; place: Place | null },
): Promise<string> {
  const open = openAmong(deps, { text, place, today: schoolDayOf(hearing.turn.now) })
  if (answered.found === undefined)
    return open.length === 0 ? answered.text : `${answered.text}\n${await passRest(deps, hearing, open.join('? '))}`
  if (await passQuestion(deps, hearing, open.length === 0 ? text : open.join('? '))) return answered.text
  return `${answered.found}\n${deps.phrases.text(hearing.identity.language, 'inbound.rest_unknown')}`
}

/** Of a message's several questions those about something of their own that find no answer alone. */
function openAmong({ ask }: RouteDeps, { text, ...context }: { text: string; place: Place | null; today: string }): string[] {
  const pieces = questionsIn(text)
  if (pieces.length < 2) return []
  return pieces.filter((piece) => {
    const { kind, found } = ask(piece, { ...context, thread: undefined })
    return (kind === 'unknown' || found !== undefined) && asksOfSubstance(readWording(piece))
  })
}
