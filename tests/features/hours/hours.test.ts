import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantOf, schoolDayOf, schoolTimeOf } from '../../../src/core/clock.ts'
import { isSchoolDay } from '../../../src/features/calendar/school-day.ts'
import { heldBy, isWithin, momentFor, type Purpose, type Reader, usualHours } from '../../../src/features/hours/hours.ts'
import { canBeQuiet } from '../../../src/features/preferences/preference.ts'

const school = { hours: usualHours, isSchoolDay: (day: string) => isSchoolDay(day, []).kind === 'school_day' }
const parent: Reader = { role: 'guardian', channel: 'zalo' }
const teacher: Reader = { role: 'teacher', channel: 'telegram' }
const office: Reader = { role: 'office', channel: 'telegram' }
const late: Reader = { ...parent, quiet: { from: '23:30', to: '05:00' } }
const early: Reader = { ...teacher, quiet: { from: '19:00', to: '07:30' } }

// Thursday 19 to Saturday 21 November 2026.
test.each<[string, Purpose, Reader, string, string, string]>([
  ['a parent by day', 'ordinary', parent, '19 07:00', '19 07:00', ''],
  ['a parent at 20:59', 'ordinary', parent, '19 20:59', '19 20:59', ''],
  ['a parent at 21:00', 'ordinary', parent, '19 21:00', '20 06:30', 'quiet'],
  ['a parent after midnight', 'ordinary', parent, '20 03:00', '20 06:30', 'quiet'],
  ['a parent at 06:30', 'ordinary', parent, '20 06:30', '20 06:30', ''],
  ['a parent at noon', 'ordinary', parent, '19 12:00', '19 12:00', ''],
  ['a parent of short nights, in the platform’s', 'ordinary', late, '19 22:30', '20 06:00', 'platform_night'],
  ['a parent of short nights at 21:30', 'ordinary', late, '19 21:30', '19 21:30', ''],
  ['a teacher at noon', 'ordinary', teacher, '19 12:00', '19 13:30', 'rest'],
  ['a teacher of long nights', 'ordinary', early, '19 19:10', '20 07:30', 'own_quiet'],
  ['the office before it opens', 'ordinary', office, '19 07:00', '19 07:30', 'office_hours'],
  ['the office over lunch', 'ordinary', office, '19 11:45', '19 13:30', 'office_hours'],
  ['the office after it closes on Friday', 'ordinary', office, '20 17:00', '23 07:30', 'office_hours quiet'],
  ['the summary over lunch', 'duty', office, '19 12:00', '19 12:00', ''],
  ['the summary at night', 'duty', office, '19 22:00', '20 06:30', 'quiet'],
  ['a call for a report, to a teacher of long nights', 'duty', early, '20 07:10', '20 07:10', ''],
  ['an answer at night', 'reply', parent, '19 23:00', '19 23:00', ''],
  ['an urgent notice at night', 'urgent', parent, '19 23:00', '19 23:00', ''],
])('%s', (_who, purpose, reader, at, then, rules) => {
  const on = (written: string) => instantOf(`2026-11-${written.slice(0, 2)}`, written.slice(3))
  const moment = momentFor(on(at), purpose, reader, school)
  expect([schoolDayOf(moment.at), schoolTimeOf(moment.at)]).toEqual([`2026-11-${then.slice(0, 2)}`, then.slice(3)])
  expect([...moment.moved].sort().join(' ')).toBe(rules.split(' ').sort().join(' '))
})

test('a moment is never before its time, never in a held hour, and the first that is not', () => {
  const readers = fc.constantFrom(parent, teacher, office, late, early)
  const purposes = fc.constantFrom<Purpose>('ordinary', 'duty')
  const minutes = fc.integer({ min: 0, max: 60 * 24 * 30 })
  fc.assert(
    fc.property(readers, purposes, minutes, (reader, purpose, offset) => {
      const at = new Date(instantOf('2027-01-20', '00:00').getTime() + offset * 60_000)
      const { at: moment } = momentFor(at, purpose, reader, school)
      expect(heldBy(moment, purpose, reader, school)).toBeUndefined()
      // The slow way: minute by minute.
      let slow = at
      while (heldBy(slow, purpose, reader, school) !== undefined) slow = new Date(slow.getTime() + 60_000)
      expect(moment).toEqual(slow)
    }),
    { numRuns: 60 },
  )
})

test('nobody can shut themselves out for good', () => {
  expect(canBeQuiet({ from: '20:00', to: '07:00' })).toBe(true)
  expect(canBeQuiet({ from: '07:00', to: '20:00' })).toBe(false)
  expect(canBeQuiet({ from: '17:00', to: '12:30' })).toBe(false)
  expect(isWithin(instantOf('2026-11-19', '12:00'), { from: '12:00', to: '12:00' })).toBe(false)
})
