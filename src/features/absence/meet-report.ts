import { type SchoolDay, schoolDayOf } from '../../core/clock.ts'
import type { Choice } from '../../core/message.ts'
import type { Language, Phrases } from '../../core/phrases.ts'
import { type AnnouncedChild, withAnnounced } from '../checkin/announced.ts'
import type { CheckinStore } from '../checkin/checkin-store.ts'
import { isSameReport } from '../checkin/same-report.ts'
import { shortName } from '../checkin/wording.ts'
import type { NoticeMeaning } from './absence-store.ts'
import type { OwnChild } from './own-children.ts'

/**
 * How a notice meets a report that is already there.
 * - `filled`: the class has the child absent, and what the family said of it was missing: it stands in the report now
 * - `present`: the class has the child present: a proposed correction, the teacher decides
 * - `absent`: the notice was taken back and the class has the child absent: a proposed correction, too
 * - `early`: the child will be collected early: the teacher notes it when it has gone
 */
export type Meeting = 'filled' | 'present' | 'absent' | 'early'

type Said = {
  readonly child: OwnChild
  readonly meaning: Pick<NoticeMeaning, 'what' | 'days' | 'reason' | 'symptoms' | 'lateAt'>
  /** As the guardian typed it. */
  readonly text: string
  readonly isCancelled: boolean
  readonly now: Date
}

/** Holds a notice for today against the class's report. Who is away is never changed here; undefined: nothing meets. */
export async function meetReport(
  { checkins }: { readonly checkins: CheckinStore },
  { child, meaning, text, isCancelled, now }: Said,
): Promise<Meeting | undefined> {
  const day: SchoolDay = schoolDayOf(now)
  const key = { schoolId: child.schoolId, classId: child.classId, day }
  if (!meaning.days.includes(day) || meaning.what === 'late') return undefined
  // The row is held only where there is a report: a family is no reason to make one.
  const standing = (await checkins.standing(key)) && (await checkins.held(key))
  if (standing === undefined) return undefined
  const isAbsent = standing.report.absent.some(({ name }) => name === child.rosterName)
  if (meaning.what === 'early') return isAbsent || isCancelled ? undefined : 'early'
  if (isCancelled) return isAbsent ? 'absent' : undefined
  if (!isAbsent) return 'present'
  const { reason, symptoms, lateAt } = meaning
  const announced: AnnouncedChild = { name: child.rosterName, kind: 'away', reason, symptoms, lateAt }
  const report = withAnnounced(standing.report, [announced])
  if (isSameReport(report, standing.report)) return undefined
  const lineId = standing.lineId ?? undefined
  await checkins.add({ ...key, report, text, personId: child.personId, now, keepsConfirmation: true, lineId })
  return 'filled'
}

/** What the teacher reads of it under the notice. */
export function meetingWords(
  phrases: Phrases,
  language: Language,
  met: readonly { child: OwnChild; meeting: Meeting }[],
): string[] {
  return met.map(({ child, meeting }) =>
    phrases.text(language, `absence.meets_${meeting}`, { child: shortName(child.rosterName), class: child.classCode }),
  )
}

/** What the teacher may do about it. */
export function meetingChoices(
  phrases: Phrases,
  language: Language,
  met: readonly { child: OwnChild; meeting: Meeting }[],
): Choice[] {
  const choice = (key: 'mark_away' | 'mark_here' | 'mark_left' | 'still_away' | 'is_here', act: string, child: OwnChild) => ({
    label: phrases.text(language, `absence.${key}`, { child: shortName(child.rosterName) }),
    value: `ci:${act}:${child.id}`,
  })
  const offered: Record<Meeting, (child: OwnChild) => Choice[]> = {
    filled: () => [],
    present: (child) => [choice('mark_away', 'away', child), choice('is_here', 'stays', child)],
    absent: (child) => [choice('mark_here', 'here', child), choice('still_away', 'out', child)],
    early: (child) => [choice('mark_left', 'left', child)],
  }
  return met.flatMap(({ child, meeting }) => offered[meeting](child))
}
