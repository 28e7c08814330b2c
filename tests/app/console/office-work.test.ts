import { afterAll, beforeAll, expect, test } from 'vitest'
import { browserOf, type ConsoleAnswer, codeFor, signIn } from '../../support/console.ts'
import { startWorld, until, type World } from '../../support/world.ts'

let world: World
let pc: Awaited<ReturnType<typeof signIn>>

beforeAll(async () => {
  world = await startWorld({ at: '2026-11-23T07:40:00+07:00', pauseSeconds: 2 })
  pc = await signIn(world)
})
afterAll(() => world.close())

const pathTo = (page: ConsoleAnswer, label: string): string =>
  [...page.body.matchAll(/<a href="([^"]+)"[^>]*>([^<]*)/g)].find(([, , text]) => text!.includes(label))?.[1] ?? ''
const typedIn = (page: ConsoleAnswer, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page.body)?.[1] ?? ''
const choiceOf = (page: ConsoleAnswer, label: string): string =>
  [...page.body.matchAll(/name="choice" value="([^"]+)"[^>]*>([^<]*)/g)].find(([, , text]) => text!.includes(label))?.[1] ?? ''

test('the board fills as a teacher reports, and a figure opens to the children and the typed line', async () => {
  await pc.visit('/console')
  await world.teacher.says('A1 28/30, vắng 2: An sốt 38.5, Bình ho có phép')
  const board = await pc.visit('/console')
  expect(board.text).toMatch(/Lớp đã báo 1\/\d/)
  expect(board.body).toContain('hx-trigger="every 5s"')
  const opened = await pc.visit(pathTo(board, 'A1'))
  expect(opened.text).toContain('28/30 có mặt')
  expect(opened.text).toMatch(/Vắng \(2\).*An \(.*38,5 °C\)/)
  expect(opened.text).toContain('A1 28/30, vắng 2: An sốt 38.5, Bình ho có phép')
})

test('the office reminds a class with one click, and not one that has reported meanwhile', async () => {
  await world.teacher.reads()
  const classes = await world.database.prisma.class.findMany({
    include: { teachers: { include: { person: { include: { identities: true } } } } },
  })
  const linked = (one: (typeof classes)[number]) => one.teachers.some(({ person }) => person.identities.length > 0)
  const reported = classes.find(({ code }) => code === 'A1')!
  const unlinked = classes.find((one) => !linked(one))!
  expect((await pc.does(`/console/classes/${reported.id}/remind`)).text).toContain('vừa báo rồi')
  expect((await pc.does(`/console/classes/${unlinked.id}/remind`)).text).toContain('chưa có cô nào nhận được tin')
  expect((await pc.send(`/console/classes/${crypto.randomUUID()}/remind`)).status).toBe(404)
  const other = classes.find((one) => linked(one) && one.id !== reported.id)
  if (other !== undefined) {
    expect((await pc.does(`/console/classes/${other.id}/remind`)).text).toContain('Đã nhắc 1 cô')
    expect((await world.teacher.reads()).join()).toContain('chưa báo sĩ số')
  }
})

test('a question of a parent is answered at the PC, kept after its effect was shown, and answered by itself from then on', async () => {
  await world.parent.says('Học phí một tháng bao nhiêu ạ?')
  const list = await pc.visit('/console/questions')
  expect(list.text).toContain('Học phí một tháng bao nhiêu ạ?')
  const number = /action="\/console\/questions\/(\d+)"/.exec(list.body)![1]!
  const answered = await pc.does(`/console/questions/${number}`, { answer: 'Học phí 1.200.000 đồng một tháng.' })
  expect(answered.text).toContain('Lưu thành câu trả lời chung')
  expect((await world.parent.reads()).join()).toContain('1.200.000')
  const saved = await pc.does('/console/knowledge/choice', { choice: choiceOf(answered, 'Lưu thành câu trả lời chung') })
  expect(saved.text).toContain('Đã lưu thành câu trả lời số')
  expect((await world.parent.says('hoc phi 1 thang bao nhieu a')).join()).toContain('1.200.000')
  const tried = await pc.visit(
    '/console/knowledge/try?q=H%E1%BB%8Dc+ph%C3%AD+m%E1%BB%99t+th%C3%A1ng+bao+nhi%C3%AAu&day=2026-12-01',
  )
  expect(tried.text).toContain('Theo câu trả lời số')
})

test('two people edit one answer: the second is told, and nothing of the first is lost', async () => {
  const list = await pc.visit('/console/knowledge')
  const path = pathTo(list, 'Học phí')
  const page = await pc.visit(path)
  const fields = {
    ...{ version: typedIn(page, 'version'), asks: 'Học phí một tháng bao nhiêu ạ?', topic: 'fees' },
    ...{ from: '2026-11-23', until: '', en: '' },
  }
  const first = await pc.does(path, { ...fields, vi: 'Học phí 1.300.000 đồng.' })
  expect(first.text).toContain('Đã giữ bản nháp')
  const second = await pc.does(path, { ...fields, vi: 'Học phí 9 đồng.' })
  expect(second.text).toContain('Có người vừa sửa mục này')
  expect(second.text).toContain('1.300.000')
  expect(second.text).not.toContain('Học phí 9 đồng')
  // The draft answers nobody until its effect was seen and it is used.
  expect((await world.parent.says('Học phí một tháng bao nhiêu ạ?')).join()).toContain('1.200.000')
  const used = await pc.does('/console/knowledge/choice', { choice: choiceOf(second, 'Xem tác động') })
  const confirmed = used.text.includes('Vẫn dùng')
    ? await pc.does('/console/knowledge/choice', { choice: choiceOf(used, 'Vẫn dùng') })
    : used
  expect(confirmed.text).toContain('Đã lưu thành câu trả lời')
  expect((await world.parent.says('Học phí một tháng bao nhiêu ạ?')).join()).toContain('1.300.000')
})

test('a notice is shown before it goes, goes, is followed, and what failed goes again in one step', async () => {
  const draft = await pc.send('/console/broadcasts', {
    role: 'guardian',
    text: 'Mai trường nghỉ vì bão <script>alert(1)</script>',
  })
  const preview = await pc.visit(draft.location!)
  expect(preview.text).toContain('Sẽ gửi 1 người')
  expect(preview.body).not.toContain('<script>alert')
  const sent = await pc.does(`${draft.location}/choice`, { choice: choiceOf(preview, 'Gửi') })
  expect(sent.text).toMatch(/Đã gửi [01] trên 1 người/)
  await world.app.sweep()
  await until(async () => (await pc.visit(draft.location!)).text.includes('Đã gửi 1 trên 1 người'))
  await world.database.prisma.$executeRaw`alter table outbound disable trigger all`
  await world.database.prisma.outbound.updateMany({
    where: { kind: 'broadcast' },
    data: { state: 'failed', reason: 'server_error' },
  })
  await world.database.prisma.$executeRaw`alter table outbound enable trigger all`
  const failed = await pc.visit('/console/messages?state=failed')
  expect(failed.text).toContain('Gửi lại 1 tin')
  expect(failed.text).toContain('nền tảng lỗi')
  expect((await pc.does(`${draft.location}/again`)).text).toContain('Đang gửi lại 1 tin')
  await world.app.sweep()
  await world.settle()
  await until(async () => (await pc.visit(draft.location!)).text.includes('Đã gửi 1 trên 1 người'))
})

test('the office sees what was sent to whom, and who cannot be reached', async () => {
  const messages = await pc.visit('/console/messages?state=arrived')
  expect(messages.text).toMatch(/phụ huynh bé .*Zalo/)
  expect((await pc.visit('/console/messages/unreached')).text).toMatch(/\d+ bé chưa có người nhà nào nhận được tin/)
})

test('a code in a message that was sent is for its reader alone', async () => {
  const code = await codeFor(world.office)
  const messages = await pc.visit('/console/messages')
  expect(messages.text).toContain('Mở trang quản lý')
  expect(messages.text).not.toContain(code)
})

test('a file that is no calendar gets a clear answer and writes nothing', async () => {
  const before = await world.database.prisma.calendarEvent.count()
  expect((await pc.does('/console/calendar/import', { text: 'chào cả nhà' })).text).toContain('Không có gì để ghi vào lịch')
  const bytes = new TextEncoder().encode('PK\u0003\u0004 and nothing of a workbook')
  const sent = await pc.upload('/console/calendar/import', { field: 'file', name: 'lich.xlsx', bytes })
  expect(sent.text).toContain('Em không đọc được tệp “lich.xlsx”')
  expect(await world.database.prisma.calendarEvent.count()).toBe(before)
})

test('a setting is changed, taken back, and not overwritten by who had the page open before', async () => {
  const page = await pc.visit('/console/settings')
  expect(page.text).toContain('giờ tổng hợp')
  const changed = await pc.does('/console/settings', { setting: 'summaryTime', before: '09:15', value: '9h30' })
  expect(changed.text).toContain('09:15 → 09:30')
  expect((await pc.does('/console/settings', { setting: 'summaryTime', before: '09:15', value: '10h' })).text).toContain(
    'Có người vừa sửa',
  )
  expect((await pc.does('/console/settings', { setting: 'summaryTime', before: '09:30', value: 'khi nào rảnh' })).text).toContain(
    'Em chưa đổi',
  )
  const back = await pc.does('/console/settings/choice', { choice: choiceOf(changed, 'Hoàn tác') })
  expect(back.text).toContain('09:30 → 09:15')
})

test('somebody who wants a person talks with the office at the PC and is given back to the assistant', async () => {
  await world.clockTo('2026-11-23T08:30:00+07:00')
  await world.parent.says('cho tôi gặp văn phòng')
  const list = await pc.visit('/console/questions')
  expect(list.text).toContain('Đang trao đổi với văn phòng')
  const number = /action="\/console\/questions\/(\d+)\/back"/.exec(list.body)![1]!
  const once = typedIn(list, 'once')
  await pc.send(`/console/questions/${number}`, { answer: 'Chào anh, văn phòng nghe ạ.', once })
  await pc.send(`/console/questions/${number}`, { answer: 'Chào anh, văn phòng nghe ạ.', once })
  expect((await world.parent.reads()).filter((text) => text.includes('văn phòng nghe ạ'))).toHaveLength(1)
  expect((await pc.does(`/console/questions/${number}/back`)).text).toContain(`Đã kết thúc trao đổi số ${number}`)
  expect((await world.parent.reads()).join()).toContain('em trả lời ạ')
})

test('the office of another school sees nothing of this one', async () => {
  const { prisma } = world.database
  const other = await prisma.school.create({
    data: { id: crypto.randomUUID(), name: 'Trường Sao Mai', place: 'hai-phong', createdAt: world.now() },
  })
  const person = await prisma.person.create({
    data: { id: crypto.randomUUID(), schoolId: other.id, role: 'office', name: 'Cô Mai', createdAt: world.now() },
  })
  const identity = await prisma.identity.findFirstOrThrow({ where: { chat: '41000003' } }).catch(() => undefined)
  const stranger = world.phone('telegram', (await import('../../support/people.ts')).users.telegramStranger)
  if (identity === undefined) await stranger.says('xin chào')
  const chat = await prisma.identity.findFirstOrThrow({ where: { chat: stranger.user } })
  await prisma.identityPerson.create({
    data: { identityId: chat.id, personId: person.id, schoolId: other.id, linkedAt: world.now() },
  })
  const browser = browserOf(world.app.url)
  await browser.send('/console/sign-in', { code: await codeFor(stranger) })
  expect((await browser.visit('/console')).text).toContain('Trường Sao Mai')
  const own = await prisma.class.findFirstOrThrow({ where: { code: 'A1' } })
  const entry = await prisma.schoolEntry.findFirstOrThrow()
  const notice = await prisma.broadcast.findFirstOrThrow()
  for (const path of [
    `/console/classes/${own.id}`,
    `/console/knowledge/${entry.number}`,
    `/console/broadcasts/${notice.id}`,
    '/console/nothing',
  ])
    expect((await browser.visit(path)).status).toBe(404)
  for (const path of [
    '/console/questions',
    '/console/messages',
    '/console/broadcasts',
    '/console/knowledge',
    '/console/settings',
  ])
    expect((await browser.visit(path)).text).not.toMatch(/1\.300\.000|bão/)
})
