import { expect, test } from 'vitest'
import { activityTemplate, activityTemplateSource } from '../../../src/features/calendar/activity-template.ts'
import { readersOf } from '../../../src/features/calendar/event.ts'
import { applyDays, layTemplate } from '../../../src/features/calendar/lay-template.ts'
import { undatedLines } from '../../../src/features/calendar/month-questions.ts'
import { isSchoolDay } from '../../../src/features/calendar/school-day.ts'

test('the schedule has every dash line of the document under its month', () => {
  const lines = new Map<string, Set<string>>()
  for (const { key } of activityTemplate) {
    const [, month, line] = key.match(/^(.+)-(\d+)[abc]?$/)!
    lines.set(month!, (lines.get(month!) ?? new Set()).add(line!))
  }
  const counts = Object.fromEntries([...lines].map(([month, set]) => [month, set.size]))
  expect(counts).toEqual({ '08': 2, '09': 10, '10': 10, '11': 9, '12': 8, '01-02': 7, '03': 11, '04': 7, '05': 7, '06-08': 7 })
})

test('a line says where it stands, with the heading as printed', () => {
  expect(activityTemplate.find(({ key }) => key === '05-1')?.section).toBe(
    'Lịch trình hoạt động chuyên môn, THÁNG 5/2020, dòng 1',
  )
  expect(activityTemplateSource).toMatchObject({ place: 'long-bien', schoolYear: '2020-2021' })
})

test('keys are unique, and every line has words in both languages and somebody it concerns', () => {
  expect(new Set(activityTemplate.map(({ key }) => key)).size).toBe(activityTemplate.length)
  for (const { title, audience, key } of activityTemplate) {
    expect(title.vi.length > 5 && title.vi.length <= 90, `${key}: ${title.vi}`).toBe(true)
    expect(title.en.length > 5 && title.en.length <= 90, `${key}: ${title.en}`).toBe(true)
    expect(readersOf(audience).length, key).toBeGreaterThan(0)
  }
})

test('most lines are for staff and few for parents', () => {
  const forParents = activityTemplate.filter(({ audience }) => readersOf(audience).includes('parents')).map(({ key }) => key)
  expect(forParents).toEqual(['09-1', '09-4a', '09-4c', '01-02-3', '03-9', '05-1'])
})

test('the office lays the schedule on 2026-2027: dated lines get that year’s day', () => {
  const dated = layTemplate('2026-2027').filter(({ when }) => when.kind === 'dated')
  expect(dated.map(({ id, when, tentative }) => [id, when.kind === 'dated' && when.day, tentative])).toEqual([
    ['2026-2027:09-4a', '2026-09-14', true],
    ['2026-2027:09-4b', '2027-05-24', true],
    ['2026-2027:09-4c', '2027-05-28', true],
    ['2026-2027:11-1', '2026-11-20', false],
  ])
})

test('a dated line keeps its day on a Saturday', () => {
  const teachersDay = layTemplate('2027-2028').find(({ templateKey }) => templateKey === '11-1')!
  expect(teachersDay.when).toEqual({ kind: 'dated', day: '2027-11-20' })
  expect(isSchoolDay('2027-11-20', [])).toEqual({ kind: 'day_off', why: 'saturday' })
})

test('a line that spans months is open in each of them, and the May of the document is the May that ends the year', () => {
  const events = layTemplate('2026-2027')
  const keysIn = (month: string) => undatedLines(month, events).map(({ eventId }) => eventId.split(':')[1])
  expect(keysIn('2027-01')).toEqual(keysIn('2027-02'))
  expect(keysIn('2027-08')).toHaveLength(7)
  expect(keysIn('2026-08')).toEqual(['08-1', '08-2'])
  expect(keysIn('2027-05')).toContain('05-1')
  expect(keysIn('2026-05')).toEqual([])
})

test('a day the office gave is on the event, no longer open and no longer tentative', () => {
  const days = new Map([
    ['2026-2027:12-4', '2026-12-15'],
    ['2026-2027:09-4a', '2026-09-07'],
  ])
  const events = applyDays(layTemplate('2026-2027'), days)
  expect(events.find(({ templateKey }) => templateKey === '12-4')?.when).toEqual({ kind: 'dated', day: '2026-12-15' })
  expect(events.find(({ templateKey }) => templateKey === '09-4a')).toMatchObject({
    when: { day: '2026-09-07' },
    tentative: false,
  })
  expect(undatedLines('2026-12', events)).toHaveLength(7)
})

test('laying the same year again gives the same events', () => {
  expect(layTemplate('2028-2029')).toEqual(layTemplate('2028-2029'))
})
