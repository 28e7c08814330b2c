import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseAbsence } from '../../../src/features/absence/parse-absence.ts'
import { misread } from './score.ts'

const today = '2026-11-24'
const an = { today, closures: [], children: ['Nguyễn Hoài An'] }

test('parents’ own words are read as they were meant', () => {
  expect(misread('dev').wrong).toEqual([])
})

test('lines written apart from the reader are read right nineteen times out of twenty', () => {
  const sets = (['held-out', 'held-out-2', 'held-out-3'] as const).map(misread)
  const lines = sets.reduce((sum, set) => sum + set.lines, 0)
  const wrong = sets.reduce((sum, set) => sum + set.wrong.length, 0)
  expect(lines).toBeGreaterThan(90)
  expect(wrong / lines).toBeLessThanOrEqual(0.05)
})

test('a weekend and a closed day within the span are left out and named', () => {
  const closures = [{ day: '2026-11-27', open: false, reason: 'Nghỉ bão' }]
  expect(parseAbsence('con nghỉ từ thứ 5 đến thứ 2 tuần sau', { ...an, closures })).toMatchObject({
    days: ['2026-11-26', '2026-11-30'],
    daysOff: ['2026-11-27', '2026-11-28', '2026-11-29'],
  })
})

test('without a day it is today, and in the evening the next school day', () => {
  expect(parseAbsence('cho con nghỉ ốm ạ', an)).toMatchObject({ days: ['2026-11-24'] })
  expect(parseAbsence('cho con nghỉ ốm ạ', { ...an, isOver: true })).toMatchObject({ days: ['2026-11-25'] })
  expect(parseAbsence('cho con nghỉ ốm ạ', { ...an, today: '2026-11-28' })).toMatchObject({ days: ['2026-11-30'] })
})

test('whatever is typed, reading it never throws and names only children of the family and days to come', () => {
  const words = fc.constantFrom(
    'mai',
    'con',
    'An',
    'nghỉ',
    'từ',
    'đến',
    'thứ 4',
    '31/2',
    '99/99',
    'tuần sau',
    '3 ngày',
    'hôm qua',
    'ốm',
    '§',
    '?',
    '9h',
  )
  const typed = fc.oneof(
    fc.string(),
    fc.array(words, { maxLength: 12 }).map((list) => list.join(' ')),
  )
  fc.assert(
    fc.property(typed, (text) => {
      const parsed = parseAbsence(text, an)
      if (parsed.kind !== 'absence') return
      expect(parsed.from <= parsed.to).toBe(true)
      expect(parsed.days.every((day) => day >= today)).toBe(true)
      expect(parsed.whose.kind === 'known' ? parsed.whose.children : parsed.whose.candidates).toEqual([0])
    }),
    { numRuns: 2_000 },
  )
})
