import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorld, users, type World } from '../support/world.ts'

// Monday 23 November 2026, 19:30: the storm is on its way.
let world: World
beforeAll(async () => {
  world = await startWorld({ at: '2026-11-23T19:30:00+07:00', pauseSeconds: 3 })
  await world.office.says('chào em')
})
afterAll(() => world.close())

const newest = () => world.database.prisma.broadcast.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
const read = async (phone: World['parent']) => (await phone.reads()).filter((text) => text.includes('thông báo:'))

test('a storm: the office closes the school, reads the notice as families will, and sends it once', async () => {
  await world.office.says('mai nghỉ do bão')
  const said = await world.office.says('1')
  expect(said[0]).toContain('Đã ghi: trường nghỉ Thứ Ba 24/11/2026')
  expect(said[1]).toContain('Sẽ gửi 2 người: 1 giáo viên (A1 1); 1 phụ huynh (A1 1). Qua Telegram 1, Zalo 1.')
  expect(said[1]).toContain('Trường Mầm non Hoa Nắng thông báo:\nTrường cho trẻ nghỉ học Thứ Ba 24/11/2026 do bão.')
  expect(said[1]).toContain('Chưa báo được 64 bé (A1 29, B1 15, C1 12, D1 8)')
  expect(await read(world.parent)).toEqual([])
  const [sending] = await world.office.says('1')
  expect(sending).toContain('Em đang gửi 2 người')
  expect(await read(world.parent)).toEqual([expect.stringContaining('nghỉ học Thứ Ba 24/11/2026 do bão')])
  expect(await read(world.teacher)).toHaveLength(1)
})

test('sending again finds it sent', async () => {
  const preview = (await world.office.screen()).findLast(({ buttons }) => buttons.some(({ label }) => label === '1. Gửi'))
  await world.platforms.telegram.taps(world.office.user, preview!.id, preview!.buttons[0]!.value)
  expect((await world.office.reads()).join()).toContain('đã gửi hoặc đã bỏ')
  expect(await read(world.parent)).toEqual([])
})

test('the office asks how it stands and whom to phone', async () => {
  expect((await world.office.says('báo thế nào rồi')).join()).toContain('Đã gửi 2, đang chờ 0, không tới 0')
  const list = (await world.office.says('ai chưa nhận được?')).join('\n')
  expect(list).toContain('67 tên chưa nhận được')
  expect(list).toContain('Lớp A1: 29')
  expect(list).toContain('- Phạm Gia Minh (Tít) (chưa liên kết)')
  expect(list).toContain('- Cô Mai (chưa liên kết)')
  expect(list).not.toContain('Nguyễn Hoài An')
})

test('a notice to one class goes to its guardians and teachers, and can be changed and dropped', async () => {
  const [preview] = await world.office.says('báo lớp B1: mai cả lớp mang áo mưa')
  expect(preview).toContain('Chưa có ai nhận được tin này')
  const [parents] = await world.office.says('Báo phụ huynh lớp A1: Mai các con mang áo mưa')
  expect(parents).toContain('Sẽ gửi 1 người: 1 phụ huynh (A1 1). Qua Zalo 1.')
  expect((await world.office.says('sửa')).join()).toContain('nội dung mới')
  const [changed] = await world.office.says('Mai các con mang áo mưa và ủng ạ')
  expect(changed).toContain('thông báo:\nMai các con mang áo mưa và ủng ạ')
  expect((await world.office.says('bỏ')).join()).toContain('không gửi gì')
  expect(await newest()).toMatchObject({ state: 'dropped', text: 'Mai các con mang áo mưa và ủng ạ' })
  expect(await read(world.parent)).toEqual([])
})

test('new words are taken only when they come next', async () => {
  await world.office.says('báo giáo viên: họp lúc 17h')
  await world.office.says('sửa')
  await world.office.says('câu hỏi chờ')
  await world.office.says('sữa học đường phụ huynh đóng bao nhiêu %')
  expect(await newest()).toMatchObject({ state: 'draft', text: 'họp lúc 17h' })
})

test('a class that is not there is named', async () => {
  const [said] = await world.office.says('báo lớp A9: mai nghỉ')
  expect(said).toContain('không có lớp A9')
  expect(said).toContain('A1, B1, C1, D1')
})

test('in quiet hours a notice waits for the morning, and an answer to a parent does not wait behind it', async () => {
  await world.clockTo('2026-11-23T22:00:00+07:00')
  const [preview] = await world.office.says('báo tất cả: Mai bếp nấu cháo thay cơm')
  expect(preview).toContain('giờ nghỉ')
  const [message] = (await world.office.screen()).slice(-1)
  expect(message!.buttons.map(({ label }) => label)).toEqual(['1. Gửi lúc 06:30', '2. Gửi ngay (khẩn)', '3. Sửa', '4. Bỏ'])
  expect((await world.office.says('1')).join()).toContain('giữ tin đến 06:30')
  expect(await read(world.parent)).toEqual([])
  expect(await world.parent.says('sữa học đường phụ huynh đóng bao nhiêu %')).not.toEqual([])
  expect((await world.office.says('báo thế nào rồi')).join()).toContain('06:30 sẽ gửi')
  await world.clockTo('2026-11-24T06:29:00+07:00')
  expect(await read(world.parent)).toEqual([])
  await world.clockTo('2026-11-24T06:30:00+07:00')
  expect(await read(world.parent)).toEqual([expect.stringContaining('cháo thay cơm')])
  await world.clockTo('2026-11-24T06:31:00+07:00')
  expect(await read(world.parent)).toEqual([])
})

test('an urgent one passes with its reason kept', async () => {
  await world.clockTo('2026-11-24T23:10:00+07:00')
  await world.office.says('báo tất cả: Nước đang lên, sáng mai chưa đưa con đến trường')
  const [why] = await world.office.says('2')
  expect(why).toContain('vì sao')
  await world.office.says('đê sông Hồng báo động 3')
  expect(await read(world.parent)).toHaveLength(1)
  expect(await newest()).toMatchObject({ state: 'sent', urgentReason: 'đê sông Hồng báo động 3' })
})

test('a held notice is stopped and never goes out', async () => {
  await world.office.says('báo tất cả: thử')
  await world.office.says('1')
  expect((await world.office.says('dừng báo')).join()).toContain('Đã dừng')
  await world.clockTo('2026-11-25T06:30:00+07:00')
  expect(await read(world.parent)).toEqual([])
  expect((await world.office.says('dừng báo')).join()).toMatch(/Không có tin nào đang chờ/)
})

test('what has not gone out yet is taken back, and who has it already is counted', async () => {
  await world.clockTo('2026-11-25T08:00:00+07:00')
  await world.office.says('báo tất cả: Chiều nay đón con sớm')
  // The first retry, two seconds on, fails as well: the next one comes after what the office types.
  await world.platforms.zalo.faults({ match: { path: '/v3.0/oa/message/cs' }, times: 2, fault: { kind: 'status', status: 500 } })
  await world.office.says('1')
  expect((await world.office.says('báo thế nào rồi')).join()).toContain('Đã gửi 1, đang chờ 1')
  const [stopped] = await world.office.says('dừng báo')
  expect(stopped).toContain('1 người đã nhận, 1 người không gửi nữa')
  const list = (await world.office.says('ai chưa nhận được')).join('\n')
  expect(list).toContain('- Nguyễn Hoài An (đã dừng báo)')
})

test('whoever asked for silence or blocked us is on the list to phone, with the reason', async () => {
  await world.clockTo('2026-11-26T08:00:00+07:00')
  await world.parent.says('dừng')
  const [preview] = await world.office.says('báo phụ huynh A1: mai họp phụ huynh')
  expect(preview).toContain('Chưa có ai nhận được')
  expect((await world.office.says('ai chưa nhận được')).join('\n')).toContain('- Nguyễn Hoài An (đã nhắn dừng)')
  await world.parent.says('bật lại')
})

test('whoever has blocked the assistant is counted with the reason, and listed by name', async () => {
  await world.clockTo('2026-11-26T09:00:00+07:00')
  await world.teacher.blocks(true)
  await world.settle()
  // As if the platform had never told us: the send itself finds out.
  await world.database.prisma.identity.updateMany({ where: { chat: users.teacher }, data: { leftAt: null } })
  await world.office.says('báo giáo viên: họp lúc 16h')
  await world.office.says('ok')
  await world.office.reads()
  const said = (await world.office.says('báo thế nào rồi')).join()
  expect(said).toContain('Đã gửi 0, đang chờ 0, không tới 1 (đã chặn hoặc rời đi 1)')
  const list = (await world.office.says('ai chưa nhận được')).join('\n')
  expect(list).toContain('- Cô Hạnh (đã chặn hoặc rời đi)')
  await world.teacher.blocks(false)
})

test('nobody but the office sends notices', async () => {
  const before = await world.database.prisma.broadcast.count()
  await world.teacher.says('báo tất cả: mai nghỉ')
  await world.parent.says('báo tất cả: mai nghỉ')
  expect(await world.database.prisma.broadcast.count()).toBe(before)
  expect(users.office).toBe(world.office.user)
})
