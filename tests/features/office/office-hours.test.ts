import { expect, test } from 'vitest'
import { isOfficeOpen, nextOpening, officeMinutes, readOfficeSpan } from '../../../src/features/office/office-hours.ts'

const time = {
  spans: [
    { from: '07:30', to: '11:30' },
    { from: '13:30', to: '17:00' },
  ],
  closures: [{ day: '2026-11-25', open: false, reason: 'Nghỉ bão' }],
}
// Monday 23 November 2026.
const at = (written: string) => new Date(`2026-11-${written}:00+07:00`)

test.each([
  ['23T07:29', false],
  ['23T07:30', true],
  ['23T11:30', false],
  ['23T12:15', false],
  ['23T13:30', true],
  ['23T17:00', false],
  ['22T09:00', false],
  ['25T09:00', false],
])('at %s the office is in: %s', (when, expected) => {
  expect(isOfficeOpen(at(when), time)).toBe(expected)
})

test.each([
  ['23T06:00', '23T07:30'],
  ['23T11:45', '23T13:30'],
  ['23T18:00', '24T07:30'],
  ['24T18:00', '26T07:30'],
  ['27T20:00', '30T07:30'],
])('after %s it is in again at %s', (when, expected) => {
  expect(nextOpening(at(when), time)).toEqual(at(expected))
})

test.each([
  ['23T09:00', '23T09:15', 15],
  ['23T11:20', '23T13:35', 15],
  ['23T16:55', '24T07:40', 15],
  ['27T16:50', '30T07:35', 15],
  ['23T12:00', '23T13:00', 0],
])('from %s to %s the office had %d minutes', (from, to, minutes) => {
  expect(officeMinutes(at(from), at(to), time)).toBe(minutes)
})

test('hours are read as the school sets them', () => {
  expect(readOfficeSpan('08:00-16:30')).toEqual({ from: '08:00', to: '16:30' })
  for (const wrong of ['8:00-16:30', '16:30-08:00', '08:00', '25:00-26:00', '']) expect(readOfficeSpan(wrong)).toBeUndefined()
})
