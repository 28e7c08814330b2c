import { pack } from '../../src/features/knowledge/pack.ts'
import { rank } from '../../src/features/knowledge/rank.ts'
import { readMessage } from '../../src/features/knowledge/reading.ts'
import { buildSearchIndex } from '../../src/features/knowledge/search-index.ts'
import { placeOfRight, type Question } from './ask-judge.ts'
import { plainLibrary } from './plain-library.ts'

const index = buildSearchIndex(pack)
const library = plainLibrary(pack)

/** What the ranking alone finds for a question, best first. */
function ranked(text: string) {
  const reading = readMessage(text, index.speller)
  const candidates = rank({ ...reading.clauses[0]!, circumstances: reading.circumstances }, index, 10)
  return candidates.map(({ entry }) => entry)
}

/** Single questions: follow-ups lean on a turn before, and several in one message have no one entry. */
const isSingle = ({ thread, style }: Question): boolean => thread === undefined && style !== 'multi'

/** Prints, over single questions that one entry answers, how often the right entry is first and the mean of 1/place over the first ten. */
export function printRanking(questions: readonly Question[]): void {
  const answerable = questions.filter((question) => isSingle(question) && question.expect.kind === 'answer')
  console.log(`\nThe ranking alone, ${answerable.length} single questions that one entry answers   first   MRR@10`)
  const rows = [
    ['ours', ranked],
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
