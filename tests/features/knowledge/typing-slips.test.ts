import { expect, test } from 'vitest'
import { packSearchIndex } from '../../../src/features/knowledge/answer.ts'
import { readMessage } from '../../../src/features/knowledge/reading.ts'

const keysOf = (text: string): Set<string> =>
  new Set(readMessage(text, packSearchIndex().speller).clauses.flatMap(({ features }) => features.map(({ key }) => key)))

test.each([
  ['nhà trẻ huy đông mấy phần trăm', 'enrol', 'a tone left out'],
  ['lớp mầm chuyên cân bao nhiêu', 'attendance', 'another tone'],
  ['lớp mầm chuyêm cần bao nhiêu', 'attendance', 'm for n'],
  ['trường mấy phân trăn cỏ', 'percent', 'a tone left out and n for m'],
  ['sâm cỏ bao nhiêu', 'grass', 'a word that exists, but not here'],
  ['kĩ nằg tự phục vụ', 'self-service', 'an n left out'],
])('a parent who types “%s” is understood to mean %s (%s)', (text, key) => {
  expect(keysOf(text)).toContain(key)
})

test('a parent who needs a thing is not taken to weigh a child', () => {
  expect(keysOf('bé cần gì')).not.toContain('weigh')
})
