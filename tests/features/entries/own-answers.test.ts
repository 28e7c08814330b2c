import { expect, test } from 'vitest'
import type { SchoolEntry } from '../../../src/features/entries/entry.ts'
import { createOwnAnswers } from '../../../src/features/entries/own-answers.ts'
import type { School } from '../../../src/features/people/person.ts'

const school: School = { id: 'hoa-nang', name: 'Hoa Nắng', place: 'long-bien', reminderTime: '07:00', summaryTime: '09:15' }
const today = '2026-11-22'
const entry: SchoolEntry = {
  id: 'one',
  schoolId: school.id,
  number: 1,
  version: 1,
  state: 'published',
  topic: 'other',
  text: { vi: 'Có ạ, 5.000 đồng một lượt.', en: null },
  asks: ['Trường có xe đưa đón không?'],
  validFrom: today,
  validTo: null,
  saidOn: today,
  approved: null,
  replaces: [],
  savedAt: new Date('2026-11-22T01:00:00Z'),
}

/** One school's entries as several processes would read them. */
function tableOf() {
  const rows = new Map<string, { changedIn: number; entry: SchoolEntry }>()
  let stamp = 0
  let reads = 0
  return {
    save(one: SchoolEntry) {
      stamp += 1
      rows.set(one.id, { changedIn: stamp, entry: one })
    },
    reset() {
      rows.clear()
      stamp = 0
    },
    reads: () => reads,
    stamp: async () => stamp,
    changedSince: async (_school: string, since: number) => {
      const changed = [...rows.values()].filter(({ changedIn }) => changedIn > since).sort((a, b) => a.changedIn - b.changedIn)
      const page = changed.slice(0, 2)
      reads += page.length
      return { entries: page.map((row) => row.entry), upTo: changed.length > 2 ? page.at(-1)!.changedIn : null }
    },
  }
}

const ask = (
  own: ReturnType<typeof createOwnAnswers>,
  table: ReturnType<typeof tableOf>,
  text = 'truong co xe dua don ko',
  day = today,
) => own.find(table, school, { text, today: day })

test('a change is in the next answer of every process, and reads only what changed', async () => {
  const table = tableOf()
  const [here, there] = [createOwnAnswers(), createOwnAnswers()]
  expect(await ask(there, table)).toBeUndefined()
  table.save(entry)
  table.save({ ...entry, id: 'two', number: 2, asks: ['Mấy giờ đón bé?'] })
  expect((await ask(here, table))?.entry.id).toBe('one')
  expect((await ask(there, table))?.entry.id).toBe('one')
  const before = table.reads()
  table.save({ ...entry, version: 2, text: { vi: 'Từ tháng 12 thì không ạ.', en: null } })
  expect((await ask(there, table))?.entry.text.vi).toContain('tháng 12')
  expect(table.reads() - before).toBe(1)
  table.save({ ...entry, version: 3, state: 'withdrawn' })
  expect(await ask(there, table)).toBeUndefined()
})

test('many entries are read some at a time, each once', async () => {
  const table = tableOf()
  const own = createOwnAnswers()
  const asks = ['Mấy giờ đón bé?', 'Học phí bao nhiêu?', 'Đồng phục mua ở đâu?', 'Trường có bể bơi không?']
  for (const [at, text] of asks.entries()) table.save({ ...entry, id: `e${at}`, number: at + 2, asks: [text] })
  table.save(entry)
  expect((await ask(own, table))?.entry.id).toBe('one')
  expect((await ask(own, table, 'truong co be boi ko'))?.entry.id).toBe('e3')
  expect(table.reads()).toBe(5)
})

test('a database that was set back starts anew', async () => {
  const table = tableOf()
  const own = createOwnAnswers()
  table.save(entry)
  await ask(own, table)
  table.reset()
  expect(await ask(own, table)).toBeUndefined()
})

test('an entry holds within its days, for its place, and for the year that is named', async () => {
  const table = tableOf()
  const own = createOwnAnswers()
  table.save({ ...entry, validTo: '2026-12-31' })
  expect(await ask(own, table, undefined, '2026-11-21')).toBeUndefined()
  expect(await ask(own, table, undefined, '2027-01-01')).toMatchObject({ expired: true })
  expect(await ask(own, table, 'Trường có xe đưa đón không ở Hải Phòng?')).toBeUndefined()
  expect(await ask(own, table, 'Năm 2020 trường có xe đưa đón không?')).toBeUndefined()
})

test('where two entries fit, the one that has not run out answers', async () => {
  const table = tableOf()
  const own = createOwnAnswers()
  table.save({ ...entry, validTo: '2026-11-30' })
  table.save({ ...entry, id: 'newer', number: 2, validFrom: '2026-12-01' })
  expect((await ask(own, table))?.entry.id).toBe('one')
  expect((await ask(own, table, undefined, '2026-12-05'))?.entry.id).toBe('newer')
})
