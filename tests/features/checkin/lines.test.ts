import { expect, test } from 'vitest'
import { labelledLines } from '../../eval/checkin.ts'
import { score } from '../../eval/checkin-score.ts'

const scored = labelledLines().map(score)

/** Share of lines that are right in every field. */
function right(set: string): number {
  const some = scored.filter(({ line }) => (line.set ?? 'dev') === set)
  return some.filter(({ wrong }) => wrong.length === 0).length / some.length
}

test('the lines the parser was written on are read right', () => {
  expect(right('dev')).toBeGreaterThanOrEqual(0.97)
})

test('the lines never tuned on are read right', () => {
  expect(right('heldout')).toBeGreaterThanOrEqual(0.96)
})

test('chat is hardly ever taken for a report', () => {
  const chat = scored.filter(({ line }) => line.expect.error === 'not-a-report')
  const taken = chat.filter(({ answer }) => answer.error !== 'not-a-report')
  expect(taken.length / chat.length).toBeLessThanOrEqual(0.01)
})
