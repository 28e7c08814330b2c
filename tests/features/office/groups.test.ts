import { expect, test } from 'vitest'
import { groupsOf } from '../../../src/features/office/groups.ts'
import type { PassReason, Question } from '../../../src/features/office/question-store.ts'

function questionOf(text: string, number: number, reason: PassReason = 'question'): Question {
  const address = { channel: 'zalo', account: 'oa', chat: String(number) } as const
  return {
    id: `q${number}`,
    number,
    schoolId: 'school',
    reason,
    text,
    askedAt: new Date(number),
    identityId: `i${number}`,
    asker: { address, language: 'vi' },
    answer: null,
    answeredAt: null,
  }
}

/** Five matters as different parents ask for them, one wording a line. */
const asked: Readonly<Record<string, readonly string[]>> = {
  bus: [
    'Trường có xe đưa đón không ạ?',
    'trường mình có xe đưa đón ko',
    'co xe bus don be khong co',
    'Does the school have a bus?',
  ],
  uniform: ['Đồng phục mua ở đâu ạ?', 'mua dong phuc cho be o dau v co', 'em muốn mua đồng phục thì mua chỗ nào'],
  uniformPrice: ['Đồng phục giá bao nhiêu một bộ?', 'dong phuc 1 bo bn tien a'],
  saturday: ['Thứ bảy trường có giữ trẻ không?', 't7 trg có trông bé k ad', 'thu 7 co nhan giu tre khong'],
  sunday: ['Chủ nhật trường có giữ trẻ không ạ'],
  fee: ['Học phí một tháng bao nhiêu ạ?', 'hoc phi nhiu tien', 'hp 1 thang bn v', 'mỗi tháng đóng bao nhiêu tiền học vậy cô'],
  feeWhen: ['Học phí đóng ngày nào?', 'đóng học phí khi nào ạ', 'han dong hoc phi la ngay may'],
  papers: ['Hồ sơ nhập học gồm những gì?', 'thủ tục nhập học cần giấy tờ gì ạ', 'nhap hoc can ho so gi'],
}

test('what several parents ask stands together, however they type it, and nothing else with it', () => {
  // As they come in: the first wordings, then the second ones.
  const rows = Object.values(asked)
  const order = [0, 1, 2, 3].flatMap((at) => rows.flatMap((row) => row[at] ?? []))
  const groups = groupsOf(order.map((text, at) => questionOf(text, at + 1))).map((group) => group.map(({ text }) => text))
  const matterOf = (text: string) => Object.keys(asked).find((matter) => asked[matter]!.includes(text))
  for (const group of groups) expect(new Set(group.map(matterOf)).size, group.join(' | ')).toBe(1)
  expect(groups.length).toBeLessThanOrEqual(rows.length + 1)
})

test('a wish for a person, a child’s day and an illness stand alone', () => {
  const texts = ['Hôm nay bé nhà em ăn thế nào ạ?', 'Con bị sốt uống thuốc gì ạ?']
  for (const text of texts) expect(groupsOf([questionOf(text, 1), questionOf(text, 2)])).toHaveLength(2)
  expect(groupsOf([questionOf('xe đưa đón', 1, 'wants_person'), questionOf('xe đưa đón', 2, 'wants_person')])).toHaveLength(2)
})
