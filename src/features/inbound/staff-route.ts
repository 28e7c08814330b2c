import { schoolDayOf } from '../../core/clock.ts'
import { announcedIn } from '../absence/announced-in.ts'
import { hearDates } from '../calendar/hear-dates.ts'
import { isSchoolDay } from '../calendar/school-day.ts'
import { dayOffText } from '../calendar/wording.ts'
import { hearTeacher } from '../checkin/checkin-conversation.ts'
import { alarmOffice } from '../ladder/alarm-office.ts'
import { mayBeReport, saysDanger } from '../ladder/danger.ts'
import { hearLateCorrection } from '../ladder/hear-late-correction.ts'
import { guardianCodeRequest } from '../people/guardian-code.ts'
import { hearCodeRequest } from '../people/link-conversation.ts'
import { type Person, staffAmong } from '../people/person.ts'
import { hearAnswer, hearEntries, hearWordyAnswer } from './entry-route.ts'
import { hearDone } from './handoff-route.ts'
import type { Heard, Hearing, RouteDeps } from './hearing.ts'
import { hearOfficeNotice } from './notice-route.ts'

/** The work of office and teachers that is typed as a line; undefined when it is none of it. */
export async function hearStaff(deps: RouteDeps, hearing: Hearing, text: string): Promise<Heard | undefined> {
  const { turn, identity } = hearing
  const { stores, now } = turn
  const language = identity.language
  const staff = staffAmong(identity.people)
  const office = staff.find(({ role }) => role === 'office')
  if (office !== undefined) {
    const entries = await hearEntries(deps, hearing, { staff: office, text })
    if (entries !== undefined) return entries
    const notice = await hearOfficeNotice(deps, hearing, { office, text })
    if (notice !== undefined) return notice
    const done = await hearDone(deps, hearing, { staff: office, text })
    if (done !== undefined) return done
    const wordy = await hearWordyAnswer(deps, hearing, { staff: office, text })
    if (wordy !== undefined) return wordy
    const dated = await hearDates({ ...deps, ...stores }, { schoolId: office.schoolId, language, text, now })
    if (dated !== undefined) return { route: 'office_dates', replies: [{ text: dated }] }
    const answered = await hearAnswer(deps, hearing, { staff: office, text })
    if (answered !== undefined) return answered
  }
  const wanted = staff.length === 0 ? undefined : guardianCodeRequest(text)
  if (wanted !== undefined) {
    const said = await hearCodeRequest({ ...deps, people: stores.people }, { staff: staff[0]!, language, rest: wanted, now })
    return { route: 'guardian_code', replies: [said] }
  }
  const alarm = await hearDanger(deps, hearing, text)
  if (alarm !== undefined && !mayBeReport(text)) return alarm
  for (const teacher of staff.filter(({ role }) => role === 'teacher')) {
    const speaker = await speakerOf(deps, hearing, teacher)
    const all = { ...deps, ...stores, announcedIn: announcedIn(stores.absences) }
    const corrected = await hearLateCorrection(all, speaker, text)
    if (corrected !== undefined) return { route: 'late_correction', replies: [...(alarm?.replies ?? []), corrected] }
    const reply = await hearTeacher(all, speaker, text)
    if (reply !== undefined) {
      const { pendingReport, text: said, choices } = reply
      const replies = [...(alarm?.replies ?? []), { text: said, choices }]
      return { route: 'checkin', replies, session: { pendingReport } }
    }
  }
  return alarm
}

/** A child in danger by a teacher's words: the office is alarmed before anything else is done with them. */
async function hearDanger(deps: RouteDeps, { turn, identity }: Hearing, text: string): Promise<Heard | undefined> {
  const teachers = staffAmong(identity.people).filter(({ role }) => role === 'teacher')
  if (teachers.length === 0 || !saysDanger(text)) return undefined
  let isTold = false
  for (const teacher of teachers)
    isTold ||= await alarmOffice({ ...deps, ...turn.stores }, { teacher, text, eventId: turn.message.eventId, now: turn.now })
  const key = isTold ? 'ladder.emergency_passed' : 'ladder.emergency_nobody'
  return { route: 'danger', replies: [{ text: deps.phrases.text(identity.language, key) }] }
}

/** A teacher as a check-in needs her: language, the hour, and why today is no school day. */
export async function speakerOf(deps: RouteDeps, { turn, identity }: Hearing, teacher: Person) {
  const closures = await turn.stores.calendar.closures(teacher.schoolId)
  const answer = isSchoolDay(schoolDayOf(turn.now), closures)
  return {
    teacher,
    language: identity.language,
    now: turn.now,
    dayOff: answer.kind === 'school_day' ? null : dayOffText(answer, deps.phrases, identity.language),
  }
}
