import { expect, test } from 'vitest'
import { drawPicture } from '../../../src/adapters/pictures/draw-picture.ts'
import { pictureOf } from '../../../src/features/summary/picture/picture-of.ts'
import { summarise } from '../../../src/features/summary/totals.ts'
import { phrases } from '../calendar/locale-phrases.ts'
import { morning, reported, silent } from './class-days.ts'

const full = summarise([reported('A1', '5', '30/30'), reported('B1', '4-5', '20/27')])
const nobody = summarise([silent('A1', '5', 30), silent('B1', '4-5', 27)])
const today = summarise(morning)
const days = [
  { day: '2026-11-19', summary: full },
  { day: '2026-11-20', summary: nobody },
  { day: '2026-11-23', summary: today },
]
const codes = new Map([['Nhà trẻ D2', 'D2']])
const voice = { phrases, language: 'vi', school: 'Trường Mầm non Hoa Mai', place: 'long-bien', day: '2026-11-23' } as const
const picture = pictureOf(today, { days, codes, voice })

test('the picture prints the figures of the message', () => {
  expect(picture.headline).toBe('Có mặt 72/77 trẻ (93,5 %)')
  expect(picture.title).toBe('Chuyên cần thứ Hai 23/11/2026')
  expect(picture.note).toBe('mới tính 3/4 lớp đã báo')
  expect(picture.classes.map(({ label, figure }) => [label, figure])).toEqual([
    ['A1', '28/30'],
    ['B1', '27/27'],
    ['C1', 'chưa báo'],
    ['D2', '17/20'],
  ])
  expect(picture.classes.map(({ parts }) => parts)).toEqual([
    { present: 28, ill: 2, away: 0 },
    { present: 27, ill: 0, away: 0 },
    null,
    { present: 17, ill: 0, away: 3 },
  ])
})

test('a day without reports is a gap, a day with some is marked', () => {
  expect(picture.days).toEqual([
    { weekday: 'T5', date: '19/11', rate: 87.7, figure: '87,7', isComplete: true },
    { weekday: 'T6', date: '20/11', rate: null, figure: '–', isComplete: false },
    { weekday: 'T2', date: '23/11', rate: 93.5, figure: '93,5', isComplete: false },
  ])
  expect(picture.daysNote).toContain('Vòng rỗng')
  expect(pictureOf(full, { days: days.slice(0, 1), codes, voice }).daysNote).toBe('')
})

test('it is drawn as a PNG three times as wide as a phone, small enough for every platform, with its own letters', async () => {
  const png = Buffer.from(await drawPicture(picture))
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  expect(width).toBe(1080)
  expect(height).toBeLessThan(2 * width)
  expect(png.length).toBeLessThan(400_000)
  const other = Buffer.from(await drawPicture({ ...picture, headline: picture.headline.replaceAll(/\S/g, '\u{e000}') }))
  // Letters that the type lacks leave the picture lighter: these were drawn.
  expect(other.length).toBeLessThan(png.length)
})

test('a school of forty classes with long names and nobody there is drawn, too', async () => {
  const many = summarise(Array.from({ length: 40 }, (_, index) => silent(`Mẫu giáo lớn chất lượng cao số ${index + 1}`, '5', 30)))
  const png = Buffer.from(
    await drawPicture(pictureOf(many, { days: [], codes, voice: { ...voice, school: 'Trường Mầm non '.repeat(6) } })),
  )
  expect(png.readUInt32BE(16)).toBe(1080)
  // Telegram takes no picture whose sides add up to more than 10,000.
  expect(png.readUInt32BE(20)).toBeLessThan(8_900)
})
