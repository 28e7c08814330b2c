import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCheckinStore } from '../../src/adapters/database/checkin-store.ts'
import { randomIds } from '../../src/adapters/ids.ts'
import type { ClassReport } from '../../src/features/checkin/report.ts'
import { signIn } from '../support/console.ts'
import { startWorld, type World } from '../support/world.ts'

// Monday 23 November 2026. A child of B1 bears a name that a spreadsheet might take for a formula.
let world: World
const formula = "=cmd|'/c calc'!A1"
beforeAll(async () => {
  world = await startWorld({ at: '2026-11-23T07:40:00+07:00', pauseSeconds: 2 })
  const { prisma } = world.database
  const b1 = await prisma.class.findFirstOrThrow({ where: { code: 'B1' } })
  const child = await prisma.child.findFirstOrThrow({ where: { classId: b1.id }, orderBy: { rosterName: 'asc' } })
  await prisma.child.update({ where: { id: child.id }, data: { rosterName: formula } })
  await reportBefore('A1', '2026-11-20', 29)
})
afterAll(() => world.close())

/** What another morning left in the database. */
async function reportBefore(code: string, day: string, present: number) {
  const { prisma } = world.database
  const { id: classId, schoolId } = await prisma.class.findFirstOrThrow({ where: { code } })
  const children = await prisma.child.findMany({ where: { classId }, orderBy: { rosterName: 'asc' } })
  const teacher = await prisma.person.findFirstOrThrow({ where: { schoolId, role: 'teacher' } })
  const absent = children.slice(0, children.length - present).map(({ rosterName: name }) => {
    return { name, reason: 'sick' as const, symptoms: ['fever' as const], temperatureC: 38.5, excused: true }
  })
  const rest = { illPresent: [], leftEarly: [], unnamedAbsent: 0, ambiguous: [], unknownNames: [], error: null }
  const report: ClassReport = { present, total: children.length, absent, ...rest }
  const now = new Date(`${day}T08:00:00+07:00`)
  await createCheckinStore(prisma, randomIds).add({
    schoolId,
    classId,
    day,
    report,
    text: `${code} ${present}`,
    personId: teacher.id,
    now,
  })
}

/** The last file that the office got. */
async function lastFile(mark: string) {
  const message = (await world.office.screen()).findLast(({ text }) => text.startsWith(mark))
  const answer = await fetch(`${world.platforms.telegram.url}/emulator/sent/${message!.id}`)
  const { name, base64 } = (await answer.json()) as { name: string; base64: string }
  return { name, bytes: Buffer.from(base64, 'base64') }
}

test('with the summary the office gets a picture of it and its Excel file, once', async () => {
  await world.teacher.says('A1 28/30, vắng 2: An sốt 38.5, Bình ho có phép')
  await world.teacher.taps('Đúng rồi')
  await reportBefore('B1', '2026-11-23', 13)
  await world.office.reads()
  expect(await world.clockTo('2026-11-23T09:15:00+07:00')).toMatchObject({ summaries: 1, summaryFiles: 1 })
  const [summary, picture, sheets, ...rest] = await world.office.reads()
  expect(summary).toContain('suất ăn')
  expect(picture).toBe('[photo] Chuyên cần thứ Hai 23/11/2026')
  expect(sheets).toContain('[document] Bảng số liệu ngày 23/11/2026')
  expect(rest).toEqual([])
  expect(await world.clockTo('2026-11-23T09:16:00+07:00')).toMatchObject({ summaryFiles: 0 })
  const png = await lastFile('[photo]')
  expect(png.name).toMatch(/\.png$/)
  expect(png.bytes.readUInt32BE(16)).toBe(1080)
})

test('the Excel file is the database, cell by cell', async () => {
  const { name, bytes } = await lastFile('[document]')
  expect(name).toBe('tong-hop-2026-11-23.xlsx')
  const [perClass, perChild, perSymptom] = (await readExcelFile(bytes)).map(({ data }) => data)
  const { prisma } = world.database
  const day = new Date('2026-11-23T00:00:00Z')
  const classes = await prisma.class.findMany({
    orderBy: { code: 'asc' },
    include: { children: true, checkins: { where: { day }, include: { versions: { orderBy: { version: 'desc' } } } } },
  })
  const known = classes.map((one) => {
    const checkin = one.checkins[0]
    const report = checkin?.versions.find(({ version }) => version === checkin.version)?.report as ClassReport | undefined
    return { ...one, report, confirmed: checkin?.confirmedAt != null }
  })
  const total = (count: (report: ClassReport) => number) =>
    known.reduce((sum, { report }) => sum + (report ? count(report) : 0), 0)
  const ages: Record<string, string> = { nursery: 'Nhà trẻ', '3-4': '3–4 tuổi', '4-5': '4–5 tuổi', '5': '5 tuổi' }
  const sick = (report: ClassReport) => report.absent.filter(({ reason }) => reason === 'sick').length
  const byName = new Map(perClass!.slice(1, -1).map((row) => [row[1], row]))
  for (const { name: className, ageGroup, children, report, confirmed } of known) {
    const row = byName.get(className)!
    expect(row.slice(0, 4)).toEqual([day, className, ages[ageGroup], children.length])
    if (report === undefined) {
      expect(row.slice(4)).toEqual([...Array(13).fill(null), 'Chưa báo', null])
      continue
    }
    const away = report.total! - report.present!
    expect(row.slice(4, 8)).toEqual([report.total, report.present, away, sick(report)])
    expect(row.slice(14, 18)).toEqual([
      report.illPresent.length,
      report.leftEarly.length,
      report.present! / report.total!,
      confirmed ? 'Đã xác nhận' : 'Chưa xác nhận',
    ])
  }
  const sums = perClass!.at(-1)!
  expect(sums.slice(3, 8)).toEqual([
    known.reduce((sum, { children }) => sum + children.length, 0),
    total((report) => report.total!),
    total((report) => report.present!),
    total((report) => report.total! - report.present!),
    total(sick),
  ])
  const rows = new Map(perChild!.slice(1).map((row) => [`${row[1]}/${row[2]}`, row]))
  for (const { name: className, children, report } of known)
    for (const { rosterName } of children) {
      const away = report?.absent.find((one) => one.name === rosterName)
      const where = report === undefined ? 'Chưa báo' : away === undefined ? 'Có mặt' : 'Vắng'
      const row = rows.get(`${className}/${rosterName}`)!
      expect(row.slice(0, 4)).toEqual([day, className, rosterName, where])
      expect(row[7]).toBe(away?.temperatureC ?? null)
    }
  expect(rows.get(`Mẫu giáo nhỡ B1/${formula}`)).toBeDefined()
  expect(perChild).toHaveLength(1 + known.reduce((sum, { children }) => sum + children.length, 0) + 4)
  const fevers = total((report) => report.absent.filter(({ symptoms }) => symptoms.includes('fever')).length)
  expect(perSymptom!.find((row) => row[1] === 'sốt')!.at(-1)).toBe(fevers)
})

test('a revision brings a picture and a file of its own', async () => {
  await world.teacher.says('thêm Châu nghỉ, về quê')
  await world.office.reads()
  expect(await world.clockTo('2026-11-23T09:17:00+07:00')).toMatchObject({ revisions: 0, summaryFiles: 0 })
  expect(await world.clockTo('2026-11-23T09:20:00+07:00')).toMatchObject({ revisions: 1, summaryFiles: 1 })
  const said = await world.office.reads()
  expect(said).toHaveLength(3)
  expect(said[0]).toContain('28/30 → 27/30')
  const [perClass] = (await readExcelFile((await lastFile('[document]')).bytes)).map(({ data }) => data)
  expect(perClass!.find((row) => row[1] === 'Mẫu giáo lớn A1')!.slice(4, 7)).toEqual([30, 27, 3])
})

test('the office asks for today, for a week, a month and a class, and reads the figures', async () => {
  expect((await world.office.says('tổng hợp hôm nay')).join()).toContain('27/30')
  expect((await world.office.says('lớp nào chưa báo')).join()).toContain('Mẫu giáo bé C1')
  const [week, file] = await world.office.says('báo cáo tuần')
  expect(week).toContain('trong tuần 23/11–29/11/2026: 40/45 ')
  expect(week).toContain('Chỉ tiêu: Hướng dẫn 2020-2021 quận Long Biên')
  expect(file).toContain('[document] Bảng số liệu tuần 23/11–29/11/2026')
  const [last] = await world.office.says('Báo cáo tuần trước ạ')
  expect(last).toContain('29/30 lượt trẻ')
  const [month] = await world.office.says('báo cáo tháng 11')
  expect(month).toContain('trong tháng 11/2026: 69/75 ')
  const { bytes } = await lastFile('[document] Bảng số liệu tháng 11/2026')
  const [perClass, , targets] = (await readExcelFile(bytes)).map(({ data }) => data)
  expect(perClass!.find((row) => row[0] === 'Mẫu giáo lớn A1')!.slice(3, 6)).toEqual([2, 60, 56])
  expect(targets![1]!.at(-1)).toBe('attendance.long-bien.overview-2020')
  const [own] = await world.office.says('A1 tháng 11')
  expect(own).toContain('Mẫu giáo lớn A1, tháng 11/2026: có mặt 93,3 % (56/60 lượt).')
  expect(own).toContain('T6 20/11: 29/30, vắng 1, triệu chứng 1')
  expect(own).toMatch(/Vắng: Nguyễn Hoài An \d ngày|Vắng: .*Nguyễn Hoài An 1 ngày/)
})

test('a teacher reads her own class and nobody else’s, a parent none', async () => {
  expect((await world.teacher.says('A1 tuần này')).join()).toContain('Mẫu giáo lớn A1, tuần 23/11–29/11/2026')
  for (const text of ['B1 tuần này', 'báo cáo tuần']) {
    expect((await world.teacher.says(text)).join()).not.toMatch(/lượt/)
    expect((await world.parent.says(text)).join()).not.toMatch(/lượt/)
  }
})

test('in the console every figure of a day leads to the lines behind it, and the files are the same', async () => {
  const office = await signIn(world)
  const page = await office.visit('/console/summary?day=2026-11-23')
  expect(page.status).toBe(200)
  expect(page.text).toContain('Mẫu giáo lớn A1 30 27 3')
  const link = /href="(\/console\/classes\/[^"]+)"[^>]*>27</.exec(page.body)![1]!
  expect((await office.visit(link.replaceAll('&amp;', '&'))).text).toContain('thêm Châu nghỉ, về quê')
  const sheets = await fetch(`${world.app.url}/console/summary/sheets?day=2026-11-23`, { headers: { cookie: office.cookie() } })
  const [perClass] = (await readExcelFile(Buffer.from(await sheets.arrayBuffer()))).map(({ data }) => data)
  expect(perClass!.find((row) => row[1] === 'Mẫu giáo lớn A1')!.slice(4, 7)).toEqual([30, 27, 3])
  const picture = await office.visit('/console/summary/picture?span=month&day=2026-11-23')
  expect(picture.headers.get('content-type')).toBe('image/png')
  expect((await office.visit('/console/summary?span=week&day=2026-11-20')).text).toContain('29/30 lượt trẻ')
  expect((await office.visit('/console/summary?span=year&day=nonsense')).status).toBe(200)
})
