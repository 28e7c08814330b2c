import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../../src/adapters/database/connect.ts'
import { createUnitOfWork } from '../../../src/adapters/database/unit-of-work.ts'
import { randomIds } from '../../../src/adapters/ids.ts'
import { createPhrases } from '../../../src/adapters/locales/phrases.ts'
import { hearCalendarFile, hearImportChoice } from '../../../src/features/imports/import-conversation.ts'
import type { TableRow } from '../../../src/features/imports/sent-file.ts'
import type { Stores } from '../../../src/features/inbound/stores.ts'
import { openTestDatabase } from '../../support/database.ts'
import { seedSample } from '../../support/sample.ts'

const now = new Date('2026-11-23T15:00:00+07:00')
const phrases = createPhrases()
let database: Database
let schoolId: string
beforeAll(async () => {
  database = await openTestDatabase()
  await seedSample(database, now)
  schoolId = (await database.prisma.school.findFirstOrThrow()).id
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.prisma.calendarEvent.deleteMany({ where: { source: 'file' } })
  await database.prisma.closure.deleteMany()
})

const traits = { maxTextLength: 4096, hasButtons: true, canEdit: true }
const work = <R>(step: (stores: Stores) => Promise<R>) =>
  createUnitOfWork(database.prisma, {
    ids: randomIds,
    traits: { telegram: traits, zalo: traits },
    wakeUps: { outbound: async () => undefined, bulk: async () => undefined },
  })(step)

const asking = () => ({ schoolId, personId: null, language: 'vi' as const, now })
const rows = (...lines: (string | null)[][]): TableRow[] =>
  [['Ngày', 'Nội dung'], ...lines].map((cells, index) => ({ line: index + 1, cells }))
const show = async (table: TableRow[]) =>
  (await work((stores) =>
    hearCalendarFile({ ...stores, phrases, ids: randomIds }, asking(), {
      name: 'lich.csv',
      file: { kind: 'table', source: 'csv', rows: table },
    }),
  ))!.pendingImport!
const choose = (value: string, change: (stores: Stores) => Partial<Stores> = () => ({})) =>
  work((stores) => hearImportChoice({ ...stores, ...change(stores), phrases, ids: randomIds }, asking(), value))
const fromFile = () => database.prisma.calendarEvent.count({ where: { source: 'file' } })

test('when writing breaks off in the middle nothing of the import is there, and it can be taken again', async () => {
  const id = await show(rows(['1/12', 'Một'], ['2/12', 'Hai'], ['3/12', 'Nghỉ sửa bếp']))
  const broken = (stores: Stores) => ({
    calendar: { ...stores.calendar, putClosures: () => Promise.reject(new Error('the database went away')) },
  })
  await expect(choose(`im:take:${id}`, broken)).rejects.toThrow('went away')
  expect(await fromFile()).toBe(0)
  expect(await database.prisma.calendarImport.findFirst({ where: { id } })).toMatchObject({ state: 'shown', before: null })
  await choose(`im:take:${id}`)
  expect(await fromFile()).toBe(2)
  expect(await database.prisma.closure.count()).toBe(1)
})

test('an import is taken once, however often it is chosen, and one of another school not at all', async () => {
  const id = await show(rows(['1/12', 'Một']))
  const said = [await choose(`im:take:${id}`), await choose(`im:take:${id}`), await choose(`im:drop:${id}`)]
  expect(said.map(({ text }) => text.startsWith('Đã ghi'))).toEqual([true, false, false])
  expect(await fromFile()).toBe(1)
  const other = await work((stores) =>
    hearImportChoice({ ...stores, phrases, ids: randomIds }, { ...asking(), schoolId: randomIds.uuid() }, `im:undo:${id}`),
  )
  expect(other.text).toContain('đã ghi hoặc đã bỏ')
  expect(await fromFile()).toBe(1)
})

test('two thousand lines are taken and undone in a few seconds, and what is beyond is told', async () => {
  const day = (index: number) => `${(index % 28) + 1}/${(Math.floor(index / 28) % 12) + 1}`
  const table = rows(...Array.from({ length: 2_010 }, (_value, index) => [day(index), `Việc số ${index}`]))
  const startedAt = performance.now()
  const id = await show(table)
  const { text } = await choose(`im:take:${id}`)
  expect(text).toContain('2.000 việc mới')
  expect(text).toContain('10 dòng chưa hiểu')
  await choose(`im:undo:${id}`)
  expect(await fromFile()).toBe(0)
  expect(performance.now() - startedAt).toBeLessThan(25_000) // two on an idle machine
})

test('what the school had said of a day before comes back when the import is undone', async () => {
  const before = { schoolId, day: new Date('2026-12-24T00:00:00Z'), open: false, reason: 'Sửa điện' }
  await database.prisma.closure.create({ data: before })
  const id = await show(rows(['24/12', 'Nghỉ Noel'], ['25/12', 'Nghỉ Noel']))
  await choose(`im:take:${id}`)
  expect(await database.prisma.closure.findMany({ select: { reason: true } })).toEqual([
    { reason: 'Nghỉ Noel' },
    { reason: 'Nghỉ Noel' },
  ])
  await choose(`im:undo:${id}`)
  expect(await database.prisma.closure.findMany()).toMatchObject([{ reason: 'Sửa điện', scope: 'school' }])
})
