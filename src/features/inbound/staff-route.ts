import { hearDates } from '../calendar/hear-dates.ts'
import { alarmOffice } from '../ladder/alarm-office.ts'
import { mayBeReport, saysDanger } from '../ladder/danger.ts'
import { hearLateCorrection } from '../ladder/hear-late-correction.ts'
import { guardianCodeRequest } from '../people/guardian-code.ts'
import { hearCodeRequest } from '../people/link-conversation.ts'
import { staffAmong } from '../people/person.ts'
import { hearOfficeArrangement } from './arrangement-route.ts'
import { checkinDeps, hearTeacherLine, speakerOf, teachersOf } from './checkin-route.ts'
import { hearAnswer, hearEntries, hearWordyAnswer } from './entry-route.ts'
import { hearFigures } from './figures-route.ts'
import { hearFormAnswer } from './form-route.ts'
import { hearStaffGrowth } from './growth-route.ts'
import { hearDone } from './handoff-route.ts'
import type { Heard, Hearing, RouteDeps } from './hearing.ts'
import { hearOfficeImport } from './import-route.ts'
import { hearOfficeNotice } from './notice-route.ts'
import { hearStaffPickup, isOwnPickup } from './pickup-route.ts'
import { hearRecord } from './record-route.ts'
import { hearOfficeReminders } from './reminder-route.ts'
import { hearOfficeSettings } from './settings-route.ts'
import { hearTeacherNote } from './signoff-route.ts'

/** The work of office and teachers that is typed as a line; undefined when it is none of it. */
export async function hearStaff(deps: RouteDeps, hearing: Hearing, text: string): Promise<Heard | undefined> {
  const { turn, identity } = hearing
  const { stores, now } = turn
  const language = identity.language
  const staff = staffAmong(identity.people)
  const office = staff.find(({ role }) => role === 'office')
  const figures = await hearFigures(deps, hearing, text)
  if (figures !== undefined) return figures
  if (office !== undefined) {
    const entries = await hearEntries(deps, hearing, { staff: office, text })
    if (entries !== undefined) return entries
    const set = await hearOfficeSettings(deps, hearing, { office, text })
    if (set !== undefined) return set
    const reminded = await hearOfficeReminders(deps, hearing, { office, text })
    if (reminded !== undefined) return reminded
    const arranged = await hearOfficeArrangement(deps, hearing, { office, text })
    if (arranged !== undefined) return arranged
    const imported =
      hearing.session.pendingBroadcast === undefined ? await hearOfficeImport(deps, hearing, { office, text }) : undefined
    if (imported !== undefined) return imported
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
  const shown = (await hearStaffPickup(deps, hearing, text)) ?? (await hearRecord(deps, hearing, text))
  if (shown !== undefined) return shown
  const alarm = await hearDanger(deps, hearing, text)
  const formed = await hearFormAnswer(deps, hearing, text)
  if (formed !== undefined) return { ...formed, replies: [...(alarm?.replies ?? []), ...formed.replies] }
  const noted = await hearTeacherNote(deps, hearing, text)
  if (noted !== undefined && (alarm !== undefined || !noted.goesOn))
    return { ...noted.heard, replies: [...(alarm?.replies ?? []), ...noted.heard.replies] }
  if (alarm !== undefined && !mayBeReport(text)) return alarm
  // Who teaches here and has a child here speaks of their own child.
  if (await isOwnPickup(hearing, text)) return alarm
  const measured = await hearStaffGrowth(deps, hearing, text)
  if (measured !== undefined) return { ...measured, replies: [...(alarm?.replies ?? []), ...measured.replies] }
  for (const teacher of teachersOf(hearing)) {
    const speaker = await speakerOf(deps, hearing, teacher)
    const corrected = await hearLateCorrection(checkinDeps(deps, hearing), speaker, text)
    if (corrected !== undefined) return { route: 'late_correction', replies: [...(alarm?.replies ?? []), corrected] }
    const reported = await hearTeacherLine(deps, hearing, { speaker, text })
    if (reported !== undefined)
      return {
        ...reported,
        replies: [
          ...(alarm ?? noted?.heard ?? { replies: [] }).replies.map(({ text: said }) => ({ text: said })),
          ...reported.replies,
        ],
      }
  }
  return alarm ?? noted?.heard
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
