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
  await world.office.reads()
  const [answer, ...rest] = await world.parent.says('hoc phi moi thang bao nhieu vay co')
  expect(rest).toEqual([])
  expect(answer).toContain('1.250.000')
  expect(answer).toContain('Nguồn: văn phòng Trường Mầm non Hoa Nắng, ngày 23/11/2026')
  expect(await world.office.reads()).toEqual([])
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

test('the office lists, changes, withdraws and brings back its answers', async () => {
  await world.office.reads()
  expect((await officeSays('câu trả lời')).join()).toMatch(/1 câu trả lời chung[\s\S]*1\. Học phí một tháng/)
  // The past question of the first test changes its answer with the wording, so that is shown before.
  const [shown] = await officeSays('sửa câu trả lời 1: Học phí 1.300.000 đồng một tháng ạ.')
  expect(shown).toContain('1 câu đã hỏi')
  expect(shown).toContain('hoc phi moi thang bao nhieu')
  expect((await world.parent.says('học phí một tháng bao nhiêu')).join()).toContain('1.250.000')
  expect((await officeSays('1')).join()).toContain('Đã lưu')
  expect((await world.parent.says('học phí một tháng bao nhiêu')).join()).toContain('1.300.000')
  expect((await officeSays('bỏ câu trả lời 1')).join()).toContain('Đã bỏ câu trả lời số 1')
  expect((await world.parent.says('học phí một tháng bao nhiêu')).join()).not.toContain('1.300.000')
  await world.office.reads()
  const [again] = await officeSays('khôi phục câu trả lời 1')
  expect(again).toContain('sẽ đổi')
  await officeSays('1')
  expect((await world.parent.says('học phí một tháng bao nhiêu')).join()).toContain('1.300.000')
  const versions = await world.database.prisma.schoolEntryVersion.findMany({ orderBy: { version: 'asc' } })
  expect(versions.map(({ state }) => state)).toEqual(['published', 'draft', 'published', 'withdrawn', 'draft', 'published'])
  expect(versions[0]!.textVi).toContain('1.250.000')
})

test('a change that the office does not confirm leaves everything as it was', async () => {
  await officeSays('sửa câu trả lời 1: Học phí 9.999.000 đồng ạ.')
  expect((await officeSays('Thôi')).join()).toContain('giữ nguyên')
  expect((await world.parent.says('học phí một tháng bao nhiêu')).join()).toContain('1.300.000')
})

test('an answer that would take a question of the documents is refused', async () => {
  const office = await world.database.prisma.person.findFirstOrThrow({ where: { role: 'office' } })
  const identity = await world.database.prisma.identity.findFirstOrThrow({ where: addressOf('zalo', users.parent) })
  const question = await world.database.prisma.question.create({
    data: {
      id: '33333333-3333-4333-8333-333333333333',
      schoolId: office.schoolId,
      identityId: identity.id,
      text: 'Sữa học đường phụ huynh đóng bao nhiêu phần trăm ạ?',
      askedAt: world.now(),
    },
  })
  await officeSays(`${question.number}: Phụ huynh đóng 100% ạ.`)
  expect((await officeSays('1')).join()).toContain('Em chưa lưu được')
  expect((await world.parent.says('Sữa học đường phụ huynh đóng bao nhiêu phần trăm?')).join()).toContain('47')
})

test('an answer with an end says till when, the office hears a week ahead, and afterwards it is not told as today’s', async () => {
  expect((await officeSays('câu trả lời 1 đến 10/12')).join()).toContain('10/12/2026')
  expect((await world.parent.says('học phí một tháng bao nhiêu')).join()).toContain('dùng đến 10/12/2026')
  expect(await world.clockTo('2026-12-02T09:00:00+07:00')).toMatchObject({ endingEntries: 0 })
  expect(await world.clockTo('2026-12-03T09:00:00+07:00')).toMatchObject({ endingEntries: 1 })
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

test('a family’s share of the milk is worked out once the school has set its price; until then the office is asked', async () => {
  await world.office.reads()
  const [unpriced] = await world.parent.says('tiền sữa 22 ngày hết bao nhiêu ạ')
  expect(unpriced).toContain('giá một hộp em chưa biết')
  expect((await world.office.reads()).join()).toContain('tiền sữa 22 ngày')
  await world.database.prisma.schoolSetting.updateMany({ data: { milkPrice: 6286 } })
  expect((await world.parent.says('tiền sữa 22 ngày hết bao nhiêu ạ')).join()).toMatch(/^64\.997 đồng/)
  expect((await world.parent.says('bé sinh 12/5/2022 thì học lớp nào ạ')).join()).toContain('Mẫu giáo nhỡ B1')
})
