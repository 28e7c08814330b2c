import { expect, test } from 'vitest'
import { readLateCorrection } from '../../../src/features/checkin/late-correction.ts'

const today = '2026-11-25' // a Wednesday

test.each([
  ['sửa hôm qua: An nghỉ phép, lý do: mẹ gọi điện muộn', '2026-11-24', 'An nghỉ phép', 'mẹ gọi điện muộn'],
  ['Em xin sửa lại báo cáo ngày 23/11: Bình có đi học. Lý do: ghi nhầm tên', '2026-11-23', 'Bình có đi học', 'ghi nhầm tên'],
  ['dinh chinh thu 2 An om, ly do: phu huynh bao sau', '2026-11-23', 'An om', 'phu huynh bao sau'],
  ['sửa thứ 4: A1 An ốm lý do: quên', '2026-11-18', 'A1 An ốm', 'quên'],
  ['sửa hôm qua: An nghỉ vì lý do gia đình', '2026-11-24', 'An nghỉ vì lý do gia đình', null],
])('a teacher’s “%s” corrects %s', (text, day, change, reason) => {
  expect(readLateCorrection(text, today)).toEqual({ day, change, reason })
})

test.each([
  'sửa lại: An đi học rồi',
  'nhầm, An đi học rồi',
  'hôm qua An nghỉ',
  'A1 28/30',
  'sửa 26/11: An nghỉ',
  'sửa 1/2: An nghỉ',
  '',
])('“%s” is no correction of a day gone by', (text) => {
  expect(readLateCorrection(text, today)).toBeUndefined()
})
