import type { SchoolDay } from '../../core/clock.ts'
import type { SchoolClass } from '../people/person.ts'
import type { Checkin, CheckinStore } from './checkin-store.ts'
import type { ClassReport, Roster } from './report.ts'

/** Reads a teacher's line; the checkin parser. */
export type ParseReport = (text: string, roster: Roster, previous?: ClassReport) => ClassReport

export type Recorded =
  | { kind: 'recorded'; checkin: Checkin }
  /** Chat, a question, a greeting: somebody else's to answer. */
  | { kind: 'not_a_report' }
  /** Counts that this class's list cannot carry: nothing is stored, the teacher is asked. */
  | { kind: 'impossible_counts'; report: ClassReport; enrolled: number }

type Deps = { checkins: CheckinStore; parse: ParseReport }

/** Stores what a teacher typed for one class and day as the next, unconfirmed version, on top of what stands. */
export async function recordReport(
  { checkins, parse }: Deps,
  { one, day, text, personId, now }: { one: SchoolClass; day: SchoolDay; text: string; personId: string; now: Date },
): Promise<Recorded> {
  const standing = await checkins.standing({ schoolId: one.schoolId, classId: one.id, day })
  const report = parse(text, rosterOf(one), standing?.report)
  if (report.error === 'not-a-report') return { kind: 'not_a_report' }
  const enrolled = one.children.length
  const { present, total } = report
  if (present === null || total === null || total !== enrolled || present > total)
    return { kind: 'impossible_counts', report, enrolled }
  return {
    kind: 'recorded',
    checkin: await checkins.add({ schoolId: one.schoolId, classId: one.id, day, report, text, personId, now }),
  }
}

/**
 * Settles which child an ambiguous mention meant: the line is read again with the child's roster name in its place, so that whatever was
 * said of the child stays with it.
 */
export async function settleMention(
  { checkins, parse }: Deps,
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
  const report = parse(settled, rosterOf(one), before)
  if (report.error === 'not-a-report') return undefined
  return await checkins.add({ schoolId: one.schoolId, classId: one.id, day: checkin.day, report, text: settled, personId, now })
}

export function rosterOf(one: SchoolClass): Roster {
  return { class: one.name, children: one.children.map((child) => child.rosterName) }
}
