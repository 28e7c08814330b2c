import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEntryStore } from '../../src/adapters/database/entry-store.ts'
import { createPeopleStore } from '../../src/adapters/database/people-store.ts'
import { randomIds } from '../../src/adapters/ids.ts'
import { createOwnAnswers } from '../../src/features/entries/own-answers.ts'
import { addressOf } from '../support/sample.ts'
import { startWorld, users, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld({ at: '2026-11-23T08:00:00+07:00' })
  // Meeting the assistant once keeps the introduction out of what is tested.
  await world.parent.says('chào')
  await world.office.says('chào')
})
afterAll(() => world.close())

/** The office types a minute later: Telegram takes only so many messages a minute in one chat. */
async function officeSays(text: string): Promise<string[]> {
  await world.clockTo(new Date(world.now().getTime() + 60_000).toISOString())
  return await world.office.says(text)
}

/** What the office may choose now, in the order of the numbers. */
const choicesOffered = async () => (await world.office.screen()).at(-1)!.buttons.map(({ label }) => label.replace(/^\d+\. /, ''))
const numberIn = (texts: readonly string[]) => /Số (\d+)/.exec(texts.join('\n'))![1]!

/** A parent asks what nobody knows, the office answers; what the office reads then. */
async function askAndAnswer(question: string, answer: string): Promise<string[]> {
  await world.office.reads()
  await world.parent.says(question)
  const number = numberIn(await world.office.reads())
  return await officeSays(`${number}: ${answer}`)
}

test('an answer of the office becomes a general one with one tap, and the next to ask in other words reads it with its source and day', async () => {
  const [offered] = await askAndAnswer('Học phí một tháng bao nhiêu ạ?', 'Học phí 1.250.000 đồng một tháng ạ.')
  expect(offered).toContain('đã gửi câu trả lời')
  expect((await world.parent.reads()).join()).toContain('1.250.000')
  expect(await world.office.taps('Lưu thành câu trả lời chung')).toContain('câu trả lời')
  const [saved] = await world.office.reads()
  expect(saved).toContain('Đã lưu thành câu trả lời số 1')
  expect(saved).toContain('Câu này về việc gì ạ?')
  expect(await choicesOffered()).toEqual([
    'Học phí, khoản thu',
    'Sữa học đường',
    'Ăn uống',
    'Sức khoẻ, an toàn',
    'Tuyển sinh, ra lớp',
    'Giờ giấc, lịch nghỉ',
    'Học và hoạt động',
    'Bỏ qua',
  ])
  const [answer, ...rest] = await world.parent.says('hoc phi nhiu tien v co')
  expect(rest).toEqual([])
  expect(answer).toContain('1.250.000')
  expect(answer).toContain('Nguồn: văn phòng Trường Mầm non Hoa Nắng, ngày 23/11/2026')
  expect(await world.office.reads()).toEqual([])
})

test('topic and English wording are asked for with numbers and can be left out; a reader of English then reads English', async () => {
  const [topic] = await officeSays('1')
  expect(topic).toMatch(/Em ghi việc: Học phí, khoản thu\.[\s\S]*tiếng Anh/)
  expect(await choicesOffered()).toEqual(['Bỏ qua'])
  // A slip of the hand in a figure is not taken.
  expect((await officeSays('Tuition is 1,520,000 dong a month.')).join()).toContain('1520000')
  expect((await officeSays('Tuition is 1,250,000 dong a month.')).join()).toContain('đã ghi bản tiếng Anh')
  const [english] = await world.parent.says('How much is the tuition per month?')
  expect(english).toContain('Tuition is 1,250,000 dong a month.')
  expect((await world.parent.says('tiền học mỗi tháng là bao nhiêu hả cô')).join()).toContain('Học phí 1.250.000')
})

test('keeping the same answer twice keeps one', async () => {
  await world.office.taps('Lưu thành câu trả lời chung')
  expect((await world.office.reads()).join()).toContain('số 1')
  expect(await world.database.prisma.schoolEntry.count()).toBe(1)
})

test('another school does not see it', async () => {
  const { prisma } = world.database
  const schoolId = '11111111-1111-4111-8111-111111111111'
  await prisma.school.create({
    data: { id: schoolId, name: 'Trường Mầm non Sao Mai', place: 'long-bien', createdAt: world.now() },
  })
  const personId = '22222222-2222-4222-8222-222222222222'
  await prisma.person.create({ data: { id: personId, schoolId, role: 'guardian', createdAt: world.now() } })
  await world.phone('telegram', users.telegramStranger).says('chào')
  const identity = await prisma.identity.findFirstOrThrow({ where: addressOf('telegram', users.telegramStranger) })
  await prisma.identityPerson.create({ data: { identityId: identity.id, personId, schoolId, linkedAt: world.now() } })
  const said = await world.phone('telegram', users.telegramStranger).says('Học phí một tháng bao nhiêu ạ?')
  expect(said.join('\n')).not.toContain('1.250.000')
})

test('whoever answers only this once keeps nothing', async () => {
  await askAndAnswer('Trường có xe đưa đón không ạ?', 'Dạ trường chưa có xe đưa đón ạ.')
  await world.parent.reads()
  expect(await officeSays('2')).toEqual([expect.stringContaining('riêng lần này')])
  const [unknown] = await world.parent.says('trường mình có xe đưa đón không')
  expect(unknown).not.toContain('chưa có xe')
})

test('step by step: a draft answers nobody, nor does an approved one; used, it answers, and every version tells who and when', async () => {
  const asks = 'bao giờ khai giảng vậy cô'
  const [drafted] = await officeSays('thêm câu trả lời: Khai giảng ngày nào ạ? Khai giảng ngày 5/9 lúc 7 giờ 30 ạ.')
  expect(drafted).toContain('giữ nháp câu trả lời số 2')
  expect(await choicesOffered()).toEqual(['Dùng luôn', 'Duyệt, dùng sau', 'Thôi'])
  expect((await world.parent.says(asks)).join()).not.toContain('7 giờ 30')
  await world.office.reads()
  expect((await officeSays('duyệt câu trả lời 2')).join()).toContain('Đã duyệt câu trả lời số 2')
  expect((await world.parent.says('khai giảng ngày nào')).join()).not.toContain('7 giờ 30')
  await world.office.reads()
  const [list] = await officeSays('câu trả lời')
  expect(list).toMatch(/2 câu trả lời chung[\s\S]*2\. Khai giảng ngày nào ạ\?.*\[đã duyệt, chưa dùng\]/)
  const [tried] = await officeSays('dùng câu trả lời 2')
  // Asked before in other words, and passed to the office then: that changes, so it is shown first.
  expect(tried).toContain('– “bao giờ khai giảng vậy cô”: chuyển văn phòng → “Khai giảng ngày 5/9')
  expect((await world.parent.says(asks)).join()).not.toContain('7 giờ 30')
  await world.office.reads()
  expect((await officeSays('1')).join()).toContain('Đã lưu thành câu trả lời số 2')
  expect((await world.parent.says(asks)).join()).toContain('7 giờ 30')
  const [shown] = await officeSays('câu trả lời 2')
  expect(shown).toMatch(/1\. nháp, .*\n2\. đã duyệt, .* \(duyệt: .*\)\n3\. đang dùng, .*23\/11\/2026 \(duyệt: /)
  expect((await officeSays('Bỏ câu này')).join()).toContain('Đã bỏ câu trả lời số 2')
  expect((await world.parent.says(asks)).join()).not.toContain('7 giờ 30')
})

test('the office changes an answer, which drops the English of the old one, and takes an earlier version back', async () => {
  await world.office.reads()
  const [shown] = await officeSays('sửa câu trả lời 1: Học phí 1.300.000 đồng một tháng ạ.')
  expect(shown).toMatch(/\d câu đã hỏi trước đây sẽ đổi/)
  expect(shown).toContain('“Học phí 1.250.000 đồng một tháng ạ.” → “Học phí 1.300.000')
  expect((await world.parent.says('học phí một tháng bao nhiêu')).join()).toContain('1.250.000')
  expect((await officeSays('1')).join()).toContain('Đã lưu')
  expect((await world.parent.says('How much is the tuition per month?')).join()).toContain('1.300.000')
  await officeSays('khôi phục câu trả lời 1 bản 1')
  await officeSays('Vẫn dùng')
  expect((await world.parent.says('học phí một tháng bao nhiêu')).join()).toContain('1.250.000')
  await officeSays('khôi phục câu trả lời 1')
  await officeSays('1')
  expect((await world.parent.says('học phí một tháng bao nhiêu')).join()).toContain('1.300.000')
})

test('a change that the office does not confirm leaves everything as it was', async () => {
  await officeSays('sửa câu trả lời 1: Học phí 9.999.000 đồng ạ.')
  expect((await officeSays('Thôi')).join()).toContain('giữ nguyên')
  expect((await world.parent.says('học phí một tháng bao nhiêu')).join()).toContain('1.300.000')
})

test('an answer in place of a document is refused until it names topic and time, and counts once the office has seen both answers', async () => {
  const asks = 'Sữa học đường phụ huynh đóng bao nhiêu phần trăm ạ?'
  await officeSays(`thêm câu trả lời: ${asks} Phụ huynh đóng 40% giá mỗi hộp ạ.`)
  const [refused] = await officeSays('1')
  expect(refused).toMatch(/Em chưa dùng câu trả lời số 3[\s\S]*đóng 47%[\s\S]*cần thêm hai điều/)
  expect((await world.parent.says(asks)).join()).toContain('47%')
  await officeSays('câu trả lời 3 việc sữa')
  expect((await officeSays('dùng câu trả lời 3')).join()).toContain('dùng từ ngày nào đến ngày nào')
  await officeSays('câu trả lời 3 từ 1/9/2026 đến 31/5/2027')
  const [both] = await officeSays('dùng câu trả lời 3')
  expect(both).toMatch(/văn bản: “Cha mẹ đóng 47%[\s\S]*của trường, từ 01\/09\/2026 đến 31\/05\/2027: “Phụ huynh đóng 40%/)
  expect((await world.parent.says(asks)).join()).toContain('47%')
  expect((await officeSays('1')).join()).toContain('Đã lưu thành câu trả lời số 3')
  expect((await world.parent.says('sua hoc duong ph dong bn %')).join()).toMatch(/40%[\s\S]*dùng đến 31\/05\/2027/)
  expect((await world.parent.says('Năm 2020 sữa học đường phụ huynh đóng bao nhiêu phần trăm?')).join()).toContain('47%')
  await officeSays('bỏ câu trả lời 3')
  expect((await world.parent.says(asks)).join()).toContain('47%')
})

test('an answer with an end says till when, the office hears as many days ahead as it wants to, and afterwards it is not told as today’s', async () => {
  expect((await officeSays('câu trả lời 1 đến 10/12')).join()).toContain('10/12/2026')
  expect((await world.parent.says('học phí một tháng bao nhiêu')).join()).toContain('dùng đến 10/12/2026')
  expect((await officeSays('nhắc hạn câu trả lời trước 8 ngày')).join()).toContain('trước 8 ngày')
  expect(await world.clockTo('2026-12-01T09:00:00+07:00')).toMatchObject({ endingEntries: 0 })
  expect(await world.clockTo('2026-12-02T09:00:00+07:00')).toMatchObject({ endingEntries: 1 })
  expect((await world.office.reads()).join()).toContain('sắp hết hạn')
  expect(await world.clockTo('2026-12-04T09:00:00+07:00')).toMatchObject({ endingEntries: 0 })
  await world.clockTo('2026-12-11T09:00:00+07:00')
  await world.office.reads()
  const [expired] = await world.parent.says('học phí một tháng bao nhiêu')
  expect(expired).toMatch(/^Câu trả lời em có đã hết hạn từ 10\/12\/2026/)
  expect((await world.office.reads()).join()).toContain('học phí một tháng bao nhiêu')
})

test('another process knows of a change with its next question', async () => {
  const { prisma } = world.database
  const elsewhere = { own: createOwnAnswers(), entries: createEntryStore(prisma, randomIds) }
  const school = (await createPeopleStore(prisma, randomIds).schools()).find(({ name }) => name.includes('Hoa Nắng'))!
  const asks = { text: 'học phí một tháng bao nhiêu', today: '2026-12-11' }
  expect(await elsewhere.own.find(elsewhere.entries, school, asks)).toMatchObject({ expired: true })
  await officeSays('câu trả lời 1 không thời hạn')
  expect(await elsewhere.own.find(elsewhere.entries, school, asks)).toMatchObject({ expired: false })
})

test('of three questions in one message the school answers its own, the documents theirs, and the office gets the rest', async () => {
  await world.office.reads()
  const [said] = await world.parent.says(
    'Học phí một tháng bao nhiêu ạ? Sữa học đường phụ huynh đóng bao nhiêu phần trăm? Em cảm ơn cô',
  )
  expect(said).toContain('1.300.000')
  expect(said).toContain('47%')
  expect(await world.office.reads()).toEqual([])
  const [again] = await world.parent.says('hoc phi 1 thang bao nhieu a? đồng phục của bé mua ở đâu vậy cô?')
  expect(again).toContain('1.300.000')
  expect(again).toContain('chuyển tới văn phòng')
  expect((await world.office.reads()).join()).toContain('đồng phục của bé mua ở đâu')
})

test('an answer to half of a question is told as that half, and the other half reaches the office', async () => {
  await world.office.reads()
  const [own] = await world.parent.says('Học phí một tháng bao nhiêu, đóng khi nào ạ?')
  expect(own).toMatch(/1\.300\.000[\s\S]*Phần còn lại của câu hỏi em chuyển tới văn phòng/)
  expect((await world.office.reads()).join()).toContain('đóng khi nào ạ?')
  const [documents] = await world.parent.says('Sữa học đường phụ huynh đóng bao nhiêu phần trăm? Đồng phục mua ở đâu ạ?')
  expect(documents).toMatch(/47%[\s\S]*văn phòng nhà trường/)
  const [passed] = await world.office.reads()
  expect(passed).toContain('Đồng phục mua ở đâu')
  expect(passed).not.toContain('phần trăm')
})

test('a notice of absence with a question beside it: the notice is taken, and the school’s own answer told', async () => {
  const said = (await world.parent.says('Thứ hai bé An nghỉ ốm ạ. Học phí một tháng bao nhiêu ạ?')).join('\n')
  expect(said).toContain('1.300.000')
  expect(said).toContain('Hoài An')
})

test('a family’s share of the milk is worked out once the school has set its price; until then the office is asked', async () => {
  await world.office.reads()
  const [unpriced] = await world.parent.says('tiền sữa 22 ngày hết bao nhiêu ạ')
  expect(unpriced).toContain('giá một hộp em chưa biết')
  expect((await world.office.reads()).join()).toContain('tiền sữa 22 ngày')
  await world.database.prisma.schoolSetting.updateMany({ data: { milkPrice: 6286 } })
  expect((await world.parent.says('tiền sữa 22 ngày hết bao nhiêu ạ')).join()).toMatch(/^64\.997 đồng/)
  expect((await world.parent.says('bé sinh 12/5/2022 thì học lớp nào ạ')).join()).toContain('Mẫu giáo nhỡ B1')
})
