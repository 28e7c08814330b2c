import { intentOf } from '../../src/features/knowledge/intent.ts'
import { pack } from '../../src/features/knowledge/pack.ts'
import { rank } from '../../src/features/knowledge/rank.ts'
import { readMessage } from '../../src/features/knowledge/reading.ts'
import { defaultThreshold as threshold } from '../../src/features/knowledge/resolve.ts'
import { buildSearchIndex } from '../../src/features/knowledge/search-index.ts'
import { placeOfRight, type Question } from './ask-judge.ts'
import { plainLibrary } from './plain-library.ts'

const index = buildSearchIndex(pack)
const library = plainLibrary(pack)

/** What the ranking alone makes of a question: its entries, and how sure it is of the first; 0 when an intent takes the question. */
function ranked(text: string) {
  const reading = readMessage(text, index.speller)
  const candidates = rank({ ...reading.clauses[0]!, circumstances: reading.circumstances }, index, 10)
  const isForRanking = intentOf(reading) === undefined && reading.substance > 0
  return { entries: candidates.map(({ entry }) => entry), confidence: isForRanking ? (candidates[0]?.confidence ?? 0) : 0 }
}

/** Single questions: follow-ups lean on a turn before, and several in one message have no one entry. */
const isSingle = ({ thread, style }: Question): boolean => thread === undefined && style !== 'multi'

/** Prints, over single questions that one entry answers, how often the right entry is first and the mean of 1/place over the first ten. */
export function printRanking(questions: readonly Question[]): void {
  const answerable = questions.filter((question) => isSingle(question) && question.expect.kind === 'answer')
  console.log(`\nThe ranking alone, ${answerable.length} single questions that one entry answers   first   MRR@10`)
  const rows = [
    ['ours', (text: string) => ranked(text).entries],
    ['minisearch, tuned', library.tuned],
    ['minisearch, defaults', library.defaults],
  ] as const
  for (const [name, find] of rows) {
    const shares = answerable.map((question) => placeOfRight(question, find(question.text)))
    const first = shares.filter((share) => share === 1).length / shares.length
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
    console.log(`  ${name}`.padEnd(70), `${(100 * first).toFixed(1)} %`.padStart(7), mean.toFixed(3).padStart(8))
  }
}

/** Prints for each threshold: the share of answerable questions told, of those told the wrong ones, and unanswerable ones told. */
export function printCurve(questions: readonly Question[]): void {
  const single = questions.filter(isSingle).filter(({ expect }) => expect.kind === 'answer' || expect.kind === 'unknown')
  const tried = single.map((question) => {
    const { entries, confidence } = ranked(question.text)
    const isAnswerable = question.expect.kind === 'answer'
    return { isAnswerable, confidence, isRight: isAnswerable && placeOfRight(question, entries.slice(0, 1)) === 1 }
  })
  const answerable = tried.filter(({ isAnswerable }) => isAnswerable)
  const others = tried.filter(({ isAnswerable }) => !isAnswerable)
  console.log(`\nCoverage and risk of the ranking alone, by threshold (${answerable.length} answerable, ${others.length} not)`)
  console.log('  threshold   told   wrong of those told   told though not answerable')
  for (const limit of [0.4, 0.5, 0.6, threshold, 0.7, 0.75, 0.8, 0.9, 0.95]) {
    const told = answerable.filter(({ confidence }) => confidence >= limit)
    const toldOthers = others.filter(({ confidence }) => confidence >= limit)
    const cells = [
      share(told.length, answerable.length).padStart(9),
      share(told.filter(({ isRight }) => !isRight).length, told.length).padStart(15),
      share(toldOthers.length, others.length).padStart(22),
    ]
    console.log(`  ${limit.toFixed(2)}${limit === threshold ? ' *' : '  '}  `, cells.join(''))
  }
  console.log('  * in use')
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`
}
