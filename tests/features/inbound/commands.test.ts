import { expect, test } from 'vitest'
import { readCommand } from '../../../src/features/inbound/commands.ts'

test.each([
  ['dừng', 'stop'],
  ['Dừng lại ạ', 'stop'],
  ['dung', 'stop'],
  ['hủy', 'stop'],
  ['/stop@mamnon_demo_bot', 'stop'],
  ['bat lai', 'resume'],
  ['Trợ giúp nhé!', 'help'],
  ['/start', 'start'],
  ['TONG HOP HOM NAY', 'summary'],
  ['lớp nào chưa báo?', 'missing_reports'],
])('“%s” is the command %s', (text, command) => {
  expect(readCommand(text)).toBe(command)
})

test.each(['Đúng ạ', 'đúng', 'Dũng', 'Huy', 'dùng', 'tất', 'dừng xe ở cổng trường được không ạ', '', '/', 'giúp em đăng ký'])(
  '“%s” is no command',
  (text) => {
    expect(readCommand(text)).toBeUndefined()
  },
)
