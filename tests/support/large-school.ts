import type { Database } from '../../src/adapters/database/connect.ts'
import { createPeopleStore } from '../../src/adapters/database/people-store.ts'
import { randomIds } from '../../src/adapters/ids.ts'
import type { School } from '../../src/features/people/person.ts'

/** Every tenth family has two children here; both are behind one chat. */
export const families = (children: number): number => children - Math.floor(children / 10)

/** A school of so many linked children on Zalo, with an event for parents on Friday 20 November 2026 at 17:30. */
export async function largeSchool(
  { prisma }: Pick<Database, 'prisma'>,
  { now, children }: { now: Date; children: number },
): Promise<{ school: School; eventId: string }> {
  const schoolId = randomIds.uuid()
  await prisma.school.create({ data: { id: schoolId, name: 'Hoa Sen', place: 'long-bien', createdAt: now } })
  const classId = randomIds.uuid()
  await prisma.class.create({ data: { id: classId, schoolId, code: 'A1', name: 'A1', ageGroup: '5' } })
  const step = 5_000
  let identityId = ''
  for (let from = 0; from < children; from += step) {
    const all = Array.from({ length: Math.min(step, children - from) }, (_, index) => {
      const number = from + index
      const isSecond = number % 10 === 9
      if (!isSecond) identityId = randomIds.uuid()
      return { child: randomIds.uuid(), person: randomIds.uuid(), identity: identityId, number, isSecond }
    })
    await prisma.child.createMany({
      data: all.map(({ child, number }) => ({ id: child, schoolId, classId, rosterName: `Bé ${number}` })),
    })
    await prisma.person.createMany({
      data: all.map(({ person }) => ({ id: person, schoolId, role: 'guardian', createdAt: now })),
    })
    await prisma.guardianship.createMany({
      data: all.map(({ child, person }) => ({ childId: child, personId: person, schoolId })),
    })
    await prisma.identity.createMany({
      data: all
        .filter(({ isSecond }) => !isSecond)
        .map(({ identity, number }) => ({
          ...{ id: identity, channel: 'zalo', account: '1', chat: `9${number}`, createdAt: now, lastInteractedAt: now },
        })),
    })
    await prisma.identityPerson.createMany({
      data: all.map(({ identity, person }) => ({ identityId: identity, personId: person, schoolId, linkedAt: now })),
    })
  }
  const eventId = randomIds.uuid()
  await prisma.calendarEvent.create({
    data: {
      ...{ id: eventId, schoolId, schoolYear: '2026-2027', source: 'office', approved: true, audience: ['parents'], months: [] },
      ...{ titleVi: 'Họp phụ huynh', titleEn: 'Parents’ evening', day: new Date('2026-11-20'), startTime: '17:30' },
    },
  })
  return { school: await createPeopleStore(prisma, randomIds).school(schoolId), eventId }
}
