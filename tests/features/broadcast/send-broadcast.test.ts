import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../../src/adapters/database/connect.ts'
import { createUnitOfWork } from '../../../src/adapters/database/unit-of-work.ts'
import { randomIds } from '../../../src/adapters/ids.ts'
import { createPhrases } from '../../../src/adapters/locales/phrases.ts'
import { sendDueBroadcast } from '../../../src/features/broadcast/send-broadcast.ts'
import type { Stores } from '../../../src/features/inbound/stores.ts'
import { openTestDatabase } from '../../support/database.ts'

const phrases = createPhrases()
const now = new Date('2026-11-23T19:30:00+07:00')
const id = '00000000-0000-4000-8000-0000000000aa'
const families = 1_000

let database: Database
let school: Awaited<ReturnType<Stores['people']['school']>>
beforeEach(async () => {
  database = await openTestDatabase()
  school = await largeSchool()
})
afterEach(() => database.close())

function work<R>(step: (stores: Stores) => Promise<R>): Promise<R> {
  const traits = { maxTextLength: 2000, hasButtons: false, canEdit: false }
  const wakeUps = { outbound: async () => undefined, bulk: () => undefined }
  return createUnitOfWork(database.prisma, { ids: randomIds, traits: { telegram: traits, zalo: traits }, wakeUps })(step)
}

const step = () => work((stores) => sendDueBroadcast({ ...stores, phrases }, school, now))
const written = () => database.prisma.outbound.count({ where: { state: 'planned' } })
const draft = (state: 'held' | 'sending') =>
  work(async ({ broadcasts }) => {
    const notice = { id, schoolId: school.id, roles: ['guardian' as const], classIds: [], text: 'Mai trường nghỉ do bão.' }
    await broadcasts.draft({ ...notice, personId: randomIds.uuid(), createdAt: now })
    await broadcasts.move(notice, ['draft'], { state, heldUntil: now })
  })

test('a notice to a thousand families is written in steps that a transaction can bear, each family once', async () => {
  await draft('held')
  const times: number[] = []
  let startedAt = performance.now()
  while ((await step()) > 0) {
    times.push(Math.round(performance.now() - startedAt))
    startedAt = performance.now()
  }
  if (process.env.LOG_LEVEL === 'debug') console.log('steps, ms:', times.join(', '))
  expect(times.length).toBeGreaterThan(1)
  expect(Math.max(...times)).toBeLessThan(4_000)
  expect(await written()).toBe(families)
  expect(await work(({ broadcasts }) => broadcasts.find(school.id, id))).toMatchObject({ state: 'sent' })
})

test('two processes that write the same notice double nothing', async () => {
  await draft('sending')
  await Promise.all([step(), step()])
  while ((await step()) > 0);
  expect(await written()).toBe(families)
})

test('a notice that is stopped half way is written no further', async () => {
  await draft('sending')
  await step()
  const begun = await written()
  expect(begun).toBeLessThan(families)
  await work(async ({ broadcasts }) => {
    await broadcasts.move({ schoolId: school.id, id }, ['sending'], { state: 'stopped' })
    await broadcasts.cancelWaiting(school.id, id)
  })
  expect(await step()).toBe(0)
  expect(await written()).toBe(0)
  expect(await database.prisma.outbound.count({ where: { state: 'cancelled' } })).toBe(begun)
})

test('whoever has left before their turn comes gets none', async () => {
  await draft('sending')
  await step()
  const begun = await written()
  await database.prisma.identity.updateMany({ data: { leftAt: now } })
  while ((await step()) > 0);
  expect(await written()).toBe(begun)
})

async function largeSchool() {
  const { prisma } = database
  const schoolId = randomIds.uuid()
  await prisma.school.create({ data: { id: schoolId, name: 'Hoa Sen', place: 'long-bien', createdAt: now } })
  const room = await prisma.class.create({ data: { id: randomIds.uuid(), schoolId, code: 'A1', name: 'A1', ageGroup: '5' } })
  const all = Array.from({ length: families }, (_, number) => ({
    ...{ child: randomIds.uuid(), person: randomIds.uuid(), identity: randomIds.uuid(), number },
  }))
  await prisma.child.createMany({
    data: all.map(({ child, number }) => ({ id: child, schoolId, classId: room.id, rosterName: `Bé ${number}` })),
  })
  await prisma.person.createMany({ data: all.map(({ person }) => ({ id: person, schoolId, role: 'guardian', createdAt: now })) })
  await prisma.guardianship.createMany({ data: all.map(({ child, person }) => ({ childId: child, personId: person, schoolId })) })
  await prisma.identity.createMany({
    data: all.map(({ identity, number }) => ({
      ...{ id: identity, channel: 'zalo', account: '1', chat: `9${number}`, createdAt: now, lastInteractedAt: now },
    })),
  })
  await prisma.identityPerson.createMany({
    data: all.map(({ identity, person }) => ({ identityId: identity, personId: person, schoolId, linkedAt: now })),
  })
  return await work(({ people }) => people.school(schoolId))
}
