import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorld, type World } from '../support/world.ts'

// Thursday 19 November 2026, 08:00; the family day of the sample school is three school days ahead, on Tuesday the 24th.
let world: World
let number = 0
beforeAll(async () => {
  world = await startWorld({ at: '2026-11-19T08:00:00+07:00' })
  await world.office.says('chào em')
  await world.parent.says('chào em')
  const event = await world.database.prisma.calendarEvent.findFirstOrThrow({ where: { titleVi: { contains: 'Ngày hội gia đình' } } })
  number = event.number
})
afterAll(() => world.close())

test('debug', async () => {
  const log = async (text: string) => console.log('>>>', text, '\n', (await world.office.says(text)).join('\n----\n'))
  await log('nhắc')
  await log(`nhắc ${number}`)
  await log(`nhắc sự kiện ${number} trước 3 ngày lúc 21h30 cho phụ huynh lớp A1, xin xác nhận: Mai bé {be} mang áo {mau} nhé`)
  await log(`nhắc sự kiện ${number} trước 3 ngày lúc 21h30 cho phụ huynh lớp A1, xin xác nhận: {ngay} là {ten}, bé {be} mang mũ đỏ ạ`)
  await log('2')
  await log('3')
  await log('4')
  await log('trước 2 ngày lúc 12h cho giáo viên và phụ huynh')
  await log('1')
  await log(`nhắc ${number}`)
  await log('1')
  await log('1')
  await log('cài đặt của tôi')
  console.log((await world.parent.says('cài đặt của tôi')).join('\n'), (await world.parent.says('3')).join('\n'),(await world.parent.says('20h đến 7h')).join('\n'))
})
