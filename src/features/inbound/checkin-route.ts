import { schoolDayOf } from '../../core/clock.ts'
import { announcedIn } from '../absence/announced-in.ts'
import { classesOnDay, groupsOf } from '../arrangement/arrangement.ts'
import { closuresOf, isSchoolDay } from '../calendar/school-day.ts'
import { dayOffText } from '../calendar/wording.ts'
import { chooseReport } from '../checkin/choose-report.ts'
import { hearReport } from '../checkin/hear-report.ts'
import type { CheckinDeps, CheckinReply, Speaker } from '../checkin/speaker.ts'
import { type Person, staffAmong } from '../people/person.ts'
import type { Heard, Hearing, RouteDeps } from './hearing.ts'

/** A line of a teacher, new or edited, as a report of her class; undefined when it is none. */
export async function hearTeacherLine(
  deps: RouteDeps,
  hearing: Hearing,
  { speaker, text }: { speaker: Speaker; text: string },
): Promise<Heard | undefined> {
  const { content } = hearing.turn.message
  const messageId = content.kind === 'text' || content.kind === 'edit' ? content.messageId : undefined
  const reply = await hearReport(checkinDeps(deps, hearing), speaker, { text, messageId, isEdit: content.kind === 'edit' })
  return reply && heardOf('checkin', reply)
}

/** A teacher chose something under a check-in; undefined when nobody here is a teacher. @param value `ci:…` */
export async function hearCheckinChoice(
  deps: RouteDeps,
  hearing: Hearing,
  { value, tapped }: { value: string; tapped?: string },
): Promise<Heard | undefined> {
  const [teacher] = teachersOf(hearing)
  if (teacher === undefined) return undefined
  const speaker = await speakerOf(deps, hearing, teacher)
  const { pendingReport } = hearing.session
  return heardOf('checkin_choice', await chooseReport(checkinDeps(deps, hearing), speaker, { value, pendingReport }), tapped)
}

/** A photo or file of a teacher, as of a paper list: what to do instead. Undefined for anybody else and anything else. */
export async function hearPhoto(deps: RouteDeps, hearing: Hearing): Promise<Heard | undefined> {
  const { turn, identity } = hearing
  const { content } = turn.message
  const [teacher] = teachersOf(hearing)
  if (teacher === undefined || content.kind !== 'media' || !['photo', 'file'].includes(content.media)) return undefined
  const [one] = await turn.stores.people.classes(teacher.schoolId, teacher.classIds)
  if (one === undefined) return undefined
  const example = `${one.code} ${one.children.length}/${one.children.length}`
  const text = deps.phrases.text(identity.language, 'checkin.photo', { example })
  const choices = [{ label: deps.phrases.text(identity.language, 'form.open'), value: 'fm:open' }]
  return { route: 'photo', replies: [{ text, choices }] }
}

/** The teachers somebody is, one a school. */
export function teachersOf({ identity }: Hearing): Person[] {
  return staffAmong(identity.people).filter(({ role }) => role === 'teacher')
}

/** A teacher as a check-in needs her: the classes she may report today, and why one of them may have no school. */
export async function speakerOf(deps: RouteDeps, { turn, identity }: Hearing, teacher: Person): Promise<Speaker> {
  const day = schoolDayOf(turn.now)
  const { schoolId } = teacher
  const closures = await turn.stores.calendar.closures(schoolId)
  const arrangements = await turn.stores.arrangements.on(schoolId, day)
  // Somebody invited once for each of two classes is several persons, and any of them may be the one who stands in.
  const selves = identity.people.filter((person) => person.role === 'teacher' && person.schoolId === schoolId)
  const classIds = new Set(selves.flatMap(({ id }) => classesOnDay({ id, classIds: teacher.classIds }, arrangements)))
  const isSchoolOff = isSchoolDay(day, closures).kind !== 'school_day'
  return {
    teacher: { ...teacher, classIds: [...classIds] },
    language: identity.language,
    now: turn.now,
    groups: groupsOf(arrangements),
    dayOffOf(one) {
      const answer = isSchoolDay(day, closuresOf(one, closures))
      if (answer.kind === 'school_day') return null
      return { why: dayOffText(answer, deps.phrases, identity.language), isClassAlone: !isSchoolOff }
    },
  }
}

export function checkinDeps(deps: RouteDeps, { turn }: Hearing): CheckinDeps {
  return { ...deps, ...turn.stores, announcedIn: announcedIn(turn.stores.absences) }
}

function heardOf(route: string, { editsTapped, pendingReport, ...reply }: CheckinReply, tapped?: string): Heard {
  const edits = editsTapped && tapped !== undefined ? { edits: tapped } : {}
  return { route, replies: [{ ...reply, ...edits }], session: { pendingReport } }
}
