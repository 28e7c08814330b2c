import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openEmbedded } from '../../src/adapters/database/connect.ts'
import { zipArchive } from '../../src/adapters/files/zip-archive.ts'
import { explainError, runCommand } from '../../src/cli/commands.ts'
import { createServerDatabase } from '../support/database.ts'
import { excelFile, sheetRows } from '../support/files.ts'

let folder: string
let server: Awaited<ReturnType<typeof createServerDatabase>>
const printed = vi.spyOn(console, 'log').mockImplementation(() => undefined)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mamnon-people-'))
  server = await createServerDatabase()
  vi.stubEnv('DATA_DIR', folder)
  vi.stubEnv('DEMO', 'off')
  if (server === undefined) await (await openEmbedded(folder)).close()
  else vi.stubEnv('DATABASE_URL', server.url)
  await mamnon('school add --place long-bien --name', 'Hoa Sen')
})
afterAll(async () => {
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
const fileOf = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}
const born = (years: number, rest = '05/03') => `${rest}/${new Date().getFullYear() - years}`

test('an Excel list with two heads, joined cells and a doubtful row is shown, taken, changed and taken back', async () => {
  const rows = sheetRows([
    ['DANH SÁCH TRẺ LỚP MẪU GIÁO LỚN A1'],
    ['STT', 'Họ và tên trẻ', null, 'Ngày sinh', null, 'SĐT'],
    [null, null, null, 'Nam', 'Nữ', null],
    ['1', 'Nguyễn Bảo', 'An', born(5), null, '<c><v>912345678</v></c>'],
    ['2', 'Trần Minh', 'Khuê', null, born(5), null],
    ['3', '=cmd|’/c calc’!A0', null, born(5), null, null],
    ['Tổng cộng', '3'],
  ])
  const merged = '<mergeCells count="2"><mergeCell ref="A2:A3"/><mergeCell ref="B2:C3"/></mergeCells>'
  const file = await fileOf('a1.xlsx', excelFile({ A1: { rows, after: merged } }))
  const shown = await mamnon('people import --preview --phones --school Sen', file)
  expect(shown).toContain('2 new, 0 changed, 0 as before; 0 children of these classes not in the file; 1 row to look at.')
  expect(shown).toContain('New class A1 (MẪU GIÁO LỚN A1, age 5)')
  expect(shown).toMatch(/^\+ line 4: Nguyễn Bảo An, class A1, born 05\/03\/\d{4}$/m)
  expect(shown).toContain('? line 6: =cmd|’/c calc’!A0 – the cell is a formula, not a name')
  expect(shown).toContain('! line 4: Nguyễn Bảo An – put the leading zero back to the phone number')
  expect(await mamnon('school list')).not.toContain('A1')
  expect(await mamnon('people import --phones --school Sen', file)).toContain(
    'List taken: 2 new, 0 changed. 1 row to look at was not taken.',
  )
  expect(await mamnon('people import --school Sen', file)).toBe("The file has nothing new for the school's lists.")

  const next = `STT;Họ và tên;Ngày sinh;Lớp\n1;Nguyễn Bảo An;${born(5)};A1\n2;Lê Thu Hà;${born(5, '7-8')};A1\n`
  const csv = await fileOf('a1.csv', next)
  expect(await mamnon('people import --missing-leave --school Sen', csv)).toContain(
    '1 new, 0 changed. 1 child who is not in the file has left.',
  )
  expect(await mamnon('school list')).toContain('A1  MẪU GIÁO LỚN A1, 5: 2 children')
  expect(await mamnon('people import --undo --school Sen')).toBe('The whole import is taken back: 1 new removed, 1 as before.')
  expect(await mamnon('people import --preview --school Sen', csv)).toContain('- Trần Minh Khuê, class A1: not in the file')
  expect(await mamnon('people import --undo --school Sen')).toBe('The whole import is taken back: 2 new removed, 0 as before.')
  expect(await mamnon('school list')).not.toContain('A1')
  expect(await mamnon('people import --undo --school Sen')).toContain('no import of a list')
})

test('old encodings are read, and what is no list is refused with nothing written', async () => {
  const text = `Họ và tên;Ngày sinh;Lớp\r\nNguyễn Thị Phượng Vĩ;${born(4)};Hoa Mai\r\n`
  for (const [name, bytes] of [
    ['utf16.csv', iconv.encode(text, 'utf-16le', { addBOM: true })],
    ['cp1258.csv', iconv.encode(decomposed(text), 'windows-1258')],
  ] as const)
    expect(await mamnon('people import --preview --school Sen', await fileOf(name, bytes))).toContain(
      'Nguyễn Thị Phượng Vĩ, class Hoa Mai',
    )
  const why = async (name: string, content: string | Uint8Array) =>
    await refused('people', 'import', '--school', 'Sen', await fileOf(name, content))
  expect(await why('a.xlsx', zipArchive([{ name: 'anh.txt', content: 'x' }]))).toContain('ZIP archive, not Excel')
  expect(await why('b.xlsx', 'PK\u0003\u0004 hỏng')).toContain('damaged')
  expect(await why('c.csv', 'Ngày;Nội dung\n5/9;Khai giảng\n')).toContain('no column of names')
  expect(await why('d.csv', '')).toContain('empty')
  const markup = await fileOf('e.csv', `Họ và tên;Lớp\n<script>alert(1)</script>;A1\nLê <b>An</b>;A1\n`)
  expect(await mamnon('people import --school Sen', markup)).toContain('nothing new')
  expect(await refused('people', 'import', '--school', 'Sen')).toContain('Name a file')
  expect(await mamnon('school list')).not.toContain('Hoa Mai')
})

/** Windows-1258 has letters with hats and horns, and the tones as marks of their own. */
function decomposed(text: string): string {
  return text
    .normalize('NFD')
    .replace(/([aeoAEO])((?:\u0323)?)\u0302/g, (_all, letter: string, dot: string) => `${letter}\u0302`.normalize('NFC') + dot)
    .replace(/([aA])((?:\u0323)?)\u0306/g, (_all, letter: string, dot: string) => `${letter}\u0306`.normalize('NFC') + dot)
    .replace(/([ouOU])\u031b/g, (all) => all.normalize('NFC'))
}
