import { expect, test } from 'vitest'
import en from '../../../locales/en.json' with { type: 'json' }
import vi from '../../../locales/vi.json' with { type: 'json' }
import { symptoms } from '../../../src/features/checkin/report.ts'
import { attendanceTargetSource } from '../../../src/features/summary/attendance-target.ts'
import { needsOf } from '../../../src/features/summary/needs.ts'
import { changesBetween, revisionMessage } from '../../../src/features/summary/revision.ts'
import { type ClassDay, summarise } from '../../../src/features/summary/totals.ts'
import { type SummaryVoice, summaryMessage } from '../../../src/features/summary/wording.ts'
import { phrases } from '../calendar/locale-phrases.ts'
import { away, morning, reported, silent } from './class-days.ts'

const voice: SummaryVoice = { phrases, language: 'vi', school: 'Trường Mầm non Hoa Mai', place: 'long-bien', day: '2026-11-23' }
const text = (classes: readonly ClassDay[], language: 'vi' | 'en' = 'vi') =>
  summaryMessage(summarise(classes), { ...voice, language }).text

test('the office reads the whole morning on one screen', () => {
  expect(text(morning)).toBe(
    [
      'Có mặt 72/77 trẻ (93,5 %), thứ Hai 23/11/2026, mới tính 3/4 lớp đã báo.',
      'Trường Mầm non Hoa Mai',
      '',
      'Chưa báo (1 lớp): C1.',
      'Đã báo nhưng cô chưa xác nhận (1 lớp): B1.',
      '',
      'Vắng 5: ốm 2, việc gia đình 1, chưa rõ lý do 2.',
      'Phép: có phép 2, chưa rõ 3.',
      'Có triệu chứng 3 trẻ (1 trẻ đang ở lớp): ho 2, sốt 1, sổ mũi 1.',
      'Về sớm 1 trẻ, vẫn tính có mặt.',
      '',
      'Từng lớp:',
      'A1: 28/30, vắng 2, triệu chứng 2',
      'B1: 27/27, triệu chứng 1 (danh sách 28) – chưa xác nhận',
      'Nhà trẻ D2: 17/20, vắng 3',
      '',
      'Chuyên cần so với chỉ tiêu:',
      '▼ 5 tuổi: 93,3 % (từ 95 %)',
      '✓ 4–5 tuổi: 100,0 % (từ 87 %)',
      '✓ Nhà trẻ: 85,0 % (từ 85 %)',
      'Chỉ tiêu: Hướng dẫn 2020-2021 quận Long Biên, II.4.2.1.a. Văn bản đã hết hiệu lực, chưa biết bản mới hơn.',
    ].join('\n'),
  )
})

test('no child is named in what the office reads, in either language', () => {
  for (const language of ['vi', 'en'] as const) {
    const written = text(morning, language)
    for (const name of ['Đức Anh', 'Bin', 'Bảo An', 'Trần Minh']) expect(written).not.toContain(name)
  }
})

test('a full house says so, without empty parts', () => {
  const written = text([reported('A1', '5', '30/30'), reported('B1', '4-5', '28/28')])
  expect(written).toContain('Có mặt 58/58 trẻ (100,0 %), thứ Hai 23/11/2026, đủ 2 lớp.')
  expect(written).toContain('Không trẻ nào vắng.')
  expect(written).toContain('Từng lớp:\nĐủ (2 lớp): A1, B1.')
  expect(written).not.toMatch(/Chưa báo|triệu chứng|Phép|Về sớm|xác nhận/)
})

test('when nobody has reported the office gets the classes to call, and no rate', () => {
  expect(text([silent('A1', '5', 30), silent('B1', '4-5', 28)])).toBe(
    'Chưa lớp nào báo sĩ số, thứ Hai 23/11/2026.\nTrường Mầm non Hoa Mai\n\nChưa báo (2 lớp): A1, B1.',
  )
})

test('meals and milk are those of the children present, and of the lists of classes that have not reported', () => {
  const summary = summarise(morning)
  const needs = needsOf(summary, { meals: 1, milkBoxes: 2 }, new Map([['C1', 3]]))
  expect(needs).toEqual({ meals: 72 + 22, milkBoxes: 2 * (72 + 22), estimated: 22 })
  const { text: written } = summaryMessage(summary, voice, { needs, warnings: ['A1: sốt 2'], openQuestions: 3 })
  expect(written).toContain('Hôm nay cần 94 suất ăn, 188 hộp sữa (tính cả 22 trẻ theo danh sách của lớp chưa báo).')
  expect(written).toMatch(/A1: sốt 2\n/)
  expect(written.endsWith('Câu hỏi chờ văn phòng trả lời: 3. Xem: nhắn “câu hỏi”.')).toBe(true)
})

test('a school that wants no meals told reads of none', () => {
  const needs = needsOf(summarise(morning), { meals: null, milkBoxes: 1 }, new Map())
  expect(summaryMessage(summarise(morning), voice, { needs }).text).toContain('Hôm nay cần 97 hộp sữa (')
  const none = needsOf(summarise(morning), { meals: null, milkBoxes: null }, new Map())
  expect(summaryMessage(summarise(morning), voice, { needs: none }).text).not.toContain('Hôm nay cần')
})

test('symptoms are listed most frequent first', () => {
  const sick = (symptom: (typeof symptoms)[number]) => away({ reason: 'sick', symptoms: [symptom] })
  const written = text([reported('A1', '5', '26/30', { absent: [sick('cough'), sick('hfmd'), sick('hfmd'), sick('fever')] })])
  expect(written).toContain('Có triệu chứng 4 trẻ: tay chân miệng 2, sốt 1, ho 1.')
})

test('a temperature without a symptom is told as such', () => {
  expect(text([reported('A1', '5', '29/30', { absent: [away({ temperatureC: 38 })] })])).toContain(
    'Có triệu chứng 1 trẻ: chỉ ghi nhiệt độ.',
  )
})

test('every symptom a teacher can report has a word in both languages', () => {
  for (const words of [vi.summary.symptom, en.summary.symptom]) expect(Object.keys(words)).toEqual([...symptoms])
})

test('the targets are told with their document and section, and that it has run out', () => {
  for (const { target_source: told } of [vi.summary, en.summary]) {
    expect(told).toContain(attendanceTargetSource.section)
    expect(told).toContain(attendanceTargetSource.schoolYear)
  }
  expect(text(morning)).toContain('đã hết hiệu lực')
})

test('a school of twenty classes fits one Zalo message', () => {
  const classes = Array.from({ length: 20 }, (_, index) =>
    reported(`Mẫu giáo lớn A${index + 1}`, '5', '28/30', { state: 'unconfirmed' }),
  )
  expect(text(classes).length).toBeLessThan(2000)
})

const later = (changes: Readonly<Record<string, ClassDay>>) => summarise(morning.map((one) => changes[one.className] ?? one))
const before = summarise(morning)

test('the office reads what changed since its summary', () => {
  const now = later({
    A1: reported('A1', '5', '27/30', { unnamedAbsent: 3 }),
    B1: { ...morning[1]!, state: 'confirmed' },
    C1: reported('C1', '3-4', '25/25'),
  })
  expect(revisionMessage(before, now, voice)?.text).toBe(
    [
      'Số liệu thứ Hai 23/11/2026 có thay đổi: có mặt 96/102 trẻ (94,1 %), trước đó 72/77.',
      'A1: 28/30 → 27/30',
      'B1: 27/27, cô đã xác nhận',
      'C1: đã báo 25/25',
      'Các lớp đã báo đủ.',
      'Trường Mầm non Hoa Mai',
    ].join('\n'),
  )
})

test('a report undone after the summary is told as withdrawn', () => {
  const now = later({ A1: silent('A1', '5', 30) })
  expect(changesBetween(before, now)).toEqual([{ kind: 'withdrawn', className: 'A1', before: '28/30', now: '' }])
  expect(revisionMessage(before, now, voice)?.text).toContain('Còn 2 lớp chưa báo: A1, C1.')
})

test('a corrected reason changes the figures though the count stays', () => {
  const now = later({ A1: reported('A1', '5', '28/30', { absent: [away({ reason: 'family' }), away({ reason: 'sick' })] }) })
  expect(changesBetween(before, now).map(({ kind }) => kind)).toEqual(['detail'])
})

test('nothing new means no message, also when the earlier figures were stored as JSON', () => {
  expect(revisionMessage(JSON.parse(JSON.stringify(before)), summarise(morning), voice)).toBeNull()
  const reordered = { ...before, classes: before.classes.map((one) => Object.fromEntries(Object.entries(one).reverse())) }
  expect(changesBetween(reordered as never, summarise(morning))).toEqual([])
})

test('a school of another place is not measured by the targets of Long Biên', () => {
  const message = summaryMessage(summarise(morning), { ...voice, place: 'hai-phong' })
  expect(message.text).not.toContain('Long Biên')
  expect(message.text).not.toContain('95 %')
})
