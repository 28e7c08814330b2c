import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorld, type World } from '../support/world.ts'

// Thursday 19 November 2026. The sample school's family day is on Monday the 23rd, the teachers' training on the 24th.
let world: World
let familyDay = 0
let training = 0
beforeAll(async () => {
  world = await startWorld({ at: '2026-11-19T08:00:00+07:00', pauseSeconds: 3 })
  await world.office.says('chào em')
  await world.parent.says('chào em')
  await world.teacher.says('chào em')
  const numbered = (title: string) =>
    world.database.prisma.calendarEvent.findFirstOrThrow({ where: { titleVi: { contains: title } } })
  familyDay = (await numbered('Ngày hội gia đình')).number
  training = (await numbered('sơ cấp cứu')).number
})
afterAll(() => world.close())

const office = async (text: string) => (await world.office.says(text)).join('\n')
const reads = async (phone: World['parent']) => (await phone.reads()).join('\n')

test('the office sees its events and what reminds of each', async () => {
  const list = await office('nhắc')
  expect(list).toContain(`${familyDay}. Thứ Hai 23/11/2026: Ngày hội gia đình tại sân trường · nhắc trước 1 ngày`)
  await office(`nhắc ${familyDay}`)
  const [shown] = (await world.office.screen()).slice(-1)
  expect(shown!.buttons.map(({ label }) => label)).toEqual(['1. trước 1 ngày học lúc 07:00 → phụ huynh · đang bật'])
})

test('before anything goes out it reads whom a reminder reaches, whom not and why, when, at what cost, and in which words', async () => {
  const preview = await office(
    `nhắc sự kiện ${familyDay} trước 3 ngày lúc 21h30 cho phụ huynh lớp A1, xin xác nhận: {ngay} là {ten}, bé {be} mang mũ đỏ ạ`,
  )
  expect(preview).toContain('trước 3 ngày lúc 21:30 → phụ huynh (A1), xin xác nhận, lời riêng · chưa duyệt')
  expect(preview).toContain('Gửi: Thứ Sáu 20/11/2026 lúc 21:30; còn ích đến 17:00 23/11.')
  expect(preview).toContain('Tới 1 người: 1 phụ huynh.\nTên: phụ huynh bé Nguyễn Hoài An.')
  expect(preview).toContain('1 người nhận lúc 06:30 21/11 (giờ yên lặng).')
  expect(preview).toContain('Chưa tới 29 tên: chưa liên kết 29.')
  expect(preview).toContain('Zalo (dự tính): 1 người miễn phí, 0 người tính phí')
  expect(preview).toContain(
    'Trường Mầm non Hoa Nắng nhắc:\n23/11/2026 là Ngày hội gia đình tại sân trường, bé Hoài An mang mũ đỏ ạ',
  )
  expect(await office('2')).toBe(
    'Trường Mầm non Hoa Nắng nhắc:\n23/11/2026 là Ngày hội gia đình tại sân trường, bé Hoài An mang mũ đỏ ạ',
  )
  expect(await office('3')).toContain('- Phạm Bảo Ngọc (A1): chưa liên kết')
  expect(await reads(world.parent)).toBe('')
})

test('what is not understood is named, and nothing is kept', async () => {
  expect(await office(`nhắc ${familyDay} trước 3 ngày bằng bồ câu cho phụ huynh: họp`)).toContain('“bang bo cau”')
  expect(await office(`nhắc ${familyDay} cho phụ huynh lớp A9: họp`)).toContain('không có lớp A9')
  expect(await office(`nhắc ${familyDay} trước 1 ngày: {mau} đỏ`)).toContain('“mau”')
  expect(await office(`nhắc ${familyDay} trước 1 ngày: họp {`)).toContain('chưa đóng')
  expect(await office(`nhắc ${familyDay} trước 90 ngày: họp`)).toContain('60 ngày')
  expect(await office(`nhắc ${familyDay} cùng ngày lúc 18h: họp`)).toContain('sau khi sự kiện bắt đầu')
  expect(await office('nhắc 9999')).toContain('không có sự kiện số 9999')
  expect(await world.database.prisma.reminder.count()).toBe(1)
})

test('it changes the reminder in words, approves it, and pauses the built-in one', async () => {
  const shown = (await world.office.screen()).findLast(({ buttons }) => buttons.some(({ label }) => label === '4. Sửa'))
  await world.platforms.telegram.taps(world.office.user, shown!.id, shown!.buttons[3]!.value)
  await world.settle()
  const changed = await office('trước 2 ngày lúc 12h cho giáo viên và phụ huynh')
  expect(changed).toContain('trước 2 ngày lúc 12:00 → phụ huynh, giáo viên, xin xác nhận')
  expect(changed).toContain('1 người nhận lúc 13:30 21/11 (giờ nghỉ trưa).')
  expect(changed).toContain(
    '— Cô Hạnh:\nTrường Mầm non Hoa Nắng nhắc:\n23/11/2026 là Ngày hội gia đình tại sân trường, bé mang mũ đỏ ạ',
  )
  // What was shown first has been changed since: it approves nothing.
  await world.platforms.telegram.taps(world.office.user, shown!.id, shown!.buttons[0]!.value)
  await world.settle()
  expect((await world.office.reads()).join()).toContain('vừa được đổi')
  expect(await office('1')).toContain('đã ghi')
  await office(`nhắc ${familyDay}`)
  await office('1')
  expect(await office('1')).toContain('tạm dừng')
})

test('somebody sets hours, kinds, language and a daily message of their own, by numbers and in words', async () => {
  const shown = (await world.parent.says('cài đặt của tôi')).join('\n')
  expect(shown).toContain('3. Giờ yên lặng: 21:00–06:30 (theo trường)')
  expect((await world.parent.says('2')).join()).toContain('2. Thông báo của trường: tắt')
  expect((await world.parent.says('2')).join()).toContain('2. Thông báo của trường: bật')
  await world.parent.says('3')
  expect((await world.parent.says('9h sáng đến 16h')).join()).toContain('chưa đổi gì')
  expect((await world.parent.says('20h30 đến 6h45')).join()).toContain('Giờ yên lặng: 20:30–06:45 (riêng)')
  expect((await world.parent.says('gom tin lúc 19h')).join()).toContain('một tin mỗi ngày lúc 19:00')
  expect((await world.parent.says('thôi gom tin')).join()).toContain('Gom lời nhắc: tắt')
  expect((await world.parent.says('5')).join()).toContain('5. Language: English')
  expect((await world.parent.says('5')).join()).toContain('5. Ngôn ngữ: tiếng Việt')
  expect((await world.parent.says('giờ yên lặng theo trường')).join()).toContain('21:00–06:30 (theo trường)')
})

test('a paused reminder stays away, and goes out when the office lets it go on', async () => {
  await world.teacher.reads()
  await world.clockTo('2026-11-20T07:00:00+07:00')
  expect(await reads(world.parent)).toBe('')
  await office(`nhắc ${familyDay}`)
  await office('1')
  expect(await office('1')).toContain('gửi tiếp')
  await world.clockTo('2026-11-20T07:05:00+07:00')
  expect(await reads(world.parent)).toContain('Ngày hội gia đình')
})

test('at its hour each reader gets it once, a teacher after her rest, and a number says that it was read', async () => {
  await world.clockTo('2026-11-21T12:00:00+07:00')
  expect(await reads(world.parent)).toContain('bé Hoài An mang mũ đỏ ạ')
  expect(await reads(world.teacher)).not.toContain('mũ đỏ')
  expect((await world.parent.says('1')).join()).toContain('ghi nhận')
  await world.clockTo('2026-11-21T13:30:00+07:00')
  expect(await reads(world.teacher)).toContain('mũ đỏ')
  await world.clockTo('2026-11-21T13:31:00+07:00')
  expect((await reads(world.parent)) + (await reads(world.teacher))).toBe('')
  const asked = await office(`nhắc ${familyDay} trước 1 ngày lúc 18h cho phụ huynh chưa xác nhận: Mai là ngày hội ạ`)
  expect(asked).toContain('Chưa tới được ai.')
  expect(asked).not.toContain('Hoài An')
  await office('bỏ')
})

test('after an outage what is late comes in one message with a word about it, and the office reads what was dropped', async () => {
  await office(`nhắc ${training} trước 1 ngày lúc 9h muộn nhất 10h cho giáo viên: Mang theo túi sơ cứu ạ`)
  await office('1')
  await office(`nhắc ${training} trước 1 ngày lúc 9h15 cho giáo viên: Mặc đồ gọn gàng ạ`)
  await office('1')
  await world.office.reads()
  await world.clockTo('2026-11-22T08:00:00+07:00')
  await world.teacher.reads()
  await world.clockTo('2026-11-23T10:30:00+07:00')
  const late = (await world.teacher.reads()).filter((text) => text.includes('lời nhắc'))
  expect(late).toEqual([expect.stringContaining('gửi 2 lời nhắc trong một tin')])
  expect(late[0]).toContain('Tập huấn sơ cấp cứu')
  expect(late[0]).toContain('Mặc đồ gọn gàng')
  expect(late[0]).toContain('đến muộn')
  const told = (await reads(world.office)).split('\n').filter((line) => line.startsWith('•'))
  expect(told).toEqual(['• Tập huấn sơ cấp cứu cho giáo viên (24/11/2026), lẽ ra nhắc 09:00 ngày 23/11'])
})
