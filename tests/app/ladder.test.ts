import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPeopleStore } from '../../src/adapters/database/people-store.ts'
import { createSetupStore } from '../../src/adapters/database/setup-store.ts'
import { randomIds } from '../../src/adapters/ids.ts'
import { startWorld, type World } from '../support/world.ts'

// Monday 23 November 2026. Only A1's teacher has a chat at first; the parent is Hoài An's.
let world: World
const coTeacher = '7714000000000000041'
const father = '41000021'
beforeAll(async () => {
  world = await startWorld({ at: '2026-11-23T06:50:00+07:00' })
  for (const phone of [world.parent, world.teacher, world.office]) await phone.says('xin chào')
})
afterAll(() => world.close())

async function hire(user: string, { name, classCodes }: { name: string; classCodes: string[] }) {
  const { prisma } = world.database
  const school = await prisma.school.findFirstOrThrow()
  const people = createPeopleStore(prisma, randomIds)
  await world.platforms.zalo.person(user, name)
  const added = await createSetupStore(prisma, randomIds).addStaff({
    schoolId: school.id,
    role: 'teacher',
    name,
    classCodes,
    now: world.now(),
  })
  if (added.kind !== 'added') throw new Error('no such class')
  const identity = await people.meet(world.address('zalo', user), world.now())
  await people.link({ identityId: identity.id, personId: added.personId, schoolId: school.id, now: world.now() })
}

async function secondGuardian(rosterName: string) {
  const { prisma } = world.database
  const people = createPeopleStore(prisma, randomIds)
  const child = await prisma.child.findFirstOrThrow({ where: { rosterName } })
  await world.platforms.telegram.person(father, 'Bố An')
  const identity = await people.meet(world.address('telegram', father), world.now())
  const id = randomIds.uuid()
  await people.addGuardian({ id, schoolId: child.schoolId, childId: child.id, now: world.now() })
  await people.link({ identityId: identity.id, personId: id, schoolId: child.schoolId, now: world.now() })
}

const clock = (day: string, time: string) => world.clockTo(`2026-11-${day}T${time}:00+07:00`)

test('a teacher who has not reported is reminded at 07:45 and 08:15, her colleague at 08:30, the office at 08:45, each once', async () => {
  await hire(coTeacher, { name: 'Cô Hoa', classCodes: ['A1'] })
  const colleague = world.phone('zalo', coTeacher)
  await clock('23', '07:44')
  expect(await world.teacher.reads()).toEqual([])
  await clock('23', '07:45')
  expect(await world.teacher.reads()).toEqual([expect.stringContaining('lớp A1 chưa báo sĩ số')])
  await clock('23', '07:46')
  await clock('23', '08:10')
  expect(await world.teacher.reads()).toEqual([])
  await clock('23', '08:16')
  expect(await world.teacher.reads()).toEqual([expect.stringContaining('nhắc lại')])
  expect(await colleague.reads()).toEqual([])
  await clock('23', '08:30')
  expect(await colleague.reads()).toEqual([expect.stringContaining('Lớp A1 chưa báo sĩ số')])
  expect(await world.teacher.reads()).toEqual([])
  await clock('23', '08:45')
  expect(await world.office.reads()).toEqual([
    '4 lớp chưa báo sĩ số: Mẫu giáo lớn A1, Mẫu giáo nhỡ B1, Mẫu giáo bé C1, Nhà trẻ D1.',
  ])
  await clock('23', '08:50')
  expect(await world.office.reads()).toEqual([])
})

test('whoever has reported is left alone, and asked once to confirm', async () => {
  await clock('24', '07:30')
  await world.teacher.says('A1 30/30')
  await clock('24', '07:45')
  expect(await world.teacher.reads()).toEqual([])
  await clock('24', '08:15')
  expect(await world.teacher.reads()).toEqual([expect.stringContaining('30/30 nhưng cô chưa xác nhận')])
  expect(await world.teacher.taps('Đúng rồi')).toContain('xác nhận rồi')
  await clock('24', '08:45')
  expect(await world.teacher.reads()).toEqual([])
  const [missing] = await world.office.reads()
  expect(missing).not.toContain('A1')
})

test('a step that comes more than a quarter of an hour late is left out', async () => {
  await clock('25', '08:01')
  expect((await world.teacher.reads()).filter((text) => text.includes('sĩ số'))).toEqual([])
})

test('a child who is away without a word is asked after at the cut-off; the first answer counts and reaches the teacher', async () => {
  await secondGuardian('Nguyễn Hoài An')
  const other = world.phone('telegram', father)
  await clock('26', '07:30')
  await world.teacher.says('A1 28/30, vắng An, Bình ốm')
  await world.teacher.taps('Đúng rồi')
  for (const phone of [world.parent, world.teacher, world.office]) await phone.reads()
  await clock('26', '08:44')
  expect(await world.parent.reads()).toEqual([])
  await clock('26', '08:45')
  const [asked, ...rest] = await world.parent.reads()
  expect(rest).toEqual([])
  expect(asked).toContain('Lớp A1 báo bé Hoài An chưa đến lớp')
  expect(asked).toContain('1. Đúng, bé nghỉ\n2. Không, bé đã đi học')
  expect(await other.reads()).toHaveLength(1)
  await clock('26', '08:46')
  expect(await world.parent.reads()).toEqual([])
  await world.office.reads()
  const [answered] = await world.parent.says('1')
  expect(answered).toContain('đã báo cô')
  expect(await world.teacher.reads()).toEqual([expect.stringContaining('Nguyễn Hoài An (lớp A1) nghỉ hôm nay')])
  expect(await other.taps('Không')).toContain('đã có câu trả lời')
  expect(await world.office.reads()).toEqual([])
  await clock('26', '09:16')
  expect((await world.office.reads()).join()).not.toContain('gọi ngay')
})

test('a child the family has sent to school alarms the office and the teacher', async () => {
  await clock('27', '07:30')
  await world.teacher.says('A1 29/30, vắng An')
  await world.teacher.taps('Đúng rồi')
  await clock('27', '08:45')
  for (const phone of [world.parent, world.teacher, world.office]) await phone.reads()
  const [answered] = await world.parent.says('ơ không, sáng nay mẹ đưa bé đến lớp rồi mà')
  expect(answered).toContain('báo gấp')
  for (const phone of [world.office, world.teacher])
    expect(await phone.reads()).toEqual([
      expect.stringMatching(/🚨 Lớp A1 báo bé Nguyễn Hoài An vắng, nhưng gia đình nói bé đã đi học/),
    ])
})

test('nobody answers within half an hour, or nobody is linked: the office reads whom to call, once', async () => {
  await clock('30', '07:30')
  await world.teacher.says('A1 28/30, vắng An, Châu')
  await world.teacher.taps('Đúng rồi')
  await world.office.reads()
  await clock('30', '08:45')
  const first = (await world.office.reads()).filter((text) => text.includes('gọi ngay'))
  expect(first).toEqual([expect.stringContaining('Chưa liên kết phụ huynh: Lê Bảo Châu (A1)')])
  await clock('30', '09:14')
  expect((await world.office.reads()).join()).not.toContain('gọi ngay')
  await clock('30', '09:15')
  expect((await world.office.reads()).join()).toContain('Gia đình chưa trả lời: Nguyễn Hoài An (A1)')
  await clock('30', '09:20')
  expect((await world.office.reads()).join()).not.toContain('gọi ngay')
  await world.parent.reads()
  await world.teacher.says('nhầm, An đi học rồi')
  await clock('30', '09:25')
  expect((await world.parent.reads()).join()).toContain('đã đến lớp rồi')
})

test('absent children without a name: the office list says so until the teacher names them, then their families are asked', async () => {
  await world.clockTo('2026-12-03T07:30:00+07:00')
  for (const phone of [world.parent, world.teacher, world.office]) await phone.reads()
  await world.teacher.says('A1 28/30')
  await world.teacher.taps('Đúng rồi')
  await world.clockTo('2026-12-03T08:45:00+07:00')
  expect((await world.teacher.reads()).join()).toContain('còn 2 bé vắng chưa có tên')
  expect((await world.office.reads()).join('\n')).toContain('Lớp chưa báo tên: A1 2 bé.')
  expect(await world.parent.reads()).toEqual([])
  await world.teacher.says('vắng An, Bình')
  await world.teacher.says('1')
  await world.clockTo('2026-12-03T08:50:00+07:00')
  expect(await world.parent.reads()).toEqual([expect.stringContaining('bé Hoài An chưa đến lớp')])
  const [waiting] = await world.office.says('lớp nào chưa báo')
  expect(waiting).not.toContain('Lớp chưa báo tên')
  expect(waiting).toContain('đang chờ trả lời: Nguyễn Hoài An (A1, 08:50)')
  await world.clockTo('2026-12-03T09:20:00+07:00')
  // After the summary, its picture and its sheet Telegram wants a breath.
  await world.clockTo('2026-12-03T09:21:00+07:00')
  await world.office.reads()
  const lists = [(await world.office.says('câu hỏi'))[0]!, (await world.office.says('lớp nào chưa báo'))[0]!]
  for (const list of lists) {
    expect(list.split('\n').slice(0, 2)).toEqual([
      '☎️ 2 bé vắng chưa rõ vì sao, nhờ văn phòng gọi ngay:',
      'Gia đình chưa trả lời: Nguyễn Hoài An (A1).',
    ])
  }
  await world.parent.says('dạ bé ốm')
  expect((await world.office.says('câu hỏi')).join()).not.toContain('Hoài An')
})

test('an unconfirmed report asks the teacher again and no family', async () => {
  await world.clockTo('2026-12-04T08:25:00+07:00')
  await world.teacher.says('A1 29/30, vắng An')
  await world.parent.reads()
  await world.clockTo('2026-12-04T08:45:00+07:00')
  expect((await world.teacher.reads()).join()).toContain('chưa xác nhận')
  expect(await world.parent.reads()).toEqual([])
})

test('an announced child is asked after by nobody', async () => {
  await world.clockTo('2026-12-07T07:00:00+07:00')
  await world.parent.says('hôm nay con nghỉ ạ')
  await world.teacher.says('A1 29/30, vắng An')
  await world.teacher.taps('Đúng rồi')
  await world.clockTo('2026-12-07T08:45:00+07:00')
  expect(await world.parent.reads()).toEqual([])
})

test('on a day off nobody is reminded of anything', async () => {
  for (const phone of [world.teacher, world.office]) await phone.reads()
  for (const time of ['07:45', '08:15', '08:30', '08:45'])
    expect(await world.clockTo(`2026-12-12T${time}:00+07:00`)).toMatchObject({ calls: 0, inquiries: 0 })
})

test('a teacher’s words of danger reach the office at once with the class, inside a report and alone', async () => {
  await world.clockTo('2026-12-14T07:20:00+07:00')
  for (const phone of [world.teacher, world.office]) await phone.reads()
  const alone = await world.teacher.says('be Chau dang co giat')
  expect(alone).toEqual([expect.stringContaining('báo gấp văn phòng')])
  expect(await world.office.reads()).toEqual([expect.stringContaining('be Chau dang co giat')])
  const said = await world.teacher.says('A1 30/30, Bình ngã đập đầu ở sân')
  expect(said[0]).toContain('báo gấp văn phòng')
  expect(said[1]).toContain('30/30')
  expect(await world.office.reads()).toEqual([
    expect.stringMatching(/🚨 KHẨN – lớp A1, Cô Hạnh nhắn: “A1 30\/30, Bình ngã đập đầu ở sân”/),
  ])
  await world.teacher.says('cảm ơn em')
  expect(await world.office.reads()).toEqual([])
})

test('a day gone by is corrected with a reason only; the office reads a revision, and every version stays', async () => {
  await world.clockTo('2026-12-15T10:20:00+07:00')
  for (const phone of [world.teacher, world.office]) await phone.reads()
  expect(await world.teacher.says('sửa hôm qua: An nghỉ phép')).toEqual([expect.stringContaining('cần lý do sửa')])
  expect(await world.office.reads()).toEqual([])
  const [said] = await world.teacher.says('sửa hôm qua: An nghỉ phép, lý do: mẹ bé báo muộn')
  expect(said).toContain('29/30')
  expect(said).toContain('Hoài An (có phép)')
  const [revision] = await world.office.reads()
  expect(revision).toContain('Sửa số liệu ngày 14/12, lớp A1: 30/30 → 29/30')
  expect(revision).toContain('Lý do: mẹ bé báo muộn')
  await world.teacher.taps('Đúng rồi')
  const { prisma } = world.database
  const checkin = await prisma.checkin.findFirstOrThrow({
    where: { day: new Date('2026-12-14T00:00:00Z') },
    include: { versions: true },
  })
  expect(checkin.confirmedAt).toEqual(world.now())
  expect(checkin.versions.map(({ version, reason }) => [version, reason])).toEqual([
    [1, null],
    [2, 'mẹ bé báo muộn'],
  ])
  expect(await world.teacher.says('sửa hôm kia: An nghỉ, lý do: quên')).toEqual([expect.stringContaining('chưa có báo cáo')])
})
