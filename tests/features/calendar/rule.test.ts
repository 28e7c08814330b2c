import { expect, test } from 'vitest'
import { expandRule } from '../../../src/adapters/files/expand-rule.ts'
import { readRhythm } from '../../../src/features/calendar/read-rhythm.ts'
import { type CalendarRule, dueFromRules, layRule, type Rhythm } from '../../../src/features/calendar/rule.ts'

const rule = (rhythm: Rhythm): CalendarRule => ({
  ...{ id: 'r1', number: 1, title: { vi: 'Cân đo', en: 'Cân đo' }, audience: ['staff'], classIds: [], ageGroups: [], rhythm },
})
const days = (rhythm: Rhythm, closures: Parameters<typeof layRule>[2] = []) =>
  layRule(rule(rhythm), '2026-2027', closures).map(({ when }) => (when.kind === 'dated' ? when.day : when.months.join('+')))
const read = (text: string) => readRhythm(text, { today: '2026-11-23', expand: expandRule })

test.each<[text: string, rhythm: object, rest: string]>([
  ['cân đo mỗi quý', { kind: 'times_a_year', times: 4 }, 'cân đo'],
  ['Cân đo 3 tháng một lần', { kind: 'times_a_year', times: 4 }, 'Cân đo'],
  ['Khám sức khoẻ 2 lần/năm học', { kind: 'times_a_year', times: 2 }, 'Khám sức khoẻ'],
  ['khám sức khỏe hai lần một năm', { kind: 'times_a_year', times: 2 }, 'khám sức khỏe'],
  ['sơ kết mỗi học kỳ', { kind: 'times_a_year', times: 2 }, 'sơ kết'],
  ['tổng vệ sinh ngày đi học đầu tiên của tháng', { kind: 'monthly', on: 'first_school_day' }, 'tổng vệ sinh'],
  ['báo cáo ngày học cuối cùng mỗi tháng', { kind: 'monthly', on: 'last_school_day' }, 'báo cáo'],
  ['nộp báo cáo ngày 25 hàng tháng', { kind: 'monthly', on: 25 }, 'nộp báo cáo'],
  ['sinh nhật mỗi tháng', { kind: 'monthly', on: 'some_day' }, 'sinh nhật'],
  ['chào cờ thứ Hai hàng tuần', { kind: 'rrule', rule: 'FREQ=WEEKLY;BYDAY=MO' }, 'chào cờ'],
  ['họp tổ thứ Sáu cuối cùng của tháng', { kind: 'rrule', rule: 'FREQ=MONTHLY;BYDAY=-1FR' }, 'họp tổ'],
  ['họp RRULE:FREQ=MONTHLY;BYMONTHDAY=-1', { kind: 'rrule', rule: 'FREQ=MONTHLY;BYMONTHDAY=-1' }, 'họp'],
])('"%s" comes back', (text, rhythm, rest) => {
  expect(read(text)).toMatchObject({ kind: 'rhythm', rhythm, rest })
})

test('a rule that is none, or comes too often, is told', () => {
  expect(read('x RRULE:FREQ=SECONDLY')).toEqual({ kind: 'bad_rule' })
  expect(read('x RRULE:FREQ=BAOGIO;BYDAY=XX')).toEqual({ kind: 'bad_rule' })
  expect(read('chưa nói bao lâu')).toEqual({ kind: 'none' })
})

test('four times a year is once a quarter, twice once a semester', () => {
  expect(days({ kind: 'times_a_year', times: 4 })).toEqual(['9', '10+11+12', '1+2+3', '4+5'])
  expect(days({ kind: 'times_a_year', times: 2 })).toEqual(['9+10+11+12', '1+2+3+4+5'])
})

test('the first school day of a month steps over weekends, holidays and the school’s own days', () => {
  const storm = [{ day: '2026-12-01', open: false, reason: 'Bão' }]
  expect(days({ kind: 'monthly', on: 'first_school_day' }, storm)).toEqual([
    ...[
      '2026-09-03',
      '2026-10-01',
      '2026-11-02',
      '2026-12-02',
      '2027-01-04',
      '2027-02-01',
      '2027-03-01',
      '2027-04-01',
      '2027-05-04',
    ],
  ])
  expect(days({ kind: 'monthly', on: 'last_school_day' })[3]).toBe('2026-12-31')
  expect(days({ kind: 'monthly', on: 31 })).toEqual(['2026-10-31', '2026-12-31', '2027-01-31', '2027-03-31', '2027-05-31'])
})

test('a weekly rule of RFC 5545 skips days off', () => {
  const found = read('chào cờ thứ Hai hàng tuần')
  const weekly = found.kind === 'rhythm' ? days(found.rhythm) : []
  expect(weekly).toContain('2027-02-01')
  expect(weekly).not.toContain('2027-02-08') // Tết
  expect(weekly).not.toContain('2027-05-03') // Labour Day made up
})

test('a year is laid once, from today on, and a first school day that is closed later moves', () => {
  const monthly = rule({ kind: 'monthly', on: 'first_school_day' })
  const around = { schoolYear: '2026-2027', today: '2026-11-23', closures: [] }
  const { lay } = dueFromRules([monthly], { ...around, events: [] })
  expect(lay.map(({ when }) => when.kind === 'dated' && when.day)[0]).toBe('2026-12-01')
  const again = dueFromRules([monthly], { ...around, events: lay })
  expect(again).toEqual({ lay: [], move: [] })
  const closed = dueFromRules([monthly], {
    ...around,
    events: lay,
    closures: [{ day: '2026-12-01', open: false, reason: 'Bão' }],
  })
  expect(closed).toEqual({ lay: [], move: [{ eventId: lay[0]!.id, day: '2026-12-02' }] })
})

test('a day that the office gave itself stays', () => {
  const monthly = rule({ kind: 'monthly', on: 'first_school_day' })
  const around = { schoolYear: '2026-2027', today: '2026-11-23', closures: [] }
  const { lay } = dueFromRules([monthly], { ...around, events: [] })
  const given = lay.map((event, index) =>
    index === 0 ? { ...event, when: { kind: 'dated' as const, day: '2026-12-03' } } : event,
  )
  expect(dueFromRules([monthly], { ...around, events: given }).move).toEqual([])
})
