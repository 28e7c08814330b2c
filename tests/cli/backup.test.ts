import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { NoBackup } from '../../src/adapters/database/backup/backup-file.ts'
import { restoreEmbedded } from '../../src/adapters/database/backup/restore-embedded.ts'
import { restorePostgres } from '../../src/adapters/database/backup/restore-postgres.ts'
import { unfinishedRestore } from '../../src/adapters/database/backup/unfinished-restore.ts'
import { type Database, openEmbedded, openPostgres } from '../../src/adapters/database/connect.ts'
import { createServerDatabase } from '../support/database.ts'
import { onServer } from '../support/database-setup.ts'
import { type Running, runProcess, startProcess, urlOf } from '../support/processes.ts'
import { seedSample } from '../support/sample.ts'

const school = 'Trường Mầm non Hoa Nắng'
let folder: string
let home: Record<string, string>
let server: Awaited<ReturnType<typeof createServerDatabase>>
let service: Running | undefined
const file = () => join(folder, 'day.backup')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mamnon-backup-'))
  server = await createServerDatabase()
  home = { DEMO: 'off', PORT: '0', DATA_DIR: folder, ...(server && { DATABASE_URL: server.url }) }
})
afterAll(async () => {
  service?.child.kill('SIGKILL')
  await service?.ended
  await server?.drop()
  await rm(folder, { recursive: true, force: true })
})

const open = () => (server === undefined ? openEmbedded(folder) : openPostgres(server.url))
const mamnon = (...args: string[]) => runProcess('cli.ts', home, args)
const restore = (path: string, replace: string[] = []) => {
  const options = { path, replace, restoredAt: new Date() }
  return server === undefined
    ? restoreEmbedded(folder, options)
    : restorePostgres(server.url, { ...options, keepAs: join(folder, 'kept.backup') })
}
/** Every row of every table, as text. */
async function contentOf({ prisma }: Pick<Database, 'prisma'>): Promise<Record<string, unknown>> {
  const tables = await prisma.$queryRaw<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('_prisma_migrations', 'restore_gap') order by 1`
  const content: Record<string, unknown> = {}
  for (const { name } of tables) {
    const rows = await prisma.$queryRawUnsafe<{ row: string }[]>(`select t::text as row from "${name}" t order by 1`)
    content[name] = rows.map(({ row }) => row)
  }
  return content
}

test('a running service is backed up whole, into a file that nobody else can read, and is not restored into', {
  timeout: 120_000,
}, async () => {
  const database = await open()
  await seedSample(database, new Date())
  const [somebody] = await database.prisma.person.findMany({ take: 1 })
  const odd = { title: 'Ngày "hội"\\n\n\t😀', quote: "l'école; --" }
  await database.prisma.identity.updateMany({ data: { session: odd } })
  await database.prisma.sendPace.create({ data: { key: 'odd', tat: 1_795_000_000_000.123 } })
  await database.prisma.checkin.deleteMany({ where: { schoolId: somebody!.schoolId } })
  const before = await contentOf(database)
  await database.close()

  service = startProcess('main.ts', home)
  await urlOf(service)
  const backup = await mamnon('backup', file())
  expect(backup).toMatchObject({ code: 0, err: '' })
  expect(backup.out).toContain(school)
  expect((await stat(file())).mode & 0o777).toBe(0o600)
  expect(await mamnon('backup', file())).toMatchObject({ code: 1, err: expect.stringContaining('a file of this name already') })
  const refused = await mamnon('restore', file(), '--replace', school)
  expect(refused).toMatchObject({ code: 1, out: '' })
  expect(refused.err).toMatch(/is running on this/)
  service.child.kill('SIGTERM')
  expect(await service.ended).toBe(0)

  expect(await restore(file())).toEqual({ kind: 'not_empty', schools: [school] })
  expect(await restore(file(), ['Another school'])).toMatchObject({ kind: 'not_empty' })
  const changed = await open()
  await changed.prisma.school.updateMany({ data: { name: 'Trường khác' } })
  await changed.close()
  const done = await mamnon('restore', file(), '--replace', 'Trường khác')
  expect(done).toMatchObject({ code: 0, err: '' })
  expect(done.out).toMatch(/Restored Trường Mầm non Hoa Nắng .*\nWhat was there before is kept in /)
  const after = await open()
  // Nothing was waiting, so the rows are the same to the last character.
  const content = await contentOf(after)
  await after.close()
  const idle = ({ due_task, outbound, school_setting, ...rest }: Record<string, unknown>) => rest
  expect(idle(content)).toEqual(idle(before))
})

test('a file that is cut off, damaged, of another kind or of a newer release is refused, and nothing is touched', async () => {
  const whole = await readFile(file())
  const lines = gunzipSync(whole).toString().trimEnd().split('\n')
  const bad: Record<string, Buffer> = {
    cut: whole.subarray(0, whole.length - 40),
    'without its end': gzipSync(lines.slice(0, -1).join('\n')),
    'with a line gone': gzipSync(lines.toSpliced(-5, 1).join('\n')),
    'no backup': gzipSync('{"hello":1}\n'),
    'no archive': Buffer.from('hello'),
  }
  for (const [name, bytes] of Object.entries(bad)) {
    const path = join(folder, 'bad.backup')
    await writeFile(path, bytes)
    await expect(restore(path, [school]), name).rejects.toThrow(NoBackup)
  }
  const newer = lines.with(0, JSON.stringify({ ...JSON.parse(lines[0]!), migrations: ['20991231000000_fly'] }))
  await writeFile(join(folder, 'newer.backup'), gzipSync(newer.join('\n')))
  expect(await restore(join(folder, 'newer.backup'), [school])).toEqual({ kind: 'newer', migrations: ['20991231000000_fly'] })
  const database = await open()
  expect(await database.prisma.school.count()).toBe(1)
  await database.close()
})

test('a backup of one kind of database is restored into the other, and a restore that broke off keeps services away', {
  timeout: 120_000,
}, async () => {
  if (server === undefined) return
  const other = join(folder, 'other')
  expect(await restoreEmbedded(other, { path: file(), restoredAt: new Date(), replace: [] })).toMatchObject({ kind: 'restored' })
  const embedded = await openEmbedded(other)
  expect((await embedded.prisma.school.findMany()).map(({ name }) => name)).toEqual([school])
  await embedded.close()

  await onServer(server.url, `create schema ${unfinishedRestore}`)
  expect(await mamnon('school', 'list')).toMatchObject({ code: 1, err: expect.stringContaining('broke off') })
  expect(await restore(file())).toMatchObject({ kind: 'restored' })
  expect(await mamnon('school', 'list')).toMatchObject({ code: 0 })
})
