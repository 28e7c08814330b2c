import type { SchoolDay } from '../../core/clock.ts'
import type { SchoolClass } from '../people/person.ts'
import { type AnnouncedChild, withAnnounced } from './announced.ts'
import type { Checkin, CheckinStore } from './checkin-store.ts'
import type { ClassReport, Roster } from './report.ts'

/** Reads a teacher's line; the checkin parser. */
export type ParseReport = (text: string, roster: Roster, previous?: ClassReport) => ClassReport

export type Recorded =
  | { kind: 'recorded'; checkin: Checkin; announced: readonly AnnouncedChild[]; isFirst: boolean }
  /** Chat, a question, a greeting: somebody else's to answer. */
  | { kind: 'not_a_report' }
  /** Counts that this class's list cannot carry: nothing is stored, the teacher is asked. */
  | { kind: 'impossible_counts'; report: ClassReport; enrolled: number }

/** Whom the families of a class announced for a day. */
export type AnnouncedIn = (one: SchoolClass, day: SchoolDay) => Promise<readonly AnnouncedChild[]>

type Deps = { checkins: CheckinStore; parse: ParseReport; announcedIn: AnnouncedIn }

/** Stores what a teacher typed for one class and day as the next, unconfirmed version, on top of what stands. */
export async function recordReport(
  { checkins, parse, announcedIn }: Deps,
  { one, day, text, personId, now }: { one: SchoolClass; day: SchoolDay; text: string; personId: string; now: Date },
): Promise<Recorded> {
  const standing = await checkins.standing({ schoolId: one.schoolId, classId: one.id, day })
  const typed = parse(text, rosterOf(one), standing?.report)
  if (typed.error === 'not-a-report') return { kind: 'not_a_report' }
  const announced = await announcedIn(one, day)
  const report = withAnnounced(typed, announced)
  const enrolled = one.children.length
  const { present, total } = report
  if (present === null || total === null || total !== enrolled || present > total)
    return { kind: 'impossible_counts', report, enrolled }
  return {
    kind: 'recorded',
    checkin: await checkins.add({ schoolId: one.schoolId, classId: one.id, day, report, text, personId, now }),
    announced,
    isFirst: standing === undefined,
  }
}

/**
 * Settles which child an ambiguous mention meant: the line is read again with the child's roster name in its place, so that whatever was
 * said of the child stays with it.
 */
export async function settleMention(
  { checkins, parse, announcedIn }: Deps,
  {
    checkin,
    one,
    candidate,
    personId,
    now,
  }: { checkin: Checkin; one: SchoolClass; candidate: number; personId: string; now: Date },
): Promise<Checkin | undefined> {
  const mention = checkin.report.ambiguous[0]
  const child = mention?.candidates[candidate]
  if (mention === undefined || child === undefined) return undefined
  const { text, before } = await checkins.source(checkin)
  const settled = text.replace(mention.mention, child)
  const typed = parse(settled, rosterOf(one), before)
  if (typed.error === 'not-a-report') return undefined
  const report = withAnnounced(typed, await announcedIn(one, checkin.day))
  return await checkins.add({ schoolId: one.schoolId, classId: one.id, day: checkin.day, report, text: settled, personId, now })
}

export function rosterOf(one: SchoolClass): Roster {
  return { class: one.name, children: one.children.map((child) => child.rosterName) }
}
