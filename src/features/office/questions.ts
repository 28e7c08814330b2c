import type { Ids } from '../../core/ids.ts'
import type { Language, PhraseKey, Phrases } from '../../core/phrases.ts'
import { fold, withoutDiacritics } from '../../core/text.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { Identity, Person } from '../people/person.ts'
import { alikeTo, groupsOf } from './groups.ts'
import type { PassReason, Question, QuestionStore } from './question-store.ts'
import { senderWords } from './sender.ts'

export type OfficeDeps = { questions: QuestionStore; people: PeopleStore; outbox: Outbox; phrases: Phrases; ids: Ids }

/** Office messages quote what was typed, as far as a phone screen carries it; the whole stays in the list of questions. */
const quotedLength = 500

/**
 * Puts a message on the office's list and tells every office member. A stranger's goes to the only school of the deployment; with
 * several schools nobody can know whose it is.
 * @returns false when there is no office to pass it to.
 */
export async function passToOffice(deps: OfficeDeps, passed: Passed): Promise<boolean> {
  return ((await putToOffice(deps, passed))?.told ?? 0) > 0
}

type Passed = { identity: Identity; text: string; reason: PassReason; now: Date }

/** The same, for whoever goes on with the question. @returns it, and how many of the office were told; undefined without a school. */
export async function putToOffice(
  deps: OfficeDeps,
  { identity, text, reason, now }: Passed,
): Promise<{ question: Question; told: number } | undefined> {
  const schoolId = await schoolOf(deps.people, identity)
  if (schoolId === undefined) return undefined
  const question = await deps.questions.add({ id: deps.ids.uuid(), schoolId, identityId: identity.id, text, reason, now })
  const office = await deps.people.recipients({ schoolId, role: 'office' }, { evenIfStopped: true })
  const key: PhraseKey = `office.${reason}`
  for (const { address, language, personId } of office) {
    const sender = await senderWords(deps, { identity, schoolId, language })
    const shown = deps.phrases.text(language, key, { number: question.number, sender, text: shorten(text) })
    await deps.outbox.add({ to: address, key: `question/${question.id}/${personId}`, kind: 'notice', schoolId, text: shown }, now)
  }
  return { question, told: office.length }
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

const dayWords =
  /\d[\d/.-]*|\b(?:thu|hai|ba|tu|nam|sau|bay|chu nhat|cn|tuan|nay|toi|ngay|thang|hom|vao|den|mai|kia|mung|mong|sang|chieu|nhe|a|co|em|da|vang|la|tru|bo|thi)\b|[^a-z\s]/g
const wordsOfSubstance = 3

/** Whether an answer says more than a day: `12: đóng học phí trước ngày 15/12` answers a question, `1: thứ Năm tuần sau` dates a line. */
export function saysMoreThanADay(answer: string): boolean {
  const rest = withoutDiacritics(fold(answer)).replace(dayWords, ' ')
  return rest.split(/\s+/).filter((word) => word !== '').length >= wordsOfSubstance
}

/** What became of an answer, and what the member of the office reads. */
export interface AnswerOutcome {
  readonly text: string
  /** Set when it was sent: the question that was answered. */
  readonly answered?: Question
}

/**
 * The office answers one question, and with it the open ones that ask the same: everybody who asked is told once, whoever of the office was
 * first.
 */
export async function answerQuestion(
  deps: OfficeDeps,
  { staff, language, number, answer, now }: { staff: Person; language: Language; number: number; answer: string; now: Date },
): Promise<AnswerOutcome> {
  const { questions, people, outbox, phrases } = deps
  const question = await questions.byNumber(staff.schoolId, number)
  if (question === undefined) return { text: phrases.text(language, 'office.no_such_question', { number }) }
  const alike = question.answeredAt === null ? alikeTo(question, await questions.open(staff.schoolId)) : []
  const given = { text: answer, personId: staff.id, now }
  if (!(await questions.answer(question, given))) return { text: phrases.text(language, 'office.already_answered', { number }) }
  const school = await people.school(staff.schoolId)
  const told = new Set<string>()
  const numbers: number[] = []
  for (const one of [question, ...alike]) {
    if (one !== question && !(await questions.answer(one, given))) continue
    numbers.push(one.number)
    if (told.has(one.identityId)) continue
    told.add(one.identityId)
    const { address, language: asked } = one.asker
    const text = phrases.text(asked, 'office.answer', { school: school.name, question: shorten(one.text), answer })
    await outbox.add({ to: address, key: `answer/${one.id}`, kind: 'notice', schoolId: school.id, text }, now)
  }
  const text =
    numbers.length === 1
      ? phrases.text(language, 'office.answer_sent', { number })
      : phrases.text(language, 'office.answers_sent', { numbers: numbers.join(', '), people: told.size })
  return { text, answered: question }
}

/** More would not be read on a phone; the rest come up as these are answered. */
const listedGroups = 30

/** The questions that wait, oldest first; those that ask the same stand together under the number of the oldest. */
export function listQuestions(phrases: Phrases, language: Language, open: readonly Question[]): string {
  if (open.length === 0) return phrases.text(language, 'office.open_none')
  const groups = groupsOf(open)
  const lines = groups.slice(0, listedGroups).map(([first, ...others]) => {
    const line = `${first!.number}. ${shorten(first!.text)}`
    return others.length === 0
      ? line
      : line +
          phrases.text(language, 'office.open_alike', {
            count: others.length,
            numbers: others.map(({ number }) => number).join(', '),
          })
  })
  return phrases.text(language, 'office.open_list', { count: open.length, list: lines.join('\n') })
}

/** As much of a text as an office message quotes. */
export function shorten(text: string): string {
  return text.length <= quotedLength ? text : `${text.slice(0, quotedLength).replace(/[\ud800-\udbff]$/, '')}…`
}
