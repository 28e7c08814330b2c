import { expect, test } from 'vitest'
import { readAnswer, saysMoreThanADay } from '../../../src/features/office/questions.ts'

test.each([
  ['12: được ạ', 12, 'được ạ'],
  ['#12: được ạ', 12, 'được ạ'],
  ['trả lời câu 12：được ạ', 12, 'được ạ'],
])('“%s” answers a question', (text, number, answer) => {
  expect(readAnswer(text)).toEqual({ number, answer })
})

test.each(['câu hỏi', '12', '12:', ''])('“%s” is no answer', (text) => {
  expect(readAnswer(text)).toBeUndefined()
})

test.each([
  ['Học phí đóng trước ngày 15/12 ạ', true],
  ['Dạ trường nghỉ Tết từ 4/2 đến 12/2 ạ', true],
  ['15/12', false],
  ['thứ Năm tuần sau nhé', false],
  ['ngày 18 tháng 12 ạ', false],
  ['vào sáng thứ Hai 7/12', false],
])('“%s” says more than a day: %s', (answer, expected) => {
  expect(saysMoreThanADay(answer)).toBe(expected)
})
