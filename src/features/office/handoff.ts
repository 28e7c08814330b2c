import { schoolDayOf, schoolTimeOf, weekdayOf, writtenDay } from '../../core/clock.ts'
import type { Language, PhraseKey } from '../../core/phrases.ts'
import { fold, withoutDiacritics } from '../../core/text.ts'
import type { CalendarStore } from '../calendar/calendar-store.ts'
import type { Identity, Person } from '../people/person.ts'
import type { Handoff, HandoffStore } from './handoff-store.ts'
import { isOfficeOpen, nextOpening, type OfficeTime } from './office-hours.ts'
import type { Question } from './question-store.ts'
import { type OfficeDeps, putToOffice, shorten } from './questions.ts'
import { senderWords } from './sender.ts'

export type HandoffDeps = OfficeDeps & { handoffs: HandoffStore; calendar: Pick<CalendarStore, 'closures'> }

/** After so many minutes without a word from either side the assistant answers again. */
export const openMinutes = 30

/** One message of a person to the office. */
export interface Letter {
  readonly identity: Identity
  readonly text: string
  readonly eventId: string
  readonly now: Date
}

export async function officeTimeOf(
  { handoffs, calendar }: Pick<HandoffDeps, 'handoffs' | 'calendar'>,
  schoolId: string,
): Promise<OfficeTime> {
  return { spans: await handoffs.officeSpans(schoolId), closures: await calendar.closures(schoolId) }
}

/**
 * Somebody wants a person. In office hours the conversation is handed over and the person waits; outside of them the wish is on the
 * office's list, and the person is told when the office is in again, and no more is promised.
 * @returns what the person reads; undefined when there is no office to hand over to.
 */
export async function handOver(deps: HandoffDeps, { identity, text, now }: Letter): Promise<string | undefined> {
  const { handoffs, phrases } = deps
  const put = await putToOffice(deps, { identity, text, reason: 'wants_person', now })
  if (put === undefined || put.told === 0) return undefined
  const { question } = put
  const { number, schoolId } = question
  const time = await officeTimeOf(deps, schoolId)
  if (isOfficeOpen(now, time)) {
    await handoffs.put(question, { now })
    return phrases.text(identity.language, 'office.handoff_waiting', { number })
  }
  const opening = nextOpening(now, time)
  if (opening === null) return phrases.text(identity.language, 'office.handoff_listed', { number })
  const day = schoolDayOf(opening)
  const when = {
    weekday: String(weekdayOf(day)),
    date: writtenDay(day),
    time: schoolTimeOf(opening),
    today: day === schoolDayOf(now) ? 'yes' : 'no',
  }
  return phrases.text(identity.language, 'office.handoff_closed_now', { number, ...when })
}

const wayBack =
  /^(?:quay lai|tro lai|tro ly|quay lai (?:voi )?(?:tro ly|bot|em)|gap tro ly|hoi tro ly|bot|back|assistant|back to (?:the )?(?:bot|assistant))$/

/**
 * A message of somebody whose conversation is handed over: the office reads it, and the assistant is silent. Undefined: nothing is handed
 * over, or no longer. @returns what the person reads, if anything.
 */
export async function hearInHandoff(deps: HandoffDeps, letter: Letter): Promise<{ readonly text?: string } | undefined> {
  const { identity, text, eventId, now } = letter
  const handoff = await deps.handoffs.current(identity.id)
  if (handoff === undefined) return undefined
  if (isSilent(handoff, now)) {
    await endQuietly(deps, handoff, now)
    return undefined
  }
  const { question } = handoff
  const words = withoutDiacritics(fold(text))
    .replace(/[.!?]+$/, '')
    .replace(/ (?:a|nhe|di|em|em oi|oi)$/, '')
  if (wayBack.test(words)) {
    await deps.handoffs.close(handoff, now)
    await tellOffice(deps, question, { identity, key: `${eventId}`, now, phrase: 'office.handoff_left' })
    return { text: deps.phrases.text(identity.language, 'office.handoff_back') }
  }
  await deps.handoffs.change(handoff, { lastAt: now })
  await tellOffice(deps, question, { identity, key: eventId, now, phrase: 'office.handoff_says', text })
  return {}
}

type Telling = { identity: Identity; key: string; now: Date; phrase: PhraseKey; text?: string }

async function tellOffice(
  deps: HandoffDeps,
  { id, number, schoolId }: Question,
  { identity, key, now, phrase, text = '' }: Telling,
): Promise<void> {
  for (const { address, language, personId } of await deps.people.recipients(
    { schoolId, role: 'office' },
    { evenIfStopped: true },
  )) {
    const sender = await senderWords(deps, { identity, schoolId, language })
    const shown = deps.phrases.text(language, phrase, { number, sender, text: shorten(text) })
    await deps.outbox.add({ to: address, key: `handoff/${id}/${key}/${personId}`, kind: 'notice', schoolId, text: shown }, now)
  }
}

/** The office writes in a conversation, as often as it likes; one that was closed opens again. @returns what the office member reads. */
export async function answerInHandoff(
  deps: HandoffDeps,
  question: Question,
  { staff, language, answer, eventId, now }: { staff: Person; language: Language; answer: string; eventId: string; now: Date },
): Promise<string> {
  const { questions, people, outbox, phrases, handoffs } = deps
  await questions.answer(question, { text: answer, personId: staff.id, now })
  await handoffs.put(question, { answeredAt: now, now })
  const { address, language: asked } = question.asker
  const { name } = await people.school(question.schoolId)
  const text = phrases.text(asked, 'office.handoff_answer', { school: name, answer })
  await outbox.add(
    { to: address, key: `handoff/${question.id}/${eventId}`, kind: 'notice', schoolId: question.schoolId, text },
    now,
  )
  return phrases.text(language, 'office.handoff_sent', { number: question.number })
}

const done = /^(?:xong|ket thuc|dong|done|close) (?:so |cau |cau hoi )?#?(?<number>\d{1,9})(?: a| roi| nhe)?$/

/** `xong 12`: the number; undefined when a message is no such thing. */
export function readDone(text: string): number | undefined {
  const number = done.exec(withoutDiacritics(fold(text)).replace(/[.!]+$/, ''))?.groups?.number
  return number === undefined ? undefined : Number(number)
}

/** The office ends a conversation; the person is told in one sentence. @returns what the office member reads. */
export async function endHandoff(
  deps: HandoffDeps,
  { staff, language, number, now }: { staff: Person; language: Language; number: number; now: Date },
): Promise<string> {
  const question = await deps.questions.byNumber(staff.schoolId, number)
  const closed = question !== undefined && (await deps.handoffs.close({ question }, now))
  if (question === undefined || !closed) return deps.phrases.text(language, 'office.handoff_none', { number })
  await deps.questions.answer(question, { text: '', personId: staff.id, now })
  await tellPerson(deps, question, { phrase: 'office.handoff_done', now })
  return deps.phrases.text(language, 'office.handoff_ended', { number })
}

/** Nobody has written for half an hour. */
export function isSilent({ lastAt }: Handoff, now: Date): boolean {
  return now.getTime() - lastAt.getTime() >= openMinutes * 60_000
}

/** Closes a conversation that time has ended, with one sentence: it was one, or nobody was free and the message stays on the list. */
export async function endQuietly(
  deps: Pick<HandoffDeps, 'handoffs' | 'outbox' | 'phrases'>,
  handoff: Handoff,
  now: Date,
): Promise<boolean> {
  if (!(await deps.handoffs.close(handoff, now))) return false
  await tellPerson(deps, handoff.question, {
    phrase: handoff.answeredAt === null ? 'office.handoff_nobody' : 'office.handoff_timeout',
    now,
  })
  return true
}

async function tellPerson(
  { outbox, phrases }: Pick<HandoffDeps, 'outbox' | 'phrases'>,
  { id, number, schoolId, asker }: Question,
  { phrase, now }: { phrase: PhraseKey; now: Date },
): Promise<void> {
  const text = phrases.text(asker.language, phrase, { number })
  await outbox.add({ to: asker.address, key: `handoff/${id}/ended/${now.toISOString()}`, kind: 'notice', schoolId, text }, now)
}
