import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPeopleStore } from '../../src/adapters/database/people-store.ts'
import { randomIds } from '../../src/adapters/ids.ts'
import { startWorld, users, type World } from '../support/world.ts'

// Monday 23 November 2026. The linked parent is on Zalo, the teacher and the office are on Telegram.
let world: World
beforeAll(async () => {
  world = await startWorld({ at: '2026-11-23T06:50:00+07:00', pauseSeconds: 3 })
  for (const phone of [world.parent, world.teacher, world.office]) await phone.says('xin chào')
})
afterAll(() => world.close())

const absences = () => world.database.prisma.absence.findMany({ orderBy: { day: 'asc' }, include: { child: true } })

/** Makes the parent a guardian of one more child. */
async function alsoGuardianOf(rosterName: string) {
  const { prisma } = world.database
  const people = createPeopleStore(prisma, randomIds)
  const child = await prisma.child.findFirstOrThrow({ where: { rosterName } })
  const identity = await people.meet(world.address('zalo', users.parent), world.now())
  const id = randomIds.uuid()
  await people.addGuardian({ id, schoolId: child.schoolId, childId: child.id, now: world.now() })
  await people.link({ identityId: identity.id, personId: id, schoolId: child.schoolId, now: world.now() })
}

test('a parent’s notice is read back in one sentence, reaches the teacher at once and not the office', async () => {
  const said = await world.parent.says('mai bé An nghỉ ốm ạ')
  expect(said).toHaveLength(1)
  expect(said[0]).toContain('Hoài An nghỉ thứ Ba 24/11 (ốm)')
  expect(said[0]).toContain('1. Hoàn tác')
  const [told, ...rest] = await world.teacher.reads()
  expect(rest).toEqual([])
  expect(told).toContain('bé Hoài An (lớp A1) nghỉ thứ Ba 24/11')
  expect(told).toContain('“mai bé An nghỉ ốm ạ”')
  expect(await world.office.reads()).toEqual([])
})

test('the same notice again, in other words, is still one absence', async () => {
  const [said] = await world.parent.says('ngày mai con sốt xin nghỉ ạ')
  expect(said).toContain('(sốt)')
  expect(await absences()).toMatchObject([{ reason: 'sick', symptoms: ['fever'], cancelledAt: null }])
})

test('typing the number undoes it, and the teacher reads that, too', async () => {
  await world.teacher.reads()
  const [said] = await world.parent.says('1')
  expect(said).toContain('Em đã bỏ báo của bé Hoài An')
  expect(await world.teacher.reads()).toEqual([expect.stringContaining('bỏ báo trước')])
  expect((await absences())[0]?.cancelledAt).toEqual(world.now())
})

test('days off within the span are skipped and said', async () => {
  const [said] = await world.parent.says('cho con nghỉ từ thứ 5 đến hết thứ 2 tuần sau vì về quê')
  expect(said).toContain('từ thứ Năm 26/11 đến thứ Hai 30/11 (3 ngày học) (việc gia đình)')
  expect(said).toContain('không tính: thứ Bảy 28/11, Chủ nhật 29/11')
})

test('one day of it is taken back in plain words, and then all of it', async () => {
  const [one] = await world.parent.says('thứ 6 con không nghỉ nữa ạ')
  expect(one).toContain('thứ Sáu 27/11')
  const [rest] = await world.parent.says('An đi học lại rồi ạ')
  expect(rest).toContain('thứ Năm 26/11, thứ Hai 30/11')
  expect((await absences()).every(({ cancelledAt }) => cancelledAt !== null)).toBe(true)
})

test('of a Saturday there is nothing to note', async () => {
  const [said] = await world.parent.says('thứ 7 con nghỉ ạ')
  expect(said).toContain('trường nghỉ sẵn')
})

test('how to ask for leave is a question for the office, not a notice', async () => {
  await world.office.reads()
  await world.parent.says('xin nghỉ học phải báo trước mấy ngày ạ?')
  expect(await world.office.reads()).toHaveLength(1)
  expect((await absences()).filter(({ cancelledAt }) => cancelledAt === null)).toEqual([])
})

test('a parent who asks about milk beside the notice gets both: the absence is noted and the question answered', async () => {
  await world.office.reads()
  const said = await world.parent.says('thứ 4 bé An nghỉ nhé cô, với lại sữa học đường phụ huynh đóng bao nhiêu %')
  expect(said[0]).toContain('Hoài An nghỉ thứ Tư 25/11')
  expect(said[1]).toContain('47%')
  expect(await absences()).toContainEqual(expect.objectContaining({ cancelledAt: null }))
  expect(await world.office.reads()).toEqual([])
  await world.parent.says('thứ 4 con không nghỉ nữa ạ')
  await world.teacher.reads()
})

test('what no document says beside a notice goes to the office, and the absence is noted all the same', async () => {
  const said = await world.parent.says('thứ 4 bé An nghỉ ạ, cho em hỏi học phí một tháng bao nhiêu')
  expect(said[0]).toContain('Hoài An nghỉ thứ Tư 25/11')
  expect(await world.office.reads()).toEqual([expect.stringContaining('học phí')])
  await world.parent.says('thứ 4 con không nghỉ nữa ạ')
  await world.teacher.reads()
})

test('after the hour for meals the notice says so', async () => {
  await world.database.prisma.school.updateMany({ data: { mealCutOffTime: '06:30' } })
  const [said] = await world.parent.says('con đến muộn 9h ạ')
  expect(said).toContain('đến muộn hôm nay, thứ Hai 23/11, khoảng 09:00')
  expect(said).not.toContain('suất ăn')
  const [away] = await world.parent.says('hôm nay con nghỉ ạ')
  expect(away).toContain('06:30, đã qua')
})

test('with two children the parent is asked which one, and may say both', async () => {
  // A chat takes only so many messages a minute.
  await world.clockTo('2026-11-23T07:02:00+07:00')
  await world.office.reads()
  await alsoGuardianOf('Trần Tuệ An (Nấm)')
  const [asked] = await world.parent.says('mai con nghỉ ạ')
  expect(asked).toContain('bé nào')
  expect(asked).toMatch(/1\. Hoài An\n2\. Nấm\n3\. Cả 2 bé/)
  await world.teacher.reads()
  const [said] = await world.parent.says('3')
  expect(said).toContain('Hoài An, Nấm nghỉ thứ Ba 24/11')
  // The little one's teacher has no chat yet: the office is told in her place.
  expect(await world.teacher.reads()).toHaveLength(1)
  expect((await world.office.reads()).join()).toContain('Nấm (lớp D1) nghỉ thứ Ba 24/11')
  const [other] = await world.parent.says('bé Bin nghỉ hôm nay')
  expect(other).toContain('“Bin” là bé nào')
  expect(await world.parent.says('4')).toEqual([expect.stringContaining('chưa ghi gì')])
})

test('the next check-in knows who was announced: reason and leave are filled in', async () => {
  await world.clockTo('2026-11-24T07:05:00+07:00')
  await world.parent.says('hôm nay bé Hoài An sốt nghỉ ạ')
  await world.teacher.reads()
  const [said] = await world.teacher.says('A1 29/30, vắng An')
  expect(said).toContain('Vắng 1: Hoài An (sốt, có phép)')
  expect(said).toContain('Đã báo trước: Hoài An (sốt)')
  expect(said).not.toContain('xem lại')
})

test('an announced child reported present is pointed out, once', async () => {
  await world.clockTo('2026-11-25T07:05:00+07:00')
  await world.parent.says('hôm nay Hoài An nghỉ, nhà có giỗ ạ')
  await world.teacher.reads()
  const [said] = await world.teacher.says('A1 30/30')
  expect(said).toContain('30/30')
  expect(said).toContain('Gia đình báo nghỉ nhưng cô báo có mặt: Hoài An')
  const [again] = await world.teacher.says('A1 29/30, vắng Bình')
  expect(again).toContain('Đã báo trước: Hoài An (việc gia đình)')
  expect(again).not.toContain('xem lại')
})

test('a notice after the report fills in a missing reason, keeps the confirmation, and the teacher reads it', async () => {
  await world.clockTo('2026-11-26T07:05:00+07:00')
  await world.teacher.says('A1 29/30, vắng An')
  await world.teacher.taps('Đúng rồi')
  await world.parent.says('hôm nay Hoài An nghỉ, con bị sốt ạ')
  const [told] = await world.teacher.reads()
  expect(told).toContain('đã báo Hoài An vắng: em bổ sung lý do')
  const checkin = await world.database.prisma.checkin.findFirstOrThrow({
    where: { day: new Date('2026-11-26T00:00:00Z') },
    include: { versions: { orderBy: { version: 'asc' } } },
  })
  expect(checkin.confirmedAt).not.toBeNull()
  expect(checkin.versions.map(({ text }) => text)).toEqual(['A1 29/30, vắng An', 'hôm nay Hoài An nghỉ, con bị sốt ạ'])
  expect(checkin.versions.at(-1)!.report).toMatchObject({ absent: [{ reason: 'sick', symptoms: ['fever'], excused: true }] })
})

test('a notice that differs from the report is a proposed correction: nothing changes until the teacher decides', async () => {
  await world.clockTo('2026-11-27T07:05:00+07:00')
  await world.teacher.says('A1 30/30')
  await world.teacher.taps('Đúng rồi')
  await world.parent.says('hôm nay Hoài An nghỉ, nhà có giỗ ạ')
  const [told] = await world.teacher.reads()
  expect(told).toContain('Nhưng lớp A1 đã báo Hoài An có mặt')
  const present = async () => {
    const checkin = await world.database.prisma.checkin.findFirstOrThrow({
      where: { day: new Date('2026-11-27T00:00:00Z') },
      include: { versions: true },
    })
    return checkin.versions.find(({ version }) => version === checkin.version)!.report
  }
  expect(await present()).toMatchObject({ present: 30 })
  const settled = await world.teacher.taps('Sửa: Hoài An vắng')
  expect(settled).toContain('29/30')
  expect(settled).toContain('Hoài An (việc gia đình, có phép)')
  expect(await present()).toMatchObject({ present: 29 })
  await world.parent.reads()
  await world.parent.says('An đi học rồi ạ')
  expect((await world.teacher.reads()).join()).toContain('Bé đến lớp chưa cô?')
  expect(await world.teacher.taps('Hoài An đã đến lớp')).toContain('30/30')
})

test('a teacher who has the child in class says so, and the family reads it', async () => {
  await world.clockTo('2026-11-30T07:05:00+07:00')
  await world.teacher.says('A1 30/30')
  await world.parent.says('hôm nay Hoài An nghỉ ạ')
  await world.teacher.reads()
  await world.parent.reads()
  expect(await world.teacher.taps('Hoài An đang ở lớp')).toContain('có mặt')
  expect(await world.parent.reads()).toEqual([expect.stringContaining('Hoài An đang có mặt ở lớp')])
})

test('an early pick-up reaches the teacher, stands in the day’s record, and becomes part of the report when the child has left', async () => {
  await world.clockTo('2026-12-01T07:05:00+07:00')
  await world.teacher.says('A1 30/30')
  await world.teacher.reads()
  const said = await world.parent.says('chiều nay mẹ đón Hoài An lúc 15h ạ')
  expect(said[0]).toContain('gia đình đón bé Hoài An sớm, khoảng 15:00')
  expect((await world.teacher.reads()).join()).toContain('đón bé Hoài An (lớp A1) sớm, khoảng 15:00')
  const [read] = await world.teacher.says('A1 29/30, vắng Bình')
  expect(read).toContain('Đã báo trước: Hoài An (đón sớm 15:00)')
  expect(await world.teacher.taps('Hoài An đã về')).toContain('Về sớm: Hoài An')
  const [tomorrow] = await world.parent.says('mai xin cho Hoài An về sớm ạ')
  expect(tomorrow).toContain('thứ Tư 02/12 gia đình đón bé Hoài An sớm')
  expect((await world.parent.says('1')).join()).toContain('bỏ báo của bé Hoài An')
})

test('somebody who is not linked reaches no teacher', async () => {
  await world.teacher.reads()
  await world.phone('zalo', users.zaloStranger).says('mai bé An nghỉ ốm ạ')
  expect(await world.teacher.reads()).toEqual([])
})
