import { schoolDayOf, schoolTimeOf } from '../../core/clock.ts'
import { closuresOf } from '../calendar/school-day.ts'
import { shortName } from '../checkin/wording.ts'
import type { AnnouncedAbsence, StoredNotice } from './absence-store.ts'
import type { AbsenceCancelled, AbsenceNotice, ParsedAbsence } from './notice.ts'
import { type OwnChild, ownChildren } from './own-children.ts'
import { parseAbsence } from './parse-absence.ts'
import { type AbsenceDeps, type AbsenceReply, drop, type Guardian, record } from './record-notice.ts'
import { listWords } from './wording.ts'

/** A message of a guardian, read as a notice. */
export interface HeardNotice {
  readonly parsed: ParsedAbsence
  readonly children: readonly OwnChild[]
}

/** From then on "nghỉ" without a day is about the next school day. School clock. */
const dayOver = '16:30'

/** Reads what a guardian wrote; undefined when nobody here is a guardian. */
export async function readNotice(
  { people, calendar }: Pick<AbsenceDeps, 'people' | 'calendar'>,
  { identity, now }: Guardian,
  text: string,
): Promise<HeardNotice | undefined> {
  const children = await ownChildren(people, identity)
  const [first] = children
  if (first === undefined) return undefined
  const all = await calendar.closures(first.schoolId)
  const [own, ...others] = await people.classes(first.schoolId, [...new Set(children.map(({ classId }) => classId))])
  // With children in one class it is that class's days that count.
  const closures = own === undefined || others.length > 0 ? all : closuresOf(own, all)
  const names = children.map(({ rosterName }) => rosterName)
  const isOver = schoolTimeOf(now) >= dayOver
  return { parsed: parseAbsence(text, { today: schoolDayOf(now), closures, children: names, isOver }), children }
}

/** Takes a notice: records it and reads it back, or asks which child it is for. */
export async function takeNotice(
  deps: AbsenceDeps,
  guardian: Guardian,
  { parsed, children, text }: { parsed: AbsenceNotice; children: readonly OwnChild[]; text: string },
): Promise<AbsenceReply> {
  const { phrases } = deps
  const { identity, now } = guardian
  const { language } = identity
  const { whose, what, days, daysOff, openEnded, reason, symptoms, lateAt } = parsed
  const today = schoolDayOf(now)
  if (days.length === 0)
    return { text: phrases.text(language, 'absence.only_days_off', { days: listWords({ phrases, language }, daysOff, today) }) }
  const meant = (whose.kind === 'known' ? whose.children : whose.candidates).map((index) => children[index]!)
  const { schoolId, personId } = meant[0]!
  const candidates = meant.map(({ id }) => id)
  const meaning = { what, days, daysOff, openEnded, reason, symptoms, lateAt, candidates }
  const notice: StoredNotice = { id: deps.ids.uuid(), schoolId, personId, text, meaning }
  await deps.absences.note(notice, now)
  if (whose.kind === 'known') return await record(deps, guardian, { notice, children: meant })
  const choice = (label: string, pick: string | number) => ({ label, value: `ab:who:${notice.id}:${pick}` })
  const choices = meant.map(({ rosterName }, index) => choice(shortName(rosterName), index))
  if (meant.length > 1) choices.push(choice(phrases.text(language, 'absence.all_children', { count: meant.length }), 'all'))
  if (whose.mention !== null) choices.push(choice(phrases.text(language, 'absence.no_child'), 'none'))
  const asked =
    whose.mention === null
      ? phrases.text(language, 'absence.which_child')
      : phrases.text(language, 'absence.which_named', { mention: whose.mention })
  return { text: asked, choices }
}

/** A guardian takes notices back in words; undefined when nothing stands that could be meant. */
export async function takeBack(
  deps: AbsenceDeps,
  guardian: Guardian,
  { parsed, children }: { parsed: AbsenceCancelled; children: readonly OwnChild[] },
): Promise<AbsenceReply | undefined> {
  const meant = (parsed.whose.kind === 'known' ? parsed.whose.children : parsed.whose.candidates).map((index) => children[index]!)
  const standing = (await standingOf(deps, guardian, meant)).filter(
    ({ day }) => parsed.days === null || parsed.days.includes(day),
  )
  const concerned = meant.filter(({ id }) => standing.some(({ childId }) => childId === id))
  if (concerned.length === 0) return undefined
  if (parsed.whose.kind === 'known' || concerned.length === 1)
    return await drop(deps, guardian, { absences: standing, children: concerned })
  const choices = concerned.map(({ id, rosterName }) => ({ label: shortName(rosterName), value: `ab:drop:${id}` }))
  const all = deps.phrases.text(guardian.identity.language, 'absence.all_children', { count: concerned.length })
  return {
    text: deps.phrases.text(guardian.identity.language, 'absence.which_back'),
    choices: [...choices, { label: all, value: 'ab:drop:all' }],
  }
}

/** A guardian chose something that a notice offered; undefined when the choice is gone. @param value what it carried, `ab:…`. */
export async function chooseAbsence(deps: AbsenceDeps, guardian: Guardian, value: string): Promise<AbsenceReply | undefined> {
  const [, act, id = '', pick = ''] = value.split(':')
  const children = await ownChildren(deps.people, guardian.identity)
  if (act === 'drop') {
    const meant = children.filter((child) => id === 'all' || child.id === id)
    const absences = await standingOf(deps, guardian, meant)
    const concerned = meant.filter((child) => absences.some(({ childId }) => childId === child.id))
    return concerned.length === 0 ? undefined : await drop(deps, guardian, { absences, children: concerned })
  }
  const notice = await ownNotice(deps, children, id)
  if (notice === undefined) return undefined
  if (act === 'undo') {
    const absences = (await standingOf(deps, guardian, children)).filter(({ noticeId }) => noticeId === notice.id)
    const concerned = children.filter((child) => absences.some(({ childId }) => childId === child.id))
    return concerned.length === 0 ? undefined : await drop(deps, guardian, { absences, children: concerned })
  }
  if (act !== 'who') return undefined
  if (pick === 'none') return { text: deps.phrases.text(guardian.identity.language, 'absence.not_taken'), editsTapped: true }
  const candidates = notice.meaning.candidates
  const meant = children.filter((child) =>
    pick === 'all' ? candidates.includes(child.id) : candidates[Number(pick)] === child.id,
  )
  return meant.length === 0 ? undefined : { ...(await record(deps, guardian, { notice, children: meant })), editsTapped: true }
}

async function ownNotice(
  { absences }: AbsenceDeps,
  children: readonly OwnChild[],
  id: string,
): Promise<StoredNotice | undefined> {
  for (const schoolId of new Set(children.map((child) => child.schoolId))) {
    const notice = await absences.notice({ schoolId, id })
    if (notice !== undefined && children.some(({ personId }) => personId === notice.personId)) return notice
  }
  return undefined
}

async function standingOf(
  { absences }: AbsenceDeps,
  { now }: Guardian,
  children: readonly OwnChild[],
): Promise<AnnouncedAbsence[]> {
  const standing: AnnouncedAbsence[] = []
  for (const [schoolId, own] of Map.groupBy(children, (child) => child.schoolId))
    standing.push(
      ...(await absences.upcoming(
        schoolId,
        own.map(({ id }) => id),
        schoolDayOf(now),
      )),
    )
  return standing
}
