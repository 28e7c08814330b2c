import { schoolDayOf } from '../../core/clock.ts'
import { takeEnglish } from '../entries/complete-entry.ts'
import type { Editor, Said } from '../entries/editor.ts'
import { isEnglish } from '../entries/english.ts'
import { readEntryCommand } from '../entries/entry-command.ts'
import { hearEntryCommand } from '../entries/hear-entries.ts'
import { chooseAboutAnswer } from '../office/choose-about-answer.ts'
import { answerInHandoff } from '../office/handoff.ts'
import { answerQuestion, readAnswer, saysMoreThanADay } from '../office/questions.ts'
import { type Person, staffAmong } from '../people/person.ts'
import type { Heard, Hearing, RouteDeps } from './hearing.ts'

/** What the office types about the school's own answers; undefined when it is something else. */
export async function hearEntries(
  deps: RouteDeps,
  hearing: Hearing,
  { staff, text }: { staff: Person; text: string },
): Promise<Heard | undefined> {
  const command = readEntryCommand(text, schoolDayOf(hearing.turn.now))
  const all = { ...deps, ...hearing.turn.stores }
  if (command !== undefined) return heardOf(await hearEntryCommand(all, editorOf(hearing, staff), command))
  const { pendingEntry } = hearing.session
  // Anything that is no English sentence is about something else: then the wording was not given.
  if (pendingEntry === undefined || readAnswer(text) !== undefined || !isEnglish(text)) return undefined
  const entry = await all.entries.byNumber(staff.schoolId, pendingEntry.number)
  return entry && heardOf(await takeEnglish(all, editorOf(hearing, staff), { entry, text }))
}

function heardOf({ pendingEntry, ...said }: Said): Heard {
  return { route: 'entries', replies: [said], session: { pendingEntry } }
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
  const choices = (['save', 'once', 'draft'] as const).map((what) => ({
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
  return said && heardOf(said)
}

async function hearChosenEntry(
  deps: RouteDeps,
  { turn }: Hearing,
  { editor, value }: { editor: Editor; value: string },
): Promise<Said | undefined> {
  return await chooseAboutAnswer({ ...deps, ...turn.stores }, editor, value)
}

function editorOf({ identity, turn }: Hearing, staff: Person): Editor {
  return { staff, language: identity.language, now: turn.now }
}
