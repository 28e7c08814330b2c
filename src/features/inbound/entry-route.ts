import { schoolDayOf } from '../../core/clock.ts'
import { readEntryCommand } from '../entries/entry-command.ts'
import { type Editor, hearEntryChoice, hearEntryCommand, type Said, saveAnswer } from '../entries/hear-entries.ts'
import { questionsIn } from '../entries/several.ts'
import { tellEntry } from '../entries/tell-entry.ts'
import { answerInHandoff } from '../office/handoff.ts'
import { answerQuestion, passToOffice, readAnswer, saysMoreThanADay } from '../office/questions.ts'
import { type Person, type School, staffAmong } from '../people/person.ts'
import type { Heard, Hearing, RouteDeps } from './hearing.ts'

/** What the office types about the school's own answers; undefined when it is something else. */
export async function hearEntries(
  deps: RouteDeps,
  hearing: Hearing,
  { staff, text }: { staff: Person; text: string },
): Promise<Heard | undefined> {
  const command = readEntryCommand(text, schoolDayOf(hearing.turn.now))
  if (command === undefined) return undefined
  const said = await hearEntryCommand({ ...deps, ...hearing.turn.stores }, editorOf(hearing, staff), command)
  return { route: 'entries', replies: [said] }
}

/** `12: …`: the office answers a question, and is asked whether to keep the answer for everybody. */
export async function hearAnswer(
  deps: RouteDeps,
  hearing: Hearing,
  { staff, text }: { staff: Person; text: string },
): Promise<Heard | undefined> {
  const read = readAnswer(text)
  if (read === undefined) return undefined
  const { language, now } = editorOf(hearing, staff)
  const stores = hearing.turn.stores
  const wish = await stores.questions.byNumber(staff.schoolId, read.number)
  if (wish?.reason === 'wants_person') {
    const letter = { staff, language, answer: read.answer, eventId: hearing.turn.message.eventId, now }
    return { route: 'office_handoff', replies: [{ text: await answerInHandoff({ ...deps, ...stores }, wish, letter) }] }
  }
  const said = await answerQuestion({ ...deps, ...stores }, { staff, language, ...read, now })
  if (said.answered?.reason !== 'question') return { route: 'office_answer', replies: [{ text: said.text }] }
  const choices = (['save', 'once'] as const).map((what) => ({
    label: deps.phrases.text(language, `entries.choice_${what}`),
    value: `entry:${what}:${read.number}`,
  }))
  return { route: 'office_answer', replies: [{ text: `${said.text}\n${deps.phrases.text(language, 'entries.offer')}`, choices }] }
}

/** An answer to an open question that names a day on the way: the calendar's numbered lines do not get it. */
export async function hearWordyAnswer(
  deps: RouteDeps,
  hearing: Hearing,
  { staff, text }: { staff: Person; text: string },
): Promise<Heard | undefined> {
  const read = readAnswer(text)
  if (read === undefined || !saysMoreThanADay(read.answer)) return undefined
  const question = await hearing.turn.stores.questions.byNumber(staff.schoolId, read.number)
  const isWaiting = question !== undefined && (question.answeredAt === null || question.reason === 'wants_person')
  return isWaiting ? await hearAnswer(deps, hearing, { staff, text }) : undefined
}

/** What the office chose: keep an answer, confirm a change. Undefined for anybody else. */
export async function hearEntryChosen(deps: RouteDeps, hearing: Hearing, value: string): Promise<Heard | undefined> {
  const staff = staffAmong(hearing.identity.people).find(({ role }) => role === 'office')
  if (staff === undefined) return undefined
  const editor = editorOf(hearing, staff)
  const said = await hearChosenEntry(deps, hearing, { editor, value })
  return said && { route: 'entries', replies: [said] }
}

async function hearChosenEntry(
  deps: RouteDeps,
  { turn }: Hearing,
  { editor, value }: { editor: Editor; value: string },
): Promise<Said | undefined> {
  const [, what, written] = value.split(':')
  if (what === 'once') return { text: deps.phrases.text(editor.language, 'entries.once') }
  if (what !== 'save') return await hearEntryChoice({ ...deps, ...turn.stores }, editor, value)
  const { questions } = turn.stores
  const question = /^\d{1,9}$/.test(written ?? '') ? await questions.byNumber(editor.staff.schoolId, Number(written)) : undefined
  if (question === undefined || question.answer === null) return undefined
  const asks = [...new Set((await questions.answeredWith(question)).map(({ text }) => text))]
  return await saveAnswer({ ...deps, ...turn.stores }, editor, { asks, answer: question.answer })
}

/**
 * The school's own answer to a question, before the documents'. One that has run out is told as that, and the question goes to the
 * office. Undefined: the school has none.
 */
export async function hearOwnAnswer(
  deps: RouteDeps,
  { turn, identity }: Hearing,
  { school, text }: { school: School; text: string },
): Promise<Heard | undefined> {
  const { stores, now } = turn
  const found = await deps.own.find(stores.entries, school, { text, today: schoolDayOf(now) })
  if (found === undefined) return undefined
  await stores.entries.noteAsked(school.id, { text, answeredBy: [found.entry.id], now })
  const told = tellEntry(deps.phrases, { ...found, school })
  const isOffice = identity.people.some(({ role }) => role === 'office')
  const passed =
    found.expired && !isOffice && (await passToOffice({ ...deps, ...stores }, { identity, text, reason: 'question', now }))
  const said = passed ? `${told}\n${deps.phrases.text(found.language, 'entries.asked_again')}` : told
  return { route: found.expired ? 'own_expired' : 'own_answer', replies: [{ text: said }], session: { thread: undefined } }
}

/**
 * A message of several questions of which the school answers at least one itself: the documents get the others, and what they do not know
 * goes to the office. Undefined: no question of it is the school's.
 */
export async function hearOwnAmong(
  deps: RouteDeps,
  { turn, identity }: Hearing,
  { school, text }: { school: School; text: string },
): Promise<Heard | undefined> {
  const pieces = questionsIn(text)
  if (pieces.length < 2) return undefined
  const { stores, now } = turn
  const today = schoolDayOf(now)
  const told: string[] = []
  const rest: string[] = []
  for (const piece of pieces) {
    const found = await deps.own.find(stores.entries, school, { text: piece, today })
    if (found === undefined || found.expired) rest.push(piece)
    else told.push(tellEntry(deps.phrases, { ...found, school }))
  }
  if (told.length === 0) return undefined
  const answered =
    rest.length === 0 ? undefined : deps.ask(`${rest.join('? ')}?`, { today, place: school.place, thread: undefined })
  if (answered?.kind === 'answer') told.push(answered.text)
  if (answered?.kind === 'unknown' || answered?.kind === 'clarify') {
    const passed = await passToOffice({ ...deps, ...stores }, { identity, text: rest.join('? '), reason: 'question', now })
    if (passed) told.push(deps.phrases.text(identity.language, 'entries.rest_passed'))
  }
  return { route: 'own_answer', replies: [{ text: told.join('\n\n') }], session: { thread: answered?.thread } }
}

function editorOf({ identity, turn }: Hearing, staff: Person): Editor {
  return { staff, language: identity.language, now: turn.now }
}
