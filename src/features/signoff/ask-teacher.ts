import { schoolDayOf } from '../../core/clock.ts'
import { shortName } from '../checkin/wording.ts'
import type { Family, SignoffDeps, SignoffReply } from './signoff-deps.ts'

/** A guardian would like a word of their child's day: the class's teachers read that once a day, and answer when they can. */
export async function askTeacher(deps: SignoffDeps, family: Family, childId: string): Promise<SignoffReply | undefined> {
  const { people, outbox, phrases } = deps
  const { identity, children, now } = family
  const child = children.find(({ id }) => id === childId)
  if (child === undefined) return undefined
  const { schoolId, classId, classCode, rosterName } = child
  const teachers = await people.recipients({ schoolId, role: 'teacher', classIds: [classId] }, { evenIfStopped: true })
  for (const { address, language, personId } of teachers) {
    const text = phrases.text(language, 'signoff.card_ask', { child: shortName(rosterName), class: classCode })
    const key = `day-asked/${childId}/${schoolDayOf(now)}/${personId}`
    await outbox.add({ to: address, key, kind: 'notice', schoolId, text }, now)
  }
  const said = teachers.length > 0 ? 'signoff.asked_teacher' : 'signoff.asked_nobody'
  return { text: phrases.text(identity.language, said, { child: shortName(rosterName) }), editsTapped: true }
}
