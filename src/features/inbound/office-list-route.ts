import { schoolDayOf } from '../../core/clock.ts'
import { callLines } from '../ladder/call-lines.ts'
import { openCalls } from '../ladder/open-calls.ts'
import { listQuestions } from '../office/questions.ts'
import type { Person } from '../people/person.ts'
import { missingToday } from '../summary/answer-summary.ts'
import type { Hearing, RouteDeps } from './hearing.ts'

const quotedLength = 120

/** The office's lists: whom to call stands at the top of each, before questions and before classes that have not reported. */
export async function officeList(
  deps: RouteDeps,
  hearing: Hearing,
  { office, list }: { office: Person; list: 'questions' | 'missing_reports' },
): Promise<string> {
  const { turn, identity } = hearing
  const { stores, now } = turn
  const { language } = identity
  const { schoolId } = office
  const all = { ...stores, phrases: deps.phrases }
  const calls = await openCalls(all, await stores.people.school(schoolId), now)
  const top = calls === undefined ? [] : callLines(deps.phrases, language, calls)
  const rest =
    list === 'questions'
      ? [listQuestions(deps.phrases, language, await stores.questions.open(schoolId))]
      : [await missingToday(all, { schoolId, language, now }), ...(await notRecorded(deps, hearing, office))]
  return [...(top.length === 0 ? [] : [top.join('\n')]), rest.join('\n')].join('\n\n')
}

/** Reports of classes that still have none, which were answered but could not be recorded. */
async function notRecorded(deps: RouteDeps, { turn, identity }: Hearing, { schoolId }: Person): Promise<string[]> {
  const { checkins, people } = turn.stores
  const day = schoolDayOf(turn.now)
  const reported = new Set((await checkins.ofDay(schoolId, day)).map(({ classId }) => classId))
  const classes = await people.classes(schoolId)
  const lines: string[] = []
  for (const { classId, personId, text, why } of await checkins.refusedOn(schoolId, day)) {
    const one = classes.find(({ id }) => id === classId)
    if (one === undefined || reported.has(one.id)) continue
    const teacher = (await people.person(schoolId, personId))?.name ?? deps.phrases.text(identity.language, 'office.sender_staff')
    const quoted = text.length > quotedLength ? `${text.slice(0, quotedLength)}…` : text
    lines.push(deps.phrases.text(identity.language, 'checkin.not_recorded', { class: one.code, teacher, text: quoted, why }))
  }
  return lines
}
