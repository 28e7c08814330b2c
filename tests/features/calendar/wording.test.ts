import { expect, test } from 'vitest'
import { instantOf } from '../../../src/core/clock.ts'
import type { Language } from '../../../src/core/phrases.ts'
import { parseDateAnswer } from '../../../src/features/calendar/date-answer.ts'
import type { CalendarEvent, Reader } from '../../../src/features/calendar/event.ts'
import { layTemplate } from '../../../src/features/calendar/lay-template.ts'
import { monthQuestion } from '../../../src/features/calendar/month-questions.ts'
import { isSchoolDay } from '../../../src/features/calendar/school-day.ts'
import { askDatesPhrase, dateAnswerText, dayOffText, reminderPhrase } from '../../../src/features/calendar/wording.ts'
import { phrases } from './locale-phrases.ts'

const year = layTemplate('2026-2027')
const school = 'Trường Mầm non Hoa Mai'
const event = (key: string) => year.find(({ templateKey }) => templateKey === key)!

function reminder(reader: Reader, about: CalendarEvent, today: string, language: Language = 'vi'): string {
  const phrase = reminderPhrase(reader, about, { today, closures: [], school, language })!
  return phrases.text(language, phrase.key, phrase.params)
}

test('a teacher reads the day first, then what, then from which school', () => {
  expect(reminder('teachers', event('11-1'), '2026-11-19')).toBe(
    'Thứ Sáu 20/11/2026 (ngày mai): Kỷ niệm ngày Nhà giáo Việt Nam 20/11.\nTrường Mầm non Hoa Mai nhắc để thầy cô chuẩn bị ạ.',
  )
})

test('a parent reads hour, place and classes when there are any', () => {
  const festival: CalendarEvent = {
    ...event('03-9'),
    when: { kind: 'dated', day: '2027-03-08', time: '08:00' },
    place: 'sân trường',
  }
  const phrase = reminderPhrase('parents', festival, {
    ...{ today: '2027-03-05', closures: [], school, language: 'vi', classes: ['A1', 'A2'] },
  })!
  expect(phrases.text('vi', phrase.key, phrase.params)).toBe(
    'Thứ Hai 08/03/2027, 08:00: Liên hoan "Chúng cháu vui khỏe" cấp quận.\nTại: sân trường.\nDành cho: A1, A2.\n' +
      'Trường Mầm non Hoa Mai báo để bố mẹ tiện sắp xếp cho con ạ.',
  )
})

test('a day nobody has approved is called planned, and the office is told why', () => {
  expect(reminder('parents', event('09-4a'), '2026-09-11')).toContain('(dự kiến)')
  expect(reminder('office', event('09-4a'), '2026-09-11')).toContain('trường chưa duyệt')
  expect(reminder('parents', { ...event('09-4a'), tentative: false }, '2026-09-11')).not.toContain('dự kiến')
})

test('staff are told when the event is on a day off', () => {
  const saturday: CalendarEvent = { ...event('11-1'), when: { kind: 'dated', day: '2027-11-20' } }
  expect(reminder('teachers', saturday, '2027-11-19')).toContain('ngày này trường nghỉ')
})

test('on the day itself it says today, and an English reader reads English', () => {
  expect(reminder('teachers', event('11-1'), '2026-11-20', 'en')).toBe(
    "Friday 20/11/2026 (today): Vietnamese Teachers' Day, 20/11.\nA reminder for teachers from Trường Mầm non Hoa Mai.",
  )
})

const question = monthQuestion({
  now: instantOf('2026-12-01', '07:30'),
  events: year,
  closures: [],
  schoolId: 'hoa-mai',
})!

test('the office reads one numbered list that fits one Zalo message, with an answer to copy that works', () => {
  for (const language of ['vi', 'en'] as const) {
    const phrase = askDatesPhrase(question, year, { school, language })
    const text = phrases.text(language, phrase.key, phrase.params)
    expect(text.match(/^\d+\. /gm)).toHaveLength(8)
    expect(text.length).toBeLessThan(2000)
    for (const [, example] of text.matchAll(/“([^”]+)”/g)) {
      expect(parseDateAnswer(example!, question.lines, { today: '2026-12-01' }).kind, example).toBe('dates')
    }
  }
})

test('the longest list of the year still fits one message', () => {
  const months = ['2026-09', '2026-10', '2027-03']
  for (const month of months) {
    const asked = monthQuestion({
      now: instantOf(month === '2026-09' ? '2026-09-03' : `${month}-01`, '07:30'),
      events: year,
      closures: [],
      schoolId: 'hoa-mai',
    })!
    const phrase = askDatesPhrase(asked, year, { school, language: 'vi' })
    expect(phrases.text('vi', phrase.key, phrase.params).length, month).toBeLessThan(2000)
  }
})

const reply = (text: string) =>
  dateAnswerText(
    parseDateAnswer(text, question.lines, { today: '2026-12-01' }),
    { lines: question.lines, events: year },
    { phrases, language: 'vi' },
  )

test('the office reads back each day as it was understood', () => {
  expect(reply('1: 15/12; 2: 6/12; bỏ 4')).toBe(
    [
      'Đã ghi 2 ngày:',
      '1. Báo cáo, thống kê học kỳ I: Thứ Ba 15/12/2026',
      '2. Kiểm tra quy chế, nhiệm vụ, phòng suy dinh dưỡng, phòng dịch, an toàn thực phẩm: Chủ nhật 06/12/2026 (trường nghỉ: Chủ nhật)',
      '4. Lập kế hoạch phát triển mầm non 2021-2025: năm nay không có',
      'Cần sửa, văn phòng nhắn lại số và ngày mới ạ.',
    ].join('\n'),
  )
})

test('an answer that is not understood says why, that nothing was noted, and how to say it', () => {
  expect(reply('1: 30/2')).toBe('Ngày ở số 1 không có trong lịch. Chưa ghi gì; văn phòng nhắn lại giúp, ví dụ “1: 15/12” ạ.')
  expect(reply('15/12')).toContain('số mấy')
  expect(reply('cảm ơn')).toContain('Chưa đọc ra ngày nào')
})

test.each([
  ['2027-02-10', 'nghỉ bù Tết Nguyên đán'],
  ['2026-01-02', 'nghỉ hoán đổi dịp Tết Dương lịch'],
  ['2026-11-21', 'thứ Bảy'],
  ['2026-09-02', 'Quốc khánh 2/9'],
  ['2026-09-28', 'Nghỉ bão'],
])('%s is off because of %s', (day, text) => {
  const answer = isSchoolDay(day, [{ day: '2026-09-28', open: false, reason: 'Nghỉ bão' }])
  expect(answer.kind === 'day_off' && dayOffText(answer, phrases, 'vi')).toBe(text)
})
