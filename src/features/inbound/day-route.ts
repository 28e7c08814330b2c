import { schoolDayOf } from '../../core/clock.ts'
import { ownChildren } from '../absence/own-children.ts'
import { answerDay } from '../calendar/answer-day.ts'
import { readDayQuestion } from '../calendar/day-question.ts'
import { schoolOf } from '../office/questions.ts'
import type { Heard, Hearing, RouteDeps } from './hearing.ts'

/** "Mai có học không?", "2/9 nghỉ mấy ngày": the calendar answers, for the classes of whoever asks. Undefined: another matter. */
export async function hearDayQuestion(deps: RouteDeps, hearing: Hearing, text: string): Promise<Heard | undefined> {
  const { turn, identity } = hearing
  const { people, calendar } = turn.stores
  const today = schoolDayOf(turn.now)
  const question = readDayQuestion(text, today)
  const schoolId = question === undefined ? undefined : await schoolOf(people, identity)
  if (question === undefined || schoolId === undefined) return undefined
  const isOffice = identity.people.some(({ role }) => role === 'office')
  const taught = identity.people.flatMap((person) => (person.schoolId === schoolId ? person.classIds : []))
  const children = (await ownChildren(people, identity)).filter((child) => child.schoolId === schoolId)
  const ids = [...new Set([...taught, ...children.map(({ classId }) => classId)])]
  const classes = isOffice ? await people.classes(schoolId) : ids.length === 0 ? [] : await people.classes(schoolId, ids)
  const asked = { today, closures: await calendar.closures(schoolId), terms: await calendar.terms(schoolId), classes }
  const said = answerDay(question, asked, { ...deps, language: identity.language })
  return said === undefined ? undefined : { route: 'day_question', replies: [{ text: said }] }
}
