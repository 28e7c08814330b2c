import type { ClassReport } from './report.ts'

/** Whether two reports say the same of a class, the order of children and of the keys aside. */
export function isSameReport(one: ClassReport, other: ClassReport): boolean {
  return written(one) === written(other)
}

function written({ present, total, absent, illPresent, leftEarly, unnamedAbsent, ambiguous, unknownNames, error }: ClassReport) {
  const child = (of: { name: string; symptoms: readonly string[]; temperatureC: number | null }) => [
    of.name,
    of.symptoms.toSorted(),
    of.temperatureC,
  ]
  const byName = (children: readonly (readonly unknown[])[]) => children.map((one) => JSON.stringify(one)).sort()
  return JSON.stringify([
    [present, total, unnamedAbsent, error],
    byName(absent.map((one) => [...child(one), one.reason, one.excused])),
    byName(illPresent.map(child)),
    leftEarly.toSorted(),
    byName(ambiguous.map(({ mention, role, candidates }) => [mention, role, candidates])),
    unknownNames.toSorted(),
  ])
}
