import { instantOf, type SchoolDay, schoolDayOf, schoolTimeOf } from '../../core/clock.ts'
import type { OwnChild } from '../absence/own-children.ts'
import { dayWords } from '../absence/wording.ts'
import { isSchoolDay, nextSchoolDay } from '../calendar/school-day.ts'
import { shortName } from '../checkin/wording.ts'
import { isWithin } from '../hours/hours.ts'
import type { DropOff } from './drop-off.ts'
import type { Family, SignoffDeps, SignoffReply } from './signoff-deps.ts'
import type { DropOffNote } from './signoff-store.ts'
import { tellTeacher } from './tell-teacher.ts'

/** Keeps what a guardian said for the child's day, tells the teacher, and reads it back word for word. */
export async function leaveNote(
  deps: SignoffDeps,
  family: Family,
  { children, said, text }: { children: readonly OwnChild[]; said: Pick<DropOff, 'isMedicine' | 'day'>; text: string },
): Promise<SignoffReply> {
  const { phrases, signoffs, ids } = deps
  const { identity, now } = family
  const { language } = identity
  const { schoolId } = children[0]!
  const day = await dayMeant(deps, { schoolId, wanted: said.day, now })
  if (day === null) return { text: phrases.text(language, 'signoff.no_school') }
  const today = schoolDayOf(now)
  const isNow = day === today && !isWithin(now, (await deps.hours.of(schoolId)).quiet)
  const told = new Set<string>()
  const left: DropOffNote[] = []
  for (const child of children) {
    const { isMedicine } = said
    const kept = { id: ids.uuid(), schoolId: child.schoolId, childId: child.id, day, personId: child.personId, text, isMedicine }
    const note: DropOffNote = { ...kept, saidAt: now, toldAt: null, seenBy: null, seenAt: null }
    await signoffs.leave(note)
    left.push(note)
    told.add(isNow ? await tellTeacher(deps, note, now) : 'later')
  }
  const to = (['nobody', 'office', 'later', 'teacher'] as const).find((one) => told.has(one)) ?? 'nobody'
  const lines = [
    phrases.text(language, 'signoff.left', {
      child: children.map(({ rosterName }) => shortName(rosterName)).join(', '),
      when: dayWords({ phrases, language }, day, today),
      text: text.slice(0, 500),
    }),
    phrases.text(language, `signoff.told_${to}`, {
      classes: [...new Set(children.map(({ classCode }) => classCode))].join(', '),
    }),
    ...(said.isMedicine ? [phrases.text(language, 'signoff.medicine')] : []),
  ]
  return { text: lines.join('\n'), choices: [{ label: phrases.text(language, 'signoff.undo'), value: `so:undo:${left[0]!.id}` }] }
}

/** The day that was named, if it is a school day; else the day at hand while the children are there, else the next school day. */
async function dayMeant(
  { calendar, signoffs }: SignoffDeps,
  { schoolId, wanted, now }: { schoolId: string; wanted: SchoolDay | null; now: Date },
): Promise<SchoolDay | null> {
  const closures = await calendar.closures(schoolId)
  const today = schoolDayOf(now)
  const isOpen = (day: SchoolDay) => isSchoolDay(day, closures).kind === 'school_day'
  if (wanted !== null && wanted > today && isOpen(wanted)) return wanted
  const isThere = isOpen(today) && now < instantOf(today, await signoffs.pickupTime(schoolId))
  return isThere ? today : nextSchoolDay(today, closures)
}

/** A guardian takes their word back; the teacher who was told of it hears that, too. */
export async function takeNoteBack(deps: SignoffDeps, family: Family, id: string): Promise<SignoffReply | undefined> {
  const { signoffs, phrases } = deps
  const { identity, children, now } = family
  for (const { schoolId } of children) {
    const note = await signoffs.dropOff({ schoolId, id })
    const isOwn = children.some((child) => child.id === note?.childId && child.personId === note.personId)
    if (note === undefined || !isOwn) continue
    // One message about several children is one note each.
    const alike = (await signoffs.dropOffs(schoolId, note.day)).filter(
      ({ saidAt, text, childId }) =>
        saidAt.getTime() === note.saidAt.getTime() && text === note.text && children.some((child) => child.id === childId),
    )
    for (const one of alike) {
      await signoffs.withdrawDropOff(one, now)
      if (one.toldAt !== null) await tellTeacher(deps, one, now, { isTakenBack: true })
    }
    return { text: phrases.text(identity.language, 'signoff.taken_back', { time: schoolTimeOf(note.saidAt) }), editsTapped: true }
  }
  return undefined
}
