import { expect, test } from 'vitest'
import { readEntryCommand } from '../../../src/features/entries/entry-command.ts'

const today = '2026-11-22'

test.each([
  ['câu trả lời', { kind: 'list' }],
  ['cau tra loi chung', { kind: 'list' }],
  ['bỏ câu trả lời 3', { kind: 'withdraw', number: 3 }],
  ['xoá câu trả lời số 3 nhé', { kind: 'withdraw', number: 3 }],
  ['khôi phục câu trả lời 12', { kind: 'restore', number: 12 }],
  [
    'sửa câu trả lời 3: Học phí 1.200.000 đồng: đóng đầu tháng',
    { kind: 'edit', number: 3, language: 'vi', text: 'Học phí 1.200.000 đồng: đóng đầu tháng' },
  ],
  ['sua cau tra loi 3 tieng anh: 1,200,000 a month', { kind: 'edit', number: 3, language: 'en', text: '1,200,000 a month' }],
  ['câu trả lời 3', { kind: 'show', number: 3 }],
  ['xem câu trả lời số 3 ạ', { kind: 'show', number: 3 }],
  ['duyệt câu trả lời 3', { kind: 'approve', number: 3 }],
  ['dùng câu trả lời 3', { kind: 'use', number: 3 }],
  ['use answer 3', { kind: 'use', number: 3 }],
  ['khôi phục câu trả lời 3 bản 2', { kind: 'restore', number: 3, version: 2 }],
  ['câu trả lời 3 việc sữa', { kind: 'topic', number: 3, topic: 'milk' }],
  ['câu trả lời 3 chủ đề học phí', { kind: 'topic', number: 3, topic: 'fees' }],
  ['câu trả lời 3 hỏi: Mấy giờ đón bé?', { kind: 'asks', number: 3, ask: 'Mấy giờ đón bé?', isMore: false }],
  ['câu trả lời 3 hỏi thêm: đón bé lúc nào', { kind: 'asks', number: 3, ask: 'đón bé lúc nào', isMore: true }],
  ['thêm câu trả lời: Mấy giờ đón bé? 7 giờ ạ.', { kind: 'add', ask: 'Mấy giờ đón bé?', text: '7 giờ ạ.' }],
  ['them cau tra loi: gio don be = 7 giờ ạ', { kind: 'add', ask: 'gio don be', text: '7 giờ ạ' }],
  [
    'thêm câu trả lời:\nGiờ đón bé\n7 giờ ạ\nĐến muộn thì báo cô.',
    { kind: 'add', ask: 'Giờ đón bé', text: '7 giờ ạ\nĐến muộn thì báo cô.' },
  ],
  ['nhắc hạn câu trả lời trước 14 ngày', { kind: 'notice', days: 14 }],
  ['câu trả lời 3 đến 31/12', { kind: 'validity', number: 3, to: '2026-12-31' }],
  ['câu trả lời 3 đến hết ngày 15/5', { kind: 'validity', number: 3, to: '2027-05-15' }],
  ['câu trả lời 3 từ 1/9/2026 đến 31/5/2027', { kind: 'validity', number: 3, from: '2026-09-01', to: '2027-05-31' }],
  ['câu trả lời 3 không thời hạn', { kind: 'validity', number: 3, to: null }],
  ['câu trả lời 3 đến 31/2', { kind: 'no_such_day' }],
  ['câu trả lời 3 đến 1/1/2020', { kind: 'no_such_day' }],
])('the office types “%s”', (text, command) => {
  expect(readEntryCommand(text, today)).toEqual(command)
})

test.each([
  '12: câu trả lời là có ạ',
  'bỏ 3',
  'câu hỏi',
  'câu trả lời của trường về học phí là gì?',
  'sửa câu trả lời 3',
  'thêm câu trả lời: giờ đón bé',
  'câu trả lời 3 việc gì đó',
  'trả lời 3: được ạ',
  '',
])('“%s” is none of these', (text) => {
  expect(readEntryCommand(text, today)).toBeUndefined()
})
