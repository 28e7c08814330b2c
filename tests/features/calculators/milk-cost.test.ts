import { expect, test } from 'vitest'
import { createPhrases } from '../../../src/adapters/locales/phrases.ts'
import { readMilkQuestion, tellMilkCost } from '../../../src/features/calculators/milk-cost.ts'

const today = '2026-11-23'
const school = {
  id: 'hoa-nang',
  name: 'Trường Mầm non Hoa Nắng',
  place: 'long-bien',
  reminderTime: '07:00',
  summaryTime: '09:15',
} as const
const tell = (span: Parameters<typeof tellMilkCost>[1]['span'], price: number | undefined) =>
  tellMilkCost(createPhrases(), { language: 'vi', span, price, closures: [], school, today })

test.each([
  ['tiền sữa học đường 22 ngày là bao nhiêu', { kind: 'days', days: 22 }],
  ['tien sua 1 thang bn vay co', { kind: 'month', month: '2026-11' }],
  ['tiền sữa tháng 1 phụ huynh đóng bao nhiêu ạ', { kind: 'month', month: '2027-01' }],
  ['một hộp sữa giá bao nhiêu tiền', { kind: 'days', days: 1 }],
  ['mỗi tuần tiền sữa hết bao nhiêu', { kind: 'days', days: 5 }],
])('“%s” asks for an amount', (text, span) => {
  expect(readMilkQuestion(text, school, today)).toEqual(span)
})

test.each([
  'sữa học đường phụ huynh đóng bao nhiêu phần trăm',
  'hộ nghèo có phải đóng tiền sữa không, bao nhiêu một tháng',
  'học phí một tháng bao nhiêu',
  'tiền sữa ở Hải Phòng một tháng bao nhiêu',
  'sữa học đường uống đến tháng mấy',
  'bé uống sữa mấy giờ',
])('“%s” does not', (text) => {
  expect(readMilkQuestion(text, school, today)).toBeUndefined()
})

test('a family reads the amount, its sum, whose each part is, and that the share’s time is over', () => {
  const told = tell({ kind: 'days', days: 22 }, 6286)
  expect(told).toMatch(/^64\.997 đồng/)
  expect(told).toContain('47% × 6.286 đồng × 22 hộp')
  expect(told).toContain('do Trường Mầm non Hoa Nắng cho biết')
  expect(told).toContain('II.5.2')
  expect(told).toContain('đã qua')
})

test('a month counts its school days', () => {
  expect(tell({ kind: 'month', month: '2027-03' }, 10_000)).toContain('23 hộp')
})

test('without a price the share is told and the price is not known', () => {
  const told = tell({ kind: 'days', days: 22 }, undefined)
  expect(told).toContain('47%')
  expect(told).toContain('giá một hộp em chưa biết')
  expect(told).not.toContain('22')
})
