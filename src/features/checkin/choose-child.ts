import { schoolDayOf } from '../../core/clock.ts'
import type { SchoolClass } from '../people/person.ts'
import type { AnnouncedChild } from './announced.ts'
import { offerConfirm, readBackAll } from './offer-confirm.ts'
import type { ClassReport } from './report.ts'
import type { CheckinDeps, CheckinReply, Speaker } from './speaker.ts'
import { shortName } from './wording.ts'

/** What a teacher does with a child of whom the family said something after her report. */
export const childActs = ['away', 'stays', 'here', 'out', 'left'] as const
export type ChildAct = (typeof childActs)[number]

/**
 * A teacher settles what a family's notice and her report say differently. It is a version of the report like any line of hers, confirmed
 * when the one before it was. Undefined: there is no report, or the child is in none of her classes.
 */
export async function chooseChild(
  deps: CheckinDeps,
  speaker: Speaker,
  { act, childId }: { act: ChildAct; childId: string },
): Promise<CheckinReply | undefined> {
  const { people, checkins, phrases } = deps
  const { teacher, language, now } = speaker
  const own = await people.classes(teacher.schoolId, teacher.classIds)
  const one = own.find(({ children }) => children.some(({ id }) => id === childId))
  const child = one?.children.find(({ id }) => id === childId)
  if (one === undefined || child === undefined) return undefined
  const key = { schoolId: one.schoolId, classId: one.id, day: schoolDayOf(now) }
  const standing = (await checkins.standing(key)) && (await checkins.held(key))
  if (standing === undefined) return undefined
  const name = child.rosterName
  const announced = (await deps.announcedIn(one, key.day)).find((known) => known.name === name && known.kind === 'away')
  const report = changed(standing.report, { act, name, announced })
  if (report === standing.report) {
    if (act === 'stays') await tellFamily(deps, speaker, { one, name, childId })
    return { text: phrases.text(language, `checkin.child_${act}`, { child: shortName(name) }), editsTapped: true }
  }
  const text = phrases.text('vi', `checkin.child_${act}`, { child: shortName(name) })
  const keepsConfirmation = standing.confirmedAt !== null
  const checkin = await checkins.add({ ...key, report, text, personId: teacher.id, now, keepsConfirmation })
  const reported = [{ one, checkin }]
  if (!keepsConfirmation) return { ...offerConfirm(deps, speaker, reported), editsTapped: true }
  const undo = { label: phrases.text(language, 'checkin.undo'), value: `ci:undo:${checkin.id}:${checkin.version}` }
  const said = phrases.text(language, `checkin.child_${act}`, { child: shortName(name) })
  return { text: `${said}\n${readBackAll(deps, language, reported)}`, choices: [undo], editsTapped: true }
}

/** The same report when it says so already. */
function changed(
  report: ClassReport,
  { act, name, announced }: { act: ChildAct; name: string; announced: AnnouncedChild | undefined },
): ClassReport {
  const isAbsent = report.absent.some((child) => child.name === name)
  if (act === 'away' && !isAbsent) {
    const { reason = null, symptoms = [] } = announced ?? {}
    const excused = announced === undefined ? null : true
    const absent = [...report.absent, { name, reason, symptoms, temperatureC: null, excused }]
    const illPresent = report.illPresent.filter((child) => child.name !== name)
    const leftEarly = report.leftEarly.filter((left) => left !== name)
    // Somebody counted as away without a name has one now.
    const { unnamedAbsent, present } = report
    return unnamedAbsent > 0
      ? { ...report, absent, illPresent, leftEarly, unnamedAbsent: unnamedAbsent - 1 }
      : { ...report, absent, illPresent, leftEarly, present: (present ?? 1) - 1 }
  }
  if (act === 'here' && isAbsent)
    return { ...report, absent: report.absent.filter((child) => child.name !== name), present: (report.present ?? 0) + 1 }
  if (act === 'left' && !isAbsent && !report.leftEarly.includes(name))
    return { ...report, leftEarly: [...report.leftEarly, name] }
  return report
}

/** The family said the child stays away and the class has it: they are told at once. */
async function tellFamily(
  { people, outbox, phrases }: CheckinDeps,
  { teacher, now }: Speaker,
  { one, name, childId }: { one: SchoolClass; name: string; childId: string },
): Promise<void> {
  const { schoolId } = teacher
  const family = await people.recipients({ schoolId, role: 'guardian', childIds: [childId] }, { evenIfStopped: true })
  for (const { address, language, personId } of family) {
    const text = phrases.text(language, 'checkin.child_is_here', { child: shortName(name), class: one.code })
    const key = `here/${childId}/${now.toISOString()}/${personId}`
    await outbox.add({ to: address, key, kind: 'notice', schoolId, text }, now)
  }
}
