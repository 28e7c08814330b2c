import type { SchoolDay } from '../../core/clock.ts'
import type { Ids } from '../../core/ids.ts'
import type { SchoolClass } from '../people/person.ts'
import { type AnnouncedChild, withAnnounced } from './announced.ts'
import type { Checkin, CheckinStore } from './checkin-store.ts'
import { type JointClass, joinReports, jointOf, splitReport } from './joint-class.ts'
import type { ClassReport, Roster } from './report.ts'
import { isSameReport } from './same-report.ts'

/** Reads a teacher's line; the checkin parser. */
export type ParseReport = (text: string, roster: Roster, previous?: ClassReport) => ClassReport

/** What a line made of one class's report. */
export interface RecordedClass {
  readonly one: SchoolClass
  readonly checkin: Checkin
  readonly announced: readonly AnnouncedChild[]
  /** What stood for the class before; undefined when this is its first report of the day. */
  readonly before: Checkin | undefined
}

export type Recorded =
  | { readonly kind: 'recorded'; readonly classes: readonly RecordedClass[] }
  /** Chat, a question, a greeting: somebody else's to answer. */
  | { readonly kind: 'not_a_report' }
  /** Counts that the class list cannot carry: nothing is stored, the teacher is asked. */
  | { readonly kind: 'impossible_counts'; readonly report: ClassReport; readonly joint: JointClass }
  /** An edit, or another teacher's line, that says what stands already. */
  | { readonly kind: 'same'; readonly classes: readonly { readonly one: SchoolClass; readonly checkin: Checkin }[] }

/** Whom the families of a class announced for a day. */
export type AnnouncedIn = (one: SchoolClass, day: SchoolDay) => Promise<readonly AnnouncedChild[]>

export type RecordDeps = { checkins: CheckinStore; parse: ParseReport; announcedIn: AnnouncedIn; ids: Pick<Ids, 'uuid'> }

/** A line and who typed it. */
export interface SaidLine {
  readonly text: string
  readonly personId: string
  readonly now: Date
  readonly messageId?: string
  /** It takes the place of the line whose reports stand: it is read on top of what stood before that. */
  readonly isEdit?: boolean
  /** Shared by everything one message reports. */
  readonly lineId?: string
}

/**
 * Stores what a teacher typed for one class, or for several that learn together, as the next, unconfirmed version of each, on top of what
 * stands. Classes are held in one order, so that two teachers who report them at once come one after the other.
 */
export async function recordReport(
  deps: RecordDeps,
  { classes, day, line }: { classes: readonly SchoolClass[]; day: SchoolDay; line: SaidLine },
): Promise<Recorded> {
  const { checkins, parse } = deps
  const joint = jointOf(classes)
  const keys = classes.map(({ id: classId, schoolId }) => ({ schoolId, classId, day }))
  const seen: (Checkin | undefined)[] = []
  for (const key of keys) seen.push(await checkins.standing(key))
  if (parse(line.text, rosterOf(joint.one), together(joint, await underOf(deps, seen, line))).error === 'not-a-report')
    return { kind: 'not_a_report' }
  const held = new Map<string, Checkin | undefined>()
  for (const key of keys.toSorted((one, other) => one.classId.localeCompare(other.classId)))
    held.set(key.classId, await checkins.held(key))
  const standing = classes.map(({ id }) => held.get(id))
  const typed = parse(line.text, rosterOf(joint.one), together(joint, await underOf(deps, standing, line)))
  if (typed.error === 'not-a-report') return { kind: 'not_a_report' }
  if (!isPossible(typed, joint)) return { kind: 'impossible_counts', report: typed, joint }
  const reports: ClassReport[] = []
  const announced: (readonly AnnouncedChild[])[] = []
  for (const [index, report] of splitReport(joint, typed).entries()) {
    const known = await deps.announcedIn(classes[index]!, day)
    announced.push(known)
    reports.push(withAnnounced(report, known))
  }
  if (saysNothingNew(reports, standing, line))
    return { kind: 'same', classes: classes.map((one, index) => ({ one, checkin: standing[index]! })) }
  const lineId = line.lineId ?? (line.isEdit ? standing[0]?.lineId : undefined) ?? deps.ids.uuid()
  const added = await addAll(deps, { classes, reports, day, line: { ...line, lineId } })
  return {
    kind: 'recorded',
    classes: added.map((checkin, index) => ({
      one: classes[index]!,
      checkin,
      announced: announced[index]!,
      before: standing[index],
    })),
  }
}

/**
 * Settles which child an ambiguous mention meant: the line is read again with the child's roster name in its place, so that whatever was
 * said of the child stays with it. Undefined when the mention is gone.
 */
export async function settleMention(
  deps: RecordDeps,
  {
    reported,
    candidate,
    personId,
    now,
  }: {
    /** The reports that the line made, the one with the mention first. */
    reported: readonly { readonly one: SchoolClass; readonly checkin: Checkin }[]
    candidate: number
    personId: string
    now: Date
  },
): Promise<Checkin[] | undefined> {
  const [first] = reported
  const mention = first?.checkin.report.ambiguous[0]
  const child = mention?.candidates[candidate]
  if (first === undefined || mention === undefined || child === undefined) return undefined
  const sources: { one: SchoolClass; text: string; before: ClassReport | undefined }[] = []
  for (const { one, checkin } of reported) sources.push({ one, ...(await deps.checkins.source(checkin)) })
  // A message of several parts keeps each part with its class: only this one's is read again.
  const own = sources.filter(({ text }) => text === sources[0]!.text)
  const classes = own.map(({ one }) => one)
  const text = sources[0]!.text.replace(mention.mention, () => child)
  const joint = jointOf(classes)
  const typed = deps.parse(
    text,
    rosterOf(joint.one),
    together(
      joint,
      own.map(({ before }) => before),
    ),
  )
  if (typed.error === 'not-a-report' || !isPossible(typed, joint)) return undefined
  const reports: ClassReport[] = []
  for (const [index, report] of splitReport(joint, typed).entries())
    reports.push(withAnnounced(report, await deps.announcedIn(classes[index]!, first.checkin.day)))
  const lineId = first.checkin.lineId ?? undefined
  return await addAll(deps, { classes, reports, day: first.checkin.day, line: { text, personId, now, lineId } })
}

async function addAll(
  { checkins }: RecordDeps,
  {
    classes,
    reports,
    day,
    line,
  }: { classes: readonly SchoolClass[]; reports: readonly ClassReport[]; day: SchoolDay; line: SaidLine },
): Promise<Checkin[]> {
  const { text, personId, now, messageId, lineId } = line
  const added: Checkin[] = []
  for (const [index, { id: classId, schoolId }] of classes.entries())
    added.push(await checkins.add({ schoolId, classId, day, report: reports[index]!, text, personId, now, lineId, messageId }))
  return added
}

/** What the line is read on top of: what stands, or for an edit what stood before the line it replaces. */
async function underOf(
  { checkins }: RecordDeps,
  standing: readonly (Checkin | undefined)[],
  { isEdit }: SaidLine,
): Promise<(ClassReport | undefined)[]> {
  const under: (ClassReport | undefined)[] = []
  for (const checkin of standing)
    under.push(isEdit && checkin !== undefined ? (await checkins.source(checkin)).before : checkin?.report)
  return under
}

function together(joint: JointClass, reports: readonly (ClassReport | undefined)[]): ClassReport | undefined {
  return allOf(reports) ? joinReports(joint, reports) : undefined
}

function allOf<T>(values: readonly (T | undefined)[]): values is readonly T[] {
  return values.every((value) => value !== undefined)
}

function isPossible({ present, total }: ClassReport, { one }: JointClass): boolean {
  return present !== null && total !== null && total === one.children.length && present <= total
}

/** A teacher who repeats herself is read back again; of another's same words, and of an edit that changes nothing, no version is made. */
function saysNothingNew(
  reports: readonly ClassReport[],
  standing: readonly (Checkin | undefined)[],
  { personId, isEdit }: SaidLine,
): boolean {
  return reports.every((report, index) => {
    const before = standing[index]
    return before !== undefined && (isEdit === true || before.reportedBy !== personId) && isSameReport(report, before.report)
  })
}

export function rosterOf(one: SchoolClass): Roster {
  return { class: one.name, children: one.children.map((child) => child.rosterName) }
}
