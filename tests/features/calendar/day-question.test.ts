import { expect, test } from 'vitest'
import { answerDay } from '../../../src/features/calendar/answer-day.ts'
import { readDayQuestion } from '../../../src/features/calendar/day-question.ts'
import type { Closure } from '../../../src/features/calendar/school-day.ts'
import { phrases } from './locale-phrases.ts'

const today = '2026-11-23' // a Monday

test.each<[text: string, expected: unknown]>([
  ['mai có học không?', { kind: 'days', days: ['2026-11-24'] }],
  ['Mai con có phải đi học không ạ', { kind: 'days', days: ['2026-11-24'] }],
  ['mai trường có nghỉ ko em', { kind: 'days', days: ['2026-11-24'] }],
  ['thứ 7 này có học không cô', { kind: 'days', days: ['2026-11-28'] }],
  ['hôm nay trường có đón trẻ không', { kind: 'days', days: ['2026-11-23'] }],
  ['mai học hay nghỉ vậy em', { kind: 'days', days: ['2026-11-24'] }],
  ['25/11 trường nghỉ không', { kind: 'days', days: ['2026-11-25'] }],
  ['24/11 có được nghỉ không', { kind: 'days', days: ['2026-11-24'] }],
  ['mai bão trường có nghỉ học không', { kind: 'days', days: ['2026-11-24'] }],
  ['is there school tomorrow?', { kind: 'days', days: ['2026-11-24'] }],
  ['2/9 nghỉ mấy ngày', { kind: 'holiday', name: 'national_day' }],
  ['Tết này nghỉ từ ngày nào đến ngày nào', { kind: 'holiday', name: 'tet' }],
  ['bao giờ nghỉ tết ạ', { kind: 'holiday', name: 'tet' }],
  ['tết dương lịch được nghỉ mấy hôm', { kind: 'holiday', name: 'new_year' }],
  ['30/4 nghỉ mấy ngày vậy cô', { kind: 'holiday', name: 'reunification' }],
  ['giỗ tổ có được nghỉ không', { kind: 'holiday', name: 'hung_kings' }],
  ['trung thu năm nay là ngày nào', { kind: 'feast', name: 'mid_autumn' }],
  ['20/11 có nghỉ không', { kind: 'feast', name: 'teachers_day' }],
  ['bao giờ học lại ạ', { kind: 'back' }],
  ['năm học bắt đầu ngày nào', { kind: 'term', what: 'year_begins' }],
  ['khi nào hết học kỳ 1 ạ', { kind: 'term', what: 'first_term_ends' }],
  ['bao giờ bế giảng năm học', { kind: 'term', what: 'year_ends' }],
])('"%s" asks for the school’s days', (text, expected) => {
  expect(readDayQuestion(text, today)).toEqual(expected)
})

test.each([
  'mai bé nghỉ ốm',
  'mai con xin nghỉ được không ạ',
  'nghỉ 3 ngày có được hoàn tiền ăn không',
  'nghỉ mấy ngày thì được trừ tiền ăn',
  'tỷ lệ chuyên cần bao nhiêu',
  'bao giờ tuyển sinh',
  'con học có ngoan không cô',
  'hôm nay con có ăn hết suất không',
  'ngày mai cho con nghỉ được không ạ?',
  'Ở Long Biên trẻ 3-5 tuổi có được làm quen tin học và ngoại ngữ không?',
  'Bao giờ trường tổ chức trung thu cho các bé?',
  'mai ai đón con',
  'hôm nay học gì',
  'sữa học đường có miễn phí không',
  'mai nghỉ do bão',
  'mai học',
  'trường có dạy tiếng anh không',
  'trường có học thứ mấy',
])('"%s" is another matter', (text) => {
  expect(readDayQuestion(text, today)).toBeUndefined()
})

const a1 = { id: 'a1', code: 'A1', age: '5' } as const
const d1 = { id: 'd1', code: 'D1', age: 'nursery' } as const
const closures: Closure[] = [
  { day: '2026-11-24', open: false, reason: 'Bão số 12' },
  { day: '2026-11-25', open: false, reason: 'Thuỷ đậu', only: { classId: 'a1' } },
  { day: '2026-11-27', open: false, reason: 'Phun khử khuẩn', only: { age: 'nursery' } },
  { day: '2026-11-28', open: true, reason: 'Học bù' },
]
const answer = (text: string, { classes = [] as (typeof a1 | typeof d1)[], on = today, own = closures } = {}) =>
  answerDay(readDayQuestion(text, on)!, { today: on, closures: own, classes }, { phrases, language: 'vi' })

test('a day off is answered with its reason and the day lessons begin again', () => {
  expect(answer('mai có học không')).toBe('Thứ Ba 24/11/2026 trường nghỉ: Bão số 12. Đi học lại Thứ Tư 25/11/2026 ạ.')
  expect(answer('thứ 7 này có học không')).toBe('Thứ Bảy 28/11/2026 trường học bình thường ạ (Học bù).')
  expect(answer('chủ nhật có học không')).toBe('Chủ nhật 29/11/2026 trường nghỉ cuối tuần. Đi học lại Thứ Hai 30/11/2026 ạ.')
  expect(answer('mai có học không', { classes: [a1] })).toContain('Đi học lại Thứ Năm 26/11/2026')
})

test('a class or an age group with days of its own is answered for itself', () => {
  expect(answer('25/11 có học không', { classes: [a1] })).toBe(
    'Thứ Tư 25/11/2026 lớp A1 nghỉ: Thuỷ đậu. Đi học lại Thứ Năm 26/11/2026 ạ.',
  )
  expect(answer('25/11 có học không', { classes: [d1] })).toBe('Thứ Tư 25/11/2026 trường học bình thường ạ.')
  expect(answer('25/11 có học không', { classes: [a1, d1] })).toBe(
    'Thứ Tư 25/11/2026 lớp A1 nghỉ: Thuỷ đậu. Đi học lại Thứ Năm 26/11/2026 ạ.\nThứ Tư 25/11/2026 lớp D1 học bình thường ạ.',
  )
  expect(answer('27/11 có học không', { classes: [d1] })).toContain('lớp D1 nghỉ: Phun khử khuẩn')
})

test('a holiday is answered with how many days in a row, and how sure that is', () => {
  expect(answer('tết nghỉ mấy ngày')).toBe(
    'Tết Nguyên đán: nghỉ 7 ngày liền, từ Thứ Năm 04/02/2027 đến Thứ Tư 10/02/2027. Đi học lại Thứ Năm 11/02/2027 ạ. ' +
      'Lịch nghỉ chính thức chưa có, em tính theo luật; có thay đổi nhà trường sẽ báo ạ.',
  )
  expect(answer('tết dương lịch nghỉ mấy ngày')).toBe(
    'Tết Dương lịch: nghỉ 3 ngày liền, từ Thứ Sáu 01/01/2027 đến Chủ nhật 03/01/2027. Đi học lại Thứ Hai 04/01/2027 ạ.',
  )
  const longer: Closure[] = [{ day: '2027-02-01', lastDay: '2027-02-12', open: false, reason: 'Nghỉ Tết' }]
  expect(answer('tết nghỉ mấy ngày', { own: longer })).toContain(
    'nghỉ 16 ngày liền, từ Thứ Bảy 30/01/2027 đến Chủ nhật 14/02/2027',
  )
  expect(answer('2/9 nghỉ mấy ngày', { on: '2026-08-24' })).toContain('từ Thứ Bảy 29/08/2026 đến Thứ Tư 02/09/2026')
})

test('when a term begins or ends is answered by the office’s word, and left to the documents without it', () => {
  const question = readDayQuestion('khi nào hết học kỳ 1', today)!
  const term = {
    schoolYear: '2026-2027',
    firstDay: '2026-09-07',
    firstTermEnds: '2027-01-15',
    secondTermFrom: '2027-01-18',
    lastDay: '2027-05-28',
  }
  const asked = { today, closures, classes: [] }
  const voice = { phrases, language: 'vi' as const }
  expect(answerDay(question, asked, voice)).toBeUndefined()
  expect(answerDay(question, { ...asked, terms: [{ ...term, certainty: 'own' }] }, voice)).toBe(
    'Học kỳ I năm học 2026-2027 kết thúc Thứ Sáu 15/01/2027 ạ.',
  )
})

test('a feast of the lunar calendar is given its day', () => {
  expect(answer('trung thu là ngày nào', { on: '2026-09-01' })).toBe(
    'Trung thu là Thứ Sáu 25/09/2026 (15/8 âm lịch). Thứ Sáu 25/09/2026 trường học bình thường ạ.',
  )
  expect(answer('ông công ông táo ngày nào')).toContain('Thứ Bảy 30/01/2027 (23/12 âm lịch)')
  expect(answer('trung thu là ngày nào', { on: '2026-12-31' })).toContain('Thứ Tư 15/09/2027')
})
