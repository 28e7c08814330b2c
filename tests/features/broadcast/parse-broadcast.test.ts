import { expect, test } from 'vitest'
import { parseBroadcast, readBroadcastOrder } from '../../../src/features/broadcast/parse-broadcast.ts'
import type { SchoolClass } from '../../../src/features/people/person.ts'

const room = (code: string, name: string): SchoolClass => ({ id: code, schoolId: 's', code, name, age: '5', children: [] })
const classes = [room('A1', 'Mẫu giáo lớn A1'), room('B1', 'Mẫu giáo nhỡ B1'), room('Hoa Mai', 'Lớp Hoa Mai')]
const everybody = ['guardian', 'teacher', 'office']

test.each([
  ['báo tất cả: mai nghỉ do bão', everybody, [], 'mai nghỉ do bão'],
  ['Báo mọi người: mai nghỉ', everybody, [], 'mai nghỉ'],
  ['thông báo cho toàn trường: mai nghỉ', everybody, [], 'mai nghỉ'],
  ['bao tat ca: mai nghi', everybody, [], 'mai nghi'],
  ['báo lớp A1: mang áo mưa', ['guardian', 'teacher'], ['A1'], 'mang áo mưa'],
  ['báo lớp A1, B1: mang áo mưa', ['guardian', 'teacher'], ['A1', 'B1'], 'mang áo mưa'],
  ['báo lớp a1 và lớp b1: mang áo mưa', ['guardian', 'teacher'], ['A1', 'B1'], 'mang áo mưa'],
  ['báo Hoa Mai: mang áo mưa', ['guardian', 'teacher'], ['Hoa Mai'], 'mang áo mưa'],
  ['báo phụ huynh: họp lúc 17:30 thứ 6', ['guardian'], [], 'họp lúc 17:30 thứ 6'],
  ['nhắn phụ huynh lớp A1: họp', ['guardian'], ['A1'], 'họp'],
  ['báo ph a1: họp', ['guardian'], ['A1'], 'họp'],
  ['báo bố mẹ các lớp A1, B1: họp', ['guardian'], ['A1', 'B1'], 'họp'],
  ['báo giáo viên: họp chuyên môn', ['teacher'], [], 'họp chuyên môn'],
  ['báo các cô lớp B1: họp', ['teacher'], ['B1'], 'họp'],
  ['báo văn phòng: trực bão', ['office'], [], 'trực bão'],
  ['báo tất cả:\nDòng một\nDòng hai', everybody, [], 'Dòng một\nDòng hai'],
])('"%s" is a notice', (line, roles, classIds, text) => {
  expect(parseBroadcast(line, classes)).toEqual({ kind: 'broadcast', audience: { roles, classIds }, text })
})

test.each([
  'báo lớp A1: 28/30',
  'báo cáo tổng hợp: hôm nay',
  'báo thế nào rồi',
  'A1 28/30, vắng 2: An sốt',
  '12: Dạ nhà trường thông báo sau ạ',
  'mai nghỉ do bão',
  'báo tất cả mai nghỉ',
  'báo bác bảo vệ: khoá cổng',
])('"%s" is none', (line) => {
  expect(parseBroadcast(line, classes)).toBeUndefined()
})

test('a class that is not there and a notice without words are told apart', () => {
  expect(parseBroadcast('báo lớp A1, C9: họp', classes)).toEqual({ kind: 'no_such_class', names: 'C9' })
  expect(parseBroadcast('báo tất cả:', classes)).toEqual({ kind: 'no_text' })
})

test.each([
  ['báo thế nào rồi', 'progress'],
  ['Báo thế nào rồi ạ?', 'progress'],
  ['thông báo đến đâu rồi', 'progress'],
  ['tiến độ báo', 'progress'],
  ['gửi xong chưa', 'progress'],
  ['ai chưa nhận được', 'missed'],
  ['Ai chưa nhận được tin?', 'missed'],
  ['còn ai chưa nhận', 'missed'],
  ['dừng báo', 'stop'],
  ['Dừng gửi thông báo', 'stop'],
  ['ngừng gửi báo nhé', 'stop'],
  ['huỷ báo cáo', undefined],
  ['dừng', undefined],
  ['lớp nào chưa báo', undefined],
  ['ai chưa đón con', undefined],
])('"%s" asks for: %s', (line, order) => {
  expect(readBroadcastOrder(line)).toBe(order)
})
