import { afterAll, beforeAll, expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { startWorld, type World } from '../support/world.ts'
let world: World
beforeAll(async () => {
  world = await startWorld({ at: '2026-11-23T15:00:00+07:00', pauseSeconds: 3 })
  await world.office.says('chào em')
})
afterAll(() => world.close())
const show = (said: string[]) => console.log(said.join('\n-----\n'))
test('csv', async () => {
  show(await world.office.sendsFile('lich.csv', 'Ngày;Nội dung;Địa điểm;Dành cho\n27/11;Họp phụ huynh;Sân trường;Lớp A1\n30/2/2027;Sai ngày;;\n;Thiếu ngày;;\n5/12 lúc 8h;Tổng vệ sinh;;giáo viên\n01/01/2027;Nghỉ Tết Dương lịch;;\n'))
  show(await world.office.says('2'))
  show(await world.office.says('1'))
  show(await world.office.sendsFile('lich.csv', 'Ngày;Nội dung;Địa điểm;Dành cho\n28/11;Họp phụ huynh;Sân trường;Lớp A1\n5/12 lúc 8h;Tổng vệ sinh;;giáo viên\n'))
  show(await world.office.says('1'))
  show(await world.office.says('hoàn tác'))
})
test('zalo + paste', async () => {
  const seed = readFileSync('/work/shared/seeds/001_dbf5707a5c009c6d.txt','utf8').split('\n')
  const at = seed.findIndex((l)=>l.startsWith('THÁNG 8/2020'))
  const text = seed.slice(at).join('\n')
  console.log(text.length)
  show(await world.office.says(text))
  show(await world.office.says('1'))
})
