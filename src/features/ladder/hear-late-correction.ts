import { schoolDayOf, writtenDay } from '../../core/clock.ts'
import type { Choice } from '../../core/message.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import { withAnnounced } from '../checkin/announced.ts'
import type { CheckinStore } from '../checkin/checkin-store.ts'
import { type LateCorrection, readLateCorrection } from '../checkin/late-correction.ts'
import { type AnnouncedIn, type ParseReport, rosterOf } from '../checkin/record-report.ts'
import type { ClassReport } from '../checkin/report.ts'
import { mentionedClass } from '../checkin/which-class.ts'
import { readBack } from '../checkin/wording.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { PeopleStore } from '../people/people-store.ts'
import type { Person, SchoolClass } from '../people/person.ts'

type Deps = {
  readonly checkins: CheckinStore
  readonly people: PeopleStore
  readonly outbox: Outbox
  readonly phrases: Phrases
  readonly parse: ParseReport
  readonly announcedIn: AnnouncedIn
}
type Speaker = { readonly teacher: Person; readonly language: Language; readonly now: Date }

/**
 * A teacher corrects a day gone by. It needs a reason, becomes a version of its own beside the earlier ones, and the office reads a marked
 * revision with who, what and why. Undefined: the message is nothing of the kind.
 */
export async function hearLateCorrection(
  deps: Deps,
  speaker: Speaker,
  text: string,
): Promise<{ text: string; choices?: readonly Choice[] } | undefined> {
  const { checkins, people, phrases, parse } = deps
  const { teacher, language, now } = speaker
  const asked = readLateCorrection(text, schoolDayOf(now))
  if (asked === undefined) return undefined
  const own = (await people.classes(teacher.schoolId)).filter(({ id }) => teacher.classIds.includes(id))
  const one = mentionedClass(asked.change, own) ?? (own.length === 1 ? own[0] : undefined)
  const day = writtenDay(asked.day).slice(0, 5)
  const say = (key: 'correction_class' | 'correction_none' | 'correction_reason' | 'correction_unclear') => ({
    text: phrases.text(language, `ladder.${key}`, { day, class: one?.code ?? '' }),
  })
  if (one === undefined) return own.length === 0 ? undefined : say('correction_class')
  const standing = await checkins.standing({ schoolId: one.schoolId, classId: one.id, day: asked.day })
  if (standing === undefined) return say('correction_none')
  if (asked.reason === null) return say('correction_reason')
  const read = parse(`nhầm, ${asked.change}`, rosterOf(one), standing.report)
  const report = read.error === null ? withAnnounced(read, await deps.announcedIn(one, asked.day)) : read
  if (report.error !== null || report.ambiguous.length > 0 || report.total !== one.children.length)
    return say('correction_unclear')
  const { reason } = asked
  const corrected = await checkins.add({
    schoolId: one.schoolId,
    classId: one.id,
    day: asked.day,
    report,
    text,
    personId: teacher.id,
    now,
    reason,
  })
  await tellOffice(deps, speaker, {
    one,
    asked,
    reason,
    before: standing.report,
    report,
    key: `${corrected.id}/${corrected.version}`,
  })
  const ref = `${corrected.id}:${corrected.version}`
  return {
    text: `${readBack({ phrases, language }, { one, day: asked.day, report })}\n${phrases.text(language, 'ladder.correction_noted', { reason })}`,
    // No undo: the office has read it. Another line with its reason mends it as openly.
    choices: [{ label: phrases.text(language, 'checkin.confirm'), value: `ci:ok:${ref}` }],
  }
}

async function tellOffice(
  { people, outbox, phrases }: Deps,
  { teacher, now }: Speaker,
  {
    one,
    asked,
    reason,
    before,
    report,
    key,
  }: { one: SchoolClass; asked: LateCorrection; reason: string; before: ClassReport; report: ClassReport; key: string },
): Promise<void> {
  const { schoolId } = teacher
  for (const { address, language, personId } of await people.recipients({ schoolId, role: 'office' }, { evenIfStopped: true })) {
    const text = phrases.text(language, 'ladder.correction_revision', {
      day: writtenDay(asked.day).slice(0, 5),
      class: one.code,
      before: `${before.present}/${before.total}`,
      now: `${report.present}/${report.total}`,
      change: asked.change,
      reason,
      teacher: teacher.name ?? phrases.text(language, 'office.sender_staff'),
    })
    await outbox.add({ to: address, key: `correction/${key}/${personId}`, kind: 'notice', schoolId, text }, now)
  }
}
