import type { RecordedClass } from './record-report.ts'
import type { CheckinDeps, Speaker } from './speaker.ts'

/**
 * Tells the teacher whose report stood before that a colleague has reported the class anew, so that neither goes on believing hers stands.
 * @returns what the new reporter is told of it.
 */
export async function tellEarlierReporter(
  { people, outbox, phrases }: CheckinDeps,
  { teacher, language, now }: Speaker,
  { one, checkin, before }: RecordedClass,
): Promise<string[]> {
  if (before === undefined || before.reportedBy === teacher.id) return []
  const { schoolId } = one
  const earlier = await people.person(schoolId, before.reportedBy)
  // What a family said after a report is written in under the guardian: no colleague is to be told.
  if (earlier?.role !== 'teacher') return []
  const figures = (of: typeof checkin) => `${of.report.present}/${of.report.total}`
  const name = (person: typeof teacher, to: typeof language) => person.name ?? phrases.text(to, 'checkin.colleague')
  const teachers = await people.recipients(
    { schoolId, role: 'teacher', classIds: [one.id], day: checkin.day },
    { evenIfStopped: true },
  )
  for (const { address, language: theirs, personId } of teachers.filter((reader) => reader.personId === earlier.id)) {
    const text = phrases.text(theirs, 'checkin.replaced', {
      class: one.code,
      colleague: name(teacher, theirs),
      now: figures(checkin),
      before: figures(before),
    })
    const key = `replaced/${checkin.id}/${checkin.version}/${personId}`
    await outbox.add({ to: address, key, kind: 'notice', schoolId, text }, now)
  }
  return [phrases.text(language, 'checkin.replaces', { colleague: name(earlier, language), before: figures(before) })]
}
