import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../../src/adapters/database/connect.ts'
import { createPeopleStore } from '../../../src/adapters/database/people-store.ts'
import { createUnitOfWork } from '../../../src/adapters/database/unit-of-work.ts'
import { randomIds } from '../../../src/adapters/ids.ts'
import { createPhrases } from '../../../src/adapters/locales/phrases.ts'
import { createWordings } from '../../../src/adapters/locales/wordings.ts'
import { aheadOf } from '../../../src/cli/calendar.ts'
import { dryRunLines, monthTable } from '../../../src/cli/dry-run.ts'
import { schoolDayOf } from '../../../src/core/clock.ts'
import { runDue } from '../../../src/features/due/run-due.ts'
import type { School } from '../../../src/features/people/person.ts'
import type { YearAhead } from '../../../src/features/reminders/year-ahead.ts'
import { openTestDatabase } from '../../support/database.ts'
import { seedSample } from '../../support/sample.ts'

const year = { from: '2026-08-01', to: '2027-07-31' }
const phrases = createPhrases()

let database: Database
let school: School
let ahead: YearAhead
beforeAll(async () => {
  database = await openTestDatabase()
  await seedSample(database, new Date('2026-08-01T00:00:00+07:00'))
  school = (await createPeopleStore(database.prisma, randomIds).schools())[0]!
  // A storm on the day before a fixed event, a make-up Saturday, and an office that reads its mails late.
  await database.prisma.closure.createMany({
    data: [
      { schoolId: school.id, day: new Date('2026-11-19T00:00:00Z'), open: false, reason: 'Nghỉ bão' },
      { schoolId: school.id, day: new Date('2026-11-28T00:00:00Z'), open: true, reason: 'Học bù' },
    ],
  })
  // The office has given some of the other lines a day, weekends and holidays among them.
  const undated = await database.prisma.calendarEvent.findMany({ where: { day: null }, orderBy: { templateKey: 'asc' } })
  for (const [index, { id }] of undated.filter((_event, index) => index % 5 === 0).entries()) {
    const day = new Date(Date.parse('2026-09-01T00:00:00Z') + index * 18.3 * 86_400_000)
    await database.prisma.calendarEvent.update({ where: { id }, data: { day: new Date(day.toISOString().slice(0, 10)) } })
  }
  await addOwnReminders()
  ahead = await aheadOf(database, school, year)
})
afterAll(() => database.close())

/** Two reminders of the office's own, in the evening and over lunch; a mother who sleeps long and reads once a day. */
async function addOwnReminders(): Promise<void> {
  const { prisma } = database
  const [one, other] = await prisma.calendarEvent.findMany({
    where: { day: { gte: new Date('2026-10-01') } },
    orderBy: { day: 'asc' },
  })
  const own = { schoolId: school.id, state: 'active', schoolDays: false, createdAt: new Date('2026-08-01T00:00:00Z') }
  await prisma.reminder.createMany({
    data: [
      { ...own, id: randomIds.uuid(), eventId: one!.id, daysBefore: 3, time: '21:30', roles: ['guardian', 'teacher', 'office'] },
      {
        ...own,
        id: randomIds.uuid(),
        eventId: other!.id,
        daysBefore: 2,
        time: '12:00',
        roles: ['guardian', 'teacher', 'office'],
      },
    ],
  })
  const mother = await prisma.identity.findFirstOrThrow({ where: { channel: 'zalo' } })
  await prisma.preference.create({
    data: { identityId: mother.id, off: [], quietFrom: '20:00', quietTo: '07:15', digestAt: '18:30' },
  })
}

test('a rehearsal of a year writes nothing and sends nothing', async () => {
  expect(await database.prisma.dueTask.count()).toBe(0)
  expect(await database.prisma.outbound.count()).toBe(0)
  expect(await database.prisma.calendarEvent.count({ where: { schoolYear: '2027-2028' } })).toBe(0)
  expect(ahead.lines.length).toBeGreaterThan(30)
})

test('the year as it is rehearsed is the year as it runs, line by line', async () => {
  let now = new Date('2026-08-01T00:00:00+07:00')
  const traits = { maxTextLength: 4096, hasButtons: true, canEdit: true }
  const work = createUnitOfWork(database.prisma, {
    ids: randomIds,
    traits: { telegram: traits, zalo: traits },
    wakeUps: { outbound: async () => undefined, bulk: () => undefined },
  })
  const errors: unknown[] = []
  const minute = 60_000
  // Every moment of the list and the minute before it: what came a minute early or a day late would show.
  const instants = new Set(ahead.lines.flatMap(({ at }) => [at.getTime() - minute, at.getTime()]))
  for (const at of [...instants].sort((one, other) => one - other)) {
    now = new Date(at)
    await runDue({
      files: { draw: async () => new Uint8Array([0]), write: async () => new Uint8Array([0]) },
      work,
      clock: { now: () => now },
      phrases,
      wordings: createWordings(),
      schools: async () => [school],
      onError: (_id, error) => errors.push(error),
    })
  }
  expect(errors).toEqual([])
  expect(await sentList()).toEqual(rehearsedList())
})

/** What really went out: reminders by the receipts of people, questions by their claims. */
async function sentList(): Promise<string[]> {
  const { prisma } = database
  const events = new Map((await prisma.calendarEvent.findMany()).map(({ id, titleVi }) => [id, titleVi]))
  const eventOf = new Map((await prisma.reminder.findMany()).map(({ id, eventId }) => [id, eventId]))
  const receipts = await prisma.reminderReceipt.findMany()
  const reminders = [
    ...Map.groupBy(receipts, (one) => `${one.at.toISOString()} | ${one.reminderId} | ${one.day.toISOString()}`),
  ].map(([, [first, ...rest]]) => {
    const title = events.get(eventOf.get(first!.reminderId) ?? first!.reminderId)
    return [first!.at.toISOString(), `${title} ${first!.day.toISOString().slice(0, 10)}`, rest.length + 1].join(' | ')
  })
  const asked = await prisma.dueTask.findMany({ where: { key: { startsWith: 'ask-dates/' } } })
  const questions = asked.map(({ key, doneAt }) => [doneAt.toISOString(), key.split('/')[2], 1].join(' | '))
  return [...reminders, ...questions].sort()
}

function rehearsedList(): string[] {
  return ahead.lines
    .map(
      ({ at, what, day, to }) => [at, day === undefined ? what : `${what} ${day}`, to.guardian + to.teacher + to.office] as const,
    )
    .filter(([, , count]) => count > 0)
    .map(([at, what, count]) => [at.toISOString(), what, count].join(' | '))
    .sort()
}

test('a reminder that moves says from which day and why', () => {
  const lines = dryRunLines(ahead)
  const teachersDay = lines.find((line) => line.includes('20/11') && line.includes('on 2026-11-20'))
  expect(teachersDay).toMatch(/^2026-11-18 07:00 .*moved: 2026-11-19 is off, Nghỉ bão/)
  expect(lines.find((line) => line.includes('question: ') && line.startsWith('2026-12-01 07:30'))).toContain('2026-12')
  expect(lines.some((line) => line.endsWith('no day yet, the office is asked'))).toBe(true)
})

test('the table has one row a month and adds up to the list', () => {
  const rows = monthTable(ahead)
  const total = rows.at(-1)!.split(' | ')
  const reminders = ahead.lines.filter(({ kind }) => kind === 'reminder')
  expect(Number(total[1])).toBe(new Set(reminders.map(({ reminderId, day }) => `${reminderId} ${day}`)).size)
  const months = new Set(ahead.lines.map(({ at }) => schoolDayOf(at).slice(0, 7)))
  expect(rows).toHaveLength(months.size + 3)
})

test('a year of a school of 500 children is rehearsed in under ten seconds', async () => {
  const { prisma } = database
  const createdAt = new Date('2026-08-01T00:00:00+07:00')
  const room = await prisma.class.findFirstOrThrow({ where: { schoolId: school.id, code: 'D1' } })
  const people = Array.from({ length: 500 }, (_, index) => ({
    ...{ child: randomIds.uuid(), person: randomIds.uuid(), identity: randomIds.uuid() },
    number: index,
  }))
  const schoolId = school.id
  await prisma.child.createMany({
    data: people.map(({ child, number }) => ({ id: child, schoolId, classId: room.id, rosterName: `Bé ${number}` })),
  })
  await prisma.person.createMany({ data: people.map(({ person }) => ({ id: person, schoolId, role: 'guardian', createdAt })) })
  await prisma.guardianship.createMany({
    data: people.map(({ child, person }) => ({ childId: child, personId: person, schoolId })),
  })
  await prisma.identity.createMany({
    data: people.map(({ identity, number }) => ({
      ...{ id: identity, channel: 'zalo', account: '3300000000000000007', chat: `99${number}`, createdAt },
      lastInteractedAt: createdAt,
    })),
  })
  await prisma.identityPerson.createMany({
    data: people.map(({ identity, person }) => ({ identityId: identity, personId: person, schoolId, linkedAt: createdAt })),
  })
  const startedAt = performance.now()
  const large = await aheadOf(database, school, year)
  expect(performance.now() - startedAt).toBeLessThan(10_000)
  if (process.env.LOG_LEVEL === 'debug')
    console.log(Math.round(performance.now() - startedAt), 'ms', monthTable(large).join('\n'))
  expect(Math.max(...large.lines.map(({ to }) => to.guardian))).toBe(500)
})
