import { type SchoolDay, schoolDayOf, schoolTimeOf } from '../../core/clock.ts'
import type { Phrases } from '../../core/phrases.ts'
import type { CheckinStore } from '../checkin/checkin-store.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { PeopleStore } from '../people/people-store.ts'

type Deps = {
  readonly people: Pick<PeopleStore, 'classes' | 'recipients'>
  readonly checkins: Pick<CheckinStore, 'standing'>
  readonly outbox: Outbox
  readonly phrases: Phrases
}

export type Reminded =
  | { readonly kind: 'reminded'; readonly code: string; readonly teachers: number }
  /** Nobody of the class has linked a chat, or all asked for silence. */
  | { readonly kind: 'nobody'; readonly code: string }
  /** It has reported meanwhile. */
  | { readonly kind: 'reported'; readonly code: string; readonly day: SchoolDay }
  | { readonly kind: 'no_such_class' }

/** The office asks the teachers of one class for today's report, now; at most once a minute however often it is clicked. */
export async function remindClass(
  { people, checkins, outbox, phrases }: Deps,
  { schoolId, classId, now }: { schoolId: string; classId: string; now: Date },
): Promise<Reminded> {
  const [one] = await people.classes(schoolId, [classId])
  if (one === undefined) return { kind: 'no_such_class' }
  const { code } = one
  const day = schoolDayOf(now)
  if ((await checkins.standing({ schoolId, classId, day })) !== undefined) return { kind: 'reported', code, day }
  const teachers = await people.recipients({ schoolId, role: 'teacher', classIds: [classId], day })
  if (teachers.length === 0) return { kind: 'nobody', code }
  const count = one.children.length
  for (const { address, language, personId } of teachers) {
    const text = phrases.text(language, 'ladder.first', { classes: code, example: `${code} ${count}/${count}` })
    const key = `remind/${classId}/${day}/${schoolTimeOf(now)}/${personId}`
    await outbox.add({ to: address, key, kind: 'notice', schoolId, text }, now)
  }
  return { kind: 'reminded', code, teachers: teachers.length }
}
