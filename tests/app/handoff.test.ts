import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorld, users, type World } from '../support/world.ts'

// Monday 23 November 2026.
let world: World
beforeAll(async () => {
  world = await startWorld({ at: '2026-11-23T09:00:00+07:00' })
  await world.parent.says('chào')
  await world.office.says('chào')
  await world.phone('telegram', users.telegramStranger).says('chào')
})
afterAll(() => world.close())

const later = (minutes: number) => world.clockTo(new Date(world.now().getTime() + minutes * 60_000).toISOString())
const numberIn = (texts: readonly string[]) => /[Ss]ố (\d+)/.exec(texts.join('\n'))![1]!

/** The parent asks for a person; the number the office reads. */
async function handsOver(): Promise<string> {
  await world.office.reads()
  expect((await world.parent.says('cho em gặp văn phòng')).join()).toContain('báo văn phòng')
  return numberIn(await world.office.reads())
}

test('in office hours a parent waits, both sides write, and the office ends it with one sentence', async () => {
  const [waiting] = await world.parent.says('Cho em gặp cô văn phòng ạ')
  expect(waiting).toContain('báo văn phòng')
  const [wish] = await world.office.reads()
  expect(wish).toContain('muốn gặp văn phòng')
  const number = numberIn([wish!])
  // What the documents could answer is the office's now.
  expect(await world.parent.says('sữa học đường phụ huynh đóng bao nhiêu %')).toEqual([])
  expect((await world.office.reads()).join()).toContain('sữa học đường phụ huynh đóng')
  await later(1)
  expect((await world.office.says(`${number}: Chào chị, chị cần gì ạ?`)).join()).toContain('Đã gửi')
  expect(await world.parent.reads()).toEqual(['Văn phòng Trường Mầm non Hoa Nắng: Chào chị, chị cần gì ạ?'])
  await later(1)
  await world.office.says(`${number}: Chị nhắn thêm nhé.`)
  expect((await world.parent.reads()).join()).toContain('Chị nhắn thêm')
  expect(await world.parent.says('gặp văn phòng')).toEqual([])
  await later(1)
  expect(await world.database.prisma.question.count({ where: { reason: 'wants_person' } })).toBe(1)
  expect((await world.office.says(`xong ${number}`)).join()).toContain('Đã kết thúc')
  expect(await world.parent.reads()).toEqual([expect.stringContaining('đã kết thúc trao đổi')])
  expect((await world.parent.says('sữa học đường phụ huynh đóng bao nhiêu %')).join()).toContain('47')
})

test('when nobody answers within fifteen minutes the parent hears it once, and the message stays on the list', async () => {
  await later(10)
  const number = await handsOver()
  await later(14)
  expect(await world.parent.reads()).toEqual([])
  expect(await later(1)).toMatchObject({ handoffs: 1 })
  expect(await world.parent.reads()).toEqual([expect.stringContaining('chưa có cô nào')])
  await later(20)
  expect(await world.parent.reads()).toEqual([])
  expect((await world.office.says('câu hỏi')).join()).toContain(`${number}. cho em gặp văn phòng`)
  expect((await world.parent.says('trẻ được cân đo mấy lần')).join()).toContain('Nguồn')
  // A late answer opens the conversation again.
  await later(1)
  await world.office.says(`${number}: Dạ cô đây ạ.`)
  await world.parent.reads()
  expect(await world.parent.says('dạ em muốn hỏi chuyện chuyển lớp')).toEqual([])
  expect((await world.office.reads()).join()).toContain('chuyển lớp')
})

test('the parent goes back to the assistant with two words', async () => {
  await later(1)
  expect((await world.parent.says('quay lại ạ')).join()).toContain('em đây')
  expect((await world.office.reads()).join()).toContain('quay lại hỏi trợ lý')
  expect((await world.parent.says('sữa học đường phụ huynh đóng bao nhiêu %')).join()).toContain('47')
})

test('an emergency is answered at once though the office has the conversation', async () => {
  await later(1)
  const number = await handsOver()
  await world.parent.reads()
  await later(1)
  expect((await world.parent.says('con em khó thở tím tái')).join()).toContain('115')
  expect((await world.office.reads()).join()).toContain('KHẨN')
  await later(1)
  await world.office.says(`xong ${number}`)
  await world.parent.reads()
})

test('a picture, a voice and a file are honestly answered and told to the office; a sticker just reaches it', async () => {
  await later(1)
  const number = await handsOver()
  await world.parent.reads()
  expect(await world.parent.sends('photo')).toEqual([
    expect.stringMatching(/^Dạ ảnh thì em không chuyển được; em đã báo văn phòng/),
  ])
  expect((await world.office.reads()).join()).toMatch(
    new RegExp(`Số ${number}, .* gửi một ảnh\\nEm không chuyển được tin này sang đây`),
  )
  expect((await world.parent.sends('voice')).join()).toContain('tin thoại')
  expect((await world.office.reads()).join()).toContain('gửi một tin thoại')
  expect((await world.parent.sends('file')).join()).toContain('tệp')
  await later(1)
  expect(await world.parent.sends('sticker')).toEqual([])
  expect((await world.office.reads()).join()).toContain('gửi một nhãn dán')
  await later(1)
  await world.office.says(`xong ${number}`)
  await world.parent.reads()
  // Afterwards a picture is the assistant's again.
  expect((await world.parent.sends('photo')).join()).toContain('chỉ đọc được chữ')
  expect(await world.office.reads()).toEqual([])
})

test('half an hour without a word ends an answered conversation, and the next message is the assistant’s', async () => {
  await later(1)
  const number = await handsOver()
  await later(1)
  await world.office.says(`${number}: Dạ vâng ạ.`)
  await world.parent.reads()
  await later(29)
  expect(await world.parent.reads()).toEqual([])
  await later(1)
  expect(await world.parent.reads()).toEqual([expect.stringContaining('tạm dừng')])
  expect((await world.parent.says('sữa học đường phụ huynh đóng bao nhiêu %')).join()).toContain('47')
})

test('who waits when the office goes to lunch is told so at once, and asks the assistant meanwhile', async () => {
  await world.clockTo('2026-11-23T11:25:00+07:00')
  const number = await handsOver()
  await world.parent.reads()
  expect(await later(4)).toMatchObject({ handoffs: 0 })
  expect(await later(1)).toMatchObject({ handoffs: 1 })
  const [closed] = await world.parent.reads()
  expect(closed).toMatch(new RegExp(`đang nghỉ trưa; văn phòng làm việc lại lúc 13:30 hôm nay\\. Lời nhắn số ${number}`))
  expect((await world.parent.says('sữa học đường phụ huynh đóng bao nhiêu %')).join()).toContain('47')
})

test('at lunch, at night and before a holiday the parent reads when the office is in again, and keeps the assistant', async () => {
  await world.clockTo('2026-11-23T12:00:00+07:00')
  expect((await world.parent.says('gặp văn phòng')).join()).toMatch(/đang nghỉ trưa; văn phòng làm việc lại lúc 13:30 hôm nay/)
  await world.clockTo('2026-11-27T22:00:00+07:00')
  const said = (await world.parent.says('cho tôi gặp nhân viên')).join()
  expect(said).toMatch(/giờ này văn phòng không có người; .* lúc 07:30 Thứ Hai 30\/11\/2026/)
  expect((await world.parent.says('sữa học đường phụ huynh đóng bao nhiêu %')).join()).toContain('47')
  expect(await world.database.prisma.handoff.count({ where: { closedAt: null } })).toBe(0)
  expect(
    await world.database.prisma.outbound.count({
      where: { key: { contains: '/ended/' }, state: { notIn: ['sent', 'delivered'] } },
    }),
  ).toBe(0)
})

test('two people who ask the same stand together in the list, and one answer reaches each of them once', async () => {
  const stranger = world.phone('telegram', users.telegramStranger)
  const { prisma } = world.database
  await prisma.question.deleteMany()
  await world.clockTo('2026-11-30T09:00:00+07:00')
  await world.parent.says('Trường có xe đưa đón không ạ?')
  await world.parent.says('trường mình có xe đưa đón ko')
  await stranger.says('truong co xe dua don khong')
  await stranger.says('Đồng phục mua ở đâu ạ?')
  const numbers = (await prisma.question.findMany({ orderBy: { number: 'asc' } })).map(({ number }) => number)
  await later(1)
  await world.office.reads()
  const [list] = await world.office.says('câu hỏi')
  expect(list).toContain(`${numbers[0]}. Trường có xe đưa đón không ạ? (và 2 câu tương tự: số ${numbers[1]}, ${numbers[2]}`)
  expect(list).toContain(`${numbers[3]}. Đồng phục`)
  await world.parent.reads()
  await stranger.reads()
  const [sent] = await world.office.says(`${numbers[1]}: Dạ trường chưa có xe ạ.`)
  expect(sent).toContain('2 người')
  expect(await world.parent.reads()).toEqual([expect.stringContaining('chưa có xe')])
  expect(await stranger.reads()).toEqual([expect.stringContaining('chưa có xe')])
  expect(await prisma.question.count({ where: { answeredAt: null } })).toBe(1)
})

test('two families who ask about their own child today are answered each for itself', async () => {
  const stranger = world.phone('telegram', users.telegramStranger)
  await later(5)
  await world.parent.says('Hôm nay bé nhà em ngủ trưa mấy giờ ạ?')
  await stranger.says('hôm nay bé nhà em ngủ trưa mấy giờ ạ')
  const asked = await world.database.prisma.question.findMany({ where: { answeredAt: null, text: { contains: 'ngủ trưa' } } })
  expect(asked).toHaveLength(2)
  await later(1)
  await world.office.says(`${asked[0]!.number}: Bé An ngủ lúc 12 giờ ạ.`)
  expect(await world.database.prisma.question.count({ where: { answeredAt: null, text: { contains: 'ngủ trưa' } } })).toBe(1)
})

test('where nobody of the office can be told, nobody is promised anything', async () => {
  const { prisma } = world.database
  await later(1)
  await prisma.person.updateMany({ where: { role: 'office' }, data: { active: false } })
  const promises = /em chuyển|em đã chuyển|em đã báo|em đang báo|chuyển lời/i
  for (const asked of [
    'Trường có xe đưa đón không ạ?',
    'Một hộp sữa giá bao nhiêu tiền?',
    'cho em gặp cô văn phòng',
    'Sữa học đường phụ huynh đóng bao nhiêu phần trăm? Đồng phục mua ở đâu ạ?',
    'tiền sữa 22 ngày hết bao nhiêu ạ',
    'em cần số liệu điểm danh hôm nay',
  ])
    expect((await world.parent.says(asked)).join(), asked).not.toMatch(promises)
  const stranger = world.phone('telegram', users.telegramStranger)
  expect((await stranger.says('con bị sốt uống thuốc gì')).join()).not.toMatch(promises)
  const [urgent] = await stranger.says('con em khó thở tím tái')
  expect(urgent).toMatch(/115/)
  expect(urgent).not.toMatch(promises)
})
