import type { MediaKind } from '../../core/message.ts'
import type { Language } from '../../core/phrases.ts'
import type { CalendarStore } from '../calendar/calendar-store.ts'
import type { Identity, Person } from '../people/person.ts'
import { closedWords } from './closed-words.ts'
import type { Handoff, HandoffStore } from './handoff-store.ts'
import { isOfficeOpen, type OfficeTime } from './office-hours.ts'
import type { Question } from './question-store.ts'
import { type OfficeDeps, putToOffice } from './questions.ts'

export type HandoffDeps = OfficeDeps & { handoffs: HandoffStore; calendar: Pick<CalendarStore, 'closures'> }

/** After so many minutes without a word from either side the assistant answers again. */
export const openMinutes = 30

/** One message of a person to the office. */
export interface Letter {
  readonly identity: Identity
  /** Empty where nothing was typed. */
  readonly text: string
  /** What came beside the words, or without any. */
  readonly media?: MediaKind
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
 * @returns what the person reads; undefined when nobody of an office can be told.
 */
export async function handOver(deps: HandoffDeps, { identity, text, now }: Letter): Promise<string | undefined> {
  const { handoffs, phrases } = deps
  const put = await putToOffice(deps, { identity, text, reason: 'wants_person', now })
  if (put === undefined || put.told === 0) return undefined
  const { number, schoolId } = put.question
  const time = await officeTimeOf(deps, schoolId)
  if (!isOfficeOpen(now, time)) return closedWords(phrases, identity.language, { number, now, time })
  await handoffs.put(put.question, { now })
  return phrases.text(identity.language, 'office.handoff_waiting', { number })
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

/** Nobody has written for half an hour. */
export function isSilent({ lastAt }: Handoff, now: Date): boolean {
  return now.getTime() - lastAt.getTime() >= openMinutes * 60_000
}
