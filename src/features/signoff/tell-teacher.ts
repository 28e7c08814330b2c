import { schoolDayOf } from '../../core/clock.ts'
import { dayWords } from '../absence/wording.ts'
import { shortName } from '../checkin/wording.ts'
import { findChild, type SignoffDeps } from './signoff-deps.ts'
import type { DropOffNote } from './signoff-store.ts'

type Deps = Omit<SignoffDeps, 'ids' | 'checkins' | 'calendar' | 'hours'>

/** Shows a guardian's word to the class's teachers, as typed, to be confirmed by one tap; to the office where no teacher can be reached. */
export async function tellTeacher(
  { people, signoffs, outbox, offers, phrases }: Deps,
  note: DropOffNote,
  now: Date,
  { isTakenBack = false } = {},
): Promise<'teacher' | 'office' | 'nobody'> {
  const { schoolId, day, id } = note
  const known = findChild(await people.classes(schoolId), note.childId)
  if (known === undefined) return 'nobody'
  const { one, child } = known
  const teachers = await people.recipients({ schoolId, role: 'teacher', classIds: [one.id] }, { evenIfStopped: true })
  const readers = teachers.length > 0 ? teachers : await people.recipients({ schoolId, role: 'office' }, { evenIfStopped: true })
  await signoffs.markTold(note, now)
  for (const { address, language, personId } of readers) {
    const text = phrases.text(language, isTakenBack ? 'signoff.card_taken_back' : 'signoff.card', {
      child: shortName(child.rosterName),
      class: one.code,
      when: dayWords({ phrases, language }, day, schoolDayOf(now)),
      text: note.text.slice(0, 500),
      medicine: note.isMedicine ? 'yes' : 'no',
    })
    const key = `drop-off/${id}/${isTakenBack ? 'back' : 'card'}/${personId}`
    const base = { to: address, key, kind: 'notice', schoolId, text } as const
    if (isTakenBack) await outbox.add(base, now)
    else {
      const label = phrases.text(language, 'signoff.seen', { child: shortName(child.rosterName) })
      const choices = [{ label, value: `so:seen:${id}` }]
      await outbox.add({ ...base, choices, firstNumber: await offers.add(address, choices, now) }, now)
    }
  }
  return teachers.length > 0 ? 'teacher' : readers.length > 0 ? 'office' : 'nobody'
}
