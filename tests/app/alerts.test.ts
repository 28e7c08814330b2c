import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorld, type World } from '../support/world.ts'

// Monday 23 November 2026; A1 has 30 children, and the parent is Hoài An's.
let world: World
beforeAll(async () => {
  world = await startWorld({ at: '2026-11-23T07:20:00+07:00' })
  for (const phone of [world.parent, world.teacher, world.office]) await phone.says('xin chào')
})
afterAll(() => world.close())

const clock = (day: string, time = '07:20') => world.clockTo(`2026-11-${day}T${time}:00+07:00`)
const officeReads = async () => (await world.office.reads()).filter((text) => /^(?:⚠️|🌡|✏️)/u.test(text))

test('a disease named in a report is on the office’s phone at once, with who said it and how many there are', async () => {
  await world.teacher.says('A1 29/30, vắng Châu thuỷ đậu')
  expect(await officeReads()).toEqual(['⚠️ A1: cô báo bé Lê Bảo Châu bị thủy đậu. 7 ngày qua: lớp 1 bé, toàn trường 1 bé.'])
  await world.teacher.taps('Đúng rồi')
  await clock('24')
  await world.teacher.says('A1 28/30, vắng Châu thuỷ đậu, Bình thuỷ đậu')
  expect(await officeReads()).toEqual(['⚠️ A1: cô báo bé Trần Thái Bình bị thủy đậu. 7 ngày qua: lớp 2 bé, toàn trường 2 bé.'])
})

test('a slip that is mended withdraws its alert, marked; undoing the mend raises it again', async () => {
  await world.teacher.says('nhầm, Bình về quê')
  expect(await officeReads()).toEqual(['✏️ Rút cảnh báo A1: bé Trần Thái Bình – thủy đậu. Báo cáo đã được sửa.'])
  await world.teacher.taps('Hoàn tác')
  expect((await officeReads())[0]).toContain('bé Trần Thái Bình bị thủy đậu')
})

test('a family’s notice in the evening waits for the morning, and the teacher’s report of it is no second alert', async () => {
  await clock('24', '21:40')
  await world.parent.says('mai bé An nghỉ ạ, bé bị tay chân miệng')
  expect(await officeReads()).toEqual([])
  await clock('25', '06:31')
  expect(await officeReads()).toEqual([
    '⚠️ A1: gia đình báo bé Nguyễn Hoài An bị tay chân miệng. 7 ngày qua: lớp 1 bé, toàn trường 1 bé.',
  ])
  await clock('25')
  await world.teacher.says('A1 29/30, vắng An tay chân miệng')
  expect(await officeReads()).toEqual([])
})

test('a fever at school reaches the office at once, and the family when the teacher wants it', async () => {
  await clock('26')
  await world.parent.reads()
  await world.teacher.says('A1 30/30, An sốt 38.5 vẫn đi học')
  expect(await officeReads()).toEqual(['🌡 A1: bé Nguyễn Hoài An sốt 38,5 °C ở lớp.'])
  expect(await world.teacher.taps('Đúng rồi')).toContain('Có bé sốt ở lớp')
  expect(await world.parent.reads()).toEqual([])
  const told = await world.teacher.says('Báo gia đình bé Hoài An')
  expect(told).toEqual(['Em đã báo gia đình bé Hoài An ạ.'])
  expect(await world.parent.reads()).toEqual(['38,5 °C: cô báo bé Hoài An bị sốt ở lớp A1. Anh/chị liên hệ với cô giúp em ạ.'])
  await world.teacher.says('An sốt 39 chứ không phải 38.5')
  expect(await officeReads()).toEqual(['✏️ A1: bé Nguyễn Hoài An sốt 39 °C ở lớp (trước đó cô báo 38,5 °C).'])
  await world.teacher.says('nhầm, An không sốt')
  expect(await officeReads()).toEqual(['✏️ Rút cảnh báo A1: bé Nguyễn Hoài An sốt ở lớp. Báo cáo đã được sửa.'])
})

test('several children of a class fall ill alike: one alert with the figures, none the next day, another when it grows', async () => {
  await world.clockTo('2026-12-01T07:20:00+07:00')
  for (const day of ['02', '03', '04', '07', '08', '09', '10']) {
    await world.clockTo(`2026-12-${day}T07:20:00+07:00`)
    await world.teacher.says(day === '04' ? 'A1 29/30, vắng Khoa nôn' : 'A1 30/30')
  }
  expect(await officeReads()).toEqual([])
  await world.clockTo('2026-12-11T07:20:00+07:00')
  await world.teacher.says('A1 26/30, vắng Lâm nôn, Long tiêu chảy, Mai nôn, Hà đau bụng')
  expect(await officeReads()).toEqual([
    '⚠️ A1: 4 bé mới bị nôn, tiêu chảy, đau bụng hôm nay; 2 tuần qua lớp này nhiều nhất 1 bé mới một ngày.',
  ])
  await world.clockTo('2026-12-14T07:20:00+07:00')
  await world.teacher.says('A1 25/30, vắng Lâm nôn, Long tiêu chảy, Mai nôn, Hà đau bụng, Kiệt nôn')
  expect(await officeReads()).toEqual([])
  await world.teacher.says('thêm Nguyên nôn')
  expect(await officeReads()).toEqual(['⚠️ A1: 6 bé bị nôn, tiêu chảy, đau bụng từ 11/12 (lần báo trước 4).'])
  await world.clockTo('2026-12-14T09:15:00+07:00')
  const [summary] = (await world.office.reads()).filter((text) => text.includes('Từng lớp'))
  expect(summary).toContain('Cảnh báo:\nA1: 6 trẻ mới bị nôn, tiêu chảy, đau bụng từ 11/12, nhiều hơn mọi khi')
})
