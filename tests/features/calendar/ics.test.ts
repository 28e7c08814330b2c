import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CalendarEvent } from '../../../src/features/calendar/event.ts'
import { type IcsCalendar, writeIcs } from '../../../src/features/calendar/ics.ts'

const event = (change: Partial<CalendarEvent> = {}): CalendarEvent => ({
  id: 'e1',
  schoolYear: '2026-2027',
  templateKey: null,
  source: 'office',
  approved: true,
  title: { vi: 'Ngày hội gia đình', en: 'Family day' },
  audience: ['parents'],
  when: { kind: 'dated', day: '2026-11-25' },
  ...change,
})
const calendar = (change: Partial<IcsCalendar> = {}): IcsCalendar => ({
  schoolId: 's1',
  school: 'Trường Mầm non Hoa Nắng',
  reader: 'parents',
  events: [event()],
  closures: [],
  classes: [],
  language: 'vi',
  words: { closed: 'Trường nghỉ', open: 'Trường có học', tentative: 'dự kiến', part: () => 'lớp' },
  now: new Date('2026-11-23T08:00:00+07:00'),
  ...change,
})
const unfolded = (file: string) => file.replace(/\r\n /g, '').split('\r\n')

test('a whole day is a date, its end the day after, stamps are UTC and every line ends in CRLF', () => {
  const file = writeIcs(calendar())
  expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect(unfolded(file)).toEqual(
    expect.arrayContaining([
      'UID:event-e1@s1',
      'DTSTART;VALUE=DATE:20261125',
      'DTEND;VALUE=DATE:20261126',
      'SUMMARY:Ngày hội gia đình',
      'DTSTAMP:20261123T010000Z',
    ]),
  )
})

test('an event with an hour begins on the school’s clock, whose zone is in the file', () => {
  const lines = unfolded(writeIcs(calendar({ events: [event({ when: { kind: 'dated', day: '2026-11-25', time: '16:30' } })] })))
  expect(lines).toContain('DTSTART;TZID=Asia/Ho_Chi_Minh:20261125T163000')
  expect(lines).toContain('TZID:Asia/Ho_Chi_Minh')
})

test('an event keeps its id when it is moved', () => {
  const uids = (day: string) =>
    unfolded(writeIcs(calendar({ events: [event({ when: { kind: 'dated', day } })] }))).filter((line) => line.startsWith('UID'))
  expect(uids('2026-11-25')).toEqual(uids('2026-12-02'))
})

test('families read nothing that is for staff alone, nor what has no day', () => {
  const events = [event({ id: 'e2', audience: ['staff'] }), event({ id: 'e3', when: { kind: 'within', months: [12] } })]
  expect(writeIcs(calendar({ events }))).not.toContain('BEGIN:VEVENT')
  expect(writeIcs(calendar({ events, reader: 'staff' })).match(/BEGIN:VEVENT/g)).toHaveLength(1)
})

test('days off in a row with one reason are one entry', () => {
  const closures = ['25', '26', '27'].map((day) => ({ day: `2026-11-${day}`, open: false, reason: 'Nghỉ bão' }))
  const lines = unfolded(writeIcs(calendar({ events: [], closures })))
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1)
  expect(lines).toEqual(
    expect.arrayContaining(['DTSTART;VALUE=DATE:20261125', 'DTEND;VALUE=DATE:20261128', 'SUMMARY:Trường nghỉ: Nghỉ bão']),
  )
})

test('whatever a title holds, no line is over 75 octets, no character is cut, and reading it back gives the title', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
      const clean = title.replace(/[^\P{Cc}\r\n]/gu, '')
      const file = writeIcs(calendar({ events: [event({ title: { vi: title, en: title } })] }))
      for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(file).not.toContain('\ufffd')
      const summary = unfolded(file)
        .find((line) => line.startsWith('SUMMARY:'))!
        .slice('SUMMARY:'.length)
      const read = summary.replace(/\\(.)/g, (_all, sign: string) => (sign === 'n' ? '\n' : sign))
      expect(read).toBe(clean.replace(/\r\n|\r|\n/g, '\n'))
    }),
  )
})
