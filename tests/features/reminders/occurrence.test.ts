import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, instantOf, schoolDayOf, schoolTimeOf } from '../../../src/core/clock.ts'
import type { CalendarEvent, EventTime } from '../../../src/features/calendar/event.ts'
import { layTemplate } from '../../../src/features/calendar/lay-template.ts'
import { type Closure, isSchoolDay } from '../../../src/features/calendar/school-day.ts'
import { keyOf, occurrenceOf, occurrencesOf } from '../../../src/features/reminders/occurrence.ts'
import { builtInReminder, type Reminder } from '../../../src/features/reminders/reminder.ts'

const year = layTemplate('2026-2027')
const teachersDay = year.find(({ templateKey }) => templateKey === '11-1')!
const event = (when: EventTime): CalendarEvent => ({ ...teachersDay, id: 'own', templateKey: null, when })
const onDay = (day: string) => event({ kind: 'dated', day })
const school = (closures: readonly Closure[] = [], reminderTime = '07:00') => ({ schoolId: 'hoa-mai', reminderTime, closures })
const dueOf = (one: CalendarEvent, closures: readonly Closure[] = [], change: Partial<Reminder> = {}) =>
  occurrenceOf(one, { ...builtInReminder(one, 'hoa-mai'), ...change }, school(closures))

test('teachers and the office are reminded of Friday 20/11/2026 at 07:00 on Thursday, until school ends on the day', () => {
  const due = dueOf(teachersDay)!
  expect(due.dueAt).toEqual(instantOf('2026-11-19', '07:00'))
  expect(due.usefulUntil).toEqual(instantOf('2026-11-20', '17:00'))
  expect(due.reminder.roles).toEqual(['teacher', 'office'])
})

test.each([
  ['a Monday', '2026-11-23', '2026-11-20T00:00:00Z'],
  ['a Saturday', '2027-11-20', '2027-11-19T00:00:00Z'],
  ['a Sunday', '2026-11-22', '2026-11-20T00:00:00Z'],
  ['the first day after Tết', '2027-02-11', '2027-02-03T00:00:00Z'],
  ['the first day of the year', '2027-01-04', '2026-12-31T00:00:00Z'],
  ['the day after Giỗ Tổ', '2026-04-28', '2026-04-24T00:00:00Z'],
])('an event on %s is reminded of on the school day before', (_, day, instant) => {
  expect(dueOf(onDay(day))?.dueAt).toEqual(new Date(instant))
})

test('a storm closure moves the reminder to the school day before it', () => {
  expect(dueOf(teachersDay, [{ day: '2026-11-19', open: false, reason: 'Nghỉ bão' }])?.dueAt).toEqual(
    instantOf('2026-11-18', '07:00'),
  )
})

test('a school sets its own reminder hour', () => {
  expect(occurrenceOf(teachersDay, builtInReminder(teachersDay, 'hoa-mai'), school([], '16:30'))?.dueAt).toEqual(
    instantOf('2026-11-19', '16:30'),
  )
})

test('three days before may be a Sunday; three school days before may not', () => {
  const change = { daysBefore: 3, time: '18:00' }
  const wednesday = onDay('2026-11-25')
  expect(dueOf(wednesday, [], { ...change, schoolDays: false })?.dueAt).toEqual(instantOf('2026-11-22', '18:00'))
  expect(dueOf(wednesday, [], { ...change, schoolDays: true })?.dueAt).toEqual(instantOf('2026-11-20', '18:00'))
})

test('an undated event has no reminder, nor has one that would come after it begins', () => {
  expect(dueOf(event({ kind: 'within', months: [11] }))).toBeUndefined()
  const opening = event({ kind: 'dated', day: '2026-11-20', time: '08:00' })
  expect(dueOf(opening, [], { daysBefore: 0, time: '09:00' })).toBeUndefined()
  expect(dueOf(opening)?.usefulUntil).toEqual(instantOf('2026-11-20', '08:00'))
})

test('the office may say until when a reminder is of use', () => {
  const due = dueOf(teachersDay, [], { latest: '20:00' })
  expect(due?.usefulUntil).toEqual(instantOf('2026-11-19', '20:00'))
})

test('an event has several reminders, and the built-in one only as the office left it', () => {
  const extra: Reminder = { ...builtInReminder(teachersDay, 'hoa-mai'), id: 'extra', daysBefore: 3 }
  const of = (...stored: Reminder[]) => occurrencesOf([teachersDay], stored, school()).map(({ reminder }) => reminder.id)
  expect(of()).toEqual([teachersDay.id])
  expect(of(extra)).toEqual(['extra', teachersDay.id])
  expect(of({ ...builtInReminder(teachersDay, 'hoa-mai'), state: 'cancelled' }, extra)).toEqual(['extra'])
  expect(of({ ...extra, state: 'paused' })).toEqual([teachersDay.id])
})

test('a moved event gets a new key', () => {
  expect(keyOf(dueOf(onDay('2026-11-20'))!)).not.toBe(keyOf(dueOf(onDay('2026-11-25'))!))
})

test('whatever the day, a reminder is due on a school day before it, at the set hour, and is of use after that', () => {
  const days = fc.integer({ min: 0, max: 9 * 365 }).map((offset) => addDays('2021-01-01', offset))
  fc.assert(
    fc.property(days, (day) => {
      const due = dueOf(onDay(day))!
      expect(schoolDayOf(due.dueAt) < day).toBe(true)
      expect(schoolTimeOf(due.dueAt)).toBe('07:00')
      expect(isSchoolDay(schoolDayOf(due.dueAt), []).kind).toBe('school_day')
      expect(due.usefulUntil > due.dueAt).toBe(true)
    }),
    { numRuns: 300 },
  )
})
