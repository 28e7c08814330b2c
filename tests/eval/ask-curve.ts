import { answererOver, packSearchIndex } from '../../src/features/knowledge/answer.ts'
import { defaultThreshold } from '../../src/features/knowledge/resolve.ts'
import { judge, type Question } from './ask-judge.ts'
import { play } from './ask-play.ts'

const limits = [0.4, 0.5, 0.55, 0.6, 0.63, 0.66, 0.69, 0.72, 0.75, 0.8, 0.9]

/** Prints for each threshold what the whole answerer makes of all sets: coverage of the answerable questions against the risk of telling something wrong. */
export function printCurve(sets: readonly (readonly Question[])[]): void {
  const questions = sets.flat()
  const answerable = questions.filter(({ expect }) => expect.kind === 'answer')
  const others = questions.filter(({ expect }) => expect.kind === 'unknown')
  console.log(`\nCoverage and risk of the whole answerer, by threshold (${answerable.length} answerable, ${others.length} not)`)
  console.log('  threshold   told   wrong of those told   told though not answerable   right of all')
  for (const limit of [...new Set([...limits, defaultThreshold])].sort()) {
    const answer = answererOver(packSearchIndex(), limit)
    const judged = sets
      .flatMap((set) => play(set, answer))
      .map((played) => ({ ...played, ...judge(played.question, played.given, 0) }))
    const told = judged.filter(({ question, given }) => question.expect.kind === 'answer' && given.kind === 'answer')
    const toldOthers = judged.filter(
      ({ question, given, verdict }) => question.expect.kind === 'unknown' && given.kind === 'answer' && verdict === 'wrong',
    )
    const cells = [
      share(told.length, answerable.length).padStart(9),
      share(told.filter(({ verdict }) => verdict === 'wrong').length, told.length).padStart(15),
      share(toldOthers.length, others.length).padStart(24),
      share(judged.filter(({ verdict }) => verdict === 'right').length, judged.length).padStart(19),
    ]
    console.log(`  ${limit.toFixed(2)}${limit === defaultThreshold ? ' *' : '  '}  `, cells.join(''))
  }
  console.log('  * in use')
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`
}
