import { mkdtemp, rm } from 'node:fs/promises'
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
  expect(list).toMatch(/^2026-11-19 07:00 {2}Kỷ niệm ngày Nhà giáo.* on 2026-11-20 .*nobody is linked/m)
  expect(list).toMatch(/^\d+ times, 0 messages$/m)
  const table = await mamnon('calendar dry-run --school Sen --from 2026-08-01 --to 2027-07-31 --by-month')
  expect(table.split('\n')[0]).toBe(
    '| month | reminders | of them moved | lines asked for | to parents | to teachers | to office |',
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
