import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorld, users, type World } from '../support/world.ts'

// Monday 23 November 2026; the family day of the sample school is on Wednesday, the teachers' training on Thursday.
let world: World
beforeAll(async () => {
  world = await startWorld({ at: '2026-11-23T07:10:00+07:00' })
})
afterAll(() => world.close())

test('a parent who types without marks reads the share, its document, its period, and that it is over', async () => {
  const [introduction, answer] = await world.parent.says('sua hoc duong phu huynh dong bao nhieu %')
  expect(introduction).toContain('trợ lý tự động')
  expect(introduction).toContain('Trường Mầm non Hoa Nắng')
  expect(introduction).toContain('dừng')
  expect(answer).toContain('47')
  expect(answer).toContain('Long Biên')
  expect(answer).toMatch(/2020/)
  expect(answer).toMatch(/hết hiệu lực|đã hết|đã qua|kết thúc/)
})

test('the introduction comes once', async () => {
  const said = await world.parent.says('còn hộ nghèo thì sao ạ?')
  expect(said).toHaveLength(1)
  expect(said[0]).toMatch(/miễn/)
})

test('a teacher reports a class in one line, reads it back and confirms with one tap', async () => {
  const said = await world.teacher.says('A1 28/30, vắng 2: An sốt 38.5, Bình ho có phép')
  const readBack = said.at(-1)!
  expect(readBack).toContain('28/30')
  expect(readBack).toContain('Hoài An (sốt, 38,5 °C)')
  expect(readBack).toContain('Thái Bình (ho, có phép)')
  const [message] = (await world.teacher.screen()).slice(-1)
  expect(message!.buttons.map(({ label }) => label)).toEqual(['1. Đúng rồi', '2. Hoàn tác'])
  expect(await world.teacher.taps('Đúng rồi')).toContain('xác nhận')
  const [checkin] = await world.database.prisma.checkin.findMany()
  expect(checkin?.confirmedAt).toEqual(world.now())
})

test('a slip is mended in one more line, and undone by typing the number', async () => {
  const [corrected] = await world.teacher.says('nhầm, An đi học rồi')
  expect(corrected).toContain('29/30')
  const [undone] = await world.teacher.says('2')
  expect(undone).toContain('28/30')
})

test('a question that the documents do not answer reaches the office, and the answer reaches the parent', async () => {
  await world.office.reads()
  const [unknown] = await world.parent.says('Học phí một tháng bao nhiêu ạ?')
  expect(unknown).not.toMatch(/\d/)
  const asked = await world.office.reads()
  expect(asked.join('\n')).toContain('Học phí một tháng bao nhiêu')
  const number = /Số (\d+),/.exec(asked.join('\n'))![1]
  const said = await world.office.says(`${number}: Dạ học phí nhà trường gửi trong sổ liên lạc ạ.`)
  expect(said.join('\n')).toContain('đã gửi câu trả lời')
  const [answer] = await world.parent.reads()
  expect(answer).toContain('sổ liên lạc')
  expect(await world.office.says(`${number}: lần nữa`)).toEqual([expect.stringContaining('đã có người trả lời')])
  expect(await world.parent.reads()).toEqual([])
})

test('at 09:15 the office receives the summary with the classes that have not reported named, once', async () => {
  await world.office.reads()
  expect(await world.clockTo('2026-11-23T09:14:00+07:00')).toMatchObject({ summaries: 0 })
  expect(await world.clockTo('2026-11-23T09:15:00+07:00')).toMatchObject({ summaries: 1 })
  const [summary, ...rest] = await world.office.reads()
  expect(rest.map((text) => text.slice(0, 6))).toEqual(['[photo', '[docum'])
  expect(summary).toContain('28/30')
  expect(summary).toContain('Chưa báo (3 lớp): Mẫu giáo nhỡ B1, Mẫu giáo bé C1, Nhà trẻ D1')
  expect(summary).toContain('chưa xác nhận')
  expect(await world.clockTo('2026-11-23T09:16:00+07:00')).toMatchObject({ summaries: 0 })
  expect(await world.office.reads()).toEqual([])
})

test('a correction after the summary reaches the office as a marked revision', async () => {
  await world.teacher.says('thêm Châu nghỉ, về quê')
  expect(await world.clockTo('2026-11-23T09:20:00+07:00')).toMatchObject({ revisions: 1 })
  const [revision] = await world.office.reads()
  expect(revision).toContain('28/30 → 27/30')
  expect(await world.clockTo('2026-11-23T09:30:00+07:00')).toMatchObject({ revisions: 0 })
})

test('at 07:00 of the school day before a dated event the people it concerns are reminded, once', async () => {
  await world.parent.reads()
  await world.teacher.reads()
  expect(await world.clockTo('2026-11-24T06:59:00+07:00')).toMatchObject({ reminders: 0 })
  expect(await world.clockTo('2026-11-24T07:00:00+07:00')).toMatchObject({ reminders: 1 })
  const [reminder, ...rest] = await world.parent.reads()
  expect(rest).toEqual([])
  expect(reminder).toContain('Thứ Tư 25/11/2026 (ngày mai)')
  expect(reminder).toContain('Ngày hội gia đình')
  expect(await world.teacher.reads()).toEqual([])
  expect(await world.clockTo('2026-11-24T07:05:00+07:00')).toMatchObject({ reminders: 0 })
  expect(await world.clockTo('2026-11-25T07:00:00+07:00')).toMatchObject({ reminders: 1 })
  expect((await world.teacher.reads()).join()).toContain('sơ cấp cứu')
  expect(await world.parent.reads()).toEqual([])
})

test('on the first school day of a month the office is asked for dates, and its answer dates the line', async () => {
  await world.office.reads()
  await world.clockTo('2026-12-01T07:30:00+07:00')
  const asked = (await world.office.reads()).join('\n')
  expect(asked).toContain('tháng 12/2026')
  const [noted] = await world.office.says('1: 15/12')
  expect(noted).toContain('Thứ Ba 15/12/2026')
  const dated = await world.database.prisma.calendarEvent.findMany({ where: { day: new Date('2026-12-15T00:00:00Z') } })
  expect(dated).toHaveLength(1)
})

test('everything that came was handled once, and everything that was written went out', async () => {
  const { prisma } = world.database
  expect(await prisma.inbound.count({ where: { state: { not: 'handled' } } })).toBe(0)
  expect(await prisma.outbound.count({ where: { state: { notIn: ['sent', 'delivered'] } } })).toBe(0)
  const ledger = [...(await world.platforms.telegram.ledger()), ...(await world.platforms.zalo.ledger())]
  expect(ledger).toHaveLength(await prisma.outbound.count())
  expect(ledger.filter(({ user }) => user === users.parent).length).toBeGreaterThan(4)
})
