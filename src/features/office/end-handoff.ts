import type { Language } from '../../core/phrases.ts'
import { fold, withoutDiacritics } from '../../core/text.ts'
import type { Person } from '../people/person.ts'
import { closedWords } from './closed-words.ts'
import type { HandoffDeps } from './handoff.ts'
import type { Handoff } from './handoff-store.ts'
import type { OfficeTime } from './office-hours.ts'
import type { Question } from './question-store.ts'

type EndDeps = Pick<HandoffDeps, 'handoffs' | 'outbox' | 'phrases'>

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
  const text = deps.phrases.text(question.asker.language, 'office.handoff_done', { number })
  await tellPerson(deps, question, { text, now })
  return deps.phrases.text(language, 'office.handoff_ended', { number })
}

/** Closes a conversation that time has ended, with one sentence: it was one, or nobody was free and the message stays on the list. */
export async function endQuietly(deps: EndDeps, handoff: Handoff, now: Date): Promise<boolean> {
  if (!(await deps.handoffs.close(handoff, now))) return false
  const { question, answeredAt } = handoff
  const key = answeredAt === null ? 'office.handoff_nobody' : 'office.handoff_timeout'
  await tellPerson(deps, question, { text: deps.phrases.text(question.asker.language, key, { number: question.number }), now })
  return true
}

/** The office has closed and nobody had answered: the person need not wait, and reads when it is in again. */
export async function endForToday(
  deps: EndDeps,
  handoff: Handoff,
  { now, time }: { now: Date; time: OfficeTime },
): Promise<boolean> {
  if (!(await deps.handoffs.close(handoff, now))) return false
  const { question } = handoff
  await tellPerson(deps, question, {
    text: closedWords(deps.phrases, question.asker.language, { number: question.number, now, time }),
    now,
  })
  return true
}

async function tellPerson(
  { outbox }: Pick<HandoffDeps, 'outbox'>,
  { id, schoolId, asker }: Question,
  { text, now }: { text: string; now: Date },
): Promise<void> {
  await outbox.add({ to: asker.address, key: `handoff/${id}/ended/${now.toISOString()}`, kind: 'notice', schoolId, text }, now)
}
