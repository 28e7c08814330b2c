import { chooseAbsence, type HeardNotice, readNotice, takeBack, takeNotice } from '../absence/absence-conversation.ts'
import type { AbsenceReply } from '../absence/record-notice.ts'
import { answerInquiry, chooseAnswer, openInquiries, readAnswer } from '../ladder/answer-inquiry.ts'
import { passToOffice } from '../office/questions.ts'
import type { Heard, Hearing, RouteDeps } from './hearing.ts'

/** What a guardian types that needs no documents: the answer to where a child is, a notice taken back. Undefined when it is none of it. */
export async function hearGuardian(deps: RouteDeps, hearing: Hearing, text: string): Promise<Heard | undefined> {
  const heard = await readNotice(hearing.turn.stores, guardianOf(hearing), text)
  if (heard === undefined) return undefined
  const answered = await hearAnswer(deps, hearing, { text, heard })
  if (answered !== undefined) return answered
  if (heard.parsed.kind !== 'cancel') return undefined
  const reply = await takeBack({ ...deps, ...hearing.turn.stores }, guardianOf(hearing), { ...heard, parsed: heard.parsed })
  return reply === undefined ? undefined : said('absence_back', reply)
}

/** The answer to where a child is; a notice for today is one, too, and is then taken as a notice. */
async function hearAnswer(
  deps: RouteDeps,
  hearing: Hearing,
  { text, heard }: { text: string; heard: HeardNotice },
): Promise<Heard | undefined> {
  const all = { ...deps, ...hearing.turn.stores }
  const open = await openInquiries(all, guardianOf(hearing))
  if (open.length === 0) return undefined
  const { parsed, children } = heard
  const today = open[0]!.inquiry.day
  if (parsed.kind === 'absence' && parsed.what === 'away' && parsed.days.includes(today)) {
    for (const { inquiry, child } of open)
      await all.ladder.answer(inquiry, { answer: 'away', personId: child.personId, now: hearing.turn.now })
    return said('absence', await takeNotice(all, guardianOf(hearing), { parsed, children, text }))
  }
  const answer = readAnswer(text)
  if (answer === undefined) return undefined
  const replies = []
  for (const asked of open) replies.push(await answerInquiry(all, guardianOf(hearing), { ...asked, answer }))
  return { route: 'inquiry_answer', replies }
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
  const isAnswer = /^ab:(yes|no):/.test(value)
  const choose = isAnswer ? chooseAnswer : chooseAbsence
  const reply = await choose({ ...deps, ...hearing.turn.stores }, guardianOf(hearing), value)
  return reply === undefined ? undefined : said('absence_choice', reply, tapped)
}

function guardianOf({ identity, turn }: Hearing) {
  return { identity, now: turn.now }
}

function said(route: string, { editsTapped, ...reply }: AbsenceReply, tapped?: string): Heard {
  return { route, replies: [{ ...reply, ...(editsTapped && tapped !== undefined ? { edits: tapped } : {}) }] }
}
