import { expect, test } from 'vitest'
import { sampleClasses } from '../../../src/demo/sample-school.ts'
import { asksAboutDay, saysSeen } from '../../../src/features/signoff/about-day.ts'
import { parseDayNote } from '../../../src/features/signoff/day-note.ts'
import { parseDropOff } from '../../../src/features/signoff/drop-off.ts'
import { readRecordRequest } from '../../../src/features/signoff/record-request.ts'

const today = '2026-11-23'
const dropOff = (text: string) => parseDropOff(text, { today, closures: [], isOver: false, children: ['Nguyễn Hoài An'] })

test.each([
  'sáng nay bé An hơi ho, cô để ý giúp ạ',
  'con hơi mệt cô trông giúp em',
  'bé dị ứng tôm cô lưu ý giúp ạ',
  'con sốt nhẹ đêm qua nhưng sáng nay đỡ rồi',
  'chao co, sang nay con chua an sang co cho con an giup em',
  'bé nhà em mọc răng hơi quấy cô thông cảm',
  'cô nhắc bé uống nước giúp em',
  'My daughter has a cough, please keep an eye on her',
])('“%s” is word for the teacher', (text) => {
  expect(dropOff(text)).toMatchObject({ isMedicine: false })
})

test.each([
  ['con uống thuốc lúc 10h', null],
  ['cô cho con uống thuốc ho lúc 10h giúp em được không ạ', null],
  ['em gửi thuốc trong balo cho An, uống sau ăn trưa 1 gói', null],
  ['mai con uống thuốc lúc 10h ạ', '2026-11-24'],
])('“%s” is about medicine, for %s', (text, day) => {
  expect(dropOff(text)).toMatchObject({ isMedicine: true, day })
})

test.each([
  'bé bị ho có được uống sữa học đường không',
  'trẻ bị ho thì có nên đi học không',
  'lớp có nhiều bé ho không ạ?',
  'hôm qua con ho',
  'An hết ho rồi ạ',
  'họ tên con là gì',
  'cảm ơn cô',
  'học phí tháng này bao nhiêu',
  'con bị sốt uống thuốc gì ạ',
  'be ho nhieu nen lam sao',
  'cho con uống thuốc ho nào vậy cô',
])('“%s” is not', (text) => {
  expect(dropOff(text)).toBeUndefined()
})

test('how the day is, and what is cooked', () => {
  const children = ['Nguyễn Hoài An']
  for (const text of [
    'hôm nay con thế nào ạ',
    'bé An hôm nay ngoan không cô',
    'con ở lớp ăn ngủ thế nào ạ',
    'con đỡ ho chưa cô',
    'how was An today?',
  ])
    expect(asksAboutDay(text, children), text).toBeDefined()
  for (const text of ['hôm nay con ăn gì', 'thời tiết hôm nay thế nào', 'mấy giờ đón con', 'đăng ký cho con thế nào'])
    expect(asksAboutDay(text, children), text).toBeUndefined()
  expect(['đã xem', 'Dạ em đã xem rồi ạ', 'vâng'].map(saysSeen)).toEqual([true, true, false])
})

const { children } = sampleClasses[0]!
const noted = (text: string, time = '14:00') => {
  const parsed = parseDayNote(text, { children, time })
  if (parsed === undefined) return undefined
  return parsed.whose.kind === 'known' ? parsed.whose.children.map((index) => children[index]) : 'which one?'
}

test('a teacher’s word of one child’s day', () => {
  expect(noted('An chiều ăn ít, hơi ho')).toEqual(['Nguyễn Hoài An'])
  expect(noted('Bin ngủ ít, ăn hết suất')).toEqual(['Hoàng Anh Đức (Bin)'])
  expect(noted('Bình bị bạn cắn vào tay')).toEqual(['Trần Thái Bình'])
  expect(noted('Long và Linh ngủ ngoan')).toEqual(['Đỗ Khánh Linh', 'Bùi Bảo Long'])
  expect(noted('nhắn phụ huynh Khoa mang thêm quần áo')).toEqual(['Vũ Đăng Khoa'])
  // In the morning an ailment belongs to the report, in the afternoon to the day.
  expect(noted('Giang sổ mũi', '07:40')).toBeUndefined()
  expect(noted('Giang sổ mũi', '14:00')).toEqual(['Bùi Hương Giang'])
})

test.each([
  'A1 28/30 vắng An',
  'vắng 2 An ho, Bình sốt',
  'An sốt 38.5 từ trưa',
  'An đi học rồi',
  'nhầm, An ăn ít thôi',
  'cả lớp ăn hết suất',
  'bình thường',
  'An về sớm',
])('“%s” is none', (text) => {
  expect(noted(text)).toBeUndefined()
})

test('fever in a note is the report’s business, too', () => {
  expect(parseDayNote('An trưa ngủ ít, sốt 38.2', { children, time: '14:00' })).toMatchObject({ isSerious: true })
})

test('what is asked of the record', () => {
  expect(readRecordRequest('sổ bé An', today)).toEqual({ rest: 'an', day: today })
  expect(readRecordRequest('Sổ A1 An 20/11', today)).toEqual({ rest: 'a1 an', day: '2026-11-20' })
  expect(readRecordRequest('sổ đón trả bé An hôm qua', today)).toEqual({ rest: 'an', day: '2026-11-22' })
  expect(readRecordRequest('sổ bé An 25/12', today)).toEqual({ rest: 'an', day: '2025-12-25' })
  expect(readRecordRequest('phụ huynh đã xem chưa', today)).toEqual({ rest: '', day: today })
  expect(readRecordRequest('số lượng trẻ', today)).toBeUndefined()
})
