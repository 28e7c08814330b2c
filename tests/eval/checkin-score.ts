import { parseCheckinLine } from '../../src/features/checkin/batch.ts'

/** A labelled check-in line. Fields left out of `expect` are not compared, except lists, which are then empty. */
export interface LabelledLine {
  readonly id: string
  readonly roster: { readonly class: string; readonly children: readonly string[] }
  readonly text: string
  readonly style: string
  /** `heldout` lines are for measuring only: nobody looks at how they fail. Left out: `dev`. */
  readonly set?: 'dev' | 'heldout'
  readonly previous?: unknown
  readonly expect: Expected
}

interface ExpectedChild {
  readonly name: string
  readonly reason?: string | null
  readonly symptoms: readonly string[]
  readonly temperature_c?: number | null
  readonly excused?: boolean | null
  readonly symptoms_optional?: readonly string[]
  readonly temperature_also_ok?: readonly (number | null)[]
  /** Only the name counts. */
  readonly lenient?: boolean
  /** May be left out. */
  readonly optional?: boolean
}

export interface Expected {
  readonly present: number | null
  readonly total: number | null
  readonly absent: readonly ExpectedChild[]
  readonly ill_present: readonly ExpectedChild[]
  readonly left_early?: readonly string[]
  readonly unnamed_absent?: number
  readonly ambiguous: readonly string[]
  readonly unknown_names?: readonly string[]
  readonly error: string | null
}

type Answer = Required<Omit<Expected, 'absent' | 'ill_present'>> & {
  readonly absent: readonly Required<ExpectedChild>[]
  readonly ill_present: readonly Required<ExpectedChild>[]
}

export interface Scored {
  readonly line: LabelledLine
  readonly answer: Answer
  readonly wrong: readonly string[]
  /** A child in the wrong place although no question would be asked. */
  readonly silentlyWrong: boolean
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().join('\n') === [...b].sort().join('\n')
}

function childProblems(field: string, expected: readonly ExpectedChild[], got: readonly Required<ExpectedChild>[]): string[] {
  const problems: string[] = []
  for (const child of expected) {
    const found = got.find(({ name }) => name === child.name)
    if (found === undefined) {
      if (!child.optional) problems.push(`${field}: missing`)
      continue
    }
    if (child.lenient) continue
    const optional = child.symptoms_optional ?? []
    const must = child.symptoms.filter((code) => !found.symptoms.includes(code) && !optional.includes(code))
    const extra = found.symptoms.filter((code) => !child.symptoms.includes(code) && !optional.includes(code))
    if (must.length + extra.length > 0) problems.push(`${field}: symptoms`)
    const temperatures = [child.temperature_c ?? null, ...(child.temperature_also_ok ?? [])]
    if (!temperatures.includes(found.temperature_c)) problems.push(`${field}: temperature`)
    if (field === 'absent' && (child.reason ?? null) !== found.reason) problems.push('reason')
    if (field === 'absent' && (child.excused ?? null) !== found.excused) problems.push('excused')
  }
  for (const child of got) if (!expected.some(({ name }) => name === child.name)) problems.push(`${field}: extra`)
  return problems
}

/** Parses one labelled line and says which fields differ. */
export function score(line: LabelledLine): Scored {
  const { expect, ...input } = line
  const answer = parseCheckinLine(JSON.stringify(input)) as Answer
  const wrong = [
    ...(answer.present === expect.present ? [] : ['present']),
    ...(answer.total === expect.total ? [] : ['total']),
    ...childProblems('absent', expect.absent, answer.absent),
    ...childProblems('ill_present', expect.ill_present, answer.ill_present),
    ...(sameSet(answer.left_early, expect.left_early ?? []) ? [] : ['left_early']),
    ...(expect.unnamed_absent === undefined || answer.unnamed_absent === expect.unnamed_absent ? [] : ['unnamed_absent']),
    ...(sameSet(answer.ambiguous, expect.ambiguous) ? [] : ['ambiguous']),
    ...(sameSet(answer.unknown_names, expect.unknown_names ?? []) ? [] : ['unknown_names']),
    ...(answer.error === expect.error ? [] : ['error']),
  ]
  const asks = answer.error !== null || answer.ambiguous.length > 0 || answer.unnamed_absent > 0
  return { line, answer, wrong, silentlyWrong: !asks && wrong.some((field) => /^absent: (missing|extra)$|^error$/.test(field)) }
}

/** Everything a report says as flat facts, to count hits and misses field by field. */
export function facts(report: Expected | Answer): Map<string, Set<string>> {
  const all = new Map<string, Set<string>>()
  const add = (field: string, fact: string) => all.set(field, (all.get(field) ?? new Set()).add(fact))
  add('counts', `${report.present}/${report.total}`)
  for (const child of report.absent) {
    add('absent', child.name)
    if (child.lenient) continue
    if (child.reason) add('reason', `${child.name} ${child.reason}`)
    if (child.excused !== null && child.excused !== undefined) add('excused', `${child.name} ${child.excused}`)
  }
  for (const child of report.ill_present) add('ill', child.name)
  for (const child of [...report.absent, ...report.ill_present]) {
    if (child.lenient) continue
    for (const code of child.symptoms) add('symptom', `${child.name} ${code}`)
    if (child.temperature_c) add('temperature', `${child.name} ${child.temperature_c}`)
  }
  for (const name of report.left_early ?? []) add('left early', name)
  for (const mention of report.ambiguous) add('ambiguous', mention)
  for (const mention of report.unknown_names ?? []) add('unknown', mention)
  if (report.error) add('error', report.error)
  return all
}
