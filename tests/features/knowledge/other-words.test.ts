import { expect, test } from 'vitest'
import { answer } from '../../../src/features/knowledge/answer.ts'
import type { Answer } from '../../../src/features/knowledge/turn.ts'

const ask = (text: string, thread?: unknown): Answer => answer(text, { today: '2026-11-22', place: null, thread })

test('a parent who names the office or the calendar around a question is answered all the same', () => {
  expect(ask('theo hướng dẫn của phòng giáo dục thì thành phố hỗ trợ mấy phần trăm tiền sữa').text).toContain('30%')
  expect(ask('lịch cho bé uống sữa học đường đến khi nào').text).toContain('31/12/2020')
})

test('a parent without marks is answered in Vietnamese though the words are English ones too', () => {
  expect(ask('lop choi can do the nao')).toMatchObject({ kind: 'answer', language: 'vi' })
})

test('hp is Hải Phòng beside a share and the fee beside an amount', () => {
  expect(ask('hp bn % trẻ khuyết tật học hòa nhập').text).toContain('75%')
  expect(ask('hp 1 tháng bn v ad').kind).toBe('unknown')
})

test('a child of 15 months in dialect is weighed every month', () => {
  expect(ask('con tui 15 thang thi bao lau can do mot lan').entryIds).toEqual(['health.long-bien.weighing-under-24-months'])
})

test('an illness told by the way does not hide the question', () => {
  expect(ask('bé lớp chồi nhà em hay ốm, tỷ lệ chuyên cần 4 tuổi phải đạt mấy phần trăm').text).toContain('87%')
  expect(ask('con sốt 39 độ cho uống thuốc gì').kind).toBe('unknown')
})

test('a document is found by what it says, and by its own number and date', () => {
  expect(ask('chỉ thị nào cấm dạy chữ trước lớp 1').text).toContain('2325')
  expect(ask('Kế hoạch của Krông Pa số bao nhiêu, ngày mấy?').entryIds).toEqual(['document.krong-pa.about'])
  expect(ask('Nghị định 99 quy định gì về mầm non?').kind).toBe('unknown')
})

test('a wrong signer or a figure of another place is set right', () => {
  expect(ask('ke hoach 142 do ba do thi hoa ky dung khong').text).toContain('Đinh Thị Thu Hương')
  expect(ask('nghe noi long bien chi nhan 97% tre mau giao thoi ha').text).toContain('100%')
})

test('several things in one question are answered each', () => {
  const { text } = ask('trường điểm tạo hình + làm quen toán LB là trường nào')
  expect(text).toContain('Hoa Mai')
  expect(text).toContain('Đô thị Việt Hưng')
})

test('a price asked after something that nobody here knows stays unknown', () => {
  expect(ask('Is there a summer class for 4-year-olds and how much is it?').kind).toBe('unknown')
  expect(ask('Trường có nhận trông hè không, chi phí bao nhiêu một tháng?').kind).toBe('unknown')
})

test('figures of primary schools are not told to who asks about schools of children', () => {
  expect(ask('chuẩn quốc gia bao nhiêu trường').text).not.toContain('28/28')
})

test('a plan that was named holds its place in the conversation', () => {
  const first = ask('kế hoạch 396 là gì')
  expect(ask('trường nào làm điểm', first.thread).text).toContain('Sơn Ca')
})

test('a plain assent closes the talk', () => {
  expect(ask('ok cô').kind).toBe('smalltalk')
  expect(ask('dạ vâng cô').kind).toBe('smalltalk')
})
