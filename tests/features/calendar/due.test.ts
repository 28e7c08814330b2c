import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, instantOf, schoolDayOf, schoolTimeOf } from '../../../src/core/clock.ts'
import {
  type CalendarSettings,
  defaultCalendarHours,
  dueReminders,
  expiredReminders,
  isQuiet,
  plannedReminders,
  reminderInstant,
} from '../../../src/features/calendar/due.ts'
import type { CalendarEvent, EventTime } from '../../../src/features/calendar/event.ts'
import { layTemplate } from '../../../src/features/calendar/lay-template.ts'
import { monthQuestion } from '../../../src/features/calendar/month-questions.ts'
import { isSchoolDay } from '../../../src/features/calendar/school-day.ts'

const settings: CalendarSettings = { school: 'hoa-mai', ...defaultCalendarHours }
const year = layTemplate('2026-2027')
const teachersDay = year.find(({ templateKey }) => templateKey === '11-1')!
const event = (when: EventTime): CalendarEvent => ({ ...teachersDay, id: 'own', templateKey: null, when })
const onDay = (day: string) => event({ kind: 'dated', day })
const dueAt = (day: string, time: string, events: readonly CalendarEvent[] = year) =>
  dueReminders({ now: instantOf(day, time), events, closures: [], settings })

test('teachers are reminded of Friday 20/11/2026 at 07:00 on Thursday', () => {
  expect(reminderInstant(teachersDay, [])).toEqual(new Date('2026-11-19T07:00:00+07:00'))
  expect(dueAt('2026-11-19', '06:59')).toEqual([])
  expect(dueAt('2026-11-19', '07:00')).toEqual([
    {
      eventId: '2026-2027:11-1',
      day: '2026-11-20',
      audience: ['staff'],
      dueAt: new Date('2026-11-19T07:00:00+07:00'),
      usefulUntil: new Date('2026-11-20T17:00:00+07:00'),
      key: 'reminder/hoa-mai/2026-2027:11-1/2026-11-20',
    },
  ])
})

test.each([
  ['a Monday', '2026-11-23', '2026-11-20T00:00:00Z'],
  ['a Saturday', '2027-11-20', '2027-11-19T00:00:00Z'],
  ['a Sunday', '2026-11-22', '2026-11-20T00:00:00Z'],
  ['the first day after Tết', '2027-02-11', '2027-02-03T00:00:00Z'],
  ['the first day of the year', '2027-01-04', '2026-12-31T00:00:00Z'],
  ['the day after Giỗ Tổ', '2026-04-28', '2026-04-24T00:00:00Z'],
])('an event on %s is reminded of on the school day before', (_, day, instant) => {
  expect(reminderInstant(onDay(day), [])).toEqual(new Date(instant))
})

test('a storm closure moves the reminder to the school day before it', () => {
  const closures = [{ day: '2026-11-19', open: false, reason: 'Nghỉ bão' }]
  expect(reminderInstant(teachersDay, closures)).toEqual(instantOf('2026-11-18', '07:00'))
})

test('a school sets its own reminder hour', () => {
  expect(reminderInstant(teachersDay, [], '16:30')).toEqual(instantOf('2026-11-19', '16:30'))
})

test('an undated event is never due', () => {
  expect(reminderInstant(event({ kind: 'within', months: [11] }), [])).toBeNull()
})

test('after an outage a late reminder is due until the end of school on the day, and not after', () => {
  expect(dueAt('2026-11-20', '16:59')).toHaveLength(1)
  expect(dueAt('2026-11-20', '17:00')).toEqual([])
})

test('an event with an hour is not reminded of once it has begun', () => {
  const opening = [event({ kind: 'dated', day: '2026-11-20', time: '08:00' })]
  expect(dueAt('2026-11-20', '07:59', opening)).toHaveLength(1)
  expect(dueAt('2026-11-20', '08:00', opening)).toEqual([])
})

test('an event entered after its reminder hour is due at once, but not at night', () => {
  const tomorrow = [onDay('2026-11-20')]
  expect(dueAt('2026-11-19', '15:12', tomorrow)).toHaveLength(1)
  expect(dueAt('2026-11-19', '21:00', tomorrow)).toEqual([])
  expect(dueAt('2026-11-20', '06:29', tomorrow)).toEqual([])
  expect(dueAt('2026-11-20', '06:30', tomorrow)).toHaveLength(1)
})

test('a moved event gets a new key', () => {
  const key = (day: string) => plannedReminders({ events: [onDay(day)], closures: [], settings })[0]?.key
  expect(key('2026-11-20')).not.toBe(key('2026-11-25'))
})

test('the office can be told which reminders lost their use in an outage', () => {
  const question = { events: year, closures: [], settings, since: instantOf('2026-11-18', '18:00') }
  expect(expiredReminders({ ...question, now: instantOf('2026-11-20', '16:00') })).toEqual([])
  expect(expiredReminders({ ...question, now: instantOf('2026-11-23', '07:00') }).map(({ eventId }) => eventId)).toEqual([
    '2026-2027:11-1',
  ])
})

test('quiet hours may span midnight or lie within a day', () => {
  const at = (time: string) => instantOf('2026-11-19', time)
  expect(isQuiet(at('23:00'), settings)).toBe(true)
  expect(isQuiet(at('06:30'), settings)).toBe(false)
  expect(isQuiet(at('12:00'), { quietFrom: '11:30', quietTo: '13:30' })).toBe(true)
  expect(isQuiet(at('14:00'), { quietFrom: '11:30', quietTo: '13:30' })).toBe(false)
})

test('whatever the day, a reminder is due on a school day before it, at the set hour, and is of use after that', () => {
  const days = fc.integer({ min: 0, max: 9 * 365 }).map((offset) => addDays('2021-01-01', offset))
  fc.assert(
    fc.property(days, (day) => {
      const [reminder] = plannedReminders({ events: [onDay(day)], closures: [], settings })
      expect(schoolDayOf(reminder!.dueAt) < day).toBe(true)
      expect(schoolTimeOf(reminder!.dueAt)).toBe('07:00')
      expect(isSchoolDay(schoolDayOf(reminder!.dueAt), []).kind).toBe('school_day')
      expect(reminder!.usefulUntil > reminder!.dueAt).toBe(true)
    }),
    { numRuns: 300 },
  )
})

const ask = (day: string, time: string, events: readonly CalendarEvent[] = year) =>
  monthQuestion({ now: instantOf(day, time), events, closures: [], settings })

test('the office is asked once for the days of December, at 07:30 on its first school day', () => {
  expect(ask('2026-12-01', '07:29')).toBeNull()
  const question = ask('2026-12-01', '07:30')!
  expect(question).toMatchObject({ month: '2026-12', key: 'ask-dates/hoa-mai/2026-12', dueAt: instantOf('2026-12-01', '07:30') })
  expect(question.lines.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  expect(question.lines[0]).toEqual({ number: 1, eventId: '2026-2027:12-4', months: ['2026-12'] })
})

test('dated lines are not asked about', () => {
  expect(ask('2026-11-02', '07:30')!.lines.some(({ eventId }) => eventId === '2026-2027:11-1')).toBe(false)
})

test('in January 2027 the office is asked on the 4th, the first school day', () => {
  expect(ask('2027-01-01', '09:00')).toBeNull()
  expect(ask('2027-01-04', '07:30')?.dueAt).toEqual(instantOf('2027-01-04', '07:30'))
})

test('a question missed in an outage is asked within the next school days, in school hours, and then dropped', () => {
  expect(ask('2026-12-02', '06:45')).toBeNull()
  expect(ask('2026-12-02', '19:00')).toBeNull()
  expect(ask('2026-12-07', '07:30')?.key).toBe('ask-dates/hoa-mai/2026-12')
  expect(ask('2026-12-08', '07:30')).toBeNull()
})

test('with nothing undated nobody is asked', () => {
  expect(ask('2026-12-01', '07:30', [teachersDay])).toBeNull()
})

test('lines keep their order whatever order the events come in', () => {
  const ids = (events: readonly CalendarEvent[]) => ask('2026-12-01', '07:30', events)!.lines.map(({ eventId }) => eventId)
  expect(ids([...year].reverse())).toEqual(ids(year))
})
