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
  const insert = (into: string, values: string, where = 'true') =>
    prisma.$executeRawUnsafe(`insert into ${into} select ${values} from generate_series(0, ${children - 1}) n where ${where}`)
  const id = (what: string, number = 'n') => `md5('${schoolId}/${what}/' || (${number}))::uuid`
  const family = 'n - case when n % 10 = 9 then 1 else 0 end'
  const at = `'${now.toISOString()}'::timestamptz`
  await insert('child (id, school_id, class_id, roster_name)', `${id('child')}, '${schoolId}', '${classId}', 'Bé ' || n`)
  await insert('person (id, school_id, role, created_at)', `${id('person')}, '${schoolId}', 'guardian', ${at}`)
  await insert('guardianship (child_id, person_id, school_id)', `${id('child')}, ${id('person')}, '${schoolId}'`)
  const identity = `${id('identity')}, 'zalo', '1', '9' || n, ${at}, ${at}`
  await insert('identity (id, channel, account, chat, created_at, last_interacted_at)', identity, 'n % 10 <> 9')
  const link = `${id('identity', family)}, ${id('person')}, '${schoolId}', ${at}`
  await insert('identity_person (identity_id, person_id, school_id, linked_at)', link)
  const eventId = randomIds.uuid()
  await prisma.calendarEvent.create({
    data: {
      ...{ id: eventId, schoolId, schoolYear: '2026-2027', source: 'office', approved: true, audience: ['parents'], months: [] },
      ...{ titleVi: 'Họp phụ huynh', titleEn: 'Parents’ evening', day: new Date('2026-11-20'), startTime: '17:30' },
    },
  })
  return { school: await createPeopleStore(prisma, randomIds).school(schoolId), eventId }
}
