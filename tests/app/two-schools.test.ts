import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPeopleStore } from '../../src/adapters/database/people-store.ts'
import { createSetupStore } from '../../src/adapters/database/setup-store.ts'
import { randomIds } from '../../src/adapters/ids.ts'
import { startWorld, type World } from '../support/world.ts'

// Two schools with the same classes; every name says whose it is.
const schools = [
  { name: 'Trường Mầm non Mặt Trời', mark: 'Dương', office: '42000001', teacher: '42000002', guardian: '7714000000000000201' },
  { name: 'Trường Mầm non Mặt Trăng', mark: 'Nguyệt', office: '43000001', teacher: '43000002', guardian: '7714000000000000301' },
] as const
type School = (typeof schools)[number]
let world: World
beforeAll(async () => {
  world = await startWorld({ at: '2026-11-23T07:30:00+07:00', seed: false, pauseSeconds: 2 })
  for (const school of schools) await found(school)
})
afterAll(() => world.close())

async function found({ name, mark, ...chats }: School): Promise<void> {
  const { prisma } = world.database
  const setup = createSetupStore(prisma, randomIds)
  const people = createPeopleStore(prisma, randomIds)
  const now = world.now()
  const { id: schoolId } = await setup.addSchool({ name, place: 'long-bien', demo: false, now })
  const children = ['An', 'Bình', 'Chi', 'Dũng'].map((given) => `${mark} ${given}`)
  await setup.putClass({ schoolId, code: 'A1', name: `Lớp lá ${mark}`, age: '5', children })
  const link = async (platform: 'telegram' | 'zalo', chat: string, personId: string) => {
    await world.platforms[platform].person(chat, `Người của ${mark}`)
    const identity = await people.meet(world.address(platform, chat), now)
    await people.change(identity.id, { introducedAt: now })
    await people.link({ identityId: identity.id, personId, schoolId, now })
  }
  for (const role of ['office', 'teacher'] as const) {
    const classCodes = role === 'teacher' ? ['A1'] : []
    const added = await setup.addStaff({ schoolId, role, name: `Cô ${mark}`, classCodes, now })
    if (added.kind === 'added') await link('telegram', chats[role], added.personId)
  }
  const child = await prisma.child.findFirstOrThrow({ where: { schoolId, rosterName: `${mark} An` } })
  const guardian = randomIds.uuid()
  await people.addGuardian({ id: guardian, schoolId, childId: child.id, now })
  await link('zalo', chats.guardian, guardian)
}

const other = (school: School) => schools.find((one) => one !== school)!

/** What people of either school may do in a day, in any order. */
const acts: Record<string, (school: School) => Promise<unknown>> = {
  reports: ({ teacher }) => world.platforms.telegram.says(teacher, 'A1 3/4, vắng An sốt'),
  corrects: ({ teacher }) => world.platforms.telegram.says(teacher, 'nhầm, An đi học rồi'),
  confirms: ({ teacher }) => world.platforms.telegram.says(teacher, '1'),
  asks: ({ guardian, mark }) => world.platforms.zalo.says(guardian, `Trường có xe đưa đón cho bé ${mark} không ạ?`),
  answersTheOthersQuestion: async (school) => {
    const theirs = await world.database.prisma.question.findFirst({ where: { school: { name: other(school).name } } })
    await world.platforms.telegram.says(school.office, `${theirs?.number ?? 1}: Dạ ${school.mark} không biết ạ`)
  },
  isAbsent: ({ guardian, mark }) => world.platforms.zalo.says(guardian, `mai bé ${mark} An nghỉ ốm ạ`),
  namesWhoCollects: async ({ guardian, mark }) => {
    await world.platforms.zalo.says(guardian, `chiều nay bác ${mark} đón con`)
    await world.settle()
    await world.platforms.zalo.says(guardian, '1')
  },
  listsWhoCollects: ({ teacher }) => world.platforms.telegram.says(teacher, 'ai đón An'),
  saysHowItIs: ({ guardian, mark }) => world.platforms.zalo.says(guardian, `sáng nay con ho, cô ${mark} để ý giúp ạ`),
  notesTheDay: ({ teacher, mark }) => world.platforms.telegram.says(teacher, `An ăn ít, nhớ ${mark}`),
  readsTheRecord: ({ office }) => world.platforms.telegram.says(office, 'sổ A1 An'),
  wantsACode: ({ office }) => world.platforms.telegram.says(office, 'mã A1 Chi'),
  wantsACodeOfTheOthers: (school) => world.platforms.telegram.says(school.teacher, `mã ${other(school).mark} An`),
  looksAtTheDay: ({ office }) => world.platforms.telegram.says(office, 'tổng hợp hôm nay'),
  looksAtQuestions: ({ office }) => world.platforms.telegram.says(office, 'câu hỏi'),
}
const act = fc.record({ who: fc.constantFrom(...schools), does: fc.constantFrom(...Object.keys(acts)) })

test('whatever people of two schools with the same classes do, nobody reads anything of the other school', {
  timeout: 60_000,
}, async () => {
  let minute = 0
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 10 }), async (day) => {
      for (const { who, does } of day) {
        await world.breathe()
        await acts[does]!(who)
        await world.settle()
      }
      minute += 1
      await world.clockTo(new Date(world.now().getTime() + minute * 60_000).toISOString())
      for (const school of schools) await readsOnlyItsOwn(school)
    }),
    { numRuns: 6 },
  )
})

async function readsOnlyItsOwn(school: School): Promise<void> {
  const screens = [
    await world.platforms.telegram.screen(school.office),
    await world.platforms.telegram.screen(school.teacher),
    await world.platforms.zalo.screen(school.guardian),
  ]
  const read = screens.flat().filter(({ from }) => from === 'service')
  expect(
    read.map(({ text, buttons }) => JSON.stringify([text, buttons])).filter((text) => text.includes(other(school).mark)),
  ).toEqual([])
}

test('each office receives its own summary and its own question for dates', async () => {
  for (const { office } of schools) await world.phone('telegram', office).reads()
  expect(await world.clockTo('2026-11-24T09:15:00+07:00')).toMatchObject({ summaries: 2 })
  expect(await world.clockTo('2026-12-01T07:30:00+07:00')).toMatchObject({ questions: 2 })
  for (const school of schools) {
    const texts = (await world.phone('telegram', school.office).screen()).slice(-2).map(({ text }) => text)
    expect(texts).toEqual([expect.stringContaining(school.name), expect.stringContaining(school.name)])
    await readsOnlyItsOwn(school)
  }
})

test('a stranger’s question goes to neither office, and the stranger is told so', async () => {
  const before = await world.database.prisma.question.count()
  const stranger = world.phone('zalo', '7714000000000000099')
  const said = await stranger.says('Trường có xe đưa đón không ạ?')
  expect(said.at(-1)).toContain('hỏi trực tiếp trường')
  expect(await world.database.prisma.question.count()).toBe(before)
})

test('no row of one school points to one of the other', async () => {
  const { prisma } = world.database
  const rows = await prisma.$queryRaw<{ crossed: bigint }[]>`select
    (select count(*) from child join class on class.id = child.class_id where class.school_id <> child.school_id)
    + (select count(*) from class_teacher t join class on class.id = t.class_id where class.school_id <> t.school_id)
    + (select count(*) from guardianship g join child on child.id = g.child_id where child.school_id <> g.school_id)
    + (select count(*) from identity_person i join person on person.id = i.person_id where person.school_id <> i.school_id)
    + (select count(*) from invite join child on child.id = invite.child_id where child.school_id <> invite.school_id)
    + (select count(*) from checkin join class on class.id = checkin.class_id where class.school_id <> checkin.school_id)
    + (select count(*) from pickup_change p join child on child.id = p.child_id where child.school_id <> p.school_id)
    + (select count(*) from drop_off_note d join child on child.id = d.child_id where child.school_id <> d.school_id)
    + (select count(*) from day_note d join child on child.id = d.child_id where child.school_id <> d.school_id)
    + (select count(*) from day_line d join child on child.id = d.child_id where child.school_id <> d.school_id)
    + (select count(*) from question q join identity_person i on i.identity_id = q.identity_id where i.school_id <> q.school_id)
    as crossed`
  expect(Number(rows[0]!.crossed)).toBe(0)
})
