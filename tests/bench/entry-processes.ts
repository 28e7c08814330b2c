import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { openPostgres } from '../../src/adapters/database/connect.ts'
import { createEntryStore } from '../../src/adapters/database/entry-store.ts'
import { randomIds } from '../../src/adapters/ids.ts'
import type { EntryContent } from '../../src/features/entries/entry.ts'
import { createOwnAnswers } from '../../src/features/entries/own-answers.ts'
import type { School } from '../../src/features/people/person.ts'
import { inFreshHome } from './fresh-database.ts'

const today = '2026-11-22'
const rounds = 10
const allowedMs = 2_000
const asked = 'Nội quy thử nghiệm của trường là gì?'
const personId = '22222222-2222-4222-8222-222222222222'

const contentOf = (ask: string, vi: string): EntryContent => ({
  state: 'published',
  topic: 'other',
  text: { vi, en: null },
  asks: [ask],
  validFrom: '2026-01-01',
  validTo: null,
  saidOn: today,
  approved: null,
  replaces: [],
})

/** Another process of the service: asks all the time, and tells when it hears another answer. */
async function listen(url: string, school: School): Promise<void> {
  const { prisma } = await openPostgres(url)
  const own = createOwnAnswers()
  const entries = createEntryStore(prisma, randomIds)
  const startedAt = performance.now()
  await own.indexOf(entries, school.id)
  process.send?.({ kind: 'ready', millis: performance.now() - startedAt })
  let heard = ''
  for (;;) {
    const answer = (await own.find(entries, school, { text: asked, today }))?.entry.text.vi ?? ''
    if (answer !== heard) process.send?.({ kind: 'heard', answer })
    heard = answer
    await pause(5)
  }
}

/** Publishes in this process and waits until the other one answers with it. @returns the exit code: 0 when each took less than two seconds */
export async function measureProcesses(asks: readonly string[]): Promise<number> {
  return await inFreshHome('entries', async ({ databaseUrl }) => {
    if (databaseUrl !== undefined) return await measureOn(databaseUrl, asks)
    console.log('several processes: needs TEST_DATABASE_URL')
    return 0
  })
}

async function measureOn(databaseUrl: string, asks: readonly string[]): Promise<number> {
  const { prisma, close } = await openPostgres(databaseUrl)
  const school: School = {
    id: '11111111-1111-4111-8111-111111111111',
    name: 'Trường thử',
    place: 'long-bien',
    reminderTime: '07:00',
    summaryTime: '09:15',
  }
  const { id, name, place } = school
  await prisma.school.create({ data: { id, name, place, createdAt: new Date() } })
  await prisma.schoolSetting.create({ data: { schoolId: id, entriesVersion: asks.length } })
  for (let at = 0; at < asks.length; at += 1_000) {
    const rows = asks.slice(at, at + 1_000).map((ask, i) => ({ entryId: randomIds.uuid(), ask, number: at + i + 1 }))
    await prisma.schoolEntry.createMany({
      data: rows.map(({ entryId, number }) => ({ id: entryId, schoolId: id, number, version: 1, changedIn: number })),
    })
    await prisma.schoolEntryVersion.createMany({
      data: rows.map(({ entryId, ask }) => ({
        entryId,
        version: 1,
        state: 'published',
        topic: 'other',
        textVi: 'Dạ.',
        asks: [ask],
        validFrom: new Date('2026-01-01'),
        saidOn: new Date(today),
        personId,
        savedAt: new Date(),
      })),
    })
  }
  const child = fork(fileURLToPath(import.meta.url), [databaseUrl, JSON.stringify(school)])
  const heard = messagesOf(child)
  const ready = await heard()
  console.log(`another process read ${asks.length} entries from PostgreSQL in ${Math.round(ready.millis ?? 0)} ms`)
  const saving = { personId, now: new Date() }
  let entry = await prisma.$transaction((tx) => createEntryStore(tx, randomIds).add(id, contentOf(asked, 'Lần 0'), saving))
  await heard()
  const times: number[] = []
  for (let round = 1; round <= rounds; round += 1) {
    const before = entry
    entry = await prisma.$transaction((tx) =>
      createEntryStore(tx, randomIds).save(before, contentOf(asked, `Lần ${round}`), saving),
    )
    const publishedAt = performance.now()
    await heard()
    times.push(performance.now() - publishedAt)
  }
  const worst = Math.max(...times)
  console.log(`a published change is in the other process's answers after ${worst.toFixed(0)} ms at most (${rounds} changes)`)
  const ended = once(child, 'exit')
  child.kill()
  await ended
  await close()
  return worst <= allowedMs ? 0 : 1
}

/** What a process says, in order, whenever somebody gets round to listening. */
function messagesOf(child: ChildProcess): () => Promise<{ readonly millis?: number }> {
  const said: { readonly millis?: number }[] = []
  let wake = () => {}
  child.on('message', (message) => {
    said.push(message as { readonly millis?: number })
    wake()
  })
  return async () => {
    while (said.length === 0)
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    return said.shift()!
  }
}

const [url, school] = process.argv.slice(2)
if (process.send !== undefined && url !== undefined && school !== undefined) await listen(url, JSON.parse(school) as School)
