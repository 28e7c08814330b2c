import { afterAll, beforeAll, expect, test } from 'vitest'
import { linkTeacher, makeGuardian } from '../support/guardians.ts'
import { startWorld, users, type World } from '../support/world.ts'

// Monday 23 November 2026. An's mother is on Zalo, her father on Telegram; the teacher of A1 and the office are on Telegram.
const fatherChat = '41000031'
const teacherOfD1 = '7714000000000000088'
const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...Array.from({ length: 3_000 }, (_, at) => at % 251)])
let world: World
let father: ReturnType<World['phone']>
let stranger: ReturnType<World['phone']>
let nursery: ReturnType<World['phone']>
let fatherId: string
beforeAll(async () => {
  world = await startWorld({ at: '2026-11-23T13:40:00+07:00', pauseSeconds: 3 })
  father = world.phone('telegram', fatherChat)
  stranger = world.phone('zalo', users.zaloStranger)
  nursery = world.phone('zalo', teacherOfD1)
  await world.platforms.telegram.person(fatherChat, 'Nam')
  fatherId = await makeGuardian(world, { platform: 'telegram', user: fatherChat, child: 'Nguyễn Hoài An' })
  await linkTeacher(world, { platform: 'zalo', user: teacherOfD1, name: 'Cô Yến' })
  for (const phone of [world.parent, world.teacher, world.office, father, stranger]) await phone.says('xin chào')
})
afterAll(() => world.close())

const changes = () => world.database.prisma.pickupChange.findMany({ orderBy: { askedAt: 'asc' } })
const handovers = () => world.database.prisma.handover.findMany({ where: { undoneAt: null }, orderBy: { at: 'asc' } })
const photos = () => world.database.prisma.collectorPhoto.findMany()
const everybody = () => [world.parent, world.teacher, world.office, father, nursery]
const allRead = async () => {
  for (const phone of everybody()) await phone.reads()
}

test('a mother names another adult for today: it is read back, and nobody hears of it before her tap', async () => {
  const [said] = await world.parent.says('chiều nay bác Tư đón bé An')
  expect(said).toContain('hôm nay, thứ Hai 23/11, bác Tư đón bé Hoài An (lớp A1)')
  expect(said).toMatch(/1\. Đúng, báo cô\n2\. Không phải/)
  expect(await world.teacher.reads()).toEqual([])
  expect(await changes()).toMatchObject([{ adult: 'bác Tư', confirmedAt: null, text: 'chiều nay bác Tư đón bé An' }])
})

test('her tap puts the card before the teacher and tells the other guardian, who has asked for silence', async () => {
  await father.says('dừng')
  const [said] = await world.parent.says('1')
  expect(said).toContain('bác Tư đón bé Hoài An; hết ngày tự huỷ')
  expect(said).toContain('gửi thẻ đón cho cô lớp A1')
  const [card, ...rest] = await world.teacher.reads()
  expect(rest).toEqual([])
  expect(card).toContain('bác Tư đón bé Hoài An (lớp A1)')
  expect(card).toContain('“chiều nay bác Tư đón bé An”')
  expect(await father.reads()).toEqual([expect.stringContaining('đổi người đón hôm nay, thứ Hai 23/11: bác Tư')])
  expect(await world.office.reads()).toEqual([])
  await father.says('bật lại')
})

test('the teacher asks who collects An and reads today’s change first', async () => {
  const [said] = await world.teacher.says('ai đón bé An')
  expect(said).toContain('★ Hôm nay: bác Tư (phụ huynh xác nhận lúc 13:40)')
  expect((await world.teacher.screen()).at(-1)?.buttons[0]?.label).toBe('1. Đã giao bé Hoài An cho bác Tư')
})

test('one tap at hand-over records who gave the child to whom and when, once, and the mother reads it', async () => {
  await world.clockTo('2026-11-23T16:20:00+07:00')
  await allRead()
  expect(await world.teacher.taps('Đã giao bé Hoài An cho bác Tư')).toContain('✅ 16:20: đã giao bé Hoài An (lớp A1) cho bác Tư')
  expect(await world.parent.reads()).toEqual(['Cô đã giao bé Hoài An cho bác Tư lúc 16:20 ạ.'])
  expect(await world.teacher.says('đã giao An cho bác Tư')).toEqual([
    expect.stringContaining('16:20: đã giao bé Hoài An cho bác Tư'),
  ])
  const [change] = await changes()
  const teacher = await world.database.prisma.person.findFirstOrThrow({ where: { name: 'Cô Hạnh' } })
  expect(await handovers()).toMatchObject([{ adult: 'bác Tư', changeId: change?.id, personId: teacher.id }])
  expect((await handovers())[0]?.at.toISOString()).toMatch(/T09:20:0\d/)
})

test('a slip of the thumb is taken back within ten minutes', async () => {
  expect((await world.teacher.says('hoàn tác')).join()).toContain('bỏ ghi giao bé cho bác Tư')
  expect(await handovers()).toEqual([])
})

test('in the evening the change is gone by itself', async () => {
  await world.clockTo('2026-11-23T20:05:00+07:00')
  expect((await world.teacher.says('ai đón bé An')).join()).not.toContain('bác Tư')
  await world.teacher.taps('Đã giao bé Hoài An cho bác Tư')
  expect((await world.teacher.reads()).join()).toContain('hết ngày')
  expect(await handovers()).toEqual([])
  // Whoever speaks of collecting now means the next school day.
  expect((await world.parent.says('bác Tư đón bé An nhé cô')).join()).toContain('thứ Ba 24/11, bác Tư đón')
  expect((await world.parent.says('2')).join()).toContain('chưa báo ai')
})

test('a stranger, a forwarded message and another family’s child change nothing, and the office hears of each', async () => {
  await world.clockTo('2026-11-24T14:00:00+07:00')
  await allRead()
  const before = (await changes()).length
  const [no] = (await stranger.says('chiều nay bác Tư đón bé An lớp A1 ạ')).slice(-1)
  expect(no).toContain('chỉ giao bé theo lời phụ huynh đã liên kết')
  expect((await world.office.reads()).join()).toContain('người chưa liên kết nhờ: “chiều nay bác Tư đón bé An lớp A1 ạ”')
  await world.platforms.telegram.forwards(fatherChat, 'chiều nay chú Hùng đón bé An')
  expect((await father.reads()).join()).toContain('Tin chuyển tiếp không đổi được người đón')
  expect((await world.office.reads()).join()).toContain('chú Hùng')
  const [asked] = await world.parent.says('chiều nay bác Tư đón bé Bin')
  expect(asked).toContain('“Bin” là bé nào')
  expect((await world.parent.says('2')).join()).toContain('của chính bé đó')
  expect((await world.office.reads()).join()).toContain('bé Bin')
  expect((await world.teacher.says('ai đón hôm nay')).join()).toContain('chưa gia đình nào đổi')
  expect(await changes()).toHaveLength(before)
})

test('of a grandmother without a name the name is asked; the hour stands in the card', async () => {
  const [hour, name] = await world.parent.says('chiều nay bà đón con lúc 15h')
  expect(hour).toContain('15:00')
  expect(name).toContain('bà của bé Hoài An tên gì')
  expect(await world.database.prisma.earlyLeave.count({ where: { leaveAt: '15:00' } })).toBe(1)
  const [said] = await world.parent.says('Lan ạ')
  expect(said).toContain('bà Lan đón bé Hoài An')
  await world.parent.says('đúng rồi')
  expect((await world.teacher.reads()).join()).toContain('“chiều nay bà đón con lúc 15h”')
})

test('the other guardian names somebody else: the later word holds, everybody and the office know', async () => {
  await allRead()
  await father.says('hôm nay cậu Hùng đón con')
  await father.taps('Đúng, báo cô')
  expect((await world.teacher.reads()).join()).toContain('cậu Hùng đón bé Hoài An')
  expect((await world.parent.reads()).join()).toContain('cậu Hùng')
  expect((await world.office.reads()).join()).toContain('nhờ bà Lan đón, phụ huynh kia đổi thành cậu Hùng')
  expect(await world.teacher.taps('Đã giao bé Hoài An cho bà Lan')).not.toContain('✅')
  expect((await world.teacher.reads()).join()).toContain('bà Lan không còn được đón bé Hoài An')
  const [said] = await world.teacher.says('ai đón bé An')
  expect(said).toContain('cậu Hùng')
  expect(said).not.toContain('bà Lan')
})

test('any guardian of the child withdraws it in plain words, and the card is dead', async () => {
  await allRead()
  expect((await world.parent.says('huỷ đổi người đón')).join()).toContain('cậu Hùng không đón bé Hoài An')
  expect((await world.teacher.reads()).join()).toContain('cậu Hùng KHÔNG đón bé Hoài An')
  expect((await father.reads()).join()).toContain('cậu Hùng không đón')
  await world.teacher.taps('Đã giao bé Hoài An cho cậu Hùng')
  expect((await world.teacher.reads()).join()).toContain('không còn được đón')
  expect(await handovers()).toEqual([])
})

test('the list: a name is enough, one tap adds, the other guardian reads it, numbers remove', async () => {
  await world.clockTo('2026-11-25T09:00:00+07:00')
  await allRead()
  const [empty] = await world.parent.says('người đón')
  expect(empty).toContain('chưa ghi ai')
  expect((await world.parent.says('1')).join()).toContain('nhắn tên người được đón')
  const [said] = await world.parent.says('bà ngoại Lan, 0901 234 678')
  expect(said).toContain('thêm bà ngoại Lan (số cuối 678)')
  expect(await world.database.prisma.collector.findMany({ where: { confirmedAt: { not: null } } })).toEqual([])
  expect((await world.parent.says('1')).join()).toContain('đã ghi bà ngoại Lan')
  expect((await father.reads()).join()).toContain('thêm bà ngoại Lan')
  expect(JSON.stringify(await world.database.prisma.collector.findMany())).not.toContain('0901')
  const [listed] = await world.teacher.says('bé An ai đón')
  expect(listed).toContain('• bà ngoại Lan (số cuối 678)')
  // "Bà đón" now has a name.
  expect((await father.says('chiều nay bà đón con')).join()).toContain('bà ngoại Lan đón bé Hoài An')
  await father.says('2')
  const [mine] = await father.says('danh sách người đón')
  expect(mine).toContain('bà ngoại Lan')
  expect(await father.taps('Xoá bà ngoại Lan')).toContain('đã xoá')
  expect((await world.teacher.says('ai đón bé An')).join()).not.toContain('bà ngoại')
})

test('a teacher who gave the child to somebody nobody named is stopped, and the office knows at once', async () => {
  await allRead()
  const [said] = await world.teacher.says('đã giao bé An cho chú Ba')
  expect(said).toContain('Chưa phụ huynh nào của bé Hoài An ghi chú Ba')
  expect((await world.office.reads()).join()).toContain('“chú Ba”')
  expect(await handovers()).toEqual([])
})

test('who may not have the child is decided by people: office and teacher at once, and nothing changes', async () => {
  await allRead()
  await father.says('chiều nay cô Hoa đón bé An')
  await father.taps('Đúng, báo cô')
  await allRead()
  const [said] = await world.parent.says('không cho bố bé đón nhé cô')
  expect(said).toContain('người của trường quyết định')
  expect((await world.office.reads()).join()).toContain('🚨')
  expect((await world.teacher.reads()).join()).toContain('không cho bố bé đón')
  const [who] = await world.teacher.says('ai đón bé An')
  expect(who).toMatch(/^⚠️ .*hỏi văn phòng/)
  expect(who).toContain('cô Hoa')
})

test('who is no guardian any more has named nobody', async () => {
  await world.database.prisma.person.update({ where: { id: fatherId }, data: { active: false } })
  expect((await world.teacher.says('ai đón bé An')).join()).not.toContain('cô Hoa')
  await world.teacher.taps('Đã giao bé Hoài An cho cô Hoa')
  expect((await world.teacher.reads()).join()).toContain('không còn được đón')
  expect((await father.says('chiều nay cô Hoa đón bé An')).join()).toContain('chỉ giao bé theo lời phụ huynh đã liên kết')
  await world.database.prisma.person.update({ where: { id: fatherId }, data: { active: true } })
})

test('two siblings in two classes: asked for whom, one tap for both, a card to each teacher', async () => {
  await world.clockTo('2026-11-26T13:40:00+07:00')
  await makeGuardian(world, { platform: 'zalo', user: users.parent, child: 'Trần Tuệ An (Nấm)' })
  await allRead()
  const [asked] = await world.parent.says('hôm nay dì Hoa đón con lúc 15h')
  expect(asked).toMatch(/1\. Hoài An\n2\. Nấm\n3\. Cả 2 bé/)
  expect((await world.parent.says('3')).join()).toContain('dì Hoa đón bé Hoài An, Nấm (lớp A1, D1)')
  // Whose it is was said once; it holds for the hour, too.
  const today = { day: new Date('2026-11-26T00:00:00Z'), leaveAt: '15:00' }
  expect(await world.database.prisma.earlyLeave.count({ where: today })).toBe(2)
  await allRead()
  await world.parent.says('ok')
  const [card] = await world.teacher.reads()
  expect(card).toContain('dì Hoa đón bé Hoài An')
  expect(card).not.toContain('Nấm')
  const [other] = await nursery.reads()
  expect(other).toContain('dì Hoa đón bé Nấm')
  expect(other).not.toContain('Hoài An')
  // The father is Hoài An's alone.
  expect(JSON.stringify(await father.screen())).not.toContain('Nấm')
  const number = /(\d+)\. Đã giao bé Nấm/.exec(other ?? '')?.[1]
  expect((await nursery.says(number ?? '')).join()).toContain('đã giao bé Nấm (lớp D1) cho dì Hoa')
})

test('for a later day the card comes on that morning, after the night', async () => {
  await allRead()
  expect((await world.parent.says('mai bác Tư đón bé Hoài An')).join()).toContain('thứ Sáu 27/11')
  expect((await world.parent.says('1')).join()).toContain('Sáng hôm đó em gửi thẻ')
  expect((await father.reads()).join()).toContain('bác Tư')
  expect(await world.teacher.reads()).toEqual([])
  expect(await world.clockTo('2026-11-27T06:20:00+07:00')).toMatchObject({ pickups: 0 })
  expect(await world.clockTo('2026-11-27T06:35:00+07:00')).toMatchObject({ pickups: 1 })
  expect((await world.teacher.reads()).join()).toContain('bác Tư đón bé Hoài An')
  expect(await world.clockTo('2026-11-27T06:45:00+07:00')).toMatchObject({ pickups: 0 })
})

test('the office reads the whole record of a child and a day', async () => {
  const [said] = await world.office.says('sổ A1 An 24/11')
  expect(said).toContain('Sổ đón – trả bé Nguyễn Hoài An (lớp A1), thứ Ba 24/11')
  expect(said).toMatch(
    /Đổi người đón: bà Lan, phụ huynh nhắn 14:0\d “chiều nay bà đón con lúc 15h”, xác nhận .*đổi sang người khác/,
  )
  expect(said).toMatch(/Đổi người đón: cậu Hùng.*rút lại 14:/)
})

test('a photo that nobody asked for is not kept', async () => {
  await world.parent.sendsPhoto(jpeg)
  expect(await photos()).toEqual([])
})

test('a photo sent right after the name is kept, and shown to the teacher before the card, from Zalo to Telegram', async () => {
  await world.parent.says('thêm bà ngoại Lan vào danh sách đón bé Hoài An')
  expect((await world.parent.says('1')).join()).toContain('gửi một ảnh của bà ngoại Lan')
  expect((await world.parent.sendsPhoto(jpeg)).join()).toContain('Em giữ ảnh của bà ngoại Lan')
  const [kept] = await photos()
  expect(kept).toMatchObject({ type: 'image/jpeg' })
  expect([...kept!.bytes]).toEqual([...jpeg])
  await world.clockTo('2026-11-30T13:40:00+07:00')
  await allRead()
  await world.parent.says('chiều nay bà đón bé Hoài An')
  await world.parent.says('1')
  const [photo, card] = await world.teacher.reads()
  expect(photo).toBe('[photo] Ảnh gia đình gửi: bà ngoại Lan, người được đón bé Hoài An.')
  expect(card).toContain('bà ngoại Lan đón bé Hoài An')
  const [again, list] = await world.teacher.says('ai đón bé An')
  expect(again).toContain('[photo]')
  expect(list).toContain('bà ngoại Lan')
})

test('and from Telegram to Zalo', async () => {
  await makeGuardian(world, { platform: 'telegram', user: fatherChat, child: 'Trần Tuệ An (Nấm)' })
  await father.says('thêm ông nội Phúc vào danh sách đón bé Nấm')
  await father.taps('Đúng, ghi vào danh sách')
  expect((await father.sendsPhoto(jpeg)).join()).toContain('Em giữ ảnh của ông nội Phúc')
  const [photo, list] = await nursery.says('ai đón Nấm')
  expect(photo).toBe('[photo] Ảnh gia đình gửi: ông nội Phúc, người được đón bé Nấm.')
  expect(list).toContain('ông nội Phúc')
})

test('what is no picture is not taken, and the name stands without it', async () => {
  await father.says('thêm dì Hoa vào danh sách đón bé Nấm')
  await father.taps('Đúng, ghi vào danh sách')
  expect((await father.sendsPhoto(Uint8Array.from([0x25, 0x50, 0x44, 0x46]))).join()).toContain('chưa lấy được ảnh của dì Hoa')
  expect((await nursery.says('ai đón Nấm')).join()).toContain('dì Hoa')
})

test('a stranger’s photo is nobody’s, and the photo goes with the adult', async () => {
  await stranger.sendsPhoto(jpeg)
  expect(await photos()).toHaveLength(2)
  await world.parent.says('xoá bà ngoại Lan khỏi danh sách đón bé Hoài An')
  expect(await photos()).toHaveLength(1)
  expect((await world.teacher.says('ai đón bé An')).join()).not.toContain('[photo]')
})
