import { readdirSync, readFileSync } from 'node:fs'
import { facts, type LabelledLine, type Scored, score } from './checkin-score.ts'

const ownLines = new URL('../features/checkin/lines/', import.meta.url)

type Roster = LabelledLine['roster']
type StoredLine = Omit<LabelledLine, 'roster'> & { readonly roster: Roster | string }

/** A labelled line with the file it stands in. */
export type FiledLine = LabelledLine & { readonly file: string }

/** The labelled lines of one file, or of the development set; a roster given by name stands in `rosters.json`. */
export function labelledLines(file?: string): FiledLine[] {
  const rosters = JSON.parse(readFileSync(new URL('rosters.json', ownLines), 'utf8')) as Record<string, Roster>
  const files = file
    ? [file]
    : readdirSync(ownLines)
        .filter((name) => name.endsWith('.jsonl'))
        .map((name) => new URL(name, ownLines))
  return files.flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .filter((text) => text.trim() !== '')
      .map((text) => JSON.parse(text) as StoredLine)
      .map((line) => ({
        ...line,
        roster: typeof line.roster === 'string' ? rosters[line.roster]! : line.roster,
        file: `${path}`.split('/').at(-1)!,
      })),
  )
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '   –  ' : `${((100 * part) / whole).toFixed(1).padStart(5)}%`
}

function printExact(scored: readonly Scored[]) {
  const styles = [...new Set(scored.map(({ line }) => line.style))].sort()
  for (const style of [...styles, 'all']) {
    const some = scored.filter(({ line }) => style === 'all' || line.style === style)
    console.log(
      `  ${style.padEnd(16)} ${percent(some.filter(({ wrong }) => wrong.length === 0).length, some.length)}  of ${some.length}`,
    )
  }
}

/** By file. */
function printFiles(scored: readonly Scored[]) {
  const fileOf = ({ line }: Scored) => (line as FiledLine).file
  for (const file of new Set(scored.map(fileOf))) {
    const some = scored.filter((one) => fileOf(one) === file)
    console.log(
      `  ${file.padEnd(28)} ${percent(some.filter(({ wrong }) => wrong.length === 0).length, some.length)}  of ${some.length}`,
    )
  }
  if (scored.some((one) => fileOf(one).startsWith('other-writer')))
    console.log("  (other-writer*: an independent writer's lines, measured fresh once; development data since, not held out)")
  if (scored.some((one) => fileOf(one).startsWith('causes')))
    console.log('  (causes*: variants and near misses of known causes of error; tuned on, not held out)')
}

function printFields(scored: readonly Scored[]) {
  const sums = new Map<string, { hits: number; said: number; meant: number }>()
  for (const { line, answer } of scored) {
    const said = facts(answer)
    const meant = facts(line.expect)
    for (const field of new Set([...said.keys(), ...meant.keys()])) {
      const sum = sums.get(field) ?? { hits: 0, said: 0, meant: 0 }
      sum.hits += [...(said.get(field) ?? [])].filter((fact) => meant.get(field)?.has(fact)).length
      sum.said += said.get(field)?.size ?? 0
      sum.meant += meant.get(field)?.size ?? 0
      sums.set(field, sum)
    }
  }
  for (const [field, { hits, said, meant }] of sums)
    console.log(`  ${field.padEnd(16)} precision ${percent(hits, said)}  recall ${percent(hits, meant)}  (${meant})`)
}

function main() {
  const [file, detail] = process.argv.slice(2)
  const lines = labelledLines(file === '--all' ? undefined : file)
  const times: number[] = []
  const all = lines.map((line) => {
    const started = performance.now()
    const scored = score(line)
    times.push(performance.now() - started)
    return scored
  })
  const median = times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
  for (const set of [...new Set(lines.map((line) => line.set ?? 'dev'))]) {
    const scored = all.filter(({ line }) => (line.set ?? 'dev') === set)
    console.log(`\n${set}: whole line right, by style`)
    printExact(scored)
    console.log(`${set}: by field`)
    printFields(scored)
    const chat = scored.filter(({ line }) => line.expect.error === 'not-a-report')
    console.log(
      `${set}: chit-chat taken for a report ${chat.filter(({ answer }) => answer.error !== 'not-a-report').length} of ${chat.length}`,
    )
    printFiles(scored)
    console.log(
      `${set}: wrong without a question ${scored.filter(({ silentlyWrong }) => silentlyWrong).length} of ${scored.length}`,
    )
  }
  console.log(`\n${median.toFixed(2)} ms a line in the median`)
  const failing = all.filter(({ wrong, line }) => wrong.length > 0 && (detail === undefined || (line.set ?? 'dev') === detail))
  for (const { line, answer, wrong } of failing.sort((a, b) => b.wrong.length - a.wrong.length).slice(0, 60)) {
    console.log(
      `\n${line.id} (${line.set ?? 'dev'}, ${line.style}) ${line.roster.class}: ${JSON.stringify(line.text)}\n  wrong: ${wrong.join(', ')}`,
    )
    const { id: _, ...shown } = answer as typeof answer & { id: string }
    console.log(`  got    ${JSON.stringify(shown)}\n  expect ${JSON.stringify(line.expect)}`)
  }
}

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].split('/').slice(-2).join('/'))) main()
