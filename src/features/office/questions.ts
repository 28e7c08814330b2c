import type { Ids } from '../../core/ids.ts'
import type { Language, PhraseKey, Phrases } from '../../core/phrases.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { Identity, Person } from '../people/person.ts'
import type { Question, QuestionStore } from './question-store.ts'
import { senderWords } from './sender.ts'

type Deps = { questions: QuestionStore; people: PeopleStore; outbox: Outbox; phrases: Phrases; ids: Ids }

/** Why something goes to the office: nobody knows, somebody wants a person, a wish that no flow serves yet, or a child may be in danger. */
export type PassReason = 'question' | 'wants_person' | 'request' | 'urgent'

/** Office messages quote what was typed, as far as a phone screen carries it; the whole stays in the list of questions. */
const quotedLength = 500

/**
 * Puts a message on the office's list and tells every office member. A stranger's goes to the only school of the deployment; with
 * several schools nobody can know whose it is.
 * @returns false when there is no office to pass it to.
 */
export async function passToOffice(
  deps: Deps,
  { identity, text, reason, now }: { identity: Identity; text: string; reason: PassReason; now: Date },
): Promise<boolean> {
  const schoolId = await schoolOf(deps.people, identity)
  if (schoolId === undefined) return false
  const question = await deps.questions.add({ id: deps.ids.uuid(), schoolId, identityId: identity.id, text, now })
  const office = await deps.people.recipients({ schoolId, role: 'office' }, { evenIfStopped: true })
  const key: PhraseKey = `office.${reason}`
  for (const { address, language, personId } of office) {
    const sender = await senderWords(deps, { identity, schoolId, language })
    const shown = deps.phrases.text(language, key, { number: question.number, sender, text: shorten(text) })
    await deps.outbox.add({ to: address, key: `question/${question.id}/${personId}`, kind: 'notice', schoolId, text: shown }, now)
  }
  return office.length > 0
}

/** The school somebody belongs to, or the only one there is. */
export async function schoolOf(people: PeopleStore, identity: Identity): Promise<string | undefined> {
  const own = identity.people[0]?.schoolId
  if (own !== undefined) return own
  const schools = await people.schools()
  return schools.length === 1 ? schools[0]!.id : undefined
}

const answerForm =
  /^\s*(?:trả lời|tra loi|tl|answer)?\s*(?:câu|cau|số|so)?\s*#?(?<number>\d{1,9})\s*[:：]\s*(?<answer>\S[\s\S]*)$/iu

/** `12: nội dung`, `#12: …`, `trả lời 12: …`; undefined when a message is no answer. */
export function readAnswer(text: string): { number: number; answer: string } | undefined {
  const found = answerForm.exec(text)?.groups
  return found === undefined ? undefined : { number: Number(found.number), answer: found.answer!.trim() }
}

/** The office answers: the person who asked is told, once, whoever of the office was first. @returns what the office member reads. */
export async function answerQuestion(
  deps: Deps,
  { staff, language, number, answer, now }: { staff: Person; language: Language; number: number; answer: string; now: Date },
): Promise<string> {
  const { questions, people, outbox, phrases } = deps
  const question = await questions.byNumber(staff.schoolId, number)
  if (question === undefined) return phrases.text(language, 'office.no_such_question', { number })
  if (!(await questions.answer(question, { text: answer, personId: staff.id, now })))
    return phrases.text(language, 'office.already_answered', { number })
  const school = await people.school(staff.schoolId)
  const { address, language: asked } = question.asker
  const text = phrases.text(asked, 'office.answer', { school: school.name, question: shorten(question.text), answer })
  await outbox.add({ to: address, key: `answer/${question.id}`, kind: 'notice', schoolId: school.id, text }, now)
  return phrases.text(language, 'office.answer_sent', { number })
}

/** The questions that wait, oldest first. */
export function listQuestions(phrases: Phrases, language: Language, open: readonly Question[]): string {
  if (open.length === 0) return phrases.text(language, 'office.open_none')
  const list = open.map((question) => `${question.number}. ${shorten(question.text)}`).join('\n')
  return phrases.text(language, 'office.open_list', { count: open.length, list })
}

function shorten(text: string): string {
  return text.length <= quotedLength ? text : `${text.slice(0, quotedLength).replace(/[\ud800-\udbff]$/, '')}…`
}
