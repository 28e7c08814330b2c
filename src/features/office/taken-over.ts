import type { Identity } from '../people/person.ts'
import type { HandoffDeps } from './handoff.ts'
import { schoolOf } from './questions.ts'

/**
 * A person wrote as the account, past the assistant: the conversation is theirs, and the assistant keeps quiet in it until nobody has written for
 * half an hour. Each further message of theirs begins that time anew.
 */
export async function noteTakenOver(
  { handoffs, questions, people, ids, phrases }: Pick<HandoffDeps, 'handoffs' | 'questions' | 'people' | 'ids' | 'phrases'>,
  { identity, now }: { identity: Identity; now: Date },
): Promise<void> {
  const open = await handoffs.current(identity.id)
  if (open !== undefined) return await handoffs.change(open, { lastAt: now, answeredAt: open.answeredAt ?? now })
  const schoolId = await schoolOf(people, identity)
  if (schoolId === undefined) return
  const text = phrases.text('vi', 'office.taken_over')
  const question = await questions.add({
    ...{ id: ids.uuid(), schoolId, identityId: identity.id },
    ...{ text, reason: 'wants_person' as const, now },
  })
  // Nothing waits for an answer: it is no line on the office's list.
  await questions.answer(question, { text, personId: null, now })
  await handoffs.put(question, { answeredAt: now, now })
}
