import { afterAll, beforeAll, expect, test } from 'vitest'
import { hire } from '../support/staff.ts'
import { startWorld, type World } from '../support/world.ts'

// Monday 23 November 2026. A1 has cô Hạnh (Telegram), B1 cô Lý (Zalo), C1 cô Hoa (Zalo).
let world: World
let ly: World['teacher']
let hoa: World['teacher']
beforeAll(async () => {
  world = await startWorld({ at: '2026-11-23T07:00:00+07:00', pauseSeconds: 4 })
  await hire(world, { platform: 'zalo', user: '7714000000000000031', name: 'Cô Lý', classCodes: ['B1'] })
  await hire(world, { platform: 'zalo', user: '7714000000000000032', name: 'Cô Hoa', classCodes: ['C1'] })
  ly = world.phone('zalo', '7714000000000000031')
  hoa = world.phone('zalo', '7714000000000000032')
  for (const phone of [world.teacher, world.office, ly, hoa]) await phone.says('xin chào')
})
afterAll(() => world.close())

const standing = async (code: string) => {
  const checkin = await world.database.prisma.checkin.findFirst({
    where: { class: { code }, day: new Date(`${day()}T00:00:00Z`), version: { gt: 0 } },
    include: { versions: true },
  })
  const report = checkin?.versions.find(({ version }) => version === checkin.version)?.report
  return (
    checkin && {
      ...(report as object as { present: number; total: number; absent: { name: string }[] }),
      confirmedAt: checkin.confirmedAt,
    }
  )
}
const day = () => new Date(world.now().getTime() + 7 * 3_600_000).toISOString().slice(0, 10)

test('the office merges two classes; both teachers are told, and either is reminded of both in one message', async () => {
  const [noted] = await world.office.says('hôm nay lớp B1 học chung với A1')
  expect(noted).toContain('Lớp B1 học chung với lớp A1: Thứ Hai 23/11/2026.')
  expect(await world.teacher.reads()).toEqual([expect.stringContaining('một dòng cho cả 45 bé')])
  expect(await ly.reads()).toEqual([expect.stringContaining('lớp B1 học chung với lớp A1')])
  await world.clockTo('2026-11-23T07:45:00+07:00')
  expect(await world.teacher.reads()).toEqual([expect.stringContaining('lớp A1, B1 chưa báo sĩ số')])
  expect(await ly.reads()).toEqual([])
})

test('one line carries both: each class keeps its record, one word confirms them, one takes both back', async () => {
  const [read] = await world.teacher.says('42/45, vắng An sốt, Bình có phép, Vy ho')
  expect(read).toContain('28/30 bé có mặt – lớp A1')
  expect(read).toContain('14/15 bé có mặt – lớp B1')
  expect(await standing('B1')).toMatchObject({ present: 14, absent: [{ name: 'Vũ Bảo Vy' }], confirmedAt: null })
  const confirmed = await world.teacher.taps('Đúng rồi')
  expect(confirmed).toContain('28/30')
  expect(confirmed).toContain('14/15')
  expect((await standing('A1'))?.confirmedAt).toEqual((await standing('B1'))?.confirmedAt)
  await world.clockTo('2026-11-23T08:15:00+07:00')
  expect(await world.teacher.reads()).toEqual([])
  await world.teacher.says('43/45, vắng An, Vy')
  await world.teacher.taps('Hoàn tác')
  expect(await standing('A1')).toMatchObject({ present: 28 })
  expect(await standing('B1')).toMatchObject({ present: 14 })
})

test('the other teacher may correct it, by one class or by a name that tells which', async () => {
  const [one] = await ly.says('B1 13/15, vắng Vy ho, Cốm')
  expect(one).toContain('13/15 bé có mặt – lớp B1')
  expect(one).not.toContain('lớp A1')
  expect(one).toContain('Trước đó Cô Hạnh đã báo 14/15')
  expect((await world.teacher.reads()).join()).toContain('Cô Lý vừa báo lại lớp B1: 13/15 (cô đã báo 14/15)')
  const [other] = await ly.says('nhầm, Bình đi học rồi')
  expect(other).toContain('29/30')
  expect(await standing('A1')).toMatchObject({ present: 29, absent: [{ name: 'Nguyễn Hoài An' }] })
  expect(await standing('B1')).toMatchObject({ present: 13 })
})

test('a message with a part for each class is two records, too', async () => {
  const [read] = await ly.says('A1 30/30; B1 14/15, vắng Vy')
  expect(read).toContain('30/30')
  expect(read).toContain('14/15')
  await ly.says('1')
  expect((await standing('A1'))?.confirmedAt).not.toBeNull()
  expect((await standing('B1'))?.confirmedAt).not.toBeNull()
})

test('the summary counts each class once and says that they learn together', async () => {
  await world.office.reads()
  const [summary] = await world.office.says('tổng hợp hôm nay')
  expect(summary).toContain('44/45')
  expect(summary).toContain('Học chung: Mẫu giáo lớn A1 + Mẫu giáo nhỡ B1.')
})

test('undone, each class is its own teacher’s again', async () => {
  const [undone] = await world.office.says('bỏ ghép B1')
  expect(undone).toContain('Em đã bỏ')
  expect((await ly.reads()).join()).toContain('lớp B1 học riêng như thường lệ')
  expect((await ly.says('A1 30/30')).join()).toContain('chưa thấy cô phụ trách lớp A1')
})

test('a substitute is told, reminded in place of nobody, reports the class, and is a stranger to it the day after', async () => {
  await world.clockTo('2026-11-24T07:00:00+07:00')
  for (const phone of [world.teacher, ly, hoa, world.office]) await phone.reads()
  expect(await hoa.says('D1 8/8')).toEqual([expect.stringContaining('chưa thấy cô phụ trách lớp D1')])
  const [missing] = await world.office.says('lớp nào chưa báo')
  expect(missing).toContain('D1: Cô Hoa đã nhắn nhưng em chưa ghi (không phụ trách lớp): “D1 8/8”')
  const [noted] = await world.office.says('cô Hoa dạy thay lớp D1 hôm nay')
  expect(noted).toContain('Cô Hoa dạy thay lớp D1: Thứ Ba 24/11/2026.')
  expect(await hoa.reads()).toEqual([expect.stringContaining('nhờ cô dạy thay lớp D1')])
  await world.clockTo('2026-11-24T07:45:00+07:00')
  expect((await hoa.reads()).join()).toMatch(/lớp C1, D1 chưa báo sĩ số/)
  const [read] = await hoa.says('D1 7/8, vắng Nấm sốt')
  expect(read).toContain('7/8 bé có mặt – lớp D1')
  await hoa.says('1')
  expect((await standing('D1'))?.confirmedAt).not.toBeNull()
  await world.clockTo('2026-11-25T07:10:00+07:00')
  expect(await hoa.says('D1 8/8')).toEqual([expect.stringContaining('chưa thấy cô phụ trách lớp D1')])
})

test('what cannot be taken is said with the reason, and the newest word is undone by its button', async () => {
  for (const [text, answer] of [
    ['cô Cúc dạy thay lớp A1', 'không thấy cô đó'],
    ['lớp A9 học chung với A1', 'Em không thấy lớp đó. Các lớp: A1, B1, C1, D1.'],
    ['cô Hoa dạy thay lớp B1 hôm 30/2', 'không có trong lịch'],
    ['cô Yến dạy thay lớp B1 ngày mai', 'Cô chưa nối với em'],
    ['bỏ dạy thay B1', 'Em đã bỏ'],
  ] as const)
    expect((await world.office.says(text)).join()).toContain(answer)
  await world.office.says('cô Hoa dạy thay lớp B1 đến 27/11')
  expect((await world.office.says('xem dạy thay')).join()).toContain('Cô Hoa dạy thay lớp B1')
  await world.office.taps('Hoàn tác')
  expect((await world.office.says('xem dạy thay')).join()).toContain('Từ hôm nay chưa ghi')
})

test('a class that is closed is missed by nobody, and its teacher reads why nothing is recorded', async () => {
  const { id: schoolId } = await world.database.prisma.school.findFirstOrThrow()
  const { id } = await world.database.prisma.class.findFirstOrThrow({ where: { code: 'C1' } })
  const closed = { schoolId, day: new Date('2026-11-26T00:00:00Z'), scope: `class:${id}`, open: false, reason: 'Sửa mái lớp' }
  await world.database.prisma.closure.create({ data: closed })
  await world.clockTo('2026-11-26T07:00:00+07:00')
  for (const phone of [hoa, world.office]) await phone.reads()
  for (const time of ['07:45', '08:15', '08:30', '08:45']) await world.clockTo(`2026-11-26T${time}:00+07:00`)
  expect(await hoa.reads()).toEqual([])
  expect((await world.office.reads()).join()).not.toContain('bé C1')
  expect((await hoa.says('C1 12/12')).join()).toContain('lớp C1 nghỉ (Sửa mái lớp)')
  expect((await hoa.says('báo từng bước')).join()).toContain('lớp C1 nghỉ (Sửa mái lớp)')
  const [summary] = await world.office.says('tổng hợp hôm nay')
  expect(summary).toContain('Lớp nghỉ hôm nay (1): Mẫu giáo bé C1.')
})

test('the office sees and changes the school’s hours; each change is kept with who and when, and undone by a tap', async () => {
  const [list] = await world.office.says('xem cài đặt')
  expect(list).toContain('giờ chốt báo ăn: chưa đặt')
  expect(list).toContain('giờ tổng hợp: 09:15')
  const [set] = await world.office.says('đặt giờ chốt báo ăn 8h30')
  expect(set).toContain('Đã đổi giờ chốt báo ăn: chưa đặt → 08:30.')
  const [wrong] = await world.office.says('đặt giờ chốt báo ăn sáng sớm')
  expect(wrong).toContain('em chưa đọc được “sáng sớm”')
  const [order] = await world.office.says('đặt giờ nhắc cô lần 2 là 7h30')
  expect(order).toContain('07:30 không đúng thứ tự')
  const [unknown] = await world.office.says('đặt giờ uống nước 9h')
  expect(unknown).toContain('chưa có cài đặt này')
  const [asked] = await world.office.says('đặt giờ tổng hợp')
  expect(asked).toContain('đang là 09:15')
  await world.office.says('đổi giờ tổng hợp thành 9h')
  const { summaryTime, mealCutOffTime } = await world.database.prisma.school.findFirstOrThrow()
  expect([summaryTime, mealCutOffTime]).toEqual(['09:00', '08:30'])
  await world.office.taps('Hoàn tác')
  const [history] = await world.office.says('lịch sử cài đặt')
  expect(history!.split('\n').map((line) => line.replace(/^\S+ \S+ · /, ''))).toEqual([
    'Cô Thu, văn phòng · giờ tổng hợp: 09:00 → 09:15',
    'Cô Thu, văn phòng · giờ tổng hợp: 09:15 → 09:00',
    'Cô Thu, văn phòng · giờ chốt báo ăn: chưa đặt → 08:30',
  ])
  expect((await world.teacher.says('đặt giờ chốt báo ăn 9h')).join()).not.toContain('Đã đổi')
})
