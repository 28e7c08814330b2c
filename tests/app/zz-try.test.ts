import { afterAll, beforeAll, test } from 'vitest'
import { startWorld, type World } from '../support/world.ts'
let world: World
beforeAll(async () => {
  world = await startWorld({ at: '2026-11-23T15:00:00+07:00', pauseSeconds: 3 })
  await world.office.says('chào em')
})
afterAll(() => world.close())
const show = (said: string[]) => console.log(said.join('\n-----\n'))
test('days', async () => {
  for (const t of ['duyệt lịch','duyệt 1','duyệt 2: 27/5/2027','bỏ việc 2','3', 'việc định kỳ: cân đo mỗi quý','1','việc định kỳ: khám sức khoẻ 2 lần/năm học, cho phụ huynh','1','việc định kỳ: tổng vệ sinh 8h ngày học đầu tiên của tháng','1','xem việc định kỳ','nghỉ 1/12 do bão','2','bỏ việc định kỳ 2','việc định kỳ: họp tổ thứ Sáu cuối cùng của tháng','2','việc định kỳ: RRULE:FREQ=SECONDLY xx','bỏ lịch mẫu']) { console.log('>>', t); show(await world.office.says(t)) }
  await world.clockTo('2026-11-30T07:30:00+07:00')
  console.log(await world.database.prisma.calendarEvent.findMany({where:{source:'rule'}, select:{titleVi:true, day:true, months:true, startTime:true}, orderBy:{sourceKey:'asc'}}))
  show(await world.office.reads())
  await world.clockTo('2026-12-01T07:30:00+07:00')
  show(await world.office.reads())
})
