import { expect, test } from 'vitest'
import { instantOf } from '../../../src/core/clock.ts'
import type { CalendarEvent } from '../../../src/features/calendar/event.ts'
import { layTemplate } from '../../../src/features/calendar/lay-template.ts'
import { monthQuestion } from '../../../src/features/calendar/month-questions.ts'

const year = layTemplate('2026-2027')
const teachersDay = year.find(({ templateKey }) => templateKey === '11-1')!

const ask = (day: string, time: string, events: readonly CalendarEvent[] = year) =>
  monthQuestion({ now: instantOf(day, time), events, closures: [], schoolId: 'hoa-mai' })

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
