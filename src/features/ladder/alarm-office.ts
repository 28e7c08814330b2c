import type { Phrases } from '../../core/phrases.ts'
import { mentionedClass } from '../checkin/which-class.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { Person } from '../people/person.ts'

const quotedLength = 500

/**
 * Shows the office what a teacher wrote of a child in danger, at once, with the class and her name. @param eventId makes it one alarm a
 * message @returns false when there is no office to reach
 */
export async function alarmOffice(
  { people, outbox, phrases }: { people: PeopleStore; outbox: Outbox; phrases: Phrases },
  { teacher, text, eventId, now }: { teacher: Person; text: string; eventId: string; now: Date },
): Promise<boolean> {
  const { schoolId } = teacher
  const classes = await people.classes(schoolId)
  const own = classes.filter(({ id }) => teacher.classIds.includes(id))
  const named = mentionedClass(text, classes)
  const codes = (named === undefined ? own : [named]).map(({ code }) => code).join(', ')
  const office = await people.recipients({ schoolId, role: 'office' }, { evenIfStopped: true })
  for (const { address, language, personId } of office) {
    const shown = phrases.text(language, 'ladder.emergency', {
      class: codes,
      teacher: teacher.name ?? phrases.text(language, 'office.sender_staff'),
      text: text.slice(0, quotedLength),
    })
    const key = `danger/${teacher.id}/${eventId}/${personId}`
    await outbox.add({ to: address, key, kind: 'alert', schoolId, text: shown }, now)
  }
  return office.length > 0
}
