import { expect, test } from 'vitest'
import { parseCheckinLine } from '../../../src/features/checkin/batch.ts'

const roster = { class: 'Lớp Lá 3', children: ['Nguyễn Hoài An', 'Trần Thiên Ân (Bin)', 'Lê Bình'] }

test('the office reads one line of the batch command in the agreed form', () => {
  const answer = parseCheckinLine(JSON.stringify({ id: 'r1', roster, text: 'Lá 3 2/3 vắng Bin sốt 38.5' }))
  expect(JSON.stringify(answer)).toBe(
    '{"id":"r1","present":2,"total":3,"absent":[{"name":"Trần Thiên Ân (Bin)","reason":"sick","symptoms":["fever"],"temperature_c":38.5,"excused":null}],' +
      '"ill_present":[],"left_early":[],"unnamed_absent":0,"ambiguous":[],"unknown_names":[],"error":null}',
  )
})

test('an ambiguous mention is given as typed, and settled by a later line that has only the mention to go by', () => {
  const asked = parseCheckinLine(JSON.stringify({ id: 1, roster, text: 'la 3 2/3 vang an' }))
  expect(asked).toMatchObject({ id: 1, ambiguous: ['an'] })
  expect(Object.keys(asked)).not.toContain('ambiguous_detail')
  expect(parseCheckinLine(JSON.stringify({ id: 2, roster, text: 'Hoài An ạ', previous: asked }))).toMatchObject({
    present: 2,
    absent: [{ name: 'Nguyễn Hoài An' }],
    ambiguous: [],
  })
})

test('a correction starts from the report so far; lists left out of it are empty', () => {
  const previous = { present: 2, total: 3, absent: [{ name: 'Lê Bình' }] }
  expect(parseCheckinLine(JSON.stringify({ id: 'r2', roster, text: 'Bình đến rồi', previous }))).toMatchObject({
    present: 3,
    absent: [],
    error: null,
  })
})

test.each([
  ['{"id":"x",', { id: null }],
  ['{"id":"r3","text":"đủ"}', { id: 'r3' }],
  ['{"roster":{"class":"A","children":[]},"text":"đủ"}', { id: null }],
  ['[]', { id: null }],
  ['null', { id: null }],
  ['{"id":"r4","roster":{"class":"A","children":"An"},"text":"đủ"}', { id: 'r4' }],
])('a line that cannot be read gives an error with its id: %s', (line, expected) => {
  const answer = parseCheckinLine(line)
  expect(answer).toMatchObject(expected)
  expect(Object.keys(answer)).toEqual(['id', 'error'])
  expect(answer).toHaveProperty('error', expect.stringMatching(/./))
})
