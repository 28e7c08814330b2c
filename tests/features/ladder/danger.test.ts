import { expect, test } from 'vitest'
import { saysDanger } from '../../../src/features/ladder/danger.ts'

test.each([
  'A1 29/30, vắng An. Bình ngã đập đầu ở sân',
  'be Binh dang co giat',
  'Cháu An khó thở, tím tái rồi cô ơi',
  'con bị hóc hạt nhãn',
  'bé hóc xương',
  'be bi hoc xuong ca',
  'Châu bất tỉnh ngoài sân',
  'An té cầu thang, ngã đập đầu chảy máu nhiều',
  'Bình ngất xỉu',
  'bé uống nhầm nước lau sàn',
  'gọi cấp cứu giúp em',
  'Bình is not breathing',
])('a teacher’s “%s” is danger', (text) => {
  expect(saysDanger(text)).toBe(true)
})

test.each([
  'A1 28/30, vắng An sốt, Bình ho',
  'đủ cả lớp, các con học ngoan',
  'hoc sinh di hoc du a',
  'An hết khó thở rồi, đi học lại',
  'bé không co giật nữa',
  'Chiều nay tập huấn phòng tránh đuối nước',
  'bé ngã xước tay nhẹ',
  'A1 30/30',
  'Khoa nghỉ, hóng tin mẹ',
])('a teacher’s “%s” is none', (text) => {
  expect(saysDanger(text)).toBe(false)
})
