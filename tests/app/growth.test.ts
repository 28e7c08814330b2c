import { afterAll, beforeAll, expect, test } from 'vitest'
import { createGrowthStore } from '../../src/adapters/database/growth-store.ts'
import { createPeopleStore } from '../../src/adapters/database/people-store.ts'
import { createSetupStore } from '../../src/adapters/database/setup-store.ts'
import { randomIds } from '../../src/adapters/ids.ts'
import { startWorld, type World } from '../support/world.ts'

// Tuesday 10 November 2026. Cô Hạnh of A1 is on Telegram, cô Yến of the nursery class D1 on Zalo; the parent is Hoài An's.
let world: World
const nurseryTeacher = '7714000000000000051'
beforeAll(async () => {
  world = await startWorld({ at: '2026-11-10T10:00:00+07:00', pauseSeconds: 3 })
  const { prisma } = world.database
  const school = await prisma.school.findFirstOrThrow()
  const now = world.now()
  await world.platforms.zalo.person(nurseryTeacher, 'Yến')
  const added = await createSetupStore(prisma, randomIds).addStaff({
    ...{ schoolId: school.id, role: 'teacher', name: 'Cô Yến', classCodes: ['D1'], now },
  })
  if (added.kind !== 'added') throw new Error('no such class')
  const people = createPeopleStore(prisma, randomIds)
  const identity = await people.meet(world.address('zalo', nurseryTeacher), now)
  await people.link({ identityId: identity.id, personId: added.personId, schoolId: school.id, now })
  const nursery = await prisma.class.findFirstOrThrow({ where: { code: 'D1' } })
  await prisma.child.create({
    data: { id: randomIds.uuid(), schoolId: school.id, classId: nursery.id, rosterName: 'Phan Tuệ Minh' },
  })
  const children = await prisma.child.findMany()
  const idOf = (name: string) => children.find(({ rosterName }) => rosterName.startsWith(name))!.id
  await createGrowthStore(prisma, randomIds).setFacts(school.id, [
    { childId: idOf('Nguyễn Hoài An'), birthDate: '2021-03-05', sex: 'female' },
    { childId: idOf('Nguyễn Minh Khang'), birthDate: '2025-05-20', sex: 'male' },
    { childId: idOf('Trần Tuệ An'), birthDate: '2025-01-12', sex: 'female' },
  ])
  for (const phone of [world.parent, world.teacher, world.office, world.phone('zalo', nurseryTeacher)])
    await phone.says('xin chào')
})
afterAll(() => world.close())

const attendance = () => world.database.prisma.checkinVersion.count()

test('a teacher sends weights in one line, reads them back and confirms; nobody’s attendance changes', async () => {
  const [said] = await world.teacher.says('cân đo A1: An 17,2 108; Bình 18.4/110\nChâu 16kg5 105cm')
  expect(said).toBe(
    '3 bé – cân đo lớp A1, ngày 10/11: Bảo Châu 16,5 kg, 105 cm; Hoài An 17,2 kg, 108 cm; Thái Bình 18,4 kg, 110 cm.\nĐúng chưa cô?',
  )
  expect(await world.teacher.taps('Đúng rồi')).toContain('✅ Em đã ghi cân đo')
  expect(await attendance()).toBe(0)
})

test('a figure is corrected by sending it again, and taken back by undo', async () => {
  expect((await world.teacher.says('nhầm, An 17.4'))[0]).toContain('Hoài An 17,4 kg (trước 17,2 kg, 108 cm)')
  await world.teacher.taps('Hoàn tác')
  await world.teacher.says('An 17,3kg')
  expect(await world.teacher.taps('Đúng rồi')).toContain('Hoài An 17,3 kg')
})

test('what cannot be is refused with the reason, what the class does not have is not recorded', async () => {
  const [said] = await world.teacher.says('cân đo A1: An 172 108, Khánh Vy 14 95, Bình nghỉ')
  expect(said).toContain('Em chưa ghi cho Khánh Vy: tên này không có trong danh sách lớp')
  expect(said).toMatch(/“172” của bé Hoài An không vào khoảng cân nặng \(7,7–42,8 kg\)/)
  expect(said).toContain('Em chưa ghi phần này vào cân đo: “Bình nghỉ”')
  await world.teacher.taps('Hoàn tác')
  expect(await attendance()).toBe(0)
})

test('what was measured yesterday is recorded for yesterday', async () => {
  expect((await world.teacher.says('cân đo hôm qua: Chi 17 106'))[0]).toContain('ngày 09/11: Quỳnh Chi 17 kg, 106 cm')
})

test('another class’s weights are not recorded for a child of the same name', async () => {
  expect((await world.teacher.says('cân đo B1: Minh 17 105'))[0]).toContain('chưa thấy cô phụ trách lớp B1')
})

test('a mention that fits two children is asked about on Zalo by number, then confirmed by word', async () => {
  const nursery = world.phone('zalo', nurseryTeacher)
  const [asked] = await nursery.says('Minh 12kg 84cm, Khang 10,8kg 79cm')
  expect(asked).toContain('“Minh” là bé nào ạ?')
  expect(asked).toContain('. Phạm Gia Minh (Tít)')
  const number = /(\d)\. Phan Tuệ Minh/.exec(asked!)?.[1]
  const [settled] = await nursery.says(number!)
  expect(settled).toContain('2 bé – cân đo lớp D1, ngày 10/11: Bon 10,8 kg, 79 cm; Tuệ Minh 12 kg, 84 cm.')
  expect((await nursery.says('đúng rồi'))[0]).toContain('✅ Em đã ghi cân đo')
})

test('a drop is asked about and recorded all the same', async () => {
  await world.clockTo('2026-11-11T10:00:00+07:00')
  const [said] = await world.teacher.says('Bình 16.9kg')
  expect(said).toContain('Bé Thái Bình: 16,9 kg, ít hơn hẳn lần trước (18,4 kg, ngày 10/11/2026). Số này đúng chưa cô?')
  await world.teacher.taps('Đúng rồi')
})

test('a parent asks and reads the own child’s confirmed figures, and nobody else’s', async () => {
  expect(await world.parent.says('bé An nặng bao nhiêu vậy em')).toEqual(['17,3 kg, 108 cm: bé Hoài An, cô đo ngày 10/11/2026.'])
  expect(await world.parent.says('bé Bình nặng bao nhiêu')).toEqual([
    'Em chỉ cho xem cân nặng, chiều cao của bé đã liên kết với anh/chị thôi ạ.',
  ])
  expect((await world.parent.says('trẻ 5 tuổi nặng bao nhiêu là chuẩn'))[0]).not.toContain('17,3')
})

test('once a month, on a school day after the middle, a teacher reads who is still to be weighed; office and teacher may ask', async () => {
  const nursery = world.phone('zalo', nurseryTeacher)
  for (const phone of [world.teacher, nursery, world.office]) await phone.reads()
  await world.clockTo('2026-11-14T14:00:00+07:00')
  expect(await world.teacher.reads()).toEqual([])
  await world.clockTo('2026-11-16T14:00:00+07:00')
  const [reminder] = (await world.teacher.reads()).filter((text) => text.includes('cân đo'))
  expect(reminder).toMatch(/^\d+ bé lớp A1 chưa cân đo đủ – quý 4: \d+ bé/)
  expect((await nursery.reads()).join()).toMatch(/tháng 11: \d bé dưới 24 tháng tuổi/)
  await world.clockTo('2026-11-17T14:00:00+07:00')
  expect((await world.teacher.reads()).filter((text) => text.includes('cân đo'))).toEqual([])
  expect((await world.office.says('ai chưa cân'))[0]).toMatch(/^A1: 26 bé chưa cân đo đủ/)
  expect((await nursery.says('bé nào chưa cân'))[0]).toMatch(/^D1: \d bé chưa cân đo đủ – tháng 11: \d bé, quý 4: \d bé/)
})
