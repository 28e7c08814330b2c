import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ClassReport } from '../../src/features/checkin/report.ts'
import { isSameReport } from '../../src/features/checkin/same-report.ts'
import { hire } from '../support/staff.ts'
import { startWorld, type World } from '../support/world.ts'

// Monday 23 November 2026. Cô Hạnh of A1 is on Telegram, cô Lý of B1 on Zalo.
let world: World
let ly: World['teacher']
beforeAll(async () => {
  world = await startWorld({ at: '2026-11-23T07:20:00+07:00', pauseSeconds: 4 })
  await hire(world, { platform: 'zalo', user: '7714000000000000031', name: 'Cô Lý', classCodes: ['B1'] })
  ly = world.phone('zalo', '7714000000000000031')
  for (const phone of [world.teacher, world.parent, ly]) await phone.says('xin chào')
})
afterAll(() => world.close())

const last = async () => (await world.teacher.screen()).at(-1)!
const reports = async (code: string) => {
  const versions = await world.database.prisma.checkinVersion.findMany({
    where: { checkin: { class: { code } } },
    orderBy: [{ reportedAt: 'asc' }, { version: 'asc' }],
  })
  return versions.map(({ report, text }) => ({ text, report: report as unknown as ClassReport }))
}

test('on Telegram a teacher taps her way to a report: one message that changes, then the usual read-back', async () => {
  await world.parent.says('hôm nay bé An nghỉ sốt ạ')
  await world.teacher.reads()
  const [asked] = await world.teacher.says('báo từng bước')
  expect(asked).toContain('Lớp A1 · bước 1/2')
  expect(asked).toContain('Trang 1/3')
  const labels = (await last()).buttons.map(({ label }) => label)
  expect(labels.slice(0, 2)).toEqual(['1. 📩 Hoài An', '2. Bin'])
  expect(labels.slice(10)).toEqual(['11. Không bé nào vắng', '12. Trang sau', '13. Thôi'])
  const sizeBefore = (await world.teacher.screen()).length
  expect(await world.teacher.taps('Hoài An')).toContain('Đã chọn 1: Hoài An.')
  expect(await world.teacher.taps('Trang sau')).toContain('Trang 2/3')
  expect(await world.teacher.taps('Trang sau')).toContain('Trang 3/3')
  expect(await world.teacher.taps('Tôm')).toContain('Đã chọn 2: Hoài An, Tôm.')
  expect(await world.teacher.taps('Xong (2)')).toContain('Hoài An vắng vì sao ạ?')
  expect(await world.teacher.taps('Bỏ qua')).toContain('Hoài An nghỉ có phép không')
  expect(await world.teacher.taps('Bỏ qua')).toContain('Tôm vắng vì sao ạ?')
  expect(await world.teacher.taps('Quay lại')).toContain('Hoài An nghỉ có phép không')
  await world.teacher.taps('Bỏ qua')
  expect(await world.teacher.taps('Ốm')).toContain('Tôm bị sao ạ?')
  await world.teacher.taps('. Ho')
  expect(await world.teacher.taps('Xong (1)')).toContain('Tôm nhiệt độ bao nhiêu')
  expect(await world.teacher.taps('38,5 °C')).toContain('Tôm nghỉ có phép không')
  expect(await world.teacher.taps('Có phép')).toContain('Có bé nào đi học nhưng chưa khoẻ không ạ?')
  const read = await world.teacher.taps('Không có bé nào')
  expect(read).toContain('28/30 bé có mặt – lớp A1')
  expect(read).toContain('Vắng 2: Hoài An (sốt, có phép); Tôm (sốt, ho, 38,5 °C, có phép)')
  expect((await world.teacher.screen()).length).toBe(sizeBefore)
  expect(await world.teacher.taps('Đúng rồi')).toContain('xác nhận rồi')
  const [made] = await reports('A1')
  expect(made!.text).toContain('A1 28/30')
})

test('the same report typed as a line is the same record', async () => {
  await world.teacher.says('A1 28/30, vắng An, Tôm ho 38.5 có phép')
  const [made, typed] = await reports('A1')
  expect(isSameReport(made!.report, typed!.report)).toBe(true)
})

test('on Zalo numbers do the same, several in one message, and words where they are shorter', async () => {
  const [asked] = await ly.says('Điểm danh từng bước')
  expect(asked).toContain('1. Minh Anh\n2. Thiên Ân')
  expect(asked).toContain('12. Trang sau')
  const [picked] = await ly.says('2 4')
  expect(picked).toMatch(/Đã chọn 2: /)
  const names = /Đã chọn 2: (.*), (.*)\./.exec(picked!)!.slice(1)
  const [more] = await ly.says('trang sau')
  expect(more).toContain('Trang 2/2')
  const [named] = await ly.says('Vy')
  expect(named).toContain('Đã chọn 3')
  const [why] = await ly.says('xong')
  expect(why).toContain(`${names[0]} vắng vì sao`)
  const [next] = await ly.says('sốt 39,2 có phép')
  expect(next).toContain(`${names[1]} vắng vì sao`)
  const [odd] = await ly.says('sốt 83,5')
  expect(odd).toContain('34–42,5 °C')
  await ly.says('2')
  await ly.says('không phép')
  await ly.says('bỏ qua')
  const [ill] = await ly.says('bỏ qua')
  expect(ill).toContain('chưa khoẻ không')
  const [read] = await ly.says('1')
  expect(read).toContain('12/15')
  expect(read).toContain('(sốt, 39,2 °C, có phép)')
  expect(read).toContain('(việc gia đình, không phép)')
  expect(read).toContain('1. Đúng rồi')
  const [confirmed] = await ly.says('1')
  expect(confirmed).toContain('xác nhận rồi')
  const [undone] = await ly.says('1')
  expect(undone).toContain('bỏ báo cáo của lớp B1')
})

test('a question in between is answered, says once how to go on, and the form goes on where it stood', async () => {
  await world.clockTo('2026-11-24T07:10:00+07:00')
  await world.teacher.says('/form')
  await world.teacher.taps('Thái Bình')
  await world.teacher.taps('Xong (1)')
  const answered = await world.teacher.says('sữa học đường phụ huynh đóng bao nhiêu %')
  expect(answered[0]).toContain('47')
  expect(answered.at(-1)).toContain('đang báo dở lớp A1')
  expect((await world.teacher.says('cảm ơn em')).join()).not.toContain('đang báo dở')
  const [again] = await world.teacher.says('tiếp')
  expect(again).toContain('Thái Bình vắng vì sao')
  const [leave] = await world.teacher.says('2')
  expect(leave).toContain('Thái Bình nghỉ có phép không')
  // A number still means the form's choices after something else was answered without any.
  await world.teacher.says('cảm ơn em')
  const [ill] = await world.teacher.says('1')
  expect(ill).toContain('chưa khoẻ không')
  await world.teacher.says('2')
  expect((await last()).text).toContain('Bé nào đi học nhưng chưa khoẻ')
  await world.teacher.says('Quỳnh Chi')
  await world.teacher.says('xong')
  expect((await world.teacher.says('sổ mũi')).join()).toContain('Quỳnh Chi bị sao ạ?')
  await world.teacher.says('xong')
  const read = (await world.teacher.says('bỏ qua')).join()
  expect(read).toContain('29/30')
  expect(read).toContain('Vắng 1: Thái Bình (việc gia đình, có phép)')
  expect(read).toContain('Đi học nhưng chưa khoẻ: Quỳnh Chi (sổ mũi)')
})

test('it opens over what stands and mends it; words of danger alarm the office although they are only typed into a form', async () => {
  await world.office.reads()
  await world.teacher.says('báo từng bước')
  expect((await last()).text).toContain('Đã chọn 1: Thái Bình.')
  await world.teacher.taps('Xong (1)')
  expect((await last()).buttons.map(({ label }) => label)).toContain('4. Giữ: việc gia đình')
  const said = await world.teacher.says('khó thở, đi cấp cứu')
  expect(said[0]).toContain('báo gấp văn phòng')
  expect(said[1]).toContain('nhiệt độ bao nhiêu')
  expect((await world.office.reads()).join()).toContain('khó thở')
  await world.teacher.says('thôi')
  expect((await reports('A1')).at(-1)!.report.absent).toMatchObject([{ reason: 'family' }])
})

test('“dừng” in a form stops the form and not the messages', async () => {
  await world.teacher.says('báo từng bước')
  const [stopped] = await world.teacher.says('dừng')
  expect(stopped).toContain('chưa ghi gì thêm cho lớp A1')
  const identity = await world.database.prisma.identity.findFirstOrThrow({ where: { chat: world.teacher.user } })
  expect(identity.stoppedAt).toBeNull()
})

test('a line typed meanwhile counts, and the form does not write over it', async () => {
  await world.teacher.says('báo từng bước')
  const [line] = await world.teacher.says('A1 30/30')
  expect(line).toContain('30/30')
  await world.teacher.taps('Thái Bình')
  expect((await last()).text).toContain('vừa có báo cáo khác')
  expect((await reports('A1')).at(-1)!.report.present).toBe(30)
})

test('yesterday’s form is over, its buttons do nothing but say so', async () => {
  await world.teacher.says('báo từng bước')
  await world.clockTo('2026-11-25T07:10:00+07:00')
  await world.teacher.taps('Lê Bảo Châu'.slice(3))
  expect((await last()).text).toContain('đã cũ')
  expect((await world.teacher.says('tiếp')).join()).not.toContain('bước')
})

test('a photo of a paper list is answered with what to do, and opens the form', async () => {
  const [said] = await world.teacher.sends('photo')
  expect(said).toContain('chưa đọc được ảnh danh sách')
  expect(said).toContain('A1 30/30')
  await world.teacher.taps('Báo từng bước')
  expect((await last()).text).toContain('Bé nào vắng ạ?')
  await world.teacher.says('thôi')
})
