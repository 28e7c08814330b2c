import { expect, test } from 'vitest'
import { createAskBatch } from '../../../src/features/knowledge/batch.ts'

const batch = (): ((line: object | string) => Record<string, unknown>) => {
  const run = createAskBatch({ today: '2026-11-22' })
  return (line) => run(typeof line === 'string' ? line : JSON.stringify(line)) as Record<string, unknown>
}

test('the office reads an answer with its sources and confidence for a line', () => {
  const out = batch()({ id: 'q1', text: 'sua hoc duong ph dong bn %', place: 'long-bien', today: '2026-11-22' })
  expect(out).toMatchObject({ id: 'q1', kind: 'answer', sources: [{ file: '001_dbf5707a5c009c6d.txt', place: 'long-bien' }] })
  expect(Object.keys(out)).toEqual(['id', 'kind', 'text', 'sources', 'confidence'])
  expect(out.confidence).toBeGreaterThan(0.6)
})

test('lines of one thread are turns of one conversation, others are not', () => {
  const run = batch()
  expect(run({ id: 1, text: 'tỷ lệ huy động nhà trẻ là bao nhiêu', place: null, thread: 'a' })).toMatchObject({ kind: 'clarify' })
  expect(run({ id: 2, text: '2', place: null, thread: 'b' })).not.toMatchObject({ kind: 'answer' })
  const out = run({ id: 3, text: '2', place: null, thread: 'a' })
  expect(out).toMatchObject({ kind: 'answer', sources: [{ place: 'hai-phong' }] })
})

test('a clarification carries its options, a feature its name', () => {
  const run = batch()
  expect(run({ id: 1, text: 'chi tieu nha tre bao nhieu' }).options).toHaveLength(2)
  expect(run({ id: 2, text: 'mai be nghi om a' })).toMatchObject({ feature: 'absence' })
})

test.each([
  ['not json', null],
  ['[1]', null],
  ['{"text":"x"}', null],
  ['{"id":"a"}', 'a'],
  ['{"id":"a","text":7}', 'a'],
  ['{"id":"a","text":"x","place":"paris"}', 'a'],
  ['{"id":"a","text":"x","today":"tomorrow"}', 'a'],
])('a line that cannot be used says so and the rest goes on: %s', (line, id) => {
  const run = batch()
  expect(run(line)).toEqual({ id, error: expect.any(String) })
  expect(run({ id: 'b', text: 'xin chào' })).toMatchObject({ id: 'b', kind: 'smalltalk' })
})
