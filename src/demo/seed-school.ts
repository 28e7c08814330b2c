import { createCalendarStore } from '../adapters/database/calendar-store.ts'
import type { Database } from '../adapters/database/connect.ts'
import { createGrowthStore } from '../adapters/database/growth-store.ts'
import { createPeopleStore } from '../adapters/database/people-store.ts'
import { createSetupStore } from '../adapters/database/setup-store.ts'
import { schoolDayOf } from '../core/clock.ts'
import type { Ids } from '../core/ids.ts'
import type { ChatAddress } from '../core/message.ts'
import { layTemplate } from '../features/calendar/lay-template.ts'
import { nextSchoolDay } from '../features/calendar/school-day.ts'
import { schoolYearOf } from '../features/calendar/school-year.ts'
import type { SchoolClass } from '../features/people/person.ts'
import { sampleAges, sampleClasses, sampleEvents, samplePeople, sampleSchool } from './sample-school.ts'

/** A real school lives in this database: the demo keeps its hands off. */
export class RealSchoolPresent extends Error {
  override readonly name = 'RealSchoolPresent'
}

export interface SampleChats {
  readonly parent: ChatAddress
  readonly teacher: ChatAddress
  readonly office: ChatAddress
}

/**
 * Sets the sample school up on its first start; on later ones it is there already and nothing changes.
 * @throws {RealSchoolPresent} before anything is written.
 */
export async function seedSampleSchool(
  { prisma }: Database,
  { ids, now, chats }: { ids: Ids; now: Date; chats: SampleChats },
): Promise<void> {
  if ((await prisma.school.count({ where: { demo: false } })) > 0) throw new RealSchoolPresent()
  if ((await prisma.school.count()) > 0) return
  await prisma.$transaction(async (tx) => {
    const setup = createSetupStore(tx, ids)
    const people = createPeopleStore(tx, ids)
    const school = await setup.addSchool({ ...sampleSchool, demo: true, now })
    for (const one of sampleClasses) await setup.putClass({ schoolId: school.id, ...one })
    const staff = async (role: 'office' | 'teacher', name: string, classCodes: readonly string[], chat?: ChatAddress) => {
      const added = await setup.addStaff({ schoolId: school.id, role, name, classCodes, now })
      if (added.kind === 'added' && chat !== undefined)
        await linkChat(people, { chat, personId: added.personId, schoolId: school.id, now })
    }
    await staff('office', samplePeople.office.person, [], chats.office)
    await staff('teacher', samplePeople.teacher.person, samplePeople.teacher.classes, chats.teacher)
    for (const { person, classes } of samplePeople.others) await staff('teacher', person, classes)
    const child = await tx.child.findFirstOrThrow({ where: { schoolId: school.id, rosterName: samplePeople.parent.child } })
    const guardianId = ids.uuid()
    await people.addGuardian({ id: guardianId, schoolId: school.id, childId: child.id, now })
    await linkChat(people, { chat: chats.parent, personId: guardianId, schoolId: school.id, now })
    await layCalendar(createCalendarStore(tx, ids), school.id, now)
    await setAges(createGrowthStore(tx, ids), { classes: await people.classes(school.id), schoolId: school.id, now })
  })
}

type People = ReturnType<typeof createPeopleStore>

async function linkChat(
  people: People,
  { chat, personId, schoolId, now }: { chat: ChatAddress; personId: string; schoolId: string; now: Date },
): Promise<void> {
  const identity = await people.meet(chat, now)
  await people.link({ identityId: identity.id, personId, schoolId, now })
}

async function setAges(
  growth: ReturnType<typeof createGrowthStore>,
  { classes, schoolId, now }: { classes: readonly SchoolClass[]; schoolId: string; now: Date },
): Promise<void> {
  const facts = classes.flatMap(({ children }) =>
    children.flatMap(({ id, rosterName }) => {
      const known = sampleAges[rosterName]
      if (known === undefined) return []
      const born = new Date(now)
      born.setUTCMonth(born.getUTCMonth() - known.months, 1)
      return [{ childId: id, birthDate: schoolDayOf(born), sex: known.sex }]
    }),
  )
  await growth.setFacts(schoolId, facts)
}

async function layCalendar(calendar: ReturnType<typeof createCalendarStore>, schoolId: string, now: Date): Promise<void> {
  const schoolYear = schoolYearOf(schoolDayOf(now))
  const own = sampleEvents.map(({ key, inSchoolDays, audience, title }) => {
    let day = schoolDayOf(now)
    for (let count = 0; count < inSchoolDays; count += 1) day = nextSchoolDay(day, []) ?? day
    return {
      ...{ id: key, schoolYear, title, audience, when: { kind: 'dated' as const, day } },
      ...{ source: 'office' as const, sourceKey: key, templateKey: null, approved: true },
    }
  })
  await calendar.lay(schoolId, [...layTemplate(schoolYear), ...own])
}
