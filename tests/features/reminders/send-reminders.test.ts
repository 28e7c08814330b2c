import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../../src/adapters/database/connect.ts'
import { createUnitOfWork } from '../../../src/adapters/database/unit-of-work.ts'
import { randomIds } from '../../../src/adapters/ids.ts'
import { createPhrases } from '../../../src/adapters/locales/phrases.ts'
import { createWordings } from '../../../src/adapters/locales/wordings.ts'
import type { Stores } from '../../../src/features/inbound/stores.ts'
import type { School } from '../../../src/features/people/person.ts'
import { sendDueReminders } from '../../../src/features/reminders/send-reminders.ts'
import { openTestDatabase } from '../../support/database.ts'
import { families, largeSchool } from '../../support/large-school.ts'

const phrases = createPhrases()
const wordings = createWordings()
// Thursday 19 November 2026, 07:00: the parents' evening is on Friday at 17:30.
const due = new Date('2026-11-19T07:00:00+07:00')
const after = (minutes: number) => new Date(due.getTime() + minutes * 60_000)

/** Enough for three pages. */
const children = 130

let database: Database
let school: School
let eventId: string
beforeEach(async () => {
  database = await openTestDatabase()
  const made = await largeSchool(database, { now: new Date('2026-11-01T00:00:00+07:00'), children })
  school = made.school
  eventId = made.eventId
  await send(after(-1))
})
afterEach(() => database.close())

function work<R>(step: (stores: Stores) => Promise<R>): Promise<R> {
  const traits = { maxTextLength: 2000, hasButtons: false, canEdit: false }
  const wakeUps = { outbound: async () => undefined, bulk: () => undefined }
  return createUnitOfWork(database.prisma, { ids: randomIds, traits: { telegram: traits, zalo: traits }, wakeUps })(step)
}
const send = (now: Date, using: typeof work = work) =>
  sendDueReminders({ work: using, phrases, wordings, pageSize: 50 }, school, now)
const messages = () => database.prisma.outbound.findMany({ where: { kind: 'reminder' }, select: { chat: true, text: true } })

/** Everybody once, whatever came in between. */
async function expectEachOnce(count = families(children)) {
  const chats = (await messages()).map(({ chat }) => chat)
  expect(chats).toHaveLength(count)
  expect(new Set(chats).size).toBe(count)
}

test('two processes at once, then again, and a clock set back an hour: everybody is reminded once', async () => {
  await Promise.all([send(due), send(after(0.01))])
  await send(after(1))
  await send(after(-60))
  await send(after(2))
  await expectEachOnce()
})

test('a process that dies in the middle is continued, not repeated', async () => {
  let transactions = 0
  const dying: typeof work = (step) => {
    transactions += 1
    return transactions <= 2 ? work(step) : Promise.reject(new Error('killed'))
  }
  await expect(send(due, dying)).rejects.toThrow('killed')
  const begun = (await messages()).length
  expect(begun).toBeGreaterThan(20)
  expect(begun).toBeLessThan(families(children))
  // The child of somebody whose turn had not come leaves the school, and a family blocks the account.
  const written = new Set((await messages()).map(({ chat }) => chat))
  const waiting = (await database.prisma.identity.findMany()).filter(({ chat }) => !written.has(chat))
  await database.prisma.identity.update({ where: { id: waiting[0]!.id }, data: { leftAt: due } })
  const { personId } = await database.prisma.identityPerson.findFirstOrThrow({ where: { identityId: waiting[1]!.id } })
  await database.prisma.child.updateMany({ where: { guardians: { some: { personId } } }, data: { active: false } })
  await send(after(1))
  await expectEachOnce(families(children) - 2)
})

test('an event that is renamed half way is told in its new words to the rest, and moved to another day to everybody again', async () => {
  let transactions = 0
  const renaming: typeof work = async (step) => {
    transactions += 1
    if (transactions === 3) throw new Error('killed')
    return await work(step)
  }
  await expect(send(due, renaming)).rejects.toThrow('killed')
  await database.prisma.calendarEvent.update({ where: { id: eventId }, data: { titleVi: 'Họp phụ huynh đầu năm' } })
  await send(after(1))
  await expectEachOnce()
  expect(new Set((await messages()).map(({ text }) => text.includes('đầu năm'))).size).toBe(2)
  await database.prisma.calendarEvent.update({ where: { id: eventId }, data: { day: new Date('2026-11-25') } })
  await send(new Date('2026-11-24T07:00:00+07:00'))
  expect(await messages()).toHaveLength(2 * families(children))
})

test('a pause half way holds the rest, and what goes on is not sent twice', async () => {
  let transactions = 0
  const pausing: typeof work = async (step) => {
    transactions += 1
    if (transactions === 3) await setState('paused')
    return await work(step)
  }
  await send(due, pausing)
  const begun = (await messages()).length
  expect(begun).toBeLessThan(families(children))
  await send(after(1))
  expect(await messages()).toHaveLength(begun)
  await setState('active')
  await send(after(2))
  await expectEachOnce()
})

async function setState(state: string): Promise<void> {
  const builtIn = { daysBefore: 1, schoolDays: true, roles: ['guardian'], classIds: [], ageGroups: [], createdAt: due }
  await database.prisma.reminder.upsert({
    where: { id: eventId },
    create: { id: eventId, schoolId: school.id, eventId, state, ...builtIn },
    update: { state },
  })
}

test('people get what they wanted: their hours, one message a day, silence, and what is required all the same', async () => {
  const chats = await database.prisma.identity.findMany({ orderBy: { chat: 'asc' }, take: 5 })
  const [digest, off, silent, sleeper] = chats.map(({ id }) => id)
  await database.prisma.preference.createMany({
    data: [
      { identityId: digest!, off: [], digestAt: '18:30' },
      { identityId: off!, off: ['reminders'] },
      { identityId: sleeper!, off: [], quietFrom: '20:00', quietTo: '08:00' },
    ],
  })
  await database.prisma.identity.update({ where: { id: silent! }, data: { stoppedAt: due } })
  const required = {
    schoolId: school.id,
    eventId,
    state: 'active',
    daysBefore: 1,
    schoolDays: true,
    required: 'law',
    createdAt: due,
  }
  const id = randomIds.uuid()
  await database.prisma.reminder.create({
    data: { ...required, id, time: '09:00', roles: ['guardian'], textVi: 'Mang sổ tiêm ạ' },
  })
  const other = { ...required, required: null, id: randomIds.uuid(), time: '10:00' }
  await database.prisma.reminder.create({ data: { ...other, roles: ['guardian'], textVi: 'Mang ảnh thẻ ạ' } })
  const textsFor = async (identity: string) => {
    const { chat } = chats.find((one) => one.id === identity)!
    return (await messages()).filter((one) => one.chat === chat).map(({ text }) => text)
  }
  for (const minutes of [0, 60, 120, 180, 690]) await send(after(minutes))
  expect(await textsFor(off!)).toEqual([expect.stringContaining('⚠️ Tin bắt buộc theo quy định. ')])
  expect(await textsFor(silent!)).toHaveLength(1)
  expect(await textsFor(sleeper!)).toHaveLength(3)
  const gathered = await textsFor(digest!)
  expect(gathered).toHaveLength(2)
  expect(gathered[1]).toMatch(/gửi 2 lời nhắc trong một tin:\n• .*\n• .*Mang ảnh thẻ/)
  const sleepers = await database.prisma.outbound.findMany({
    where: { chat: chats.find((one) => one.id === sleeper)!.chat },
    orderBy: { createdAt: 'asc' },
  })
  expect(sleepers[0]!.createdAt).toEqual(after(60))
})
