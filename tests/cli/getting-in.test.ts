import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openEmbedded, openPostgres } from '../../src/adapters/database/connect.ts'
import { createServerDatabase } from '../support/database.ts'
import { runProcess } from '../support/processes.ts'
import { startWorld, users, type World } from '../support/world.ts'

let folder: string
let home: Record<string, string>
let drop: (() => Promise<void>) | undefined
let world: World
const codes: Record<'office' | 'teacher' | 'guardian', string> = { office: '', teacher: '', guardian: '' }
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mamnon-cli-'))
  const server = await createServerDatabase()
  drop = server?.drop
  home = { DATA_DIR: folder, ...(server && { DATABASE_URL: server.url }) }
  await setUp()
  const open = () => (server === undefined ? openEmbedded(folder) : openPostgres(server.url))
  world = await startWorld({ at: new Date().toISOString(), seed: false, pauseSeconds: 2, open })
})
afterAll(async () => {
  await world.close()
  await drop?.()
  await rm(folder, { recursive: true, force: true })
})

const mamnon = (...args: string[]) => runProcess('cli.ts', home, args)
const codeIn = (text: string) => /MN-\w{5}-\w{5}/.exec(text)?.[0] ?? ''

/** What a school's first day at the command line is. */
async function setUp(): Promise<void> {
  const roster = join(folder, 'roster.txt')
  await writeFile(roster, 'Nguyễn Hoài An\r\nTrần Bình An\n\n  Lê  Bảo Châu (Kem) \n')
  const school = await mamnon('school', 'add', '--name', 'Trường Mầm non Sao Mai', '--place', 'hai-phong')
  codes.office = codeIn(school.out)
  const added = await mamnon('class', 'add', '--code', 'A1', '--name', 'Mẫu giáo lớn A1', '--age', '5', '--roster', roster)
  expect(added).toMatchObject({ code: 0, out: 'A1: 3 children\n' })
  codes.teacher = codeIn((await mamnon('staff', 'invite', '--role', 'teacher', '--name', 'Cô Mơ', '--class', 'A1')).out)
  codes.guardian = codeIn((await mamnon('guardian', 'invite', '--child', 'Châu')).out)
  const list = await mamnon('school', 'list')
  expect(list.out).toMatch(/^Trường Mầm non Sao Mai \(hai-phong\) {2}[\w-]+\n {2}A1 {2}Mẫu giáo lớn A1, 5: 3 children\n$/)
  expect([school.err, list.err].join('')).toBe('')
  const set = await mamnon('school', 'set', '--meal-cut-off', '8h', '--first-call', '07:30')
  expect(set).toMatchObject({
    code: 0,
    out: 'first-call: 07:45 → 07:30\nmeal-cut-off: none → 08:00\nSet: Trường Mầm non Sao Mai\n',
  })
  const wrong = await mamnon('guardian', 'invite', '--child', 'An')
  expect(wrong).toMatchObject({ code: 1, err: 'Several children: Nguyễn Hoài An (A1), Trần Bình An (A1)\n' })
}

test('a stranger is told once, in three lines, what this is, and is answered without any link', async () => {
  const stranger = world.phone('zalo', users.zaloStranger)
  const [introduction, answer] = await stranger.says('sữa học đường Long Biên phụ huynh đóng bao nhiêu %')
  expect(introduction!.split('\n')).toHaveLength(3)
  expect(introduction).toContain('máy')
  expect(introduction).toContain('Trường Mầm non Sao Mai')
  expect(answer).toContain('47')
  expect(await stranger.says('cảm ơn em')).toHaveLength(1)
})

test('the office follows its link on Telegram, and the link works once', async () => {
  const said = await world.office.says(`/start ${codes.office}`)
  expect(said.at(-1)).toContain('văn phòng của Trường Mầm non Sao Mai')
  const stranger = world.phone('telegram', users.telegramStranger)
  expect((await stranger.says(`/start ${codes.office}`)).at(-1)).toContain('không dùng được')
  expect((await world.office.says('câu hỏi')).at(-1)).toContain('không còn câu hỏi')
})

test('a teacher types her code in small letters with spaces', async () => {
  const said = await world.teacher.says(codes.teacher.toLowerCase().replaceAll('-', ' '))
  expect(said.at(-1)).toContain('Cô Mơ, giáo viên')
})

test('a guardian types a code on Zalo, and reads the child’s name only after that proof', async () => {
  const before = await world.parent.says('cho em hỏi bé Châu lớp A1')
  expect(before.join()).not.toMatch(/Bảo Châu|Kem/)
  const said = await world.parent.says(`Dạ em gửi mã ạ: ${codes.guardian}.`)
  expect(said.at(-1)).toContain('Lê Bảo Châu (Kem), lớp A1, Trường Mầm non Sao Mai')
})

test('a teacher asks for a guardian’s code: an ambiguous name is asked back, and the code works', async () => {
  const [asked] = await world.teacher.says('mã An')
  expect(asked).toContain('bé nào')
  const [given] = await world.teacher.says('2')
  expect(given).toContain('Trần Bình An (lớp A1)')
  const stranger = world.phone('telegram', users.telegramStranger)
  const linked = await stranger.says(codeIn(given!).replaceAll('-', ''))
  expect(linked.at(-1)).toContain('Trần Bình An')
  expect((await world.teacher.says('mã Dũng')).at(-1)).toContain('không thấy bé')
})

test('a code ends: staff’s after three days, a guardian’s after two weeks', async () => {
  const [given] = await world.office.says('mã A1 Châu')
  const code = codeIn(given!)
  const start = world.now()
  await world.clockTo(new Date(start.getTime() + 15 * 86_400_000).toISOString())
  const [said] = await world.phone('telegram', users.telegramStranger).says(code)
  expect(said).toBeDefined()
  const all = await world.phone('telegram', users.telegramStranger).screen()
  expect(all.at(-1)!.text).toContain('hết hạn')
})

test('five wrong codes shut the door for an hour, to right ones too', async () => {
  const stranger = world.phone('zalo', users.zaloStranger)
  await stranger.reads()
  const [given] = await world.office.says('mã A1 Châu')
  const right = codeIn(given!)
  for (let count = 0; count < 4; count += 1)
    expect((await stranger.says(`MN-22222-2222${count}`)).at(-1)).toContain('không dùng được')
  expect((await stranger.says('MN-22222-22229')).at(-1)).toContain('tạm khoá')
  expect((await stranger.says(right)).at(-1)).toContain('tạm khoá')
  await world.clockTo(new Date(world.now().getTime() + 3_600_000).toISOString())
  expect((await stranger.says(right)).at(-1)).toContain('Bảo Châu')
})

test('the name of a school that looks like a code is no wrong code', async () => {
  const stranger = world.phone('telegram', users.telegramStranger)
  for (const text of ['mn quang trung', 'truong mn quang minh o dau', 'mn hoang trang']) await stranger.says(text)
  const identity = await world.database.prisma.identity.findFirstOrThrow({ where: { chat: users.telegramStranger } })
  expect(identity.wrongCodes).toBe(0)
})
