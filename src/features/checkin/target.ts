import type { SchoolDay } from '../../core/clock.ts'
import type { SchoolClass } from '../people/person.ts'
import type { CheckinStore } from './checkin-store.ts'
import { joinReports, jointOf } from './joint-class.ts'
import { type ParseReport, rosterOf } from './record-report.ts'
import type { ClassReport } from './report.ts'
import { mentionedClasses } from './which-class.ts'

/** Which classes a line is about. */
export type Target =
  | { readonly kind: 'classes'; readonly classes: readonly SchoolClass[] }
  /** Nobody can know: one of these must be chosen; classes that learn together stand as one. */
  | { readonly kind: 'which'; readonly units: readonly (readonly SchoolClass[])[] }
  /** It names a class that is not the teacher's. */
  | { readonly kind: 'not_hers'; readonly one: SchoolClass }

type Deps = { checkins: CheckinStore; parse: ParseReport }
interface Asked {
  readonly text: string
  readonly day: SchoolDay
  /** The classes the teacher may report today. */
  readonly own: readonly SchoolClass[]
  /** Every class of the school. */
  readonly all: readonly Omit<SchoolClass, 'children'>[]
  /** One of them with its children. */
  readonly classOf: (id: string) => Promise<SchoolClass | undefined>
  /** Classes that learn together today, by id, the receiving class first. */
  readonly groups: readonly (readonly string[])[]
}

/** Finds the classes of a line; undefined when the teacher has no class or the line is no report of any. */
export async function targetOf(deps: Deps, asked: Asked): Promise<Target | undefined> {
  const { text, all, own } = asked
  if (own.length === 0) return undefined
  const named = mentionedClasses(text, all)
  const mine = own.filter(({ id }) => named.some((one) => one.id === id))
  const isReport = async (classes: readonly SchoolClass[]) => (await read(deps, asked, classes)).error !== 'not-a-report'
  if (named.length > 0 && mine.length === 0) {
    const stranger = await asked.classOf(named[0]!.id)
    return stranger !== undefined && (await isReport([stranger])) ? { kind: 'not_hers', one: stranger } : undefined
  }
  const units = unitsOf(own, asked.groups)
  const meant = mine.length === 0 ? units : units.filter((unit) => unit.some((one) => mine.includes(one)))
  const [unit] = meant
  if (meant.length === 1) return await narrowed(deps, asked, { unit: unit!, named: mine })
  for (const candidate of meant) if (await isReport(candidate)) return { kind: 'which', units: meant }
  return undefined
}

/** A teacher's classes, those that learn together as one. */
export function unitsOf(
  classes: readonly SchoolClass[],
  groups: readonly (readonly string[])[],
): readonly (readonly SchoolClass[])[] {
  const joined = groups
    .map((group) => group.flatMap((id) => classes.find((one) => one.id === id) ?? []))
    .filter((unit) => unit.length > 1)
  return [...joined, ...classes.filter((one) => !joined.some((unit) => unit.includes(one))).map((one) => [one])]
}

/** Of classes that learn together a line may still be about one alone: the reading that fits a class list is the one meant. */
async function narrowed(
  deps: Deps,
  asked: Asked,
  { unit, named }: { unit: readonly SchoolClass[]; named: readonly SchoolClass[] },
): Promise<Target | undefined> {
  if (unit.length === 1) return { kind: 'classes', classes: unit }
  const alone = unit.map((one) => [one])
  const [only] = named
  const order = named.length === 1 ? [[only!], unit, ...alone] : [unit, ...alone]
  const readings = []
  for (const classes of order) readings.push({ classes, report: await read(deps, asked, classes) })
  const size = (classes: readonly SchoolClass[]) => classes.reduce((sum, { children }) => sum + children.length, 0)
  const fitting = readings.find(
    ({ classes, report }) => report.error === null && report.total === size(classes) && report.ambiguous.length === 0,
  )
  const found = fitting ?? readings.find(({ report }) => report.error !== 'not-a-report')
  return found && { kind: 'classes', classes: found.classes }
}

async function read({ checkins, parse }: Deps, { text, day }: Asked, classes: readonly SchoolClass[]): Promise<ClassReport> {
  const joint = jointOf(classes)
  const standing = []
  for (const { id: classId, schoolId } of classes) standing.push((await checkins.standing({ schoolId, classId, day }))?.report)
  const reports = standing.filter((report) => report !== undefined)
  return parse(text, rosterOf(joint.one), reports.length === classes.length ? joinReports(joint, reports) : undefined)
}
