import { expect, test } from 'vitest'
import { withoutCodes } from '../../../src/features/outbox/without-codes.ts'

test('somebody else who reads a message gets neither its code nor its link', () => {
  const link = '🔑 Mở trang quản lý: https://mamnon.example/console/in?c=7K4Q-W2HX\nHoặc gõ mã 7K4Q-W2HX ở trang đăng nhập.'
  expect(withoutCodes(link)).toBe(
    '🔑 Mở trang quản lý: https://mamnon.example/console/in?c=••••\nHoặc gõ mã •••• ở trang đăng nhập.',
  )
  expect(withoutCodes('Mã cho phụ huynh bé An: MN-7K4QW-2HXPD, dùng trong 14 ngày.')).toBe(
    'Mã cho phụ huynh bé An: ••••, dùng trong 14 ngày.',
  )
})

test('figures, days and school years are no codes', () => {
  const text = 'Năm học 2026-2027: họp ngày 20/11, gọi 0912-3456, lớp A1-B1 28/30.'
  expect(withoutCodes(text)).toBe(text)
})
