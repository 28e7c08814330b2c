import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { openEmbedded } from '../../src/adapters/database/connect.ts'
import { explainError, runCommand } from '../../src/cli/commands.ts'
import { createServerDatabase } from '../support/database.ts'
import { startWorld, type World } from '../support/world.ts'

// The command line opens its own database, as a second process would: on PostgreSQL the service's, embedded one of its own.
let world: World | undefined
let folder: string
let server: Awaited<ReturnType<typeof createServerDatabase>>
const printed = vi.spyOn(console, 'log').mockImplementation(() => undefined)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mamnon-calendar-'))
  server = await createServerDatabase()
  vi.stubEnv('DATA_DIR', folder)
  vi.stubEnv('DEMO', 'off')
  vi.stubEnv('PUBLIC_URL', 'https://truong.example')
  if (server === undefined) await (await openEmbedded(folder)).close()
  else vi.stubEnv('DATABASE_URL', server.url)
  await mamnon('school add --place long-bien --name', 'Hoa Sen')
})
afterEach(() => printed.mockClear())
afterAll(async () => {
  await world?.close()
  await server?.drop()
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

async function mamnon(line: string, ...more: string[]): Promise<string> {
  printed.mockClear()
  expect(await runCommand([...line.split(' '), ...more])).toBe(0)
  return printed.mock.calls.map(([text]) => String(text)).join('\n')
}

const refused = (...args: string[]) => runCommand(args).then(() => 'done', explainError)

test('the year ahead of a new school is listed, though nobody is linked', async () => {
  const list = await mamnon('calendar dry-run --school Sen --from 2026-08-01 --to 2027-07-31')
  expect(list).toMatch(/^2026-11-19 07:00 {2}Kỷ niệm ngày Nhà giáo.* on 2026-11-20 .*nobody can be written to yet/m)
  expect(list).toMatch(/^\d+ times, 0 messages$/m)
  const table = await mamnon('calendar dry-run --school Sen --from 2026-08-01 --to 2027-07-31 --by-month')
  expect(table.split('\n')[0]).toBe(
    '| month | reminders | moved from a day off | moved by hours | lines asked for | to parents | to teachers | to office |',
  )
})

test('a day that is none, or the wrong way round, is explained', async () => {
  expect(await refused('calendar', 'dry-run', '--from', '2026-02-30', '--to', '2026-03-01')).toContain('--from is a day')
  expect(await refused('calendar', 'dry-run', '--from', '2026-08-01')).toContain('--to is a day')
  expect(await refused('calendar', 'dry-run', '--from', '2027-08-01', '--to', '2026-08-01')).toContain('before')
})

test('the feed has an address nobody can guess, the same until it is renewed, another for staff', async () => {
  const first = await mamnon('calendar feed --school Sen')
  expect(first).toMatch(/^https:\/\/truong\.example\/calendar\/[A-Z0-9]{30}\.ics$/)
  expect(await mamnon('calendar feed --school Sen')).toBe(first)
  expect(await mamnon('calendar feed --school Sen --for staff')).not.toBe(first)
  const renewed = await mamnon('calendar feed --school Sen --renew')
  expect(renewed).toContain('The old address is over.')
  expect(renewed).not.toContain(first)
  expect(await refused('calendar', 'feed', '--for', 'everybody')).toContain('--for is one of')
})

test('a class has an address of its own, and a class that is none is named', async () => {
  const list = join(folder, 'a1.txt')
  await writeFile(list, 'Nguyễn Bảo An\n')
  await mamnon('class add --school Sen --code A1 --age 5 --roster', list, '--name', 'Mẫu giáo lớn A1')
  const own = await mamnon('calendar feed --school Sen --class a1')
  expect(own).toMatch(/\/calendar\/[A-Z0-9]{30}\.ics$/)
  expect(own).not.toBe(await mamnon('calendar feed --school Sen'))
  expect(await refused('calendar', 'feed', '--school', 'Sen', '--class', 'Z9')).toContain('No class Z9; there are: A1')
})

test('a file is listed first, taken whole, and undone', async () => {
  const file = join(folder, 'lich.csv')
  const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10).split('-').reverse().join('/')
  await writeFile(file, `Ngày;Nội dung;Dành cho\n${day};Họp phụ huynh;Phụ huynh lớp A1\n31/2;Sai ngày;\n`)
  const listed = await mamnon('calendar import --preview --school Sen', file)
  expect(listed).toMatch(/\+ line 2 · .*Họp phụ huynh \(parents, A1\)/)
  expect(listed).toContain('line 3: no such day – “31/2 Sai ngày”')
  expect(listed).toContain('Nothing was written')
  expect(await mamnon('calendar import --school Sen', file)).toContain('1 new')
  expect(await mamnon('calendar import --undo --school Sen')).toContain('1 new removed')
  expect(await mamnon('calendar import --school Sen', file)).toContain('1 new')
  expect(await mamnon('calendar import --school Sen', file)).toContain('nothing new')
  await writeFile(file, '%PDF-1.7')
  expect(await refused('calendar', 'import', '--school', 'Sen', file)).toContain('it is a PDF')
  expect(await refused('calendar', 'import', '--school', 'Sen')).toContain('Name a file')
})

test('a school year’s days are shown, set and checked', async () => {
  expect(await mamnon('calendar term --school Sen --year 2026-2027')).toContain('assumed')
  const set = await mamnon('calendar term --school Sen --year 2026-2027 --days 2026-09-07,2027-01-15,2027-01-18,2027-05-28')
  expect(set).toContain(
    "2026-2027: 2026-09-07 to 2027-05-28; term 1 until 2027-01-15, term 2 from 2027-01-18\nset by the school's office",
  )
  const wrong = ['calendar', 'term', '--school', 'Sen', '--year', '2026-2027', '--days']
  expect(await refused(...wrong, '2026-09-07,2027-01-18,2027-01-15,2027-05-28')).toContain('not in order')
  expect(await refused(...wrong, '2026-09-07')).toContain('four days')
})

test('other programs read the calendar at its address, and only there', async () => {
  world = await startWorld({ at: '2026-11-23T15:00:00+07:00' })
  const school = await world.database.prisma.school.findFirstOrThrow()
  const token = 'A2B3C4D5E6F7G8H9J2K3M4N5P6Q7R8'
  await world.database.prisma.calendarFeed.create({
    data: { schoolId: school.id, reader: 'parents', token, createdAt: world.now() },
  })
  await world.database.prisma.closure.create({
    data: { schoolId: school.id, day: new Date('2026-11-24T00:00:00Z'), reason: 'Bão' },
  })
  const response = await fetch(`${world.app.url}/calendar/${token}.ics`)
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  const file = await response.text()
  expect(file).toContain('SUMMARY:Ngày hội gia đình tại sân trường')
  expect(file).toContain('SUMMARY:Trường nghỉ: Bão')
  expect(file).not.toContain('sơ cấp cứu')
  const etag = response.headers.get('etag')!
  expect((await fetch(response.url, { headers: { 'if-none-match': etag } })).status).toBe(304)
  for (const wrong of [`${token.slice(1)}2.ics`, `${token}`, '.ics', '%27.ics', `${token}.ICS`])
    expect((await fetch(`${world.app.url}/calendar/${wrong}`)).status).toBe(404)
})

test('the feed of a class holds what concerns it, and ends with the class', async () => {
  if (world === undefined) throw new Error('no service')
  const school = await world.database.prisma.school.findFirstOrThrow()
  const room = await world.database.prisma.class.findFirstOrThrow({ where: { code: 'D1' } })
  const own = 'B2B3C4D5E6F7G8H9J2K3M4N5P6Q7R8'
  const feed = { schoolId: school.id, reader: 'parents', classId: room.id, token: own, createdAt: world.now() }
  await world.database.prisma.calendarFeed.create({ data: feed })
  await world.database.prisma.closure.createMany({
    data: [
      { schoolId: school.id, day: new Date('2026-11-26T00:00:00Z'), reason: 'Mất nước', scope: 'age:nursery' },
      { schoolId: school.id, day: new Date('2026-11-27T00:00:00Z'), reason: 'Thuỷ đậu', scope: 'age:5' },
    ],
  })
  const nursery = (await (await fetch(`${world.app.url}/calendar/${own}.ics`)).text()).replaceAll('\r\n ', '')
  expect(nursery).toContain('X-WR-CALNAME:Trường Mầm non Hoa Nắng\\, D1')
  expect(nursery).toContain('SUMMARY:Trường nghỉ (khối nhà trẻ): Mất nước')
  expect(nursery).not.toContain('Thuỷ đậu')
  await world.database.prisma.class.update({ where: { id: room.id }, data: { active: false } })
  expect((await fetch(`${world.app.url}/calendar/${own}.ics`)).status).toBe(404)
})
