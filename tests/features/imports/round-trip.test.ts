import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { readIcs } from '../../../src/adapters/files/read-ics.ts'
import { addDays, type SchoolDay } from '../../../src/core/clock.ts'
import type { CalendarEvent } from '../../../src/features/calendar/event.ts'
import { type IcsCalendar, writeIcs } from '../../../src/features/calendar/ics.ts'
import type { Closure } from '../../../src/features/calendar/school-day.ts'
import { schoolYearOf } from '../../../src/features/calendar/school-year.ts'
import { importWindow } from '../../../src/features/imports/interpret.ts'
import { planImport } from '../../../src/features/imports/plan.ts'
import { readOccurrences } from '../../../src/features/imports/read-occurrences.ts'

const schoolId = '8f14e45f-ceea-467f-a0d2-3b1f2c9d0001'
const classes = [
  { id: '8f14e45f-ceea-467f-a0d2-3b1f2c9d00a1', code: 'A1', name: 'Mẫu giáo lớn A1', age: '5' as const },
  { id: '8f14e45f-ceea-467f-a0d2-3b1f2c9d00d1', code: 'D1', name: 'Nhà trẻ D1', age: 'nursery' as const },
]
const words = { closed: 'Trường nghỉ', open: 'Trường có học', tentative: 'dự kiến', part: () => 'lớp' }
const window = importWindow('2026-11-23')

/** Text as it stands in the calendar: no control characters, white space folded. */
const said = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 120 })
  .map((text) =>
    text
      .normalize('NFC')
      .replace(/\p{Cc}/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  .filter((text) => text.length > 0 && text.length <= 300)
const day = fc.integer({ min: 0, max: 1094 }).map((offset) => addDays('2025-08-01', offset))
const minute = fc.integer({ min: 0, max: 1438 })
const clock = (at: number) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
const when = fc
  .record({ day, length: fc.integer({ min: 0, max: 5 }), from: fc.option(minute, { nil: undefined }), ends: fc.boolean() })
  .map(({ day, length, from, ends }): CalendarEvent['when'] => ({
    ...{ kind: 'dated', day },
    ...(length === 0 || addDays(day, length) > window.to ? {} : { lastDay: addDays(day, length) }),
    ...(from === undefined ? {} : { time: clock(from) }),
    ...(from === undefined || !ends ? {} : { endTime: clock(from + 1) }),
  }))
const event = fc
  .record({
    id: fc.uuid(),
    title: said,
    place: fc.option(said, { nil: undefined }),
    when,
    audience: fc.constantFrom(['parents'], ['staff'], ['parents', 'staff'], ['teachers'], ['office']),
    part: fc.constantFrom({}, { classIds: [classes[0]!.id] }, { ageGroups: ['nursery'] }),
    tentative: fc.boolean(),
  })
  .map(({ title, place, part, tentative, audience, ...rest }) => ({
    ...{ classIds: [], ageGroups: [] },
    ...(part as object),
    ...rest,
    ...{ audience: audience as CalendarEvent['audience'], source: 'office' as const, templateKey: null },
    schoolYear: schoolYearOf(rest.when.kind === 'dated' ? rest.when.day : '2026-09-01'),
    title: { vi: title, en: title },
    ...(place === undefined ? {} : { place }),
    ...{ approved: !tentative, tentative },
  }))
const closure = fc
  .record({ day, open: fc.boolean(), reason: said, part: fc.constantFrom(undefined, { classId: classes[0]!.id }, { age: '5' }) })
  .map(({ part, ...rest }): Closure => ({ ...rest, ...(part === undefined ? {} : { only: part as Closure['only'] & object }) }))
const calendar = fc.record({
  events: fc.uniqueArray(event, { maxLength: 12, selector: ({ id }) => id }),
  closures: fc.uniqueArray(closure, { maxLength: 12, selector: ({ day, only }) => JSON.stringify([day, only]) }),
})

const written = (own: { events: CalendarEvent[]; closures: Closure[] }, change: Partial<IcsCalendar> = {}) =>
  writeIcs({
    ...{ schoolId, school: 'Trường Mầm non Hoa Nắng', reader: 'staff', classes, language: 'vi', words },
    ...own,
    now: new Date('2026-11-23T08:00:00+07:00'),
    ...change,
  })

function importedAgain(file: string, own: { events: CalendarEvent[]; closures: Closure[] }) {
  const read = readIcs(file, window)
  if (read.kind === 'unreadable') return { rows: [], problems: [], outside: 0 }
  if (read.kind !== 'ics') throw new Error(read.kind)
  return { ...planImport(readOccurrences(read, { schoolId, classes }), { ...own, window }), outside: read.outside }
}

test('whatever stands in a calendar, its feed is a strict iCalendar file that changes nothing when it is imported again', () => {
  fc.assert(
    fc.property(calendar, fc.constantFrom('parents' as const, 'staff' as const), (own, reader) => {
      const file = written(own, { reader })
      expectStrict(file)
      const { rows, problems, outside } = importedAgain(file, own)
      expect(problems).toEqual([])
      expect(outside).toBe(0)
      expect(rows.filter(({ kind }) => kind !== 'unchanged')).toEqual([])
      if (reader === 'staff') expect(rows.filter(({ row }) => row.what.kind === 'event')).toHaveLength(own.events.length)
      const days = rows.flatMap(({ row: { what } }) => (what.kind === 'closure' ? daysOf(what.day, what.lastDay) : []))
      expect(days).toHaveLength(own.closures.length)
    }),
    { numRuns: 150 },
  )
})

test('the feed of a class holds what concerns it and imports again unchanged, too', () => {
  fc.assert(
    fc.property(calendar, (own) => {
      const file = written(own, { only: classes[1]! })
      expectStrict(file)
      const { rows, problems } = importedAgain(file, own)
      expect(problems).toEqual([])
      for (const { kind, row } of rows) {
        expect(kind).toBe('unchanged')
        if (row.what.kind === 'closure') expect(row.what.only).not.toEqual({ classId: classes[0]!.id })
        else expect(row.what.classIds ?? []).not.toContain(classes[0]!.id)
      }
    }),
    { numRuns: 80 },
  )
})

test('an event that another program moved is one change, under the same id', () => {
  const own = { events: fc.sample(event, { numRuns: 1, seed: 7 }), closures: [] }
  const [first] = own.events
  const there = {
    ...first!,
    when: { kind: 'dated' as const, day: '2027-03-08' },
    schoolYear: '2026-2027',
    approved: true,
    tentative: false,
  }
  const { rows } = importedAgain(written({ events: [there], closures: [] }), own)
  expect(rows).toMatchObject([{ kind: 'changed', before: { id: first!.id } }])
})

/** What RFC 5545 asks of a file, by a parser that is not ours. */
function expectStrict(file: string): void {
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const root = new ICAL.Component(ICAL.parse(file))
  expect(root.getFirstPropertyValue('version')).toBe('2.0')
  const zones = root.getAllSubcomponents('vtimezone').map((zone) => zone.getFirstPropertyValue('tzid'))
  const uids = new Set<unknown>()
  for (const entry of root.getAllSubcomponents('vevent')) {
    for (const name of ['uid', 'dtstamp', 'dtstart', 'summary']) expect(entry.getAllProperties(name)).toHaveLength(1)
    uids.add(entry.getFirstPropertyValue('uid'))
    const named = entry.getFirstProperty('dtstart')!.getParameter('tzid')
    if (named !== undefined) expect(zones).toContain(named)
    const [start, end] = [new ICAL.Event(entry).startDate, new ICAL.Event(entry).endDate]
    expect(end.compare(start)).toBeGreaterThanOrEqual(0)
  }
  expect(uids.size).toBe(root.getAllSubcomponents('vevent').length)
}

function daysOf(first: SchoolDay, last: SchoolDay = first): SchoolDay[] {
  const days = [first]
  while (days.at(-1)! < last) days.push(addDays(days.at(-1)!, 1))
  return days
}
