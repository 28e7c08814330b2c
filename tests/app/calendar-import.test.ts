import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { excelFile, icsEntry, icsOf, sheetRows } from '../support/files.ts'
import { startWorld, users, type World } from '../support/world.ts'

// Monday 23 November 2026, afternoon.
let world: World
beforeAll(async () => {
  world = await startWorld({ at: '2026-11-23T15:00:00+07:00', pauseSeconds: 3 })
  await world.office.says('chào em')
  await world.parent.says('chào em')
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.office.reads()
  await world.parent.reads()
})

const events = (where: object = {}) => world.database.prisma.calendarEvent.findMany({ where, orderBy: { day: 'asc' } })
const own = () => events({ source: { in: ['file', 'paste'] } })
/** Zalo takes nothing for somebody who has not written for a week. */
async function parentWrites(at: string): Promise<void> {
  await world.clockTo(at)
  await world.parent.says('chào em')
}
const titled = async (titleVi: string) => (await events({ titleVi }))[0]

const csv = [
  'Ngày;Nội dung;Địa điểm;Dành cho',
  '27/11 lúc 8h;Họp phụ huynh;Sân trường;Phụ huynh lớp A1',
  '30/2/2027;Sai ngày;;',
  ';Thiếu ngày;;',
  '5/12;Tổng vệ sinh;;Giáo viên',
  '1/1/2027;Nghỉ Tết Dương lịch;;',
].join('\n')

test('a file of the office is shown as what it would change, line by line what it would not, and nothing is written', async () => {
  const [said] = await world.office.sendsFile('lich.csv', csv)
  expect(said).toContain('3 dòng – mới 3, đổi 0, giữ nguyên 0, chưa hiểu 2')
  expect(said).toContain('- T6 27/11/2026, 08:00: Họp phụ huynh (phụ huynh, A1), tại Sân trường')
  expect(said).toContain('- T6 01/01/2027: nghỉ, Nghỉ Tết Dương lịch')
  expect(said).toContain('- dòng 3: ngày này không có trong lịch – “30/2/2027 Sai ngày”')
  const [message] = (await world.office.screen()).slice(-1)
  expect(message!.buttons.map(({ label }) => label)).toEqual([
    '1. Ghi 3 dòng',
    '2. Xem 2 dòng chưa hiểu',
    '3. Xem từng dòng',
    '4. Bỏ',
  ])
  expect(await own()).toEqual([])
  expect((await world.office.says('2')).join()).toContain('- dòng 4: chưa thấy ngày – “Thiếu ngày”')
  expect(await own()).toEqual([])
})

test('the good lines are taken by their number, and the event reaches a parent of its class on the day before', async () => {
  const [taken] = await world.office.says('1')
  expect(taken).toContain('2 việc mới, 1 ngày nghỉ hoặc học bù')
  expect(taken).toContain('Còn 2 dòng chưa hiểu')
  expect(await world.database.prisma.closure.findMany()).toMatchObject([{ reason: 'Nghỉ Tết Dương lịch', open: false }])
  await world.clockTo('2026-11-26T07:00:00+07:00')
  expect((await world.parent.reads()).join('\n')).toContain('Họp phụ huynh')
})

test('the same file again changes what it changed, and leaves the rest', async () => {
  const [said] = await world.office.sendsFile('lich.csv', csv.replace('5/12', '12/12'))
  expect(said).toContain('3 dòng – mới 0, đổi 1, giữ nguyên 2')
  expect(said).toContain('- Tổng vệ sinh: T7 05/12/2026 → T7 12/12/2026')
  const before = await titled('Tổng vệ sinh')
  await world.office.says('1')
  expect(await titled('Tổng vệ sinh')).toMatchObject({ id: before!.id, day: new Date('2026-12-12T00:00:00Z') })
})

test('an import is undone as a whole within a day, and not after it', async () => {
  expect((await world.office.says('hoàn tác')).join()).toContain('trả lại 1 việc như trước')
  expect(await titled('Tổng vệ sinh')).toMatchObject({ day: new Date('2026-12-05T00:00:00Z') })
  // The import before that one is three days old.
  expect((await world.office.says('hoàn tác nhập lịch')).join()).toContain('quá 24 giờ')
  const before = await own()
  await world.office.sendsFile('them.csv', 'Ngày,Nội dung\n14/12,Thi vẽ\n1/1/2027,Nghỉ thêm\n15/12,Thi hát\n24/12,Nghỉ Noel')
  expect((await world.office.says('1')).join()).toContain('2 việc mới, 2 ngày nghỉ')
  expect((await world.office.says('hoàn tác nhập lịch')).join()).toContain('bỏ 2 việc mới')
  expect(await own()).toEqual(before)
  expect(await world.database.prisma.closure.findMany()).toMatchObject([{ reason: 'Nghỉ Tết Dương lịch' }])
})

test('what somebody changed since the import stays as it is when the rest is undone', async () => {
  await world.office.sendsFile('them.csv', 'Ngày,Nội dung\n15/12,Hội thi\n16/12,Tập huấn')
  await world.office.says('1')
  const event = await titled('Hội thi')
  await world.database.prisma.calendarEvent.update({ where: { id: event!.id }, data: { day: new Date('2026-12-17T00:00:00Z') } })
  const [undone] = await world.office.says('1')
  expect(undone).toContain('bỏ 1 việc mới')
  expect(undone).toContain('em giữ nguyên: Hội thi')
})

test('an office on Zalo sends an Excel file and chooses by number', async () => {
  const zalo = world.phone('zalo', users.zaloStranger)
  await zalo.says('chào em')
  const { prisma } = world.database
  const person = await prisma.person.findFirstOrThrow({ where: { role: 'office' } })
  const identity = await prisma.identity.findFirstOrThrow({ where: { chat: users.zaloStranger } })
  const link = { identityId: identity.id, personId: person.id, schoolId: person.schoolId, linkedAt: world.now() }
  await prisma.identityPerson.create({ data: link })
  const rows = sheetRows([
    ['KẾ HOẠCH NĂM HỌC 2026-2027'],
    ['Nội dung', 'Ngày', 'Dành cho'],
    ['Hội chợ xuân', '20-01-2027', 'Toàn trường'],
    ['Cân đo đợt 2', 'ngày 5 tháng 1', 'Khối nhà trẻ'],
    ['Diễn tập', '<c><f>B3+1</f></c>', 'Giáo viên'],
  ])
  const [said] = await zalo.sendsFile('ke-hoach.xlsx', excelFile({ Lịch: { rows } }))
  expect(said).toContain('T4 20/01/2027: Hội chợ xuân (phụ huynh, giáo viên, văn phòng)')
  expect(said).toContain('T3 05/01/2027: Cân đo đợt 2 (phụ huynh, giáo viên, khối nhà trẻ)')
  expect(said).toContain('dòng 5: công thức không có kết quả')
  expect(said).toContain('1. Ghi 2 dòng\n2. Xem 1 dòng chưa hiểu')
  expect((await zalo.says('1')).join()).toContain('2 việc mới')
  expect(await titled('Hội chợ xuân')).toMatchObject({ approved: true, source: 'file' })
})

test('an iCalendar file from another program is taken, its series up to the end of the school year', async () => {
  const file = icsOf(
    icsEntry(
      'UID:thu-hai',
      'DTSTART;TZID=SE Asia Standard Time:20261207T073000',
      'RRULE:FREQ=MONTHLY;BYDAY=1MO',
      'SUMMARY:Chào cờ toàn trường',
    ),
    icsEntry('UID:la', 'DTSTART;TZID=Sao/Hoa:20261210T080000', 'SUMMARY:Họp giờ lạ'),
  )
  const [said] = await world.office.sendsFile('lich.ics', file)
  expect(said).toContain('Có 1 dòng ghi múi giờ lạ')
  await world.office.says('1')
  const turns = await events({ titleVi: 'Chào cờ toàn trường' })
  expect(turns.map(({ day }) => day!.toISOString().slice(0, 10))).toEqual([
    ...['2026-12-07', '2027-01-04', '2027-02-01', '2027-03-01', '2027-04-05', '2027-05-03', '2027-06-07', '2027-07-05'],
  ])
  const [again] = await world.office.sendsFile('lich.ics', file)
  expect(again).toContain('mới 0, đổi 0, giữ nguyên 9')
  expect(again).toContain('Không có gì để ghi')
})

test.each([
  ['don.pdf', '%PDF-1.7 …', 'tệp PDF'],
  ['lich.xlsx', Buffer.from('PK\u0003\u0004 không phải Excel', 'latin1'), 'hỏng'],
  ['lich.csv', '', 'trống'],
])('the office that sends %s reads why it is not read', async (name, bytes, why) => {
  expect((await world.office.sendsFile(name, bytes)).join()).toContain(why)
})

test('the file of a parent is fetched by nobody', async () => {
  const said = await world.parent.sendsFile('lich.csv', csv)
  expect(said.join()).not.toContain('lịch')
  const fetched: { path: string }[] = await world.platforms.zalo.call('GET', 'traffic')
  expect(fetched.filter(({ path }) => path.startsWith('/files/'))).toHaveLength(1) // the office's own
})

const schedule = [
  'LỊCH TRÌNH HOẠT ĐỘNG NĂM HỌC 2026-2027',
  'THÁNG 12/2026:',
  '- Liên hoan văn nghệ ngày 18/12',
  '- Kiểm tra bếp',
  'THÁNG 4/2027:',
  '- Tham quan dã ngoại',
  'THÁNG 5/2026:',
  '- Tổng kết năm học ngày 27/5',
  'THÁNG 6, 7/2027',
  '- Hoạt động hè',
  'chị xem giúp em nhé',
].join('\n')

test('a pasted schedule with a slip in a year is shown with the year that fits, and both are offered', async () => {
  const [said] = await world.office.says(schedule)
  expect(said).toContain('Dòng 7 ghi “THÁNG 5/2026”, không khớp với các tháng bên cạnh; chắc là 5/2027.')
  expect(said).toContain('- T5 27/05/2027: Tổng kết năm học ngày 27/5 (phụ huynh, giáo viên, văn phòng)')
  const [message] = (await world.office.screen()).slice(-1)
  expect(message!.buttons.map(({ label }) => label).slice(0, 2)).toEqual([
    '1. Ghi 5 dòng (sửa năm cho khớp)',
    '2. Ghi, giữ nguyên năm như đã gõ',
  ])
})

test('it is taken, what has no day is asked for in its month, and a dated line reaches a parent’s phone', async () => {
  const [taken] = await world.office.says('1')
  expect(taken).toContain('5 việc mới')
  expect(taken).toContain('bỏ lịch mẫu')
  await world.office.says('bỏ lịch mẫu')
  await world.clockTo('2026-12-01T07:30:00+07:00')
  expect((await world.office.reads()).join('\n')).toContain('Kiểm tra bếp')
  await parentWrites('2026-12-16T08:00:00+07:00')
  await world.clockTo('2026-12-17T07:00:00+07:00')
  expect((await world.parent.reads()).join('\n')).toContain('Liên hoan văn nghệ')
})

test('a text that the messenger cuts is put together again', async () => {
  const lines = Array.from(
    { length: 90 },
    (_value, index) => `- Việc số ${index + 1} của tháng, viết dài cho đủ chỗ trong tin nhắn`,
  )
  const answers = await world.office.says(`THÁNG 3/2027:\n${lines.join('\n')}`)
  expect(answers.at(-1)).toContain('mới 90')
  expect((await world.office.says('bỏ')).join()).toContain('không ghi gì')
})

test('the official schedule of 2020-2021 is laid on this school year as planned, until the office approves it', async () => {
  const [said] = await world.office.says(
    'THÁNG 9/2020:\n- Khai giảng các cơ sở.\nTHÁNG 1/2021:\n- Ngày hội thể thao của bé ngày 20/1/2021\nTHÁNG 5/2020:\n- Tổng kết năm học 2020- 2021',
  )
  expect(said).toContain('Lịch này của năm học 2020-2021; em đặt vào năm học 2026-2027')
  expect(said).toContain('chắc là 5/2021')
  await world.office.says('1')
  expect(await titled('Ngày hội thể thao của bé')).toMatchObject({ day: new Date('2027-01-20T00:00:00Z'), approved: false })
  await parentWrites('2027-01-18T08:00:00+07:00')
  await world.clockTo('2027-01-19T07:00:00+07:00')
  expect((await world.parent.reads()).join('\n')).toContain('Ngày hội thể thao của bé (dự kiến)')
})

test('the built-in schedule waits for approval: some lines are approved, one on another day, the rest given up', async () => {
  const { prisma } = world.database
  const school = await prisma.school.findFirstOrThrow()
  const line = (templateKey: string, titleVi: string, day: string) => ({
    ...{
      id: crypto.randomUUID(),
      schoolId: school.id,
      schoolYear: '2026-2027',
      templateKey,
      titleVi,
      titleEn: titleVi,
      months: [],
    },
    ...{ audience: ['parents', 'staff'], day: new Date(`${day}T00:00:00Z`) },
  })
  await world.office.says('bỏ lịch mẫu')
  await prisma.calendarEvent.createMany({
    data: [
      line('x-1', 'Ngày hội khoẻ', '2027-03-08'),
      line('x-2', 'Hội giảng', '2027-03-10'),
      line('x-3', 'Thao giảng', '2027-03-12'),
    ],
  })
  const [list] = await world.office.says('duyệt lịch')
  expect(list).toContain('1. Thứ Hai 08/03/2027: Ngày hội khoẻ\n2. Thứ Tư 10/03/2027: Hội giảng')
  expect((await world.office.says('duyệt 2: 11/3')).join()).toContain('Hội giảng (Thứ Năm 11/03/2027)')
  expect((await world.office.says('duyệt 1')).join()).toContain('Đã duyệt: Ngày hội khoẻ')
  expect((await world.office.says('bỏ lịch mẫu')).join()).toContain('Đã bỏ')
  expect(await events({ templateKey: { startsWith: 'x-' }, approved: true })).toHaveLength(2)
  expect((await world.office.says('duyệt lịch')).join()).toContain('không còn việc nào chưa duyệt')
  await parentWrites('2027-03-04T08:00:00+07:00')
  await world.clockTo('2027-03-05T07:00:00+07:00')
  const read = (await world.parent.reads()).join('\n')
  expect(read).toContain('Ngày hội khoẻ')
  expect(read).not.toContain('Ngày hội khoẻ (dự kiến)')
})

test('what comes back by itself is read back, laid, asked about or reminded of, and given up', async () => {
  const [said] = await world.office.says('việc định kỳ: họp phụ huynh 8h ngày học đầu tiên của tháng, cho phụ huynh')
  expect(said).toContain('- T5 01/04/2027, 08:00')
  await world.office.says('1')
  await parentWrites('2027-03-30T08:00:00+07:00')
  await world.clockTo('2027-03-31T07:00:00+07:00')
  expect((await world.parent.reads()).join('\n')).toContain('Họp phụ huynh')
  expect((await world.office.says('việc định kỳ: cân đo mỗi quý')).join()).toContain('- tháng 4, 5 (chưa có ngày)')
  await world.office.says('1')
  await world.clockTo('2027-04-01T07:30:00+07:00')
  expect((await world.office.reads()).join('\n')).toContain('Cân đo')
  expect((await world.office.says('xem việc định kỳ')).join()).toContain('2. Cân đo: mỗi quý một lần')
  await world.office.says('bỏ việc định kỳ 2')
  expect(await events({ titleVi: 'Cân đo' })).toEqual([])
  expect((await world.office.says('việc định kỳ: RRULE:FREQ=SECONDLY đếm')).join()).toContain('không hiểu quy tắc')
})

test('a parent’s schedule and a teacher’s file change no calendar', async () => {
  const before = await events()
  await world.parent.says(schedule)
  await world.teacher.sendsFile('lich.csv', csv)
  await world.teacher.says('1')
  expect(await events()).toHaveLength(before.length)
})
