import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorld, users, type World } from '../support/world.ts'

// Monday 23 November 2026, afternoon; the family day of the sample school is on Wednesday the 25th.
let world: World
beforeAll(async () => {
  world = await startWorld({ at: '2026-11-23T15:00:00+07:00', pauseSeconds: 3 })
  await world.office.says('chào em')
})
afterAll(() => world.close())

const closures = () => world.database.prisma.closure.findMany({ orderBy: { day: 'asc' } })

test('the office reads back what it said of a day off before anything is written', async () => {
  const [said] = await world.office.says('mai nghỉ do bão')
  expect(said).toContain('trường nghỉ Thứ Ba 24/11/2026')
  expect(said).toContain('Lý do: bão')
  const [message] = (await world.office.screen()).slice(-1)
  expect(message!.buttons.map(({ label }) => label)).toEqual(['1. Đúng, ghi lại và báo mọi người', '2. Chỉ ghi lịch', '3. Bỏ'])
  expect(await closures()).toEqual([])
})

test('whoever says no has changed nothing', async () => {
  const [dropped] = await world.office.says('3')
  expect(dropped).toContain('không ghi gì')
  expect(await closures()).toEqual([])
})

test('an older read-back cannot confirm a newer one', async () => {
  await world.office.says('nghỉ 30/11 vì mất nước')
  const [old] = (await world.office.screen()).slice(-1)
  await world.office.says('nghỉ 25/11 đến 27/11: sửa bếp')
  await world.platforms.telegram.taps(world.office.user, old!.id, old!.buttons[1]!.value)
  const [gone] = await world.office.reads()
  expect(gone).toContain('đã qua')
  expect(await closures()).toEqual([])
})

test('a run of days is noted by typing the number, and the office learns what stands in the calendar then', async () => {
  const [said] = await world.office.says('nghỉ 25/11 đến 27/11: sửa bếp')
  expect(said).toContain('3 ngày, từ Thứ Tư 25/11/2026 đến Thứ Sáu 27/11/2026')
  expect(said).toContain('Ngày hội gia đình tại sân trường (25/11)')
  const [noted] = await world.office.says('2')
  expect(noted).toContain('bỏ nghỉ 25/11 đến 27/11')
  expect((await closures()).map(({ open, reason }) => [open, reason])).toEqual(Array(3).fill([false, 'Sửa bếp']))
})

test('on such a day no summary is sent, and a teacher who reports reads why nothing was noted', async () => {
  await world.office.reads()
  expect(await world.clockTo('2026-11-26T09:15:00+07:00')).toMatchObject({ summaries: 0 })
  const said = await world.teacher.says('A1 28/30, vắng 2: An sốt, Bình ho')
  expect(said.join('\n')).toContain('ngày nghỉ (Sửa bếp)')
  expect(await world.database.prisma.checkin.count()).toBe(0)
})

test('part of a run is taken back the same way', async () => {
  const [asked] = await world.office.says('bỏ nghỉ 27/11')
  expect(asked).toContain('bỏ lịch riêng')
  await world.office.says('2')
  expect((await closures()).map(({ day }) => day.toISOString().slice(0, 10))).toEqual(['2026-11-25', '2026-11-26'])
  const [nothing] = await world.office.says('bỏ nghỉ 27/11')
  expect(nothing).toContain('không có gì vào Thứ Sáu 27/11/2026')
})

test('lessons again on a day that only the school had shut take its word back', async () => {
  const [asked] = await world.office.says('26/11 đi học lại bình thường')
  expect(asked).toContain('bỏ lịch riêng')
  await world.office.says('3')
  expect(await closures()).toHaveLength(2)
})

test('a Saturday of lessons is a school day: the summary comes, and a report is taken', async () => {
  await world.office.says('thứ 7 tuần này học bù')
  await world.office.says('2')
  await world.clockTo('2026-11-28T07:40:00+07:00')
  const said = await world.teacher.says('A1 30/30')
  expect(said.join('\n')).toContain('30/30')
  expect(await world.clockTo('2026-11-28T09:15:00+07:00')).toMatchObject({ summaries: 1 })
})

test('closing the day before an event brings its reminder forward', async () => {
  // The reminder of an event on Wednesday 9/12 is due on Tuesday the 8th; with that day off, on Monday the 7th.
  const school = await world.database.prisma.school.findFirstOrThrow()
  await world.database.prisma.calendarEvent.create({
    data: {
      id: '00000000-0000-4000-8000-000000000001',
      schoolId: school.id,
      schoolYear: '2026-2027',
      titleVi: 'Khám sức khoẻ',
      titleEn: 'Health check',
      audience: ['parents'],
      day: new Date('2026-12-09T00:00:00Z'),
      months: [],
    },
  })
  await world.clockTo('2026-12-04T08:00:00+07:00')
  await world.office.says('nghỉ 8/12 vì mất điện')
  await world.office.says('2')
  await world.parent.says('chào em')
  expect(await world.clockTo('2026-12-07T07:00:00+07:00')).toMatchObject({ reminders: 1 })
  expect((await world.parent.reads()).join()).toContain('Khám sức khoẻ')
})

test('half a day, an unknown class, a day that is no day: the office reads why nothing was noted', async () => {
  const before = (await closures()).length
  expect((await world.office.says('chiều mai nghỉ do bão')).join()).toContain('cả ngày')
  expect((await world.office.says('lớp B9 nghỉ 15/12 vì thuỷ đậu')).join()).toContain('không thấy lớp')
  expect((await world.office.says('nghỉ 30/2')).join()).toContain('không có trong lịch')
  expect((await world.office.says('trường nghỉ do bão')).join()).toContain('ngày nào')
  expect(await closures()).toHaveLength(before)
})

test('an office on Zalo, without buttons, says yes in words and no by number', async () => {
  const zalo = world.phone('zalo', users.zaloStranger)
  await zalo.says('chào em')
  const { prisma } = world.database
  const person = await prisma.person.findFirstOrThrow({ where: { role: 'office' } })
  const identity = await prisma.identity.findFirstOrThrow({ where: { chat: users.zaloStranger } })
  const link = { identityId: identity.id, personId: person.id, schoolId: person.schoolId, linkedAt: world.now() }
  await prisma.identityPerson.create({ data: link })
  const [asked] = await zalo.says('nghỉ 22/12 vì mất nước')
  expect(asked).toContain('1. Đúng, ghi lại và báo mọi người\n2. Chỉ ghi lịch\n3. Bỏ')
  const [noted, preview] = await zalo.says('Đúng ạ')
  expect(noted).toContain('Đã ghi: trường nghỉ Thứ Ba 22/12/2026')
  expect(preview).toContain('nghỉ học Thứ Ba 22/12/2026 do mất nước')
  expect((await zalo.says('3')).join()).toContain('không gửi gì')
  expect((await closures()).map(({ day }) => day.toISOString().slice(0, 10))).toContain('2026-12-22')
})

test('a parent and a teacher who write the same line close nothing', async () => {
  const before = (await closures()).length
  await world.parent.says('mai nghỉ do bão')
  await world.parent.says('1')
  await world.teacher.says('nghỉ 25/12 đến 27/12: Tết sớm')
  await world.teacher.says('1')
  expect(await closures()).toHaveLength(before)
})

test('one class is shut: its people are told and asked, its day is answered, and the others have school', async () => {
  await world.clockTo('2026-12-28T15:00:00+07:00')
  await world.parent.says('chào em')
  const [asked] = await world.office.says('lớp A1 nghỉ mai vì thuỷ đậu')
  expect(asked).toContain('lớp A1 nghỉ Thứ Ba 29/12/2026')
  const [noted, preview] = await world.office.says('1')
  expect(noted).toContain('bỏ nghỉ lớp A1 29/12')
  expect(preview).toContain('Lớp A1 nghỉ học Thứ Ba 29/12/2026 do thuỷ đậu')
  await world.office.says('1')
  expect((await world.parent.reads()).join()).toContain('Lớp A1 nghỉ học')
  expect((await world.parent.says('mai có học không?')).join()).toContain(
    'Thứ Ba 29/12/2026 lớp A1 nghỉ: Thuỷ đậu. Đi học lại Thứ Tư 30/12/2026',
  )
  const [office] = await world.office.says('mai có học không em')
  expect(office).toContain('lớp A1 nghỉ: Thuỷ đậu')
  expect(office).toContain('học bình thường')
  await world.teacher.reads()
  await world.clockTo('2026-12-29T07:45:00+07:00')
  expect((await world.teacher.reads()).join()).not.toContain('A1')
  expect((await world.teacher.says('A1 30/30')).join('\n')).toContain('Thuỷ đậu')
  await world.clockTo('2026-12-29T09:15:00+07:00')
  const summary = (await world.office.reads()).join('\n')
  expect(summary).toMatch(/nghỉ.*Mẫu giáo lớn A1/i)
})

test('an age group is shut and opened again', async () => {
  const [asked] = await world.office.says('khối nhà trẻ nghỉ thứ Năm vì mất nước')
  expect(asked).toContain('khối nhà trẻ nghỉ Thứ Năm 31/12/2026')
  await world.office.says('2')
  expect(await world.database.prisma.closure.findMany({ where: { scope: 'age:nursery' } })).toHaveLength(1)
  expect((await world.parent.says('31/12 có học không')).join()).toContain('trường học bình thường')
  expect((await world.office.says('bỏ nghỉ 31/12')).join()).toContain('bỏ lịch riêng của khối nhà trẻ')
  await world.office.says('2')
  expect(await world.database.prisma.closure.findMany({ where: { scope: 'age:nursery' } })).toEqual([])
})
