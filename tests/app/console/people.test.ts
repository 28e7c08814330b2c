import { afterAll, beforeAll, expect, test } from 'vitest'
import { zipArchive } from '../../../src/adapters/files/zip-archive.ts'
import { type ConsoleAnswer, signIn } from '../../support/console.ts'
import { excelFile, sheetRows } from '../../support/files.ts'
import { startWorld, until, users, type World } from '../../support/world.ts'

let world: World
let pc: Awaited<ReturnType<typeof signIn>>

beforeAll(async () => {
  world = await startWorld({ at: '2026-11-23T07:40:00+07:00', pauseSeconds: 2 })
  pc = await signIn(world)
})
afterAll(() => world.close())

const prisma = () => world.database.prisma
const childCalled = (rosterName: string) => prisma().child.findFirst({ where: { rosterName } })
const actionTo = (page: ConsoleAnswer, end: string): string =>
  [...page.body.matchAll(/action="([^"]+)"/g)].find(([, path]) => path!.endsWith(end))?.[1] ?? ''

/** What the upload leads to, once it is read. */
async function sent(name: string, bytes: Uint8Array | string): Promise<ConsoleAnswer> {
  await pc.visit('/console/people/imports')
  const page = await pc.upload('/console/people/imports', { field: 'file', name, bytes: Buffer.from(bytes as string) })
  const path = /action="([^"]+)\/drop"/.exec(page.body)?.[1]
  if (path === undefined) return page
  let now = page
  await until(async () => {
    now = await pc.visit(path)
    return !now.text.includes('đang đọc tệp')
  })
  return now
}

test('the office sends an Excel list with mistakes, sees them, takes the good rows, and takes the whole import back', async () => {
  const before = await prisma().child.count()
  const rows = sheetRows([
    ['DANH SÁCH TRẺ LỚP HOA SÚNG'],
    ['STT', 'Họ và tên', 'Ngày sinh', 'Địa chỉ', 'SĐT'],
    ['1', 'Nguyễn Khả Hân', '05/03/2022', 'Long Biên', '<c><v>912345678</v></c>'],
    ['2', '&lt;script&gt;alert(1)&lt;/script&gt;', '05/03/2022', null, null],
    ['3', '=HYPERLINK(1)', '05/03/2022', null, null],
    ['4', 'Trịnh Gia Phong', '31/02/2022', null, null],
    ['Tổng số: 4'],
  ])
  const preview = await sent('hoa-sung.xlsx', excelFile({ A: { rows } }))
  expect(preview.text).toContain('Mới 2, đổi 0, giữ nguyên 0; 0 bé của các lớp này không có trong tệp; 2 dòng cần xem lại.')
  expect(preview.text).toContain('dòng 4: <script>alert(1)</script> – tên có ký tự lạ')
  expect(preview.body).not.toContain('<script>alert')
  expect(preview.text).toContain('dòng 5: =HYPERLINK(1) – ô này là công thức, không phải tên')
  expect(preview.text).toContain('dòng 6: Trịnh Gia Phong – ngày sinh không đọc được, để trống')
  expect(preview.text).toContain('Em không lấy các cột: Địa chỉ.')
  expect(await prisma().child.count()).toBe(before)

  const taken = await pc.does(actionTo(preview, '/take'), { phones: 'yes' })
  expect(taken.text).toContain('Đã ghi danh sách: 2 bé mới, 0 bé thay đổi. Còn 2 dòng cần xem lại, em chưa ghi.')
  expect((await childCalled('Nguyễn Khả Hân'))?.phone).toBe('0912345678')
  expect((await pc.visit('/console/people')).text).toContain('HOA SÚNG')
  expect((await pc.does(actionTo(preview, '/take'))).text).toContain('đã ghi hoặc đã bỏ rồi')
  const undone = await pc.does(actionTo(taken, '/undo'))
  expect(undone.text).toContain('Đã bỏ lại cả lần nhập: xoá 2 bé mới, trả 0 bé như trước.')
  expect(await prisma().child.count()).toBe(before)
  expect((await pc.visit('/console/people')).text).not.toContain('HOA SÚNG')
  expect(await prisma().rosterImport.findMany({ where: { state: 'undone' } })).toMatchObject([{ content: null, done: null }])
})

test('a ZIP that is called a list is refused; a list that was dropped cannot be taken', async () => {
  expect((await sent('ds.xlsx', zipArchive([{ name: 'a.txt', content: 'x' }]))).text).toContain(
    'đây là tệp nén, không phải Excel',
  )
  const preview = await sent('ds.csv', 'Họ và tên;Lớp\nLý Gia Hân;A1\n')
  await pc.does(actionTo(preview, '/drop'))
  expect((await pc.does(actionTo(preview, '/take'))).text).toContain('đã ghi hoặc đã bỏ rồi')
  expect(await childCalled('Lý Gia Hân')).toBeNull()
})

test('a child is added, changed by one of two people at once, moved, leaves and comes back', async () => {
  const [a1, a2] = await prisma().class.findMany({ where: { active: true }, orderBy: { code: 'asc' } })
  const list = `/console/people/classes/${a1!.id}`
  await pc.visit(list)
  expect((await pc.does(list, { name: 'Lý', born: '' })).text).toContain('Tên cần có họ và tên')
  expect((await pc.does(list, { name: 'Lý Gia Hân', born: '31/02/2022' })).text).toContain('Ngày sinh chưa đúng')
  expect((await pc.does(list, { name: 'Lý Gia Hân (Mít)', born: '5/3/2022', sex: 'female' })).text).toContain(
    'Đã thêm bé Lý Gia Hân (Mít).',
  )
  expect((await pc.does(list, { name: 'lý gia hân (mít)' })).text).toContain('đã có bé tên như vậy')
  const child = (await childCalled('Lý Gia Hân (Mít)'))!
  const path = `/console/people/children/${child.id}`
  const version = /name="version" value="([^"]+)"/.exec((await pc.visit(path)).body)![1]!
  const typed = { version, name: 'Lý Gia Hân (Mít)', born: '05/03/2022', sex: 'female', phone: '', class: a2!.id, state: 'left' }
  expect((await pc.does(path, typed)).text).toContain('Đã lưu.')
  expect(await childCalled('Lý Gia Hân (Mít)')).toMatchObject({ classId: a2!.id, active: false })
  expect((await pc.does(path, { ...typed, name: 'Lý Gia Bảo' })).text).not.toContain('Đã lưu.')
  expect((await pc.visit(`/console/people/children/${crypto.randomUUID()}`)).status).toBe(404)
})

test('cards are printed with a code that links a guardian, and the child’s data is erased when the name is typed', async () => {
  const child = (await prisma().child.findFirst({ where: { class: { code: 'A1' }, active: true, guardians: { none: {} } } }))!
  const name = child.rosterName
  await pc.visit(`/console/people/cards?child=${child.id}`)
  const cards = await pc.send('/console/people/cards', { of: `child:${child.id}` })
  const code = /MN-[A-Z0-9]{5}-[A-Z0-9]{5}/.exec(cards.text)![0]
  expect(cards.text).toContain(`Thẻ phụ huynh bé ${name} – lớp A1`)
  expect(cards.body).toContain('<svg class="qr"')
  expect(cards.text).toMatch(new RegExp(`https://t\\.me/\\w+\\?start=${code}`))
  expect((await world.phone('telegram', users.telegramStranger).says(code)).join()).toContain(name)
  expect((await pc.visit(`/console/people/children/${child.id}`)).text).toContain('Phụ huynh qua')

  await world.teacher.says(`A1 29/30, vắng 1: ${name.replace(/ \(.*/, '')} sốt`)
  const path = `/console/people/children/${child.id}/erase`
  const asked = await pc.visit(path)
  expect(asked.text).toContain(`Sẽ xoá hẳn bé ${name}`)
  expect((await pc.does(path, { name: 'ai đó' })).text).toContain('chưa xoá gì cả')
  expect((await pc.does(path, { name })).text).toContain('Đã xoá dữ liệu của bé.')
  expect(await prisma().child.count({ where: { id: child.id } })).toBe(0)
  expect(await prisma().erasure.findMany()).toMatchObject([{ whose: 'child', subjectId: child.id, counts: { guardians: 1 } }])
  const texts = await prisma().outbound.findMany({ where: { text: { contains: name.replace(/ \(.*/, '') } } })
  expect(texts).toEqual([])
  const reports = await prisma().checkinVersion.findMany()
  expect(JSON.stringify(reports.map(({ report, text }) => [report, text]))).not.toContain(name.replace(/ \(.*/, ''))
  expect((await world.teacher.says('hôm nay A1 thế nào')).join()).not.toContain(name)
})
