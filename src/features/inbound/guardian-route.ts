import {
  type AbsenceReply,
  chooseAbsence,
  type HeardNotice,
  readNotice,
  takeBack,
  takeNotice,
} from '../absence/absence-conversation.ts'
import { passToOffice } from '../office/questions.ts'
import type { Heard, Hearing, RouteDeps } from './hearing.ts'

/** What a guardian types that needs no documents: a notice taken back. Undefined when it is none of it. */
export async function hearGuardian(deps: RouteDeps, hearing: Hearing, text: string): Promise<Heard | undefined> {
  const heard = await readNotice(hearing.turn.stores, guardianOf(hearing), text)
  if (heard?.parsed.kind !== 'cancel') return undefined
  const reply = await takeBack({ ...deps, ...hearing.turn.stores }, guardianOf(hearing), { ...heard, parsed: heard.parsed })
  return reply === undefined ? undefined : said('absence_back', reply)
}

/**
 * A guardian announces an absence; undefined for anybody else, and when the message is no notice after all.
 * @param isWish the words were taken for a wish about absence: then a question of that kind is the office's, not the documents'.
 */
export async function hearNotice(
  deps: RouteDeps,
  hearing: Hearing,
  { text, isWish }: { text: string; isWish: boolean },
): Promise<Heard | undefined> {
  const heard: HeardNotice | undefined = await readNotice(hearing.turn.stores, guardianOf(hearing), text)
  if (heard === undefined) return undefined
  const { parsed, children } = heard
  const { stores, now } = hearing.turn
  const { identity } = hearing
  if (parsed.kind === 'question_about_notice' && isWish) {
    const passed = await passToOffice({ ...deps, ...stores }, { identity, text, reason: 'question', now })
    return said('absence_question', {
      text: deps.phrases.text(identity.language, passed ? 'ask.unknown' : 'inbound.nobody_to_ask'),
    })
  }
  if (parsed.kind !== 'absence') return undefined
  const reply = await takeNotice({ ...deps, ...stores }, guardianOf(hearing), { parsed, children, text })
  if (parsed.asksToo) await passToOffice({ ...deps, ...stores }, { identity, text, reason: 'question', now })
  return said('absence', reply)
}

/** A guardian chose something that a notice offered; undefined when it is gone. @param value `ab:…` */
export async function hearGuardianChoice(
  deps: RouteDeps,
  hearing: Hearing,
  { value, tapped }: { value: string; tapped?: string },
): Promise<Heard | undefined> {
  const reply = await chooseAbsence({ ...deps, ...hearing.turn.stores }, guardianOf(hearing), value)
  return reply === undefined ? undefined : said('absence_choice', reply, tapped)
}

function guardianOf({ identity, turn }: Hearing) {
  return { identity, now: turn.now }
}

function said(route: string, { editsTapped, ...reply }: AbsenceReply, tapped?: string): Heard {
  return { route, replies: [{ ...reply, ...(editsTapped && tapped !== undefined ? { edits: tapped } : {}) }] }
}
