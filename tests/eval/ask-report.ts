import { hasDiacritics } from '../../src/core/text.ts'
import type { Judged } from './ask-judge.ts'

/** Prints the verdicts per style and topic and the times; with `details`, every wrong one. */
export function printReport(name: string, judged: readonly Judged[], details: boolean): void {
  const right = judged.filter(({ verdict }) => verdict === 'right').length
  console.log(`\n=== ${name}: ${judged.length} questions, ${right} right (${percent(right, judged.length)})`)
  for (const key of ['style', 'topic'] as const) {
    console.log(`  per ${key}`.padEnd(22), 'right  wrong refused')
    for (const [group, members] of Map.groupBy(judged, ({ question }) => question[key]))
      console.log(`    ${group}`.padEnd(22), row(members))
  }
  const answerable = judged.filter(({ question }) => question.expect.kind === 'answer')
  const others = judged.filter(({ question }) => question.expect.kind === 'unknown')
  console.log(
    '  answerable'.padEnd(22),
    row(answerable),
    `   not answerable but answered: ${others.filter(({ given, verdict }) => given.kind === 'answer' && verdict === 'wrong').length} of ${others.length}`,
  )
  const times = judged.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b)
  console.log(`  ms: median ${at(times, 0.5)}, p99 ${at(times, 0.99)}`)
  if (!details) return
  for (const { question, given, verdict, why } of judged) {
    if (verdict === 'right') continue
    console.log(`\n  [${verdict}] ${question.id} ${question.style}/${question.topic}: ${question.text}`)
    console.log(
      `     ${why} | ${given.kind} ${given.confidence.toFixed(2)} ${given.entryIds.join(' ')} | ${given.text.slice(0, 160).replaceAll('\n', ' / ')}`,
    )
  }
}

/** Prints how the same kind of question fares with and without marks: of every answerable Vietnamese question, how many were answered right. */
export function printMarks(judged: readonly Judged[]): void {
  const vietnamese = judged.filter(({ question, given }) => question.expect.kind === 'answer' && given.language === 'vi')
  const marked = vietnamese.filter(({ question }) => hasDiacritics(question.text))
  const bare = vietnamese.filter(({ question }) => !hasDiacritics(question.text))
  const right = (members: readonly Judged[]): string =>
    `${percent(members.filter(({ verdict }) => verdict === 'right').length, members.length)} of ${members.length}`
  console.log(`\nAnswerable questions in Vietnamese: with marks ${right(marked)} right, without ${right(bare)}`)
}

function row(members: readonly Judged[]): string {
  const count = (verdict: Judged['verdict']): string =>
    String(members.filter((one) => one.verdict === verdict).length).padStart(6)
  return `${count('right')} ${count('wrong')} ${count('refused')}`
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`
}

function at(sorted: readonly number[], share: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2)
}
