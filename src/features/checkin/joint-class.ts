import type { SchoolClass } from '../people/person.ts'
import type { ClassReport } from './report.ts'

/** Classes that one line is about, as one class with all their children. */
export interface JointClass {
  /** What the line is read against; of a single class the class itself. */
  readonly one: SchoolClass
  /** The class that receives the others comes first. */
  readonly parts: readonly SchoolClass[]
}

/** Takes classes together. Children of the same name are told apart by their class's code. */
export function jointOf(parts: readonly SchoolClass[]): JointClass {
  const [first] = parts
  if (first === undefined) throw new Error('a joint class has at least one class')
  if (parts.length === 1) return { one: first, parts }
  const children = parts.flatMap((part) =>
    part.children.map(({ id, rosterName }) => ({ id, rosterName: nameIn(parts, part, rosterName) })),
  )
  const one = {
    ...first,
    code: parts.map(({ code }) => code).join(' + '),
    name: parts.map(({ name }) => name).join(' + '),
    children,
  }
  return { one, parts }
}

/** Several classes' reports as one. */
export function joinReports({ parts }: JointClass, reports: readonly ClassReport[]): ClassReport {
  const renamed = reports.map((report, index) => withNames(report, (name) => nameIn(parts, parts[index]!, name)))
  const [first] = renamed
  if (renamed.length === 1) return first!
  const sum = (of: (report: ClassReport) => number | null) => renamed.reduce((total, report) => total + (of(report) ?? 0), 0)
  return {
    present: sum(({ present }) => present),
    total: sum(({ total }) => total),
    absent: renamed.flatMap(({ absent }) => absent),
    illPresent: renamed.flatMap(({ illPresent }) => illPresent),
    leftEarly: renamed.flatMap(({ leftEarly }) => leftEarly),
    unnamedAbsent: sum(({ unnamedAbsent }) => unnamedAbsent),
    ambiguous: renamed.flatMap(({ ambiguous }) => ambiguous),
    unknownNames: renamed.flatMap(({ unknownNames }) => unknownNames),
    error: renamed.find(({ error }) => error !== null)?.error ?? null,
  }
}

/** Each class's own report. What cannot be told to a class yet (nobody named, a doubtful mention) stands with the first, so that sums hold. */
export function splitReport({ parts }: JointClass, report: ClassReport): ClassReport[] {
  if (parts.length === 1) return [report]
  const away = (report.total ?? 0) - (report.present ?? 0)
  const reports = parts.map((part) => {
    const own = new Map(part.children.map(({ rosterName }) => [nameIn(parts, part, rosterName), rosterName]))
    const mine = <T extends { readonly name: string }>(children: readonly T[]) =>
      children.flatMap((child) => (own.has(child.name) ? [{ ...child, name: own.get(child.name)! }] : []))
    const absent = mine(report.absent)
    const size = part.children.length
    return {
      present: size - absent.length,
      total: size,
      absent,
      illPresent: mine(report.illPresent),
      leftEarly: report.leftEarly.flatMap((name) => own.get(name) ?? []),
      unnamedAbsent: 0,
      ambiguous: [],
      unknownNames: [],
      error: null,
    }
  })
  const [host, ...others] = reports
  const { unnamedAbsent, ambiguous, unknownNames, error } = report
  const present = host!.present - (away - report.absent.length)
  return [{ ...host!, present, unnamedAbsent, ambiguous, unknownNames, error }, ...others]
}

function nameIn(parts: readonly SchoolClass[], part: SchoolClass, rosterName: string): string {
  const isShared = parts.some((other) => other.id !== part.id && other.children.some((child) => child.rosterName === rosterName))
  return isShared ? `${rosterName.replace(/\s*\(.*/, '')} (${part.code})` : rosterName
}

function withNames(report: ClassReport, named: (name: string) => string): ClassReport {
  return {
    ...report,
    absent: report.absent.map((child) => ({ ...child, name: named(child.name) })),
    illPresent: report.illPresent.map((child) => ({ ...child, name: named(child.name) })),
    leftEarly: report.leftEarly.map(named),
    ambiguous: report.ambiguous.map((mention) => ({ ...mention, candidates: mention.candidates.map(named) })),
  }
}
