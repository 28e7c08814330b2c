import { afterAll, beforeAll, expect, test } from 'vitest'
import { linkTeacher, makeGuardian } from '../support/guardians.ts'
import { startWorld, users, type World } from '../support/world.ts'

// Monday 23 November 2026. An's mother is on Zalo, her father and Bin's mother on Telegram; the teachers are on Telegram (A1) and Zalo (D1).
const fatherChat = '41000031'
const otherChat = '41000032'
const teacherOfD1 = '7714000000000000088'
let world: World
let father: ReturnType<World['phone']>
let mother2: ReturnType<World['phone']>
let nursery: ReturnType<World['phone']>
beforeAll(async () => {
  world = await startWorld({ at: '2026-11-23T07:10:00+07:00', pauseSeconds: 3 })
  father = world.phone('telegram', fatherChat)
  mother2 = world.phone('telegram', otherChat)
  nursery = world.phone('zalo', teacherOfD1)
  for (const user of [fatherChat, otherChat]) await world.platforms.telegram.person(user, 'Phụ huynh')
  await makeGuardian(world, { platform: 'telegram', user: fatherChat, child: 'Nguyễn Hoài An' })
  await makeGuardian(world, { platform: 'telegram', user: otherChat, child: 'Hoàng Anh Đức (Bin)' })
  await linkTeacher(world, { platform: 'zalo', user: teacherOfD1, name: 'Cô Yến' })
  for (const phone of [world.parent, world.teacher, world.office, father, mother2]) await phone.says('xin chào')
})
afterAll(() => world.close())

const allRead = async () => {
  for (const phone of [world.parent, world.teacher, world.office, father, mother2, nursery]) await phone.reads()
}
const lines = () => world.database.prisma.dayLine.findMany({ orderBy: { shownAt: 'asc' } })

test('what a parent says at drop-off stands for the child and the day, word for word, and the teacher reads it', async () => {
  const [said] = await world.parent.says('sáng nay bé An hơi ho, cô để ý giúp ạ')
  expect(said).toContain('lời nhắn cho bé Hoài An, hôm nay, thứ Hai 23/11: “sáng nay bé An hơi ho, cô để ý giúp ạ”')
  expect(said).toContain('báo cô lớp A1')
  const [card] = await world.teacher.reads()
  expect(card).toContain('bé Hoài An (lớp A1)')
  expect(card).toContain('“sáng nay bé An hơi ho, cô để ý giúp ạ”')
  expect(await world.office.reads()).toEqual([])
  expect(await father.reads()).toEqual([])
})

test('words about medicine are passed on as typed, and the parent reads when the teacher has seen them', async () => {
  const [said] = await world.parent.says('con uống thuốc lúc 10h')
  expect(said).toContain('“con uống thuốc lúc 10h”')
  expect(said).toContain('nguyên văn')
  expect((await world.teacher.reads()).join()).toMatch(/💊 Dặn thuốc, bé Hoài An .*\n“con uống thuốc lúc 10h”/)
  await world.teacher.taps('Đã xem lời nhắn của bé Hoài An')
  expect((await world.teacher.reads()).join()).toContain('đã xem lời nhắn của bé Hoài An')
  expect(await world.parent.reads()).toEqual([
    expect.stringMatching(/^Cô Hạnh đã xem lời dặn thuốc của bé Hoài An lúc 07:1\d ạ\.$/),
  ])
  const seen = await world.database.prisma.dropOffNote.findMany({ where: { seenAt: { not: null } } })
  expect(seen).toMatchObject([{ text: 'con uống thuốc lúc 10h', isMedicine: true }])
})

test('a child in danger, an absence and a question go their own ways', async () => {
  await allRead()
  await world.parent.says('con bị khó thở tím tái')
  expect((await world.office.reads()).join()).toContain('🚨')
  await world.parent.says('mai con ho, xin nghỉ ạ')
  await world.parent.says('thôi mai con đi học ạ')
  await world.parent.says('bé bị ho có được uống sữa học đường không ạ')
  expect(await world.database.prisma.dropOffNote.count()).toBe(2)
})

test('the teacher’s words of the afternoon are kept as typed and read back, not sent yet', async () => {
  await world.teacher.says('A1 30/30')
  await world.teacher.says('đúng rồi')
  await world.clockTo('2026-11-23T15:10:00+07:00')
  await allRead()
  const [said] = await world.teacher.says('An chiều ăn ít, hơi ho')
  expect(said).toContain('Em ghi vào sổ bé Hoài An: “An chiều ăn ít, hơi ho”. Gia đình đọc lúc 16:15 ạ.')
  expect(await world.parent.reads()).toEqual([])
  // The morning's figures are what they were.
  expect(await world.database.prisma.checkinVersion.count()).toBe(1)
  await world.teacher.says('Bin ngủ ít')
  expect((await world.teacher.says('hoàn tác')).join()).toContain('bỏ dòng ghi')
  await world.clockTo('2026-11-23T16:14:00+07:00')
  expect(await lines()).toEqual([])
})

test('at the hour each guardian reads one message with their own child’s line, and nobody else reads anything', async () => {
  await father.says('dừng')
  await allRead()
  expect(await world.clockTo('2026-11-23T16:15:00+07:00')).toMatchObject({ dayLines: 1 })
  const [line, ...rest] = await world.parent.reads()
  expect(rest).toEqual([])
  expect(line).toMatch(/Bé Hoài An \(lớp A1\), hôm nay, thứ Hai 23\/11:\n• 15:1\d, Cô Hạnh ghi: “An chiều ăn ít, hơi ho”/)
  expect(line).toContain('1. Đã xem')
  for (const phone of [father, mother2, world.teacher, world.office]) expect(await phone.reads()).toEqual([])
  expect(await world.clockTo('2026-11-23T16:16:00+07:00')).toMatchObject({ dayLines: 0 })
})

test('one tap confirms; the teacher sees who has and who has not, and nobody is asked again', async () => {
  expect((await world.parent.says('1')).join()).toContain('gia đình bé Hoài An đã xem lúc 16:16')
  // Whoever asked for silence still reads it when they ask.
  expect((await father.says('hôm nay con thế nào')).join()).toContain('An chiều ăn ít, hơi ho')
  const shown = await lines()
  expect(shown.map(({ confirmedAt }) => confirmedAt === null)).toEqual([false, true])
  const [said] = await world.teacher.says('phụ huynh đã xem chưa')
  expect(said).toContain('Hoài An: lúc đưa “sáng nay bé An hơi ho, cô để ý giúp ạ” (cô chưa xem)')
  expect(said).toContain('phụ huynh xác nhận 16:16')
  await world.clockTo('2026-11-23T18:00:00+07:00')
  expect(await world.parent.reads()).toEqual([])
  await father.says('bật lại')
})

test('more to tell is told once more, and what was confirmed stays confirmed', async () => {
  await world.teacher.says('Bin bị ngã trầy gối lúc ra sân')
  expect(await world.clockTo('2026-11-23T18:02:00+07:00')).toMatchObject({ dayLines: 0 })
  expect(await world.clockTo('2026-11-23T18:06:00+07:00')).toMatchObject({ dayLines: 1 })
  expect((await mother2.reads()).join()).toContain('Bin bị ngã trầy gối')
  expect(await mother2.taps('Đã xem')).toContain('trầy gối')
  expect((await mother2.reads()).join()).toContain('gia đình bé Bin đã xem')
  expect(await world.parent.reads()).toEqual([])
})

test('on an ordinary day nobody is written to; who asks reads that there is nothing, and may have the teacher asked', async () => {
  await world.clockTo('2026-11-24T07:40:00+07:00')
  await world.teacher.says('A1 30/30')
  await world.teacher.says('ok')
  expect(await world.clockTo('2026-11-24T16:15:00+07:00')).toMatchObject({ dayLines: 0 })
  await allRead()
  const [said] = await world.parent.says('hôm nay con ở lớp ăn ngủ thế nào ạ')
  expect(said).toContain('lớp báo con có mặt; đến lúc này cô chưa ghi điều gì riêng')
  expect((await world.parent.says('1')).join()).toContain('đã hỏi cô')
  expect((await world.teacher.reads()).join()).toContain('Phụ huynh bé Hoài An (lớp A1) hỏi')
})

test('ill in class, the temperature and an early leave are told from the confirmed report, and not from an unconfirmed one', async () => {
  await world.clockTo('2026-11-25T07:40:00+07:00')
  await world.teacher.says('A1 30/30, An ho 37.8, Bin về sớm')
  expect(await world.clockTo('2026-11-25T16:15:00+07:00')).toMatchObject({ dayLines: 0 })
  expect((await world.teacher.says('sổ A1')).join()).toContain('Không có gì được ghi')
  await world.database.prisma.checkin.updateMany({ where: { confirmedAt: null }, data: { confirmedAt: world.now() } })
  expect(await world.clockTo('2026-11-25T16:20:00+07:00')).toMatchObject({ dayLines: 3 })
  expect((await world.parent.reads()).join()).toContain('ho, 37,8 °C')
  expect((await mother2.reads()).join()).toContain('Con về sớm hôm nay')
})

test('what is noted after the evening’s hours, and in the quiet ones, waits for whoever asks', async () => {
  await allRead()
  await world.clockTo('2026-11-25T19:20:00+07:00')
  await world.teacher.says('An trưa ngủ ngoan')
  expect(await world.clockTo('2026-11-25T19:30:00+07:00')).toMatchObject({ dayLines: 0 })
  await world.database.prisma.school.updateMany({ data: { pickupTime: '20:30' } })
  expect(await world.clockTo('2026-11-25T21:10:00+07:00')).toMatchObject({ dayLines: 0 })
  await world.database.prisma.school.updateMany({ data: { pickupTime: '16:15' } })
  // A word written at night is for the next school day, and reaches the teacher in the morning.
  expect((await world.parent.says('con hơi mệt cô trông giúp em')).join()).toContain('thứ Năm 26/11')
  expect((await world.teacher.reads()).filter((text) => text.includes('hơi mệt'))).toEqual([])
  await world.clockTo('2026-11-26T06:31:00+07:00')
  expect((await world.teacher.reads()).join()).toContain('“con hơi mệt cô trông giúp em”')
})

test('two siblings in two classes: asked whose word it is; one message at the end of the day for both', async () => {
  await makeGuardian(world, { platform: 'zalo', user: users.parent, child: 'Trần Tuệ An (Nấm)' })
  await allRead()
  expect((await world.parent.says('con hơi ho cô để ý giúp em')).join()).toMatch(/1\. Hoài An\n2\. Nấm/)
  expect((await world.parent.says('2')).join()).toContain('bé Nấm')
  expect((await nursery.reads()).join()).toContain('“con hơi ho cô để ý giúp em”')
  expect(await world.teacher.reads()).toEqual([])
  await world.clockTo('2026-11-26T15:00:00+07:00')
  await world.teacher.says('An chiều ăn ít')
  await nursery.says('Nấm ngủ ngon, ăn hết suất')
  await allRead()
  await world.clockTo('2026-11-26T16:15:00+07:00')
  const [both, ...rest] = await world.parent.reads()
  expect(rest).toEqual([])
  expect(both).toContain('Bé Hoài An (lớp A1)')
  expect(both).toContain('Bé Nấm (lớp D1)')
  expect((await father.reads()).join()).not.toContain('Nấm')
  await world.parent.says('đã xem ạ')
  const today = (await lines()).filter(({ shownAt }) => shownAt.getTime() >= Date.parse('2026-11-26T16:00:00+07:00'))
  expect(today.filter(({ confirmedAt }) => confirmedAt !== null)).toHaveLength(2)
})

test('the office reads what both sides said and confirmed of a child and a day', async () => {
  const [said] = await world.office.says('sổ A1 An 23/11')
  expect(said).toContain('Sổ đón – trả bé Nguyễn Hoài An (lớp A1), thứ Hai 23/11')
  expect(said).toMatch(/Lúc đưa, 07:1\d, phụ huynh nhắn: “con uống thuốc lúc 10h”; Cô Hạnh xác nhận 07:1\d/)
  expect(said).toMatch(/15:1\d, Cô Hạnh ghi: “An chiều ăn ít, hơi ho”/)
  expect(said).toMatch(/Phụ huynh được báo lúc 16:15; xác nhận 16:16/)
  expect((await world.office.says('sổ bé Bin 01/11')).join()).toContain('Không có gì được ghi')
})

test('an accident alarms the office at once and stands in the line; who is no guardian any more reads nothing', async () => {
  await world.database.prisma.person.updateMany({
    where: { identities: { some: { identity: { chat: fatherChat } } } },
    data: { active: false },
  })
  await world.clockTo('2026-11-27T15:00:00+07:00')
  await world.teacher.says('An chiều ăn ít')
  await allRead()
  expect((await world.teacher.says('Bin ngã đập đầu')).join()).toMatch(/báo gấp văn phòng[\s\S]*sổ bé Bin/)
  expect((await world.office.reads()).join()).toContain('🚨')
  await world.clockTo('2026-11-27T16:15:00+07:00')
  expect(await father.reads()).toEqual([])
  expect((await mother2.reads()).join()).toContain('Bin ngã đập đầu')
  expect((await father.says('hôm nay con thế nào')).join()).not.toContain('ăn ít')
  expect(await world.parent.reads()).toHaveLength(1)
})
